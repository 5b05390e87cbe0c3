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

    var lexicon: Lexicon { context.lexicon }

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
