import Model
import Parsing

/// Finds product tiles: siblings, or elements of one shape, that each hold a link and a picture or an amount.
struct TileFinder {
    let document: Document
    let names: PageNames
    let shape: PageShape
    /// Elements that can't be inside a tile: the main heading.
    let anchor: Int?

    static let limit = 200
    /// Widest subtree of a tile, in nodes.
    private static let widest = 400

    /// Roots of tiles, ascending, none inside another.
    func find() -> [Int] {
        var tiles: [Int] = []
        var shapes: Set<UInt64> = []
        var holdsTiles = [Bool](repeating: false, count: document.nodes.count)
        var i = document.nodes.count - 1
        while i >= 0 {
            let node = document.nodes[i]
            let parent = Int(node.parent)
            if !node.isText, !holdsTiles[i], Int(node.end) - i > 6, shape.links(document.subtree(i)) >= 2 {
                let group = group(under: i, holdsTiles)
                if group.count >= 2 {
                    tiles += group
                    holdsTiles[i] = true
                    for child in group { shapes.insert(fullShape(child)) }
                }
            }
            if holdsTiles[i], parent >= 0 { holdsTiles[parent] = true }
            i -= 1
        }
        tiles += lone(shapes, holdsTiles, known: tiles)
        return Array(outermost(tiles).prefix(TileFinder.limit))
    }

    /// The children of an element that look like tiles of one kind.
    private func group(under parent: Int, _ holdsTiles: [Bool]) -> [Int] {
        var byShape: [(shape: UInt64, nodes: [Int])] = []
        for child in document.children(of: parent) where isTileLike(child) && !holdsTiles[child] {
            let signature = signature(child)
            if let k = byShape.firstIndex(where: { $0.shape == signature }) {
                byShape[k].nodes.append(child)
            } else if byShape.count < 8 {
                byShape.append((signature, [child]))
            }
        }
        guard let best = byShape.max(by: { $0.nodes.count < $1.nodes.count }), best.nodes.count >= 2 else { return [] }
        if best.nodes.count == 2 { return best.nodes.allSatisfy(isFullTile) ? best.nodes : [] }
        let priced = best.nodes.count { shape.amounts(document.subtree($0)) > 0 }
        if priced * 2 >= best.nodes.count { return best.nodes }
        // Without prices only what is named a product counts, lest menus become listings.
        let named = best.nodes.count { isNamedProduct($0) && shape.pictures(document.subtree($0)) > 0 }
        if named * 2 > best.nodes.count { return best.nodes }
        let leading = best.nodes.count { shape.pictures(document.subtree($0)) > 0 && leadsToProduct($0) }
        return leading >= 3 && leading * 2 > best.nodes.count ? best.nodes : []
    }

    /// A link in it has an address under which shops keep products.
    private func leadsToProduct(_ node: Int) -> Bool {
        document.subtree(node).contains { i in
            guard document.nodes[i].tag == .a, let href = document.attribute(.href, of: i), href.count <= 300 else {
                return false
            }
            if href.has("/product-cat") || href.has("/product_cat") { return false }
            return TileFinder.productAddresses.contains { href.has($0) }
        }
    }

    private static let productAddresses: [StaticString] = [
        "/product/", "/products/", "product_id=", "products_id=", "/tovar/", "/mehsul/", "/produkt/", "/dp/",
    ]

    /// An element that could be one product's tile.
    private func isTileLike(_ node: Int) -> Bool {
        let n = document.nodes[node]
        guard !n.isText, !n.isHidden else { return false }
        switch n.tag {
        case .option, .script, .select, .nav, .header, .footer, .form, .h1, .p: return false
        default: break
        }
        guard n.region != .header, n.region != .navigation, n.region != .footer, n.region != .dialog else {
            return false
        }
        let subtree = document.subtree(node)
        guard subtree.count > 4, subtree.count <= TileFinder.widest, shape.links(subtree) > 0 else { return false }
        if let anchor, subtree.contains(anchor) { return false }
        return shape.pictures(subtree) > 0 || shape.amounts(subtree) > 0
    }

    /// Elements elsewhere that share the full shape of a known tile, or are called a product by class or type.
    private func lone(_ shapes: Set<UInt64>, _ holdsTiles: [Bool], known tiles: [Int]) -> [Int] {
        var out: [Int] = []
        var isKnown = [Bool](repeating: false, count: document.nodes.count)
        for tile in tiles { isKnown[tile] = true }
        var i = 0
        while i < document.nodes.count {
            defer { i += 1 }
            let node = document.nodes[i]
            guard !node.isText, node.count > 0, !holdsTiles[i], !isKnown[i], isTileLike(i) else { continue }
            let isKnownShape = !shapes.isEmpty && document.has(.class, i) && shapes.contains(fullShape(i))
            if isKnownShape || isLoneProduct(i) {
                out.append(i)
                i = max(i, Int(node.end) - 1)
            }
        }
        return out
    }

    /// An amount, and a picture that leads to another page.
    private func isFullTile(_ node: Int) -> Bool {
        let subtree = document.subtree(node)
        guard shape.amounts(subtree) > 0, shape.amounts(subtree) <= 4, shape.pictures(subtree) > 0, subtree.count <= 200
        else { return false }
        return subtree.contains { i in
            guard document.nodes[i].tag == .a, let href = document.attribute(.href, of: i),
                shape.pictures(document.subtree(i)) > 0
            else { return false }
            return href.count > 1 && !isPictureAddress(href) && href.first != 35
        }
    }

    private func isPictureAddress(_ href: ArraySlice<UInt8>) -> Bool {
        let end = href.suffix(5)
        return end.has(".jpg") || end.has(".png") || end.has(".webp")
            || end.has(".jpeg") || end.has(".gif") || href.has("javascript:")
    }

    private func isLoneProduct(_ node: Int) -> Bool {
        let subtree = document.subtree(node)
        guard anchor != nil || subtree.count <= 80, shape.amounts(subtree) > 0, shape.amounts(subtree) <= 4,
            shape.links(subtree) <= 8, shape.pictures(subtree) > 0
        else { return false }
        if let anchor, document.subtree(anchor).contains(node) { return false }
        if isNamedProduct(node) { return !isBesideAnchor(node) || isFullTile(node) }
        return isCard(node) && isFullTile(node)
    }

    /// Right beside the main heading a lone product is rather the one that the heading names.
    private func isBesideAnchor(_ node: Int) -> Bool {
        anchor.map { document.nodes[$0].parent == document.nodes[node].parent } ?? false
    }

    private func isCard(_ node: Int) -> Bool {
        let n = document.nodes[node]
        guard n.tag != .a, n.present.has(.class) else { return false }
        return names.ofClass(n)?.traits.contains(.card)
            ?? document.attribute(.class, of: node).map { TileFinder.isCard(named: $0) } ?? false
    }

    /// A class that speaks of a card.
    static func isCard(named value: ArraySlice<UInt8>) -> Bool {
        value.has("card") || value.has("item") || value.has("thumb") || value.has("tile")
    }

    /// `class="product-card"`, `<li class="product">`, `itemtype=".../Product"`.
    private func isNamedProduct(_ node: Int) -> Bool {
        let n = document.nodes[node]
        if n.present.has(.itemtype), let type = document.attribute(.itemtype, of: node), type.has("/product") {
            return true
        }
        guard n.present.has(.class) else { return false }
        return names.ofClass(n)?.traits.contains(.product)
            ?? document.attribute(.class, of: node).map { TileFinder.isProduct(named: $0) } ?? false
    }

    /// A class that speaks of one product in a list.
    static func isProduct(named value: ArraySlice<UInt8>) -> Bool {
        guard value.has("product") || value.has("goods") || value.has("tovar") else { return false }
        for token in value.split(maxSplits: 20, whereSeparator: { $0 <= 32 }) {
            guard token.has("product") || token.has("goods") || token.has("tovar")
            else {
                continue
            }
            if token.isFolded("product") { return true }
            for part in TileFinder.parts where token.has(part) { return true }
        }
        return false
    }

    private static let parts: [StaticString] = [
        "item", "card", "tile", "thumb", "miniature", "box", "cell", "pod", "layout", "grid", "block", "inner",
        "snippet",
    ]

    private func signature(_ node: Int) -> UInt64 {
        let n = document.nodes[node]
        var shape = TileFinder.plain
        if n.present.has(.class) {
            shape =
                names.ofClass(n)?.shape ?? document.attribute(.class, of: node).map { TileFinder.shape(named: $0) }
                ?? TileFinder.plain
        }
        return (shape ^ UInt64(n.tag.rawValue)) &* 0x100_0000_01B3
    }

    /// Of an element without a class.
    private static let plain: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Of the first word that every sibling bears; numbers in it ("item-12") differ between them.
    static func shape(named value: ArraySlice<UInt8>) -> UInt64 {
        var hash = plain
        for b in value.drop(while: { $0 <= 32 }).prefix(while: { $0 > 32 }) where b < 48 || b > 57 {
            hash = (hash ^ UInt64(b)) &* 0x100_0000_01B3
        }
        return hash
    }

    private func fullShape(_ node: Int) -> UInt64 {
        let parent = Int(document.nodes[node].parent)
        return signature(node) &* 31 &+ (parent >= 0 ? signature(parent) : 0)
    }

    private func outermost(_ tiles: [Int]) -> [Int] {
        var out: [Int] = []
        var end = 0
        for tile in tiles.sorted() where tile >= end {
            out.append(tile)
            end = Int(document.nodes[tile].end)
        }
        return out
    }
}
