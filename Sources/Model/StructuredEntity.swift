/// One thing that a page's structured data describes, as found and unjudged, whatever the syntax. As JSON it has the
/// form that the HTML standard gives to microdata: type, id, properties, each property a list of values.
public struct StructuredEntity: Codable, Sendable, Hashable {
    /// Where it was read; nil for a thing inside another.
    public var syntax: OfferSource?
    /// Types without the vocabulary's address: "Product".
    public var type: [String]
    /// As written; nil without one.
    public var id: String?
    /// By name without the vocabulary's address; values in the page's order.
    public var properties: [String: [Value]]

    /// What a property holds: text as written but for white space, or another thing.
    public enum Value: Codable, Sendable, Hashable {
        case text(String)
        case entity(StructuredEntity)

        /// A string, or an object.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .entity(try container.decode(StructuredEntity.self))
            }
        }

        /// A string, or an object.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .entity(let entity): try container.encode(entity)
            }
        }
    }

    /// Each argument becomes the field of its name.
    public init(syntax: OfferSource?, type: [String], id: String?, properties: [String: [Value]]) {
        self.syntax = syntax
        self.type = type
        self.id = id
        self.properties = properties
    }
}
