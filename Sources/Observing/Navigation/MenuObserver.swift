import Model
import Parsing

/// Finds the menu: links of this site in a navigation region, in a list of the header, or in a box that is named so.
struct MenuObserver {
    private(set) var linkCount = 0
    private var container = -1
    private var containerEnd = 0
    /// Names in the current container until one has three.
    private var names: [[UInt8]] = []
    private var chosen = -1
    /// The same for links above the first heading, for pages that mark nothing.
    private var topNames: [[UInt8]] = []
    private var topCount = 0
    private var topNode = -1
    private var sawHeading = false

    static let leastLinks = 3
    static let keptNames = 8

    mutating func visit(element i: Int, marks: ClassMarks, of document: borrowing Document) {
        guard i >= containerEnd else { return }
        let n = document.nodes[i]
        let parentRegion = n.parent >= 0 ? document.nodes[Int(n.parent)].region : .page
        let isNavigation = n.region == .navigation && parentRegion != .navigation
        let isHeaderList = n.region == .header && (n.tag == .ul || n.tag == .ol || n.tag == .menu)
        let isNamed =
            marks.contains(.menu) && n.region != .footer && n.region != .main && n.tag != .body && n.tag != .html
        guard isNavigation || isHeaderList || isNamed else { return }
        container = i
        containerEnd = Int(n.end)
        if names.count < MenuObserver.leastLinks { names = [] }
    }

    /// A link of this site that is neither in a trail nor in page numbers.
    mutating func visit(link i: Int, name: [UInt8], of document: borrowing Document) {
        guard !name.isEmpty else { return }
        let region = document.nodes[i].region
        if i < containerEnd || region == .navigation {
            linkCount += 1
            guard chosen < 0 || chosen == container else { return }
            if names.count < MenuObserver.keptNames { names.append(name) }
            if names.count == MenuObserver.leastLinks { chosen = container }
        } else if !sawHeading, region != .footer, region != .dialog {
            if topNode < 0 { topNode = i }
            topCount += 1
            if topNames.count < MenuObserver.keptNames { topNames.append(name) }
        }
    }

    mutating func visitHeading() { sawHeading = true }

    func conclude(_ page: borrowing PageView, into facts: inout NavigationFacts) {
        facts.menuLinks = linkCount
        if chosen >= 0 {
            facts.menu = page.mention(of: chosen, quote: MenuObserver.quote(names))
        } else if linkCount < MenuObserver.leastLinks, sawHeading, topCount >= MenuObserver.leastLinks, topNode >= 0 {
            facts.menuLinks += topCount
            facts.menu = page.mention(of: topNode, quote: MenuObserver.quote(topNames))
        }
    }

    private static func quote(_ names: [[UInt8]]) -> String {
        names.map { String(decoding: $0.prefix(60), as: UTF8.self) }.joined(separator: " · ")
    }
}
