import Model
import Parsing

/// What every observer reads: one page, its term hits, and what is known of the site beforehand.
struct PageView {
    let document: Document
    let fetch: FetchFacts
    let context: ObservingContext
    /// BCP 47 primary tag, decided before the walk.
    let language: LanguageFacts
    /// All hits in the page's blocks, ascending by block and start.
    let hits: [TermHit]
    /// `hits` of block b are `hits[hitRanges[b]]`.
    let hitRanges: [Range<Int>]
    /// What the page tells machines, read before the walk.
    var structured = StructuredData()
    /// What is known of texts from earlier pages.
    var memory = PageMemory()
    /// Numbers of the blocks' texts in `memory`; empty for none.
    var texts: [Int32] = []
    /// What its classes and ids say, as far as it was read beforehand.
    var names = PageNames()
    /// What follows from its links' addresses, as far as it was read beforehand.
    var addresses = PageAddresses()
    /// Whoever goes through many parts of a page stops when it is over.
    var budget = TimeBudget(milliseconds: .max)

    var lexicon: Lexicon { context.lexicon }

    /// The number of a block's text in `memory`; -1 where it isn't kept.
    func text(of block: Int) -> Int32 { block < texts.count ? texts[block] : -1 }

    /// What is known of texts in the page's languages.
    var spoken: LanguageMemory { memory.language(language, lexicon.selection(for: language)) }

    /// Hits in a block.
    func hits(in block: Int) -> ArraySlice<TermHit> { hits[hitRanges[block]] }
}

/// Looks at a page as it is walked once, and adds to its facts at the end. Observers say what is there and never
/// whether that is good.
protocol PageObserver {
    /// Called for every element in document order, hidden ones too.
    mutating func visit(element: Int, of page: borrowing PageView)
    /// Called for every block of visible text in order, after all elements.
    mutating func visit(block: Int, of page: borrowing PageView)
    /// Writes what was gathered. Earlier observers' facts are already there.
    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts)
}

extension PageObserver {
    mutating func visit(element: Int, of page: borrowing PageView) {}
    mutating func visit(block: Int, of page: borrowing PageView) {}
}
