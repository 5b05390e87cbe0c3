import Model
import Parsing

/// What one worker made of the texts of earlier pages, so that it isn't made again. Results are the same without it:
/// whatever is kept here follows from a text alone, or from a text and what `LanguageMemory` and the context say.
///
/// Sendable without locks, for it is handed from page to page by `MemoryPool` and belongs to one of them at a time.
final class PageMemory: @unchecked Sendable {
    // Its fields are read for every block, by one page at a time: checks for exclusive access would find nothing.
    @exclusivity(unchecked) private var texts = KnownTexts()
    /// By language, at most `mostLanguages`.
    @exclusivity(unchecked) private var languages: [LanguageMemory] = []
    @exclusivity(unchecked) var readings = Remembered<BlockReading>()
    /// By what a page takes money for, at most `mostLanguages`.
    @exclusivity(unchecked) private var amounts: [AmountMemory] = []
    /// Of classes and ids, and of addresses.
    @exclusivity(unchecked) var names = NameMemory()
    @exclusivity(unchecked) var addresses = AddressMemory()
    /// Blocks of the page at hand whose texts weren't known, folded for more than one list of terms.
    @exclusivity(unchecked) var fresh: (blocks: [Int], text: FoldedText)?
    /// The context that all of this was made in.
    private var context: (lexicon: Lexicon, host: String, domain: String, hint: String?)?

    private static let mostLanguages = 6

    init() {}

    /// Takes up a page: the numbers of its blocks' texts, -1 for those that aren't kept. They hold for this page.
    func begin(_ document: Document, _ context: ObservingContext) -> [Int32] {
        if texts.isFull || !isMade(in: context) { forget(context) }
        if names.isFull { names = NameMemory() }
        if addresses.isFull { addresses = AddressMemory() }
        var numbers: [Int32] = []
        numbers.reserveCapacity(document.blocks.count)
        // The pointer doesn't leave this call.
        document.text.withUnsafeBufferPointer { text in
            for block in document.blocks {
                numbers.append(texts.number(of: UnsafeBufferPointer(rebasing: text[block.text])))
            }
        }
        return numbers
    }

    /// What is known of texts as read in these languages.
    func language(_ facts: LanguageFacts, _ selection: Lexicon.Selection) -> LanguageMemory {
        let known = languages.first {
            $0.tag == facts.tag && $0.active == selection.active && $0.english == selection.english
        }
        if let known { return known }
        if languages.count >= PageMemory.mostLanguages { languages.removeFirst() }
        let new = LanguageMemory(tag: facts.tag, active: selection.active, english: selection.english)
        languages.append(new)
        return new
    }

    /// Amounts in known texts, as pages with these habits mean them.
    func amounts(_ habits: MoneyHabits) -> AmountMemory {
        if let known = amounts.first(where: { $0.habits == habits }) { return known }
        if amounts.count >= PageMemory.mostLanguages { amounts.removeFirst() }
        let new = AmountMemory(habits)
        amounts.append(new)
        return new
    }

    private func isMade(in other: ObservingContext) -> Bool {
        guard let context else { return false }
        return context.lexicon === other.lexicon && context.host == other.host && context.domain == other.domain
            && context.hint == other.languageHint
    }

    private func forget(_ context: ObservingContext) {
        texts = KnownTexts()
        languages = []
        readings = Remembered()
        amounts = []
        names = NameMemory()
        addresses = AddressMemory()
        self.context = (context.lexicon, context.host, context.domain, context.languageHint)
    }
}

/// The same for what depends on the page's languages as well.
final class LanguageMemory {
    let tag: String
    fileprivate let active: UInt64
    fileprivate let english: UInt64
    @exclusivity(unchecked) var hits = HitMemory()
    private var filter: StartFilter?
    @exclusivity(unchecked) var measures = Remembered<TextMeasure.Paragraph>()
    /// What auditors' own terms found, in these languages of theirs.
    var queried: (languages: UInt64, filter: StartFilter, hits: Remembered<[TermQueries.Hit]>) =
        (0, .none, Remembered())

    private var timeSpans: TimeSpanReader?

    /// What reads lengths of time in the page's language.
    func spans(_ lexicon: Lexicon) -> TimeSpanReader {
        if let timeSpans { return timeSpans }
        let new = TimeSpanReader(lexicon, language: tag)
        timeSpans = new
        return new
    }

    /// Where terms of these languages may begin, in the one trie that there is for a context.
    func filter(_ trie: PhraseTrie) -> StartFilter {
        if let filter { return filter }
        let new = StartFilter(trie, languages: active | english)
        filter = new
        return new
    }

    fileprivate init(tag: String, active: UInt64, english: UInt64) {
        self.tag = tag
        self.active = active
        self.english = english
    }
}
