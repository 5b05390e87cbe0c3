/// Phrases' tails as flat instructions over one pool of bytes: verifying one allocates nothing.
struct PhraseProgram: Sendable {
    /// An instruction; positions are indexes of `code`.
    enum Step: Sendable {
        /// These bytes of `pool`.
        case literal(start: Int32, count: Int32)
        case ending
        case number
        /// A space that may be missing; whether a number follows.
        case looseSpace(beforeNumber: Bool)
        case space
        case gap
        /// Try the next instruction, then that one.
        case split(Int32)
        case jump(Int32)
        case end
    }

    private(set) var code: [Step] = []
    private(set) var pool: [UInt8] = []

    /// Appends a phrase's tail; returns where it begins.
    mutating func compile(_ tail: [Phrase.Element]) -> Int32 {
        let start = Int32(code.count)
        append(tail)
        code.append(.end)
        return start
    }

    private mutating func append(_ elements: [Phrase.Element]) {
        for (k, element) in elements.enumerated() {
            switch element {
            case .literal(let bytes):
                code.append(.literal(start: Int32(pool.count), count: Int32(bytes.count)))
                pool += bytes
            case .ending: code.append(.ending)
            case .number: code.append(.number)
            case .looseSpace:
                code.append(.looseSpace(beforeNumber: k + 1 < elements.count && beginsWithNumber(elements[k + 1])))
            case .space: code.append(.space)
            case .gap: code.append(.gap)
            case .choice(let choices): append(choices)
            }
        }
    }

    private mutating func append(_ choices: [[Phrase.Element]]) {
        var jumps: [Int] = []
        for (k, choice) in choices.enumerated() {
            let split = code.count
            let isLast = k + 1 == choices.count
            if !isLast { code.append(.split(0)) }
            append(choice)
            if isLast { break }
            jumps.append(code.count)
            code.append(.jump(0))
            code[split] = .split(Int32(code.count))
        }
        for jump in jumps { code[jump] = .jump(Int32(code.count)) }
    }

    private func beginsWithNumber(_ element: Phrase.Element) -> Bool {
        if case .choice(let choices) = element { return choices.contains { $0.first == .number } }
        return element == .number
    }
}
