import CICU

/// Counts words, sentences and syllables of running text.
struct TextMeasure {
    /// A stretch of text with its number of words.
    struct Sentence {
        var range: Range<Int>
        var words: Int
    }

    private(set) var words = 0
    private(set) var longWords = 0
    private(set) var syllables = 0
    private(set) var sentences = 0
    /// Of the paragraph measured last.
    private(set) var paragraphWords = 0
    /// Most words first, at most 3.
    private(set) var longest: [Sentence] = []
    /// English drops a final e in speech.
    let dropsFinalE: Bool
    /// Vowels in a row are one syllable, as in Germanic and West Slavic languages; elsewhere each is its own.
    let groupsVowels: Bool

    /// LIX counts words of more than six letters as long (Björnsson 1968).
    static let longWordLetters = 7

    init(language: String) {
        dropsFinalE = language == "en"
        groupsVowels = !["az", "tr", "es", "it"].contains(language)
    }

    /// One paragraph's share, its sentences by their place from its first byte.
    struct Paragraph {
        var words: Int
        var longWords: Int
        var syllables: Int
        var sentences: Int
        var longest: [Sentence]
    }

    /// Measures a paragraph of valid UTF-8 by itself.
    func paragraph(_ text: UnsafeBufferPointer<UInt8>) -> Paragraph {
        var own = self
        (own.words, own.longWords, own.syllables, own.sentences, own.longest) = (0, 0, 0, 0, [])
        LetterTable.with { own.add(text, 0..<text.count, $0) }
        return Paragraph(
            words: own.paragraphWords, longWords: own.longWords, syllables: own.syllables, sentences: own.sentences,
            longest: own.longest)
    }

    /// Adds what was measured of a paragraph that begins at `start`.
    mutating func add(_ paragraph: Paragraph, at start: Int) {
        paragraphWords = paragraph.words
        words += paragraph.words
        longWords += paragraph.longWords
        syllables += paragraph.syllables
        sentences += paragraph.sentences
        for sentence in paragraph.longest {
            let range = sentence.range
            keep(Sentence(range: (range.lowerBound + start)..<(range.upperBound + start), words: sentence.words))
        }
    }

    /// Adds a paragraph: bytes `range` of valid UTF-8.
    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ table: LetterTable) {
        paragraphWords = 0
        var sentenceStart = range.lowerBound
        var sentenceWords = 0
        var i = range.lowerBound
        let end = range.upperBound
        while i < end {
            if text[i] == 32 {
                i &+= 1
                continue
            }
            let (u, next) = scalar(at: i, in: text, end: end)
            let entry = table[u]
            if entry.isWord {
                let word = addWord(text, from: i, to: end, table)
                sentenceWords += word.count
                i = word.end
            } else {
                if entry.kind == .terminator, sentenceWords > 0, isEnd(text, after: next, to: end, word: i) {
                    close(sentenceStart..<next, words: sentenceWords)
                    sentenceStart = next
                    sentenceWords = 0
                }
                i = next
            }
        }
        if sentenceWords > 0 { close(sentenceStart..<end, words: sentenceWords) }
        words += paragraphWords
    }

    /// Reads one word, or one run of a script without spaces.
    private mutating func addWord(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ table: LetterTable
    ) -> (end: Int, count: Int) {
        let groupsVowels = groupsVowels
        var i = start
        var letters = 0
        var vowelGroups = 0
        var lastWasVowel = false
        var isLatin = false
        var last: UInt32 = 0
        while i < end {
            let (u, next) = scalar(at: i, in: text, end: end)
            let entry = table[u]
            switch entry.kind {
            case .letter:
                if u >= 0xE00, hasNoSpaces(u) { return addUnspaced(text, from: i, to: end) }
                letters &+= 1
                isLatin = entry.isLatin
                if entry.isVowel, !(lastWasVowel && groupsVowels && isLatin) { vowelGroups &+= 1 }
                lastWasVowel = entry.isVowel
                last = u
            case .digit, .mark: break
            case .joiner:
                // Within a word only.
                guard next < end, table[scalar(at: next, in: text, end: end).value].kind == .letter else {
                    return finish(i, letters, vowelGroups, isLatin && last == 101)
                }
                lastWasVowel = false
            default: return finish(i, letters, vowelGroups, isLatin && last == 101)
            }
            i = next
        }
        return finish(i, letters, vowelGroups, isLatin && last == 101)
    }

    private mutating func finish(
        _ end: Int, _ letters: Int, _ vowelGroups: Int, _ endsWithE: Bool
    ) -> (end: Int, count: Int) {
        paragraphWords += 1
        if letters >= TextMeasure.longWordLetters { longWords += 1 }
        syllables += max(1, vowelGroups - (dropsFinalE && endsWithE && vowelGroups > 1 ? 1 : 0))
        return (end, 1)
    }

    /// A run of Thai, Lao, Khmer, Burmese, Chinese or Japanese, divided by ICU's dictionaries.
    private mutating func addUnspaced(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> (end: Int, count: Int) {
        var i = start
        while i < end, i - start < 8_000 {
            let (u, next) = scalar(at: i, in: text, end: end)
            if u < 0xE00 { break }
            i = next
        }
        let count = TextMeasure.unspacedWords(text, start..<i)
        paragraphWords += count
        syllables += count
        return (max(i, start + 1), count)
    }

    /// Words in a run without spaces.
    static func unspacedWords(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        guard let base = text.baseAddress, !range.isEmpty, range.count <= 1 << 20 else { return 0 }
        let capacity = range.count + 1
        let count = Int32(range.count)
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: capacity) { ends in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { isWord in
                guard let out = ends.baseAddress, let flags = isWord.baseAddress else { return 0 }
                let found = Int(cicu_words(base + range.lowerBound, count, out, flags, Int32(capacity)))
                guard found > 0 else { return 0 }
                return (0..<min(found, capacity)).reduce(0) { $0 + (flags[$1] != 0 ? 1 : 0) }
            }
        }
    }

    /// Followed by the end, or by space and something that can begin a sentence; not after an initial or a number.
    private func isEnd(_ text: UnsafeBufferPointer<UInt8>, after next: Int, to end: Int, word: Int) -> Bool {
        var i = next
        var sawSpace = false
        while i < end {
            let (u, after) = scalar(at: i, in: text, end: end)
            let letter = Letter(u)
            if letter.kind == .space { sawSpace = true }
            if letter.kind == .letter || letter.kind == .digit {
                guard sawSpace || u >= 0x3000 else { return false }
                // Armenian and Thai sentences need no capital; Latin and Cyrillic ones do.
                let isCased = letter.script == .latin || letter.script == .cyrillic || letter.script == .greek
                if letter.kind == .digit, wordLength(text, before: word) <= 3 { return false }
                return !(isCased && !letter.isCapital) && !endsInInitial(text, before: word)
            }
            i = after
        }
        return true
    }

    /// A single letter before the full stop: "J. Smith", "z. B.".
    private func endsInInitial(_ text: UnsafeBufferPointer<UInt8>, before stop: Int) -> Bool {
        guard text[stop] == 46, stop >= 2 else { return false }
        var start = stop - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return start > 0 && (text[start - 1] == 32 || text[start - 1] == 46) && text[start] > 57
    }

    /// Letters of the word before a full stop: "ca. 3", "č. 5", "стр. 8" go on.
    private func wordLength(_ text: UnsafeBufferPointer<UInt8>, before stop: Int) -> Int {
        var i = stop
        var letters = 0
        while i > 0, text[i - 1] > 63 {
            i -= 1
            if text[i] & 0xC0 != 0x80 { letters += 1 }
        }
        return letters
    }

    private mutating func close(_ range: Range<Int>, words: Int) {
        sentences += 1
        keep(Sentence(range: range, words: words))
    }

    private mutating func keep(_ sentence: Sentence) {
        guard longest.count < 3 || sentence.words > (longest.last?.words ?? 0) else { return }
        let at = longest.firstIndex { $0.words < sentence.words } ?? longest.count
        longest.insert(sentence, at: at)
        if longest.count > 3 { longest.removeLast() }
    }
}

/// Written without spaces between words.
func hasNoSpaces(_ u: UInt32) -> Bool {
    switch u {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x2FA1F: true
    default: false
    }
}
