/// Text in the form in which terms are compared, whatever its language: NFC, without case, ı and İ as i, ё as е, և as
/// եւ, one kind of apostrophe, dash and space, any script's digits as ASCII, invisible characters left out. Keeps the way
/// back to the original bytes.
struct FoldedText: Sendable {
    /// One block of the original.
    struct Block: Sendable {
        /// In `bytes`.
        var bytes: Range<Int>
        /// In `starts`.
        var starts: Range<Int>
    }

    /// From a folded offset on, the original one.
    struct Step: Sendable {
        var folded: Int32
        var original: Int32
    }

    /// Valid UTF-8; a zero byte ends each block.
    fileprivate(set) var bytes: [UInt8] = []
    /// Where a term may begin: words, symbols, and every character of a script without spaces.
    fileprivate(set) var starts: [Int32] = []
    fileprivate(set) var steps: [Step] = []
    fileprivate(set) var blocks: [Block] = []

    /// Folds the given ranges of a text, ascending and apart; what overlaps or reaches beyond it is cut.
    init(_ text: UnsafeBufferPointer<UInt8>, blocks ranges: some Collection<Range<Int>>) {
        fold(text, ranges)
    }

    /// Folds a short text as one block.
    init(_ text: some Collection<UInt8>) {
        let whole: Void? = text.withContiguousStorageIfAvailable { fold($0, CollectionOfOne(0..<$0.count)) }
        if whole == nil { Array(text).withUnsafeBufferPointer { fold($0, CollectionOfOne(0..<$0.count)) } }
    }

    /// Just the folded bytes, without the end mark.
    static func bytes(of text: String) -> [UInt8] { FoldedText(Array(text.utf8)).bytes.dropLast() }

    private mutating func fold(_ text: UnsafeBufferPointer<UInt8>, _ ranges: some Collection<Range<Int>>) {
        // At most 512 MiB: offsets are kept in 32 bits.
        let limit = min(text.count, 1 << 29)
        let source = UnsafeBufferPointer(rebasing: text[..<limit])
        // No character grows to more than twice its bytes; every block has an end mark besides.
        let total = min(limit, ranges.reduce(0) { $0 + $1.count })
        let capacity = total * 2 + ranges.count + 1
        var blocks: [Block] = []
        var steps: [Step] = []
        var starts: [Int32] = []
        blocks.reserveCapacity(ranges.count)
        bytes = Array(unsafeUninitializedCapacity: capacity) { out, count in
            starts = Array(unsafeUninitializedCapacity: total + 1) { begun, startCount in
                var folder = Folder(text: source, out: out, starts: begun)
                var end = 0
                for range in ranges {
                    // A range that overlaps the one before would break the bound on memory.
                    let range = range.clamped(to: min(end, limit)..<limit)
                    end = range.upperBound
                    let first = folder.count
                    let start = folder.startCount
                    folder.fold(range)
                    blocks.append(Block(bytes: first..<folder.count, starts: start..<folder.startCount))
                    folder.endBlock(at: range.upperBound)
                }
                count = folder.count
                startCount = folder.startCount
                steps = folder.steps
            }
        }
        self.blocks = blocks
        self.steps = steps
        self.starts = starts
    }

    /// The original offset of a folded one.
    func original(_ offset: Int) -> Int {
        var low = 0
        var high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if Int(steps[middle].folded) <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return offset }
        let step = steps[low - 1]
        return offset - Int(step.folded) + Int(step.original)
    }

    /// The original bytes of a folded range.
    func original(_ range: Range<Int>) -> Range<Int> {
        let start = original(range.lowerBound)
        return start..<max(start, original(range.upperBound))
    }
}
