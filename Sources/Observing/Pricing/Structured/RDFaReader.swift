import Model
import Parsing

/// Reads RDFa Lite 1.1: typeof, property, resource; the vocabulary is taken by the local name alone.
enum RDFaReader {
    /// Adds what is found from `first`, the first element with typeof.
    static func read(_ document: Document, from first: Int, into graph: inout EntityGraph) {
        var scopes: [(entity: Int, end: Int)] = []
        for i in first..<document.nodes.count where !document.nodes[i].isText {
            while let last = scopes.last, i >= last.end { scopes.removeLast() }
            let type = document.attribute(.typeof, of: i)
            let property = document.attribute(.property, of: i)
            guard type != nil || property != nil else { continue }
            let names = property.map { ElementValue.tokens($0) } ?? []
            let owner = scopes.last?.entity
            if let type {
                let id = document.attribute(.resource, of: i) ?? document.attribute(.about, of: i)
                let entity = graph.add(
                    .init(
                        types: ElementValue.tokens(type).map(EntityGraph.localName), id: id.map(ElementValue.string),
                        source: .rdfa, node: i, parent: names.isEmpty ? -1 : owner ?? -1,
                        role: owner == nil ? "" : names.first.map(EntityGraph.localName) ?? ""))
                guard let entity else { return }
                if let owner { for name in names { graph.set(name, .entity(entity), of: owner) } }
                if scopes.count < 64 { scopes.append((entity, Int(document.nodes[i].end))) }
            } else if let owner {
                let value = value(document, i)
                for name in names { graph.set(name, value, of: owner) }
            }
        }
    }

    private static func value(_ document: Document, _ node: Int) -> EntityGraph.Value {
        if !document.has(.content, node), let resource = document.attribute(.resource, of: node) {
            return .reference(ElementValue.string(resource))
        }
        return .text(ElementValue.read(document, node))
    }
}
