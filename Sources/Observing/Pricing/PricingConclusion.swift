import Model
import Parsing

/// Puts a page's amounts, controls and terms together once all of it has been seen.
struct PricingConclusion {
    let document: Document
    let page: PageView
    let terms: PricingTerms
    let spots: [PriceSpot]
    private let controls: [(node: Int, isCertain: Bool)]
    let title: String?
    let own: [Offer]
    private let others: [Offer]?
    private(set) var zone = ProductZone()
    private(set) var tileRoots: [Int] = []
    private(set) var tiles: [ProductTile] = []
    private(set) var orders: [(node: Int, isCertain: Bool)] = []
    /// Controls to order by that are disabled.
    private(set) var closed: [Int] = []
    private(set) var blockInTile: [Bool] = []

    init(
        page: PageView, terms: PricingTerms, spots: [PriceSpot], controls: [(node: Int, isCertain: Bool)],
        facts: PageFacts
    ) {
        self.page = page
        self.terms = terms
        self.spots = spots
        self.controls = controls
        document = page.document
        title = facts.head.title
        let product = OwnProduct(
            data: page.structured, heading: facts.navigation.headings.first { $0.level == 1 }?.text,
            title: facts.head.title,
            addresses: [facts.fetch.url, facts.head.canonical].compactMap { $0 })
        own = product.offers()
        others = page.context.keepsEntities ? product.others() : nil
        let name = own.first?.name
        if let heading = ProductZone.heading(document, name: name, title: title) {
            zone.heading = heading.node
            zone.headingBlock = heading.block
        }
        zone.scopes = product.scopes.map { document.subtree($0) }
        findTiles()
        findOrders()
    }

    /// All of it.
    mutating func facts() -> PricingFacts {
        var out = PricingFacts()
        out.structured = own
        if page.context.keepsEntities {
            out.entities = page.structured.entities()
            out.listed = others
        }
        let isProductLike = isProductLike
        if isProductLike {
            for k in tiles.indices { tiles[k].isRelated = true }
        }
        out.tiles = tiles
        out.emptyListing = first { if case .emptyListing = $0 { true } else { false } }
        out.amounts = amountsInMain
        out.orderWords = page.hits.count { hit in
            guard case .order = terms[hit.group] else { return false }
            let region = document.blocks[Int(hit.block)].region
            return region == .main || region == .page
        }
        out.lowest30Days = first { if case .price(.lowest30) = $0 { true } else { false } }
        if isProductLike { describeProduct(&out) }
        return out
    }

    private var amountsInMain: Int {
        spots.reduce(0) { count, spot in
            let region = document.blocks[spot.block].region
            let isMain = region == .main || region == .page
            let isAmount = spot.amount.nature == .money && spot.amount.hasCurrency && !blockInTile[spot.block]
            return count + (isMain && isAmount ? 1 : 0)
        }
    }

    // MARK: Tiles and controls

    private mutating func findTiles() {
        let money = spots.filter {
            $0.amount.nature == .money || $0.amount.nature == .bare && $0.words.contains(.price)
        }
        let shape = PageShape(document, amountNodes: money.map(\.node).sorted())
        tileRoots = TileFinder(document: document, names: page.names, shape: shape, anchor: zone.heading).find()
        let stock = stockHits()
        let free = freeBlocks()
        let relatedFrom = relatedHeadings()
        let reader = TileReader(document: document, names: page.names)
        let isOrdered = spots.indices.dropFirst().allSatisfy { spots[$0 - 1].node <= spots[$0].node }
        // Siblings of one class share a locator, and it is dear to make.
        var place: (root: Int, locator: String)?
        for root in tileRoots {
            let subtree = document.subtree(root)
            if place.map({ !hasSameLocator($0.root, root) }) ?? true { place = (root, document.locator(of: root)) }
            let inside = isOrdered ? spots(within: subtree) : spots.filter { subtree.contains($0.node) }[...]
            let hit = stock.isEmpty ? nil : StockReader.decide(stock.filter { subtree.contains($0.node) })
            guard
                var tile = reader.read(
                    root, spots: inside, availability: hit?.availability, locator: place?.locator ?? "")
            else { continue }
            if tile.offer.price == nil, let block = free.first(where: { subtree.contains(document.blocks[$0].node) }) {
                tile.offer.price = Money(minor: 0, currency: nil)
                tile.offer.mention.quote = document.string(of: document.blocks[block])
            }
            tile.isRelated =
                document.nodes[root].region == .aside || relatedFrom.contains { $0 < root && root - $0 < 1_500 }
                || standsAmongRelated(root)
            tiles.append(tile)
        }
        blockInTile = document.blocks.map { isInTile($0.node) }
    }

    /// A list that a class or an id close around it calls related goods.
    private func standsAmongRelated(_ root: Int) -> Bool {
        var at = Int(document.nodes[root].parent)
        for _ in 0..<4 where at >= 0 {
            let tag = document.nodes[at].tag
            guard tag != .main && tag != .body else { return false }
            if page.names.words(at, of: document).contains(.related) { return true }
            at = Int(document.nodes[at].parent)
        }
        return false
    }

    /// Of spots in the order of their nodes.
    private func spots(within subtree: Range<Int>) -> ArraySlice<PriceSpot> {
        var low = 0
        var high = spots.count
        while low < high {
            let middle = (low + high) / 2
            if spots[middle].node < subtree.lowerBound { low = middle + 1 } else { high = middle }
        }
        return spots[low...].prefix { $0.node < subtree.upperBound }
    }

    private func hasSameLocator(_ a: Int, _ b: Int) -> Bool {
        document.nodes[a].parent == document.nodes[b].parent && document.nodes[a].tag == document.nodes[b].tag
            && !document.has(.id, a) && !document.has(.id, b)
            && document.attribute(.class, of: a) == document.attribute(.class, of: b)
    }

    func isInTile(_ node: Int) -> Bool {
        var low = 0
        var high = tileRoots.count
        while low < high {
            let middle = (low + high) / 2
            if tileRoots[middle] <= node { low = middle + 1 } else { high = middle }
        }
        return low > 0 && document.subtree(tileRoots[low - 1]).contains(node)
    }

    private func relatedHeadings() -> [Int] {
        page.hits.compactMap { hit in
            guard case .related = terms[hit.group] else { return nil }
            let block = document.blocks[Int(hit.block)]
            return block.headingLevel > 0 || hit.isWholeBlock ? block.node : nil
        }
    }

    /// Controls outside of tiles that order something, by markup or by words.
    private mutating func findOrders() {
        var worded = [Bool](repeating: false, count: document.nodes.count)
        for hit in page.hits {
            guard case .order = terms[hit.group] else { continue }
            let block = document.blocks[Int(hit.block)]
            guard block.text.count <= 80,
                let piece = document.pieces[block.pieces].first(where: { $0.text.upperBound > hit.range.lowerBound })
            else { continue }
            var at = piece.node
            for _ in 0..<6 where at >= 0 {
                worded[at] = true
                at = Int(document.nodes[at].parent)
            }
        }
        let signs = OrderControl(page)
        for control in controls where !isInTile(control.node) {
            guard document.nodes[control.node].tag != .form else {
                if control.isCertain, hasOpenButton(control.node) { orders.append(control) }
                continue
            }
            guard isNarrow(control.node) else { continue }
            guard control.isCertain || worded[control.node] || saysOrder(control.node) else { continue }
            if signs.isDisabled(control.node) {
                closed.append(control.node)
            } else {
                orders.append((control.node, true))
            }
        }
        orders = orders.filter { order in
            document.nodes[order.node].tag != .form
                || !orders.contains { $0.node > order.node && document.subtree(order.node).contains($0.node) }
        }
        orders = orders.filter { order in zone.heading.map { order.node > $0 - 2_000 } ?? true }
        let behind = (orders.map(\.node) + closed).first { order in zone.heading.map { order > $0 } ?? true }
        zone.order = behind ?? orders.first?.node
        if let heading = zone.heading, let order = zone.order {
            let common = document.commonAncestor(heading, order)
            if document.nodes[common].tag != .html { zone.area = document.subtree(common) }
        }
    }

    /// A way to order that isn't disabled, behind the heading.
    var hasOpenOrder: Bool { orders.contains { order in zone.heading.map { order.node > $0 } ?? true } }

    private func isNarrow(_ node: Int) -> Bool { document.subtree(node).count <= 24 }

    /// A form with a submit control that isn't disabled.
    private func hasOpenButton(_ form: Int) -> Bool {
        let control = OrderControl(page)
        return document.subtree(form).contains { i in
            let tag = document.nodes[i].tag
            guard tag == .button || tag == .input && control.sign(i) != .none else { return false }
            return !control.isDisabled(i) && !document.nodes[i].isHidden
        }
    }

    /// The value of an input, or a label that only assistive software reads.
    private func saysOrder(_ node: Int) -> Bool {
        let value =
            document.nodes[node].tag == .input
            ? document.attribute(.value, of: node) ?? document.attribute(.alt, of: node)
            : document.attribute(.ariaLabel, of: node)
        guard let value, value.count >= 3, value.count <= 80 else { return false }
        return page.lexicon.hits(in: value, language: page.language.tag).contains {
            if case .order = terms[$0.group] { true } else { false }
        }
    }

    // MARK: The product

    private func describeProduct(_ out: inout PricingFacts) {
        let outside = spots.filter { !blockInTile[$0.block] }
        let known = Set(own.compactMap { $0.price?.hundredths })
        let choice = PriceChoice(document: document, zone: zone, known: known)
        var (cluster, ambiguity) = choice.choose(outside)
        // What costs something on such a page is an extra or a bundle.
        if cluster.price != nil, known == [0], saysFree {
            cluster = PriceCluster()
            ambiguity = "structured data and words on the page say that it is free, and a price stands beside it"
        }
        out.ambiguity = ambiguity
        if let price = cluster.price {
            let parts = OfferParts(document: document)
            var offer = Offer(source: .visible, mention: parts.mention(price))
            parts.fill(&offer, cluster)
            out.visible = offer
            if offer.price?.currency == nil, !price.amount.hasCurrency,
                !CurrencyMark.isBeside(price.node, document, page.names),
                !CurrencyMark.follows(price, document)
            {
                out.amountsWithoutCurrency = [offer.mention]
            }
        }
        if cluster.price == nil, ambiguity == nil { out.visible = freeOffer() }
        out.productName = zone.heading.map { document.visibleText(of: $0, limit: 300) } ?? own.first?.name
        out.visible?.name = out.productName
        if var offer = out.visible, let heading = zone.headingBlock {
            LabelReader(document: document, page: page, terms: terms).fill(&offer, heading: heading) {
                !blockInTile[$0]
            }
            out.visible = offer
        }
        out.priceOnRequest = out.visible == nil ? onRequest() : nil
        out.orderControls = orders.prefix(10).map {
            page.mention(of: $0.node, quote: document.accessibleName(of: $0.node))
        }
        out.closedOrder = closed.first.map { page.mention(of: $0, quote: document.accessibleName(of: $0)) }
        addAvailability(&out)
        addCard(&out)
    }

    /// "Free" by itself in the main part and in no tile.
    private var saysFree: Bool {
        page.hits.contains { hit in
            guard case .price(.free) = terms[hit.group], !blockInTile[Int(hit.block)] else { return false }
            let block = document.blocks[Int(hit.block)]
            return block.text.count <= 30 && (block.region == .main || block.region == .page)
        }
    }

    /// "Free!" in an element that is called a price, close behind the heading.
    private func freeOffer() -> Offer? {
        guard let heading = zone.headingBlock,
            let block = freeBlocks().first(where: { !blockInTile[$0] && (heading...(heading + 12)).contains($0) })
        else { return nil }
        var offer = Offer(source: .visible, mention: page.mention(block: block))
        offer.price = Money(minor: 0, currency: nil)
        return offer
    }

    /// Blocks that say nothing but that it is free, in elements that are called a price.
    private func freeBlocks() -> [Int] {
        page.hits.compactMap { hit in
            guard hit.isWholeBlock, case .price(.free) = terms[hit.group] else { return nil }
            let block = Int(hit.block)
            let node = document.blocks[block].node
            let region = document.blocks[block].region
            guard region == .main || region == .page else { return nil }
            let inner = document.pieces[document.blocks[block].pieces].first.map { document.nodes[$0.node].parent }
            let around = [Int(document.nodes[node].parent), node, inner.map(Int.init) ?? node]
            let words = around.reduce(into: ClassWords()) {
                $0.formUnion(page.names.words(max(0, $1), of: document))
            }
            return words.contains(.price) && !words.contains(.delivery) ? block : nil
        }
    }

    private func addCard(_ out: inout PricingFacts) {
        let card = ProductCard(document: document, names: page.names, zone: zone, isInTile: blockInTile)
        let description = card.description()
        out.descriptionWords = description.words
        out.descriptionHash = description.hash
        out.description = description.first.map { page.mention(block: $0) }
        out.characteristics = card.characteristics()
        (out.productPictures, out.productPicture) = card.pictures(tiles: tileRoots.map { document.subtree($0) })
    }

    private func onRequest() -> Mention? {
        for hit in page.hits {
            guard case .price(.onRequest) = terms[hit.group], !blockInTile[Int(hit.block)] else { continue }
            let block = document.blocks[Int(hit.block)]
            guard block.region == .main || block.region == .page, block.text.count <= 120 else { continue }
            if let heading = zone.headingBlock, abs(Int(hit.block) - heading) > 60 { continue }
            return page.mention(of: hit)
        }
        return nil
    }

    private func first(where test: (PricingTerms.Meaning) -> Bool) -> Mention? {
        for hit in page.hits {
            guard let meaning = terms[hit.group], test(meaning) else { continue }
            let region = document.blocks[Int(hit.block)].region
            if region == .main || region == .page { return page.mention(of: hit) }
        }
        return nil
    }
}
