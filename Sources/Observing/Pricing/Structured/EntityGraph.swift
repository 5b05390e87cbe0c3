import Model

/// Things that a page's structured data describes, whatever the syntax: JSON-LD, microdata or RDFa.
struct EntityGraph: Sendable {
    /// What a property holds.
    enum Value: Sendable {
        case text(String)
        /// A number as JSON writes it: its full stop is a decimal point.
        case number(String)
        /// Index into `entities`.
        case entity(Int)
        /// Another entity, by its `@id`.
        case reference(String)
    }
    /// One thing.
    struct Entity: Sendable {
        /// Without the vocabulary's address: "Product".
        var types: [String] = []
        var id: String?
        var properties: [(name: String, value: Value)] = []
        var source: OfferSource
        /// The element that bears it; the script for JSON-LD.
        var node: Int
        /// The thing that it is a property of, and of which; -1 at the top.
        var parent = -1
        var role = ""

        func isA(_ type: String) -> Bool { types.contains(type) }
    }

    private(set) var entities: [Entity] = []
    private var byID: [String: Int] = [:]

    /// Most things and most properties of one thing that are kept.
    static let entityLimit = 2_000
    static let propertyLimit = 400
    /// Longest text of a property, in bytes.
    static let textLimit = 2_000

    /// Adds a thing; nil where there are too many.
    mutating func add(_ entity: Entity) -> Int? {
        guard entities.count < EntityGraph.entityLimit else { return nil }
        entities.append(entity)
        return entities.count - 1
    }

    mutating func setTypes(_ types: [String], id: String?, of entity: Int) {
        entities[entity].types = types
        entities[entity].id = id
    }

    mutating func set(_ name: String, _ value: Value, of entity: Int) {
        guard entities[entity].properties.count < EntityGraph.propertyLimit else { return }
        entities[entity].properties.append((EntityGraph.localName(name), value))
    }

    /// Makes references by `@id` resolvable; where several things bear one id, the one with most properties wins.
    mutating func indexIDs() {
        for (i, entity) in entities.enumerated() {
            guard let id = entity.id, !id.isEmpty else { continue }
            if let known = byID[id], entities[known].properties.count >= entity.properties.count { continue }
            byID[id] = i
        }
    }

    /// The entity that a value is, directly or by its id.
    func entity(_ value: Value) -> Int? {
        switch value {
        case .entity(let i):
            // {"@id": …} alone is a reference.
            if entities[i].properties.isEmpty, let id = entities[i].id, let known = byID[id] { return known }
            return i
        case .reference(let id), .text(let id): return byID[id]
        case .number: return nil
        }
    }

    /// The entities of a property, in order.
    func entities(_ name: String, of entity: Int) -> [Int] {
        self.entities[entity].properties.compactMap { $0.name == name ? self.entity($0.value) : nil }
    }

    /// The first text of a property: a nested thing gives its name or value.
    func text(_ name: String, of entity: Int) -> String? {
        for property in entities[entity].properties where property.name == name {
            switch property.value {
            case .text(let text), .number(let text), .reference(let text):
                if !text.isEmpty { return text }
            case .entity(let i):
                if let id = entities[i].id, entities[i].properties.isEmpty { return id }
                for inner in ["name", "value", "url", "contentUrl"] {
                    if let text = plainText(inner, of: i) { return text }
                }
            }
        }
        return nil
    }

    /// The first value of a property that is itself text or a number.
    func plain(_ name: String, of entity: Int) -> Value? {
        for property in entities[entity].properties where property.name == name {
            switch property.value {
            case .text(let text) where !text.isEmpty: return property.value
            case .number: return property.value
            default: continue
            }
        }
        return nil
    }

    private func plainText(_ name: String, of entity: Int) -> String? {
        switch plain(name, of: entity) {
        case .text(let text), .number(let text): text
        default: nil
        }
    }

    /// "http://schema.org/Product", "schema:Product" → "Product".
    static func localName(_ name: String) -> String {
        guard let cut = name.utf8.lastIndex(where: { $0 == 47 || $0 == 35 || $0 == 58 }) else { return name }
        return String(name[name.utf8.index(after: cut)...])
    }
}
