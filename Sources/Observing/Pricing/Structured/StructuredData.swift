import Model
import Parsing

/// What a page tells machines about itself, read once before the walk and shared by the observers.
struct StructuredData: Sendable {
    /// Contacts of an organisation, person or shop as structured data names them.
    struct Organization: Sendable, Hashable {
        var name: String?
        var telephones: [String] = []
        var emails: [String] = []
        /// The address in one line.
        var address: String?
        var openingHours: [String] = []
        var mention: Mention
    }

    fileprivate(set) var graph = EntityGraph()
    fileprivate(set) var openGraph = OpenGraph()
    /// Types of everything described: "Product", "BreadcrumbList".
    fileprivate(set) var types: Set<String> = []
    /// The trail of a BreadcrumbList with two entries or more: "Home › Tools › Drills".
    fileprivate(set) var breadcrumbs: Mention?
    fileprivate(set) var organizations: [Organization] = []
    /// Of an article or blog post, as written.
    fileprivate(set) var datePublished: String?
    /// ISO codes of prices, most frequent first.
    fileprivate(set) var currencies: [String] = []
    /// Blocks of JSON-LD that are not valid JSON and of which nothing could be saved.
    fileprivate(set) var brokenBlocks = 0

    init() {}

    /// Reads all of a document's structured data.
    static func read(_ document: Document) -> StructuredData {
        var data = StructuredData()
        var firstScope: Int?
        var firstType: Int?
        let hasScopes = document.present.has(.itemscope)
        let hasTypes = document.present.has(.typeof)
        for i in document.nodes.indices {
            switch document.nodes[i].tag {
            case .script where !document.nodes[i].isText: data.takeScript(document, i)
            case .meta where !document.nodes[i].isText: data.openGraph.take(document, meta: i)
            default: break
            }
            if hasScopes, firstScope == nil, document.has(.itemscope, i) { firstScope = i }
            if hasTypes, firstType == nil, document.has(.typeof, i) { firstType = i }
        }
        if let firstScope { MicrodataReader.read(document, from: firstScope, into: &data.graph) }
        if let firstType { RDFaReader.read(document, from: firstType, into: &data.graph) }
        data.graph.indexIDs()
        data.summarise()
        return data
    }

    /// All of it as found, for whoever asks for more than the offers.
    func entities() -> [StructuredEntity] { graph.tree() + [openGraph.entity].compactMap { $0 } }

    private mutating func takeScript(_ document: Document, _ node: Int) {
        guard let type = document.attribute(.type, of: node), type.has("ld+json") else { return }
        var bytes: [UInt8] = []
        for i in document.descendants(of: node) where document.nodes[i].isText {
            bytes.append(contentsOf: document.textBytes(of: i))
        }
        guard !bytes.isBlank else { return }
        if !JSONLDReader.read(bytes, node: node, into: &graph) { brokenBlocks += 1 }
    }

    private mutating func summarise() {
        var counts: [String: Int] = [:]
        for i in graph.entities.indices {
            let entity = graph.entities[i]
            types.formUnion(entity.types)
            if entity.isA("BreadcrumbList"), breadcrumbs == nil { breadcrumbs = trail(i) }
            if isOrganization(entity), organizations.count < 20, let found = organization(i) {
                organizations.append(found)
            }
            if datePublished == nil, entity.types.contains(where: { $0.hasSuffix("Article") || $0 == "BlogPosting" }) {
                datePublished = graph.text("datePublished", of: i)
            }
            if let code = graph.text("priceCurrency", of: i).flatMap(PriceText.currency) {
                counts[code, default: 0] += 1
            }
        }
        if let code = openGraph.currency { counts[code, default: 0] += 1 }
        currencies = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    private func trail(_ list: Int) -> Mention? {
        let names = graph.entities("itemListElement", of: list).prefix(12).compactMap { item in
            graph.text("name", of: item) ?? graph.text("item", of: item)
        }
        guard names.count >= 2 else { return nil }
        return Mention.structured(names.joined(separator: " › "), graph.entities[list].source)
    }

    private func isOrganization(_ entity: EntityGraph.Entity) -> Bool {
        entity.types.contains {
            $0.hasSuffix("Organization") || $0.hasSuffix("Store") || $0.hasSuffix("Business") || $0 == "Corporation"
                || $0 == "ContactPoint" || $0 == "Shop" || $0 == "Restaurant"
        }
    }

    private func organization(_ i: Int) -> Organization? {
        func all(_ name: String) -> [String] {
            graph.entities[i].properties.compactMap { property in
                guard property.name == name else { return nil }
                switch property.value {
                case .text(let text), .number(let text): return text.isEmpty ? nil : text
                default: return nil
                }
            }
        }
        var out = Organization(
            name: graph.text("name", of: i), telephones: Array(all("telephone").prefix(10)),
            emails: Array(all("email").prefix(10)), address: all("address").first,
            openingHours: Array(all("openingHours").prefix(14)),
            mention: Mention.structured("", graph.entities[i].source))
        if out.address == nil, let address = graph.entities("address", of: i).first {
            let parts = ["streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"]
            let line = parts.compactMap { graph.text($0, of: address) }.joined(separator: ", ")
            out.address = line.isEmpty ? nil : line
        }
        for hours in graph.entities("openingHoursSpecification", of: i).prefix(14) {
            let words = ["dayOfWeek", "opens", "closes"].compactMap { graph.text($0, of: hours) }
            if words.count >= 2 { out.openingHours.append(words.joined(separator: " ")) }
        }
        guard !out.openingHours.isEmpty || !out.telephones.isEmpty || !out.emails.isEmpty || out.address != nil else {
            return nil
        }
        let words = [out.name, out.telephones.first, out.emails.first, out.address].compactMap { $0 }
        out.mention = Mention.structured(words.joined(separator: ", "), graph.entities[i].source)
        return out
    }
}

extension Mention {
    /// Words of structured data, cut to the limit.
    static func structured(_ quote: String, _ source: OfferSource) -> Mention {
        let locator =
            switch source {
            case .jsonLD: "script[type=\"application/ld+json\"]"
            case .microdata: "[itemscope]"
            case .rdfa: "[typeof]"
            default: "meta"
            }
        return Mention(
            quote: String(quote.prefix(Mention.quoteLimit)), region: .structuredData, locator: locator)
    }
}
