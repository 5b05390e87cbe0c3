import Model
import Parsing

/// Finds the breadcrumb trail: named so, marked up so, or a path of links.
struct TrailObserver {
    private var named = -1
    private var marked = -1
    private var path: Mention?
    private var listPath = -1
    /// Index after the trail found; links before it are no menu.
    private(set) var end = 0

    /// Whether an element may hold a trail; most can't, and needn't be visited.
    @inline(__always)
    static func mayBegin(at n: Document.Node, _ marks: ClassMarks) -> Bool {
        if marks.contains(.breadcrumb) || !n.present.isDisjoint(with: telling) { return true }
        return n.tag == .ul || n.tag == .ol || n.tag == .nav
    }

    private static let telling: AttributeSet = [AttributeSet(.itemtype), AttributeSet(.typeof), AttributeSet(.role)]

    mutating func visit(element i: Int, marks: ClassMarks, of page: borrowing PageView) {
        let document = page.document
        let n = document.nodes[i]
        guard i >= end else { return }
        if n.tag == .body || n.tag == .html { return }
        if let type = document.attribute(.itemtype, of: i) ?? document.attribute(.typeof, of: i),
            type.containsFolded("breadcrumblist")
        {
            if accepts(i, document), marked < 0 { marked = i }
        } else if marks.contains(.breadcrumb) {
            if accepts(i, document), named < 0 { named = i }
        } else if n.tag == .nav || document.has(.role, i), let label = document.attribute(.ariaLabel, of: i) {
            if label.containsFolded("breadcrumb") || isNamed(label, page) {
                if accepts(i, document), named < 0 { named = i }
            }
        } else if n.tag == .ul || n.tag == .ol, listPath < 0, !n.isHidden, isTrail(list: i, page) {
            listPath = i
            end = Int(n.end)
        }
    }

    /// "You are here" and the like in the page's language.
    private func isNamed(_ label: ArraySlice<UInt8>, _ page: borrowing PageView) -> Bool {
        guard let terms = page.lexicon.group("nav.breadcrumb") else { return false }
        return page.lexicon.contains(label, terms, language: page.language.tag)
    }

    /// A box counts where it shows words and a link.
    private mutating func accepts(_ i: Int, _ document: Document) -> Bool {
        let n = document.nodes[i]
        guard !n.isHidden, n.region != .footer, n.end > i + 1 else { return false }
        let inside = document.descendants(of: i)
        guard inside.count < 400, inside.contains(where: { document.nodes[$0].tag == .a }) else { return false }
        end = max(end, Int(n.end))
        return true
    }

    /// A block of links with separators between them: "Home › Shoes › Boots".
    mutating func visit(block b: Int, of page: borrowing PageView) {
        let document = page.document
        let block = document.blocks[b]
        guard path == nil, named < 0, marked < 0, listPath < 0 else { return }
        guard block.pieces.count >= 3, block.pieces.count <= 24, block.text.count <= 400 else { return }
        guard block.region != .footer, block.region != .navigation, block.headingLevel == 0 else { return }
        var links = 0
        var separators = 0
        var separatedSinceLink = true
        for p in block.pieces {
            let piece = document.pieces[p]
            let words = trimmedBytes(document.text[piece.text])
            if words.isEmpty { continue }
            if document.nodes[piece.node].flags.contains(.inLink) {
                guard separatedSinceLink else { return }
                links += 1
                separatedSinceLink = false
            } else {
                // Before the first link only a few words ("You are here:").
                guard links > 0 || words.count <= 40 else { return }
                if links > 0, startsWithSeparator(words) {
                    separators += 1
                    separatedSinceLink = true
                } else if links > 0 {
                    return
                }
            }
        }
        if links >= 1, separators >= 1, separators >= links - 1, links + separators >= 3 {
            path = page.mention(block: b)
        }
    }

    func conclude(_ page: borrowing PageView, into facts: inout NavigationFacts) {
        if let node = [named, marked, listPath].first(where: { $0 >= 0 }) {
            facts.breadcrumbs = page.mention(of: node)
        } else if let path {
            facts.breadcrumbs = path
        } else {
            facts.breadcrumbs = page.structured.breadcrumbs
        }
    }

    /// A list that begins at the home page and ends at this page's own name.
    private func isTrail(list i: Int, _ page: borrowing PageView) -> Bool {
        let document = page.document
        guard document.nodes[i].region != .footer, document.descendants(of: i).count < 200 else { return false }
        var items = 0
        var lastIsPlain = false
        for child in document.children(of: i) where document.nodes[child].tag == .li {
            items += 1
            let link = document.descendants(of: child).first { document.nodes[$0].tag == .a && document.has(.href, $0) }
            if items == 1 {
                guard let link, let href = document.attribute(.href, of: link), isHome(href, page) else { return false }
            }
            lastIsPlain = link == nil && !document.visibleText(of: child, limit: 40).isEmpty
            if items > 8 { return false }
        }
        return items >= 2 && lastIsPlain
    }

    private func isHome(_ href: ArraySlice<UInt8>, _ page: borrowing PageView) -> Bool {
        let address = trimmedBytes(href)
        return address.elementsEqual("/".utf8) || address.elementsEqual(page.context.seed.utf8)
    }
}

/// "/", ">", "»", "›", "→", "|", "·", "::" and other marks that stand between the steps of a path.
private func startsWithSeparator(_ words: ArraySlice<UInt8>) -> Bool {
    guard let first = words.first else { return false }
    if first == 47 || first == 62 || first == 124 || first == 92 { return true }
    return separators.contains { words.starts(with: $0) }
}

private let separators: [[UInt8]] = ["»", "›", "→", "≫", "⟩", "❯", "▸", "►", "▶", "⇒", "::", "·", "•", "–", "—"].map {
    Array($0.utf8)
}
