/// A JSON document, objects in the order of their members.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The literal is kept as written, so that "10.50" stays a price with two decimals.
    case number(Double, literal: String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// A name and its value. Of members with the same name the last one counts and stands at the first one's place.
    public struct Member: Sendable, Hashable {
        /// The key.
        public var name: String
        /// What stands under it.
        public var value: JSONValue

        /// A member.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The member's value; nil for anything but an object that has it.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// An object's members; none for anything else.
    public var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// An array's elements, anything else as the only one, none for null: JSON-LD writes one value or several alike.
    public var elements: [JSONValue] {
        switch self {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }

    /// A string, or a number or a truth value as written; nil for the rest.
    public var text: String? {
        switch self {
        case .string(let text): text
        case .number(_, let literal): literal
        case .bool(let isTrue): isTrue ? "true" : "false"
        default: nil
        }
    }

    /// A number's value; nil for anything else, strings included.
    public var number: Double? {
        if case .number(let value, _) = self { value } else { nil }
    }
}

/// What could be read of JSON as it is found in pages.
public struct JSONReading: Sendable, Hashable {
    /// What was read.
    public var value: JSONValue
    /// It wasn't JSON as written, and was read after mending: comments, trailing commas, raw line breaks and the
    /// like. Programs that are stricter may see nothing.
    public var isMended: Bool
}
