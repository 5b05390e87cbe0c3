import Model
import Parsing

/// Sorting, filters and page numbers of a listing.
struct ListingControls {
    private(set) var filters: [Mention] = []
    private(set) var pagination: Mention?
    private var pagerEnd = 0
    private var filterEnd = 0
    private var headNext: Mention?
    private static let kept = 10

    mutating func visit(element i: Int, marks: ClassMarks, of page: borrowing PageView) {
        let document = page.document
        let n = document.nodes[i]
        if marks.contains(.pagination), i >= pagerEnd, n.tag != .body, n.tag != .a { enter(pager: i, page) }
        if marks.contains(.filter) || marks.contains(.sort), n.region != .header, n.region != .footer {
            enter(filter: i, page)
        }
        switch n.tag {
        case .select: visit(select: i, page)
        case .a: visit(link: i, page)
        case .link where pagination == nil && headNext == nil:
            if let rel = document.attribute(.rel, of: i), rel.equalsFolded("next") || rel.equalsFolded("prev") {
                headNext = page.mention(of: i, quote: document.string(.href, of: i) ?? "")
            }
        default: break
        }
    }

    func conclude(into facts: inout NavigationFacts) {
        facts.filters = filters
        facts.pagination = pagination ?? headNext
    }

    /// Terms of sorting and filtering on a control, a link or a heading of their own.
    mutating func visit(hit: TermHit, of page: borrowing PageView) {
        let block = page.document.blocks[Int(hit.block)]
        guard filters.count < ListingControls.kept, block.region != .footer, block.region != .header,
            block.text.count <= 60, block.text.count <= hit.range.count * 3
        else { return }
        filters.append(page.mention(block: Int(hit.block)))
    }

    /// A box of page numbers holds a link to a numbered page.
    private mutating func enter(pager i: Int, _ page: borrowing PageView) {
        let document = page.document
        let inside = document.descendants(of: i)
        guard pagination == nil, inside.count < 400 else { return }
        let isNumbered = inside.contains { document.nodes[$0].tag == .a && isNumber(link: $0, document) }
        guard isNumbered else { return }
        pagerEnd = Int(document.nodes[i].end)
        pagination = page.mention(of: i)
    }

    /// A box named for filters counts where it holds something to choose.
    private mutating func enter(filter i: Int, _ page: borrowing PageView) {
        let document = page.document
        guard i >= filterEnd, filters.count < ListingControls.kept else { return }
        var choices = 0
        for k in i..<max(i + 1, Int(document.nodes[i].end)) {
            switch document.nodes[k].tag {
            case .select, .a, .button: choices += 1
            case .input where !isHiddenField(k, document): choices += 1
            default: break
            }
            if choices > 1 || document.nodes[k].tag == .select { break }
        }
        guard choices > 1 || (choices == 1 && document.nodes[i].tag != .a) else { return }
        filterEnd = Int(document.nodes[i].end)
        let name = document.string(.class, of: i) ?? document.string(.id, of: i) ?? ""
        filters.append(page.mention(of: i, quote: words(i, document) ?? name))
    }

    private func words(_ i: Int, _ document: Document) -> String? {
        let text = document.visibleText(of: i, limit: 120)
        return text.isEmpty ? nil : text
    }

    private mutating func visit(select i: Int, _ page: borrowing PageView) {
        let document = page.document
        guard i >= filterEnd, filters.count < ListingControls.kept,
            let name = document.attribute(.name, of: i) ?? document.attribute(.id, of: i),
            name.containsFolded("sort") || name.containsFolded("orderby")
        else { return }
        filters.append(page.mention(of: i))
    }

    private mutating func visit(link i: Int, _ page: borrowing PageView) {
        let n = page.document.nodes[i]
        if n.present.has(.rel), pagination == nil, let rel = page.document.attribute(.rel, of: i),
            rel.equalsFolded("next")
        {
            pagination = page.mention(of: i)
        }
        guard n.present.has(.href), i >= filterEnd, filters.count < ListingControls.kept, n.region != .footer,
            isSorting(i, page)
        else { return }
        filters.append(page.mention(of: i))
        filterEnd = max(filterEnd, Int(n.end))
    }

    private func isSorting(_ i: Int, _ page: borrowing PageView) -> Bool {
        if let known = page.addresses[i] { return known.traits.contains(.sorts) }
        return page.document.attribute(.href, of: i).map { ListingControls.sorts(address: $0) } ?? false
    }

    /// A parameter puts a listing in order: "?sort=price".
    static func sorts(address: ArraySlice<UInt8>) -> Bool {
        guard let question = address.firstIndex(of: 63) else { return false }
        let query = address[question...]
        return sortParameters.contains { has(parameter: $0, in: query) }
    }

    private static let sortParameters = ["sort=", "sort_by=", "orderby=", "order_by=", "sortby="].map { Array($0.utf8) }

    private static func has(parameter: [UInt8], in query: ArraySlice<UInt8>) -> Bool {
        query.indices.contains { i in
            (query[i] == 63 || query[i] == 38 || query[i] == 59) && query[(i + 1)...].starts(with: parameter)
        }
    }

    private func isHiddenField(_ i: Int, _ document: Document) -> Bool {
        document.attribute(.type, of: i)?.equalsFolded("hidden") ?? false
    }

    /// "2", "3", "…": one to four digits and nothing else.
    private func isNumber(link i: Int, _ document: Document) -> Bool {
        let text = document.visibleText(of: i, limit: 12)
        return !text.isEmpty && text.utf8.count <= 4 && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    }
}
