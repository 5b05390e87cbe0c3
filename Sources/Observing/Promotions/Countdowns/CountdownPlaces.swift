import Model
import Parsing

/// The elements of a page that are called clocks: by class, id, attribute or their own name.
struct CountdownPlaces {
    struct Place {
        var node: Int
        /// After its last descendant.
        var end: Int
        /// The words around it; nil for none.
        var words: String?
        var region: PageRegion
        var locator: String

        func mention(or quote: String) -> Mention {
            Mention(quote: (words ?? quote).cut(to: Mention.quoteLimit), region: region, locator: locator)
        }
    }

    private let page: PageView
    /// By number of the page's class values.
    private let clockClasses: Set<UInt16>
    private let deliveryTerms: [TermGroup]

    private static let limit = 60

    init(_ page: PageView) {
        self.page = page
        let document = page.document
        clockClasses = Set(
            document.classes.indices.prefix(Int(Document.unlistedClass)).filter {
                CountdownNames.isClock(document.bytes[document.classes[$0]])
            }.map { UInt16($0) })
        deliveryTerms = [
            "topic.delivery", "page.delivery", "price.delivery", "loyalty.deliveryTime", "reading.delivered",
            "stock.pickup", "promo.freeDelivery",
        ].compactMap { TermGroup($0) }
    }

    /// In order. Of a clock's own parts only the outermost; of a large box only what it bears itself.
    func places() -> [Place] {
        let document = page.document
        var places: [Place] = []
        for node in document.nodes.indices where !document.nodes[node].isText && places.count < Self.limit {
            guard isClock(node), !document.nodes[node].isHidden, document.nodes[node].region != .script else {
                continue
            }
            if let last = places.last, node < last.end { continue }
            guard !isOtherwiseTimed(node) else { continue }
            let end = holdsMore(node) ? node + 1 : max(node + 1, Int(document.nodes[node].end))
            places.append(
                Place(
                    node: node, end: end, words: words(around: node), region: document.nodes[node].region,
                    locator: document.locator(of: node)))
        }
        return places
    }

    private func isClock(_ node: Int) -> Bool {
        let document = page.document
        let n = document.nodes[node]
        // Both are called what their page is about.
        if n.tag == .body || n.tag == .html { return false }
        if n.tag == .other, n.nameCount > 5,
            CountdownNames.isClock(document.bytes[Int(n.nameStart)..<Int(n.nameStart) + Int(n.nameCount)])
        {
            return true
        }
        if n.present.isEmpty { return false }
        if n.classIndex != 0, clockClasses.contains(n.classIndex) { return true }
        if let id = document.attribute(.id, of: node), CountdownNames.isClock(id) { return true }
        if let role = document.attribute(.role, of: node), role.equalsFolded("timer") { return true }
        guard n.present.has(.other) else { return false }
        return document.attributes(of: node).contains { a in
            guard a.name == .other, a.nameCount > 8 else { return false }
            let name = document.bytes[Int(a.nameStart)..<Int(a.nameStart) + Int(a.nameCount)]
            return name.containsFolded("countdown") || name.containsFolded("deadline")
        }
    }

    /// Larger than a clock with its words is.
    private func holdsMore(_ node: Int) -> Bool {
        page.document.visibleText(of: node, limit: 400).utf8.count >= 400
    }

    /// By its own name, or by those around it.
    private func isOtherwiseTimed(_ node: Int) -> Bool {
        let document = page.document
        var i = node
        for level in 0..<4 where i >= 0 && document.nodes[i].tag != .body {
            for name: AttributeName in [.class, .id] {
                guard let value = document.attribute(name, of: i), value.count <= 400 else { continue }
                if CountdownNames.isDelivery(value) || level == 0 && CountdownNames.isOtherTimer(value) { return true }
            }
            i = Int(document.nodes[i].parent)
        }
        return speaksOfDelivery(around: node)
    }

    private func speaksOfDelivery(around node: Int) -> Bool {
        let document = page.document
        let box = box(around: node)
        let range = box..<max(box + 1, Int(document.nodes[box].end))
        return page.hits.contains { hit in
            deliveryTerms.contains(hit.group) && range.contains(document.blocks[Int(hit.block)].node)
        }
    }

    /// The largest of its next ancestors that holds little more than the clock and a sentence.
    private func box(around node: Int) -> Int {
        var box = node
        var parent = Int(page.document.nodes[node].parent)
        for _ in 0..<3 {
            guard parent >= 0, page.document.nodes[parent].tag != .body,
                page.document.visibleText(of: parent, limit: 240).utf8.count < 240
            else { break }
            box = parent
            parent = Int(page.document.nodes[parent].parent)
        }
        return box
    }

    private func words(around node: Int) -> String? {
        let text = page.document.visibleText(of: box(around: node), limit: 240)
        let words = text.split { !$0.isLetter }.filter { $0.count > 1 && RemainingTime.unit($0) == nil }
        return words.count >= 2 ? text : nil
    }
}
