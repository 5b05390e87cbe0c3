import Model

extension EntityGraph {
    /// Deepest nesting that is written out, and most things in all: things that refer to each other would never end.
    private static let deepest = 12
    private static let mostThings = 2_000

    /// Everything described, each thing inside the one that it belongs to.
    func tree() -> [StructuredEntity] {
        var left = EntityGraph.mostThings
        let referred = referred()
        return entities.indices.compactMap { i in
            guard entities[i].parent < 0, !referred.contains(i), !entities[i].properties.isEmpty else { return nil }
            return written(i, path: [], left: &left)
        }
    }

    /// Things at the top that others name by id: they are written there.
    private func referred() -> Set<Int> {
        var out: Set<Int> = []
        for (i, entity) in entities.enumerated() {
            for property in entity.properties {
                guard case .reference = property.value, let other = self.entity(property.value), other != i else {
                    continue
                }
                if !isAbove(other, i) { out.insert(other) }
            }
        }
        // Two things that name each other would vanish both.
        return out.filter { i in !entities[i].properties.contains { self.entity($0.value).map(out.contains) ?? false } }
    }

    private func isAbove(_ other: Int, _ entity: Int) -> Bool {
        var at = entity
        while at >= 0 {
            if at == other { return true }
            at = entities[at].parent
        }
        return false
    }

    private func written(_ i: Int, path: [Int], left: inout Int) -> StructuredEntity {
        left -= 1
        let entity = entities[i]
        var out = StructuredEntity(
            syntax: path.isEmpty ? entity.source : nil, type: entity.types, id: entity.id, properties: [:])
        for (name, value) in entity.properties {
            out.properties[name, default: []].append(self.value(value, path: path + [i], left: &left))
        }
        return out
    }

    private func value(_ value: Value, path: [Int], left: inout Int) -> StructuredEntity.Value {
        switch value {
        case .text(let text), .number(let text): return .text(text)
        case .reference(let text):
            guard let other = entity(value), isFree(other, path, left) else { return .text(text) }
            return .entity(written(other, path: path, left: &left))
        case .entity(let own):
            let i = entity(value) ?? own
            guard isFree(i, path, left) else {
                return .entity(
                    StructuredEntity(syntax: nil, type: entities[i].types, id: entities[i].id, properties: [:]))
            }
            return .entity(written(i, path: path, left: &left))
        }
    }

    private func isFree(_ i: Int, _ path: [Int], _ left: Int) -> Bool {
        left > 0 && path.count < EntityGraph.deepest && !path.contains(i)
    }
}
