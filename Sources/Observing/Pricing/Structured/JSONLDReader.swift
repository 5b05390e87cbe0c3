import Model
import Parsing

/// Reads JSON-LD: graphs, arrays, nested things, references by @id; contexts are not resolved, names are taken by
/// their local part.
struct JSONLDReader {
    private var graph: EntityGraph
    private let node: Int
    private static let deepest = 24

    /// Adds what a script holds; false where nothing could be read.
    static func read(_ bytes: [UInt8], node: Int, into graph: inout EntityGraph) -> Bool {
        guard let value = JSONValue.parse(tolerant: bytes) else { return false }
        var reader = JSONLDReader(graph: graph, node: node)
        for element in value.elements { reader.top(element, depth: 0) }
        graph = reader.graph
        return true
    }

    private mutating func top(_ value: JSONValue, depth: Int) {
        guard depth < JSONLDReader.deepest else { return }
        if case .array(let elements) = value {
            for element in elements { top(element, depth: depth + 1) }
        } else if let graph = value["@graph"] {
            for element in graph.elements { top(element, depth: depth + 1) }
            if value["@type"] != nil { _ = add(value, parent: -1, role: "", depth: depth) }
        } else if case .object = value {
            _ = add(value, parent: -1, role: "", depth: depth)
        }
    }

    private mutating func add(_ object: JSONValue, parent: Int, role: String, depth: Int) -> Int? {
        let types = (object["@type"] ?? object["type"])?.elements.prefix(8).compactMap(\.text) ?? []
        let entity = graph.add(
            .init(
                types: types.map(EntityGraph.localName), id: (object["@id"] ?? object["id"])?.text, source: .jsonLD,
                node: node, parent: parent, role: EntityGraph.localName(role)))
        guard let entity else { return nil }
        for member in object.members where !member.name.hasPrefix("@") {
            for element in member.value.elements.prefix(EntityGraph.propertyLimit) {
                set(member.name, element, of: entity, depth: depth)
            }
        }
        return entity
    }

    private mutating func set(_ name: String, _ value: JSONValue, of entity: Int, depth: Int) {
        switch value {
        case .object(let members):
            guard depth < JSONLDReader.deepest else { return }
            if let literal = value["@value"]?.text {
                graph.set(name, .text(decoded(literal)), of: entity)
            } else if members.count == 1, let id = value["@id"]?.text {
                graph.set(name, .reference(id), of: entity)
            } else if let child = add(value, parent: entity, role: name, depth: depth + 1) {
                graph.set(name, .entity(child), of: entity)
            }
        case .array(let elements):
            guard depth < JSONLDReader.deepest else { return }
            for element in elements { set(name, element, of: entity, depth: depth + 1) }
        case .number(_, let literal): graph.set(name, .number(literal), of: entity)
        default:
            if let text = value.text { graph.set(name, .text(decoded(text)), of: entity) }
        }
    }

    /// Stays as it is: short, no reference, no white space but single spaces between words.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= EntityGraph.textLimit, text.first != 32, text.last != 32 else { return false }
        var last: UInt8 = 0
        for byte in text {
            if byte < 32 || byte == 38 || byte == 0xC2 || byte == 32 && last == 32 { return false }
            last = byte
        }
        return true
    }

    /// Character references that templates leave in strings ("Tom &amp; Jerry"), white space collapsed, cut.
    private func decoded(_ text: String) -> String {
        var text = text
        if text.withUTF8(JSONLDReader.isPlain) { return text }
        var bytes = Array(text.utf8.prefix(EntityGraph.textLimit))
        if bytes.contains(38) { bytes = CharacterReferences.decoded(bytes) }
        return String(decoding: collapsed(bytes, limit: EntityGraph.textLimit), as: UTF8.self)
    }
}

/// The few character references that occur in strings of structured data.
enum CharacterReferences {
    /// Named ones that HTML shares with XML, `&nbsp;`, and numbers; others stay.
    static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            guard bytes[i] == 38, let end = bytes[i...].prefix(12).firstIndex(of: 59),
                let scalar = scalar(bytes[(i + 1)..<end])
            else {
                out.append(bytes[i])
                i += 1
                continue
            }
            out.append(contentsOf: Array(String(scalar).utf8))
            i = end + 1
        }
        return out
    }

    private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let text = String(decoding: name, as: UTF8.self)
        if text.hasPrefix("#x") || text.hasPrefix("#X") {
            return UInt32(text.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        }
        if text.hasPrefix("#") { return UInt32(text.dropFirst()).flatMap(Unicode.Scalar.init) }
        switch text {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case "nbsp": return " "
        case "ndash": return "–"
        case "euro": return "€"
        default: return latin[text].flatMap(Unicode.Scalar.init)
        }
    }

    /// HTML's names for U+00A1…U+00FF, in their order.
    private static let latin: [String: UInt32] = Dictionary(
        """
        iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
        middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave
        Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute
        Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave
        iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """.split(whereSeparator: \.isWhitespace).enumerated().map { (String($1), UInt32(0xA1 + $0)) },
        uniquingKeysWith: { first, _ in first })
}
