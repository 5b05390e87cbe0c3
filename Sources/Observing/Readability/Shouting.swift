/// Finds runs of words in capitals.
enum Shouting {
    /// A run counts from this many words of two or more letters.
    static let leastWords = 5
    /// Letters that such a run has at least.
    static let leastCapitals = 19

    /// The bytes of the longest run in capitals; nil where there is none that counts. Abbreviations and model codes
    /// don't shout: three words of the run have five letters or more, and words with digits end a run.
    static func run(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
        var best: Range<Int>?
        var run = Run()
        var i = range.lowerBound
        while i < range.upperBound {
            let (u, next) = scalar(at: i, in: text, end: range.upperBound)
            let kind = Letter(u).kind
            guard kind == .letter || kind == .digit else {
                i = next
                continue
            }
            let word = Word(text, from: i, to: range.upperBound)
            run.add(word, i..<word.end)
            if let found = run.counted, found.count > (best?.count ?? 0) { best = found }
            i = max(next, word.end)
        }
        return best
    }

    private struct Run {
        var range: Range<Int>?
        var words = 0
        var longWords = 0

        var counted: Range<Int>? { words >= Shouting.leastWords && longWords >= 3 ? range : nil }

        mutating func add(_ word: Word, _ place: Range<Int>) {
            guard word.isCapitals else {
                self = Run()
                return
            }
            guard word.letters > 1 || range != nil else { return }
            range = (range?.lowerBound ?? place.lowerBound)..<place.upperBound
            if word.letters > 1 { words += 1 }
            if word.letters >= 5 { longWords += 1 }
        }
    }

    /// A stretch of letters and digits.
    private struct Word {
        var letters = 0
        var isCapitals = true
        var end: Int

        init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) {
            end = start
            while end < limit {
                let (u, next) = scalar(at: end, in: text, end: limit)
                let letter = Letter(u)
                switch letter.kind {
                case .letter:
                    letters += 1
                    // ß has no capital in common use; ordinal signs are neither.
                    if !letter.isCapital && u != 0xDF { isCapitals = false }
                case .digit: isCapitals = false
                case .joiner, .mark: break
                default: return
                }
                end = next
            }
        }
    }
}
