import Model

/// Tells the page's own product from the related ones that structured data also lists.
struct OwnProduct {
    let data: StructuredData
    /// Main heading and title; nil or empty where there is none.
    let heading: String?
    let title: String?
    /// Where the page is, as fetched, and its canonical address.
    let addresses: [String]

    /// Offers of the page's own product, JSON-LD first.
    func offers() -> [Offer] {
        let reader = OfferReader(graph: data.graph)
        var out: [Offer] = []
        for source in [OfferSource.jsonLD, .microdata, .rdfa] {
            guard let product = choose(source) else { continue }
            out += reader.offers(of: product)
        }
        if data.openGraph.isProduct, let offer = data.openGraph.offer() { out.append(offer) }
        return Array(out.prefix(OfferReader.limit))
    }

    /// Offers of the other products that the page's structured data lists, priced, at most 200: a listing that shows
    /// its tiles by script names its goods there alone.
    func others() -> [Offer] {
        let reader = OfferReader(graph: data.graph)
        let own = Set([OfferSource.jsonLD, .microdata, .rdfa].compactMap(choose))
        var out: [Offer] = []
        for i in data.graph.entities.indices where out.count < 200 {
            let entity = data.graph.entities[i]
            guard OfferReader.isProduct(entity), !own.contains(i), entity.role != "hasVariant", entity.role != "model"
            else { continue }
            guard var offer = reader.offers(of: i).first(where: { $0.price != nil }), offer.name != nil else {
                continue
            }
            offer.url = offer.url ?? entity.id
            out.append(offer)
        }
        return out
    }

    /// The element that bears the own product's microdata or RDFa; nil where there is none.
    var scopes: [Int] {
        [OfferSource.microdata, .rdfa].compactMap { choose($0).map { data.graph.entities[$0].node } }
    }

    private func choose(_ source: OfferSource) -> Int? {
        var best: (score: Int, index: Int)?
        var rivals = 0
        var candidates = 0
        for i in data.graph.entities.indices {
            let entity = data.graph.entities[i]
            guard entity.source == source, OfferReader.isProduct(entity), !entity.properties.isEmpty, isOwnRole(entity)
            else {
                continue
            }
            candidates += 1
            let score = score(i, entity)
            if let known = best, known.score == score { rivals += 1 }
            if best.map({ $0.score < score }) ?? true {
                best = (score, i)
                rivals = 0
            }
        }
        guard let best else { return nil }
        if rivals > 0 { return sameThing(source, best.score) ? best.index : nil }
        // A lone product is the page's own unless its name says otherwise.
        let bar = candidates == 1 ? (source == .jsonLD || data.openGraph.isProduct ? 1 : 3) : 4
        return best.score >= bar ? best.index : nil
    }

    /// All the best ones bear one name: the same product twice.
    private func sameThing(_ source: OfferSource, _ top: Int) -> Bool {
        var names: Set<String> = []
        for i in data.graph.entities.indices {
            let entity = data.graph.entities[i]
            guard entity.source == source, OfferReader.isProduct(entity), !entity.properties.isEmpty, isOwnRole(entity),
                score(i, entity) == top
            else { continue }
            names.insert(data.graph.text("name", of: i)?.lowercased() ?? "")
        }
        return names.count == 1 && top >= 4
    }

    private func isOwnRole(_ entity: EntityGraph.Entity) -> Bool {
        var role = entity.role
        var parent = entity.parent
        for _ in 0..<6 {
            if !role.isEmpty, OwnProduct.foreignRoles.contains(role) { return false }
            guard parent >= 0 else { break }
            role = data.graph.entities[parent].role
            if data.graph.entities[parent].isA("ItemList") { return false }
            parent = data.graph.entities[parent].parent
        }
        return true
    }

    private static let foreignRoles: Set<String> = [
        "isRelatedTo", "isSimilarTo", "isAccessoryOrSparePartFor", "isConsumableFor", "itemListElement", "hasVariant",
        "model", "isVariantOf", "itemReviewed", "makesOffer", "owns", "addOn",
    ]

    /// Name and address agreements: 3 and more is a good sign, 0 none.
    private func score(_ i: Int, _ entity: EntityGraph.Entity) -> Int {
        var score = 0
        if let name = data.graph.text("name", of: i) {
            switch NameMatch.compare(name, heading ?? "") {
            case .same: score += 5
            case .within: score += 3
            case .different: break
            }
            if NameMatch.compare(name, title ?? "") != .different { score += 3 }
        }
        if entity.parent < 0 || entity.role == "mainEntity" { score += 1 }
        if !data.graph.entities("offers", of: i).isEmpty || !data.graph.entities("hasVariant", of: i).isEmpty {
            score += 1
        }
        let named = [data.graph.text("url", of: i), entity.id].compactMap { $0 }
        if named.contains(where: { url in addresses.contains { NameMatch.samePath(url, $0) } }) { score += 3 }
        return score
    }
}
