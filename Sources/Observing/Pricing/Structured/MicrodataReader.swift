import Model
import Parsing

/// Reads microdata (HTML standard, 5): itemscope, itemprop, itemref.
struct MicrodataReader {
    let document: Document
    private var graph: EntityGraph
    /// Elements that others refer to by id; filled where an itemref occurs.
    private var ids: [ArraySlice<UInt8>: Int] = [:]
    private var pending: [(entity: Int, root: Int)] = []
    private var budget: Int

    /// Adds what is found from `first`, the first element with itemscope.
    static func read(_ document: Document, from first: Int, into graph: inout EntityGraph) {
        var reader = MicrodataReader(document, graph)
        reader.walk(first..<document.nodes.count, base: nil)
        reader.followReferences()
        graph = reader.graph
    }

    private init(_ document: Document, _ graph: EntityGraph) {
        self.document = document
        self.graph = graph
        budget = document.nodes.count * 3
    }

    /// Reads a stretch of nodes whose properties belong to `base` unless a nearer item claims them.
    private mutating func walk(_ nodes: Range<Int>, base: Int?) {
        var scopes: [(entity: Int, end: Int)] = []
        for i in nodes where !document.nodes[i].isText {
            budget -= 1
            if budget < 0 { return }
            while let last = scopes.last, i >= last.end { scopes.removeLast() }
            let property = document.attribute(.itemprop, of: i)
            let isScope = document.has(.itemscope, i)
            guard property != nil || isScope else { continue }
            let owner = scopes.last?.entity ?? base
            if isScope {
                guard let entity = open(i, owner: owner, property: property) else { return }
                if scopes.count < 64 { scopes.append((entity, Int(document.nodes[i].end))) }
            } else if let owner, let property {
                let value = EntityGraph.Value.text(ElementValue.read(document, i))
                for name in ElementValue.tokens(property) { graph.set(name, value, of: owner) }
            }
        }
    }

    private mutating func open(_ node: Int, owner: Int?, property: ArraySlice<UInt8>?) -> Int? {
        let types = document.attribute(.itemtype, of: node).map { ElementValue.tokens($0) } ?? []
        let names = property.map { ElementValue.tokens($0) } ?? []
        let role = owner == nil ? nil : names.first
        let entity = graph.add(
            .init(
                types: types.map(EntityGraph.localName),
                id: document.attribute(.itemid, of: node).map(ElementValue.string),
                source: .microdata, node: node, parent: role == nil ? -1 : owner ?? -1,
                role: role.map(EntityGraph.localName) ?? ""))
        guard let entity else { return nil }
        if let owner { for name in names { graph.set(name, .entity(entity), of: owner) } }
        if let references = document.attribute(.itemref, of: node) {
            indexIDs()
            for id in ElementValue.tokens(references) where pending.count < 200 {
                if let root = ids[Array(id.utf8)[...]] { pending.append((entity, root)) }
            }
        }
        return entity
    }

    private mutating func followReferences() {
        var next = 0
        while next < pending.count {
            let (entity, root) = pending[next]
            next += 1
            let bearer = graph.entities[entity].node
            // An item inside itself would never end.
            guard !(root <= bearer && bearer < Int(document.nodes[root].end)) else { continue }
            walk(root..<max(root + 1, Int(document.nodes[root].end)), base: entity)
        }
    }

    private mutating func indexIDs() {
        guard ids.isEmpty else { return }
        for i in document.nodes.indices {
            if let id = document.attribute(.id, of: i), ids[id] == nil { ids[id] = i }
        }
    }
}
