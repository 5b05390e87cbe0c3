import Yams

/// A mapping of a check's file, read key by key so that a wrong key can be named with its place.
struct YAMLMapping {
    let file: String
    /// Dotted path of this mapping; "" at the top.
    let path: String
    let node: Node
    private let pairs: [(key: Node, value: Node)]

    init(_ node: Node, file: String, path: String) throws {
        guard let mapping = node.mapping else {
            throw CatalogueError("must be keys with values", file: file, line: node.mark?.line, key: path)
        }
        self.file = file
        self.path = path
        self.node = node
        pairs = mapping.map { ($0.key, $0.value) }
    }

    /// Reads a whole file.
    static func top(ofYAML text: String, file: String) throws -> YAMLMapping {
        let node: Node?
        do { node = try Yams.compose(yaml: text) } catch {
            let line = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
            throw CatalogueError("not readable as YAML: \(line)", file: file)
        }
        guard let node else { throw CatalogueError("the file is empty", file: file) }
        return try YAMLMapping(node, file: file, path: "")
    }

    /// Keys as written, in order.
    var keys: [String] { pairs.map { $0.key.string ?? "" } }

    /// Throws at the first key that isn't known.
    func allowOnly(_ known: [String]) throws {
        for (key, _) in pairs {
            let name = key.string ?? ""
            guard !known.contains(name) else { continue }
            throw CatalogueError(
                "unknown key\(NearestName.hint(name, among: known))", file: file, line: key.mark?.line,
                key: full(name))
        }
    }

    func node(_ key: String) -> Node? { pairs.first { $0.key.string == key }?.value }

    func full(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    func error(_ key: String, _ message: String) -> CatalogueError {
        CatalogueError(message, file: file, line: (node(key) ?? node).mark?.line, key: full(key))
    }

    func required(_ key: String) throws -> Node {
        guard let value = node(key) else { throw error(key, "is missing") }
        return value
    }

    /// A scalar that isn't empty.
    func string(_ key: String) throws -> String {
        guard let text = try required(key).scalar?.string, !text.allSatisfy(\.isWhitespace) else {
            throw error(key, "must be text")
        }
        // Folded scalars end with a line feed.
        var trimmed = Substring(text)
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        return String(trimmed)
    }

    func optionalString(_ key: String) throws -> String? { node(key) == nil ? nil : try string(key) }

    func number(_ key: String) throws -> Double {
        let value = try required(key)
        guard let scalar = value.scalar, let number = Double.construct(from: scalar), number.isFinite else {
            throw error(key, "must be a number")
        }
        return number
    }

    func strings(_ key: String) throws -> [String] {
        guard let sequence = try required(key).sequence else { throw error(key, "must be a list") }
        return try sequence.map { item in
            guard let text = item.scalar?.string else { throw error(key, "must be a list of texts") }
            return text
        }
    }

    /// One of the raw values of an enumeration.
    func choice<Value: RawRepresentable & CaseIterable>(_ key: String, _ type: Value.Type) throws -> Value
    where Value.RawValue == String {
        let text = try string(key)
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue)
            throw error(key, "“\(text)” is not known\(NearestName.hint(text, among: known))")
        }
        return value
    }

    func mapping(_ key: String) throws -> YAMLMapping {
        try YAMLMapping(try required(key), file: file, path: full(key))
    }
}
