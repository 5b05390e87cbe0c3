import Model
import Parsing

/// Reads what a page calls itself: title, headings and address, against the names of pages in its language.
struct TopicObserver {
    /// A topic found in a line of words.
    struct Naming {
        var kind: PageKind
        /// Share of the line's bytes that the term makes up, 0…1.
        var share: Double
        /// Where it begins.
        var start: Int
    }

    private(set) var heading: [Naming] = []
    private(set) var headingText: String?
    private(set) var sections: [Naming] = []
    private(set) var isBlogHeading = false
    private static let articleTerms = [TermGroup("page.blog"), TermGroup("page.guides")]

    /// A term has to make up this much of a heading to name the page.
    static let namingShare = 0.34

    mutating func visit(block b: Int, of page: borrowing PageView) {
        let level = page.document.blocks[b].headingLevel
        guard level > 0, level <= 4 else { return }
        let block = page.document.blocks[b]
        guard block.region == .main || block.region == .page || block.headingLevel == 1 else { return }
        let isFirst = block.headingLevel == 1 && headingText == nil
        if isFirst { headingText = page.document.string(of: block) }
        let found = namings(page.hits(in: b), in: block.text)
        if isFirst {
            heading = found
            isBlogHeading = page.hits(in: b).contains {
                TopicObserver.articleTerms.contains($0.group) && $0.isWholeBlock
            }
        } else if block.headingLevel > 1, sections.count < 100 {
            sections += found.filter { $0.share >= 0.6 }
        }
    }

    /// Topics in a short text that is no block: the title, words of the address.
    func namings(in text: some Collection<UInt8>, _ page: borrowing PageView) -> [Naming] {
        let hits = page.lexicon.hits(in: text, language: page.language.tag)
        return namings(hits[...], in: 0..<text.count)
    }

    /// The first term of each topic; terms inside longer ones of another topic are dropped.
    private func namings(_ hits: ArraySlice<TermHit>, in line: Range<Int>) -> [Naming] {
        guard !line.isEmpty else { return [] }
        var out: [Naming] = []
        let topics = hits.filter { PageTopic.kind(of: $0.group) != nil }
        for hit in topics {
            guard let kind = PageTopic.kind(of: hit.group), !out.contains(where: { $0.kind == kind }) else { continue }
            let isPart = topics.contains { other in
                other.group != hit.group && other.range.count > hit.range.count && other.range.overlaps(hit.range)
                    && other.range.lowerBound <= hit.range.lowerBound && other.range.upperBound >= hit.range.upperBound
            }
            if isPart { continue }
            out.append(
                Naming(
                    kind: kind, share: Double(hit.range.count) / Double(line.count),
                    start: hit.range.lowerBound - line.lowerBound))
        }
        return out.sorted { $0.start < $1.start }
    }
}
