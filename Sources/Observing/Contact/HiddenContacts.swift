import Parsing

/// Images and scripts of a page that may hold a way to reach somebody, kept while the page is walked.
struct HiddenContacts {
    private(set) var images: [Int] = []
    private(set) var scripts: [(node: Int, text: Range<Int>)] = []
    /// At most this many of each.
    private static let limit = 20

    mutating func see(image node: Int, of document: Document) {
        guard images.count < HiddenContacts.limit, !document.nodes[node].isHidden,
            let words = document.attribute(.alt, of: node), words.count >= PhoneRun.fewestDigits, words.count <= 200
        else { return }
        let digits = words.count { $0.isASCIIDigit }
        if digits > PhoneRun.fewestDigits || words.contains(UInt8(ascii: "@")) { images.append(node) }
    }

    mutating func see(script node: Int, of document: Document) {
        guard scripts.count < HiddenContacts.limit, node + 1 < document.nodes.count else { return }
        // Data, not a script: its own readers see to it.
        if let type = document.attribute(named: "type", of: node), type.containsFolded("json") { return }
        let inner = document.nodes[node + 1]
        guard inner.isText, Int(inner.parent) == node, inner.count >= 30, inner.count <= ScriptEmails.longest else {
            return
        }
        let text = Int(inner.start)..<Int(inner.start) + Int(inner.count)
        guard text.upperBound <= document.bytes.count, ScriptEmails.mayHold(document.bytes[text]) else { return }
        scripts.append((node, text))
    }

    /// Numbers in an image's words: those with their country code, or grouped as the page's own country does.
    static func numbers(in words: [UInt8], regions: PhoneRegions) -> [DialledNumber] {
        PhoneRun.find(in: words, 0..<words.count).flatMap { run -> [DialledNumber] in
            guard !NumberKinds.isSomethingElse(words[run.range]),
                !NumberSurroundings.speakAgainst(run.range, in: words, 0..<words.count),
                !NumberSurroundings.isCalledFax(run.range, in: words, from: 0),
                run.hasPlus || run.hasParenthesis || run.groups >= 3
            else { return [] }
            let region = run.hasPlus ? regions.all.first ?? "ZZ" : regions.strong.first
            guard let region else { return [] }
            return NumberPlan.find(in: words[run.range], region: region).map { number in
                var number = number
                number.range =
                    number.range.lowerBound + run.range.lowerBound..<number.range.upperBound + run.range.lowerBound
                return number
            }
        }
    }
}
