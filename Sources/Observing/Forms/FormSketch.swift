import Model
import Parsing

/// What was seen of one form while the page was walked.
struct FormSketch {
    /// A control that a person fills in or presses.
    struct Field {
        enum Kind { case text, search, email, phone, password, message, choice, button, file }
        var kind: Kind
        var node: Int
        /// Name and id, lower case, as bytes.
        var name: [UInt8]
        var isTicked = false
    }

    let node: Int
    let end: Int
    var action: ArraySlice<UInt8>?
    var isPost = false
    var hasHandler = false
    /// `<form>`, not a mere group of controls.
    var isForm = true
    /// Names, ids, classes and the action of the form and its fields, lower case, apart by spaces.
    var words: [UInt8] = []
    var fields: [Field] = []
    /// Names of radio buttons already counted.
    var radioNames: Set<[UInt8]> = []
    /// Controls that a person can see and fill in.
    var fieldCount = 0

    /// More fields are not looked at.
    static let limit = 80

    init(node: Int, of document: Document, isForm: Bool = true) {
        self.node = node
        self.isForm = isForm
        end = max(node + 1, Int(document.nodes[node].end))
        action = document.attribute(.action, of: node)?.trimmed
        isPost = document.attribute(.method, of: node)?.trimmed.equalsFolded("post") ?? false
        hasHandler = document.attribute(of: node, otherNamed: "onsubmit") != nil
        for value in [
            action, document.attribute(.class, of: node), document.attribute(.id, of: node),
            document.attribute(.name, of: node), document.attribute(.role, of: node),
        ] {
            add(words: value)
        }
        if let data = document.attribute(of: node, otherNamed: "data-type") { add(words: data) }
    }

    /// Keeps up to 200 bytes of an attribute's value.
    mutating func add(words value: ArraySlice<UInt8>?) {
        guard let value, !value.isEmpty, words.count < 3_000 else { return }
        let kept = value.prefix(200)
        words.reserveCapacity(max(words.count + kept.count + 1, 120))
        words.append(32)
        for byte in kept { words.append(byte.asciiLowered) }
    }

    func has(_ part: StaticString) -> Bool { holds(part, in: words[...]) }

    func has(anyOf parts: [StaticString]) -> Bool { parts.contains { holds($0, in: words[...]) } }

    func count(_ kind: Field.Kind) -> Int { fields.reduce(0) { $0 + ($1.kind == kind ? 1 : 0) } }

    /// A field is named exactly so.
    func hasField(_ names: [StaticString]) -> Bool {
        fields.contains { field in
            names.contains { $0.utf8CodeUnitCount == field.name.count && field.name.equalsFolded($0) }
        }
    }
}

extension FormSketch {
    /// Takes an `<input>`, `<select>`, `<textarea>` or `<button>`.
    mutating func take(_ node: Int, of document: Document) {
        guard fields.count < FormSketch.limit, let kind = FormSketch.kind(of: node, in: document) else {
            if document.nodes[node].tag == .input { addHidden(node, of: document) }
            return
        }
        let name = (document.attribute(.name, of: node) ?? document.attribute(.id, of: node) ?? []).prefix(80)
        var field = Field(kind: kind, node: node, name: name.map(\.asciiLowered))
        field.isTicked = kind == .choice && document.has(.checked, node)
        add(words: document.attribute(.name, of: node))
        add(words: document.attribute(.id, of: node))
        if kind != .choice { add(words: document.attribute(.class, of: node)) }
        if kind == .button, document.has(.onclick, node) || document.has(.formaction, node) { hasHandler = true }
        refine(&field, document)
        fields.append(field)
        guard kind != .button, !document.nodes[node].isHidden else { return }
        let isRadio = document.attribute(.type, of: node)?.equalsFolded("radio") ?? false
        if !isRadio || radioNames.insert(field.name).inserted { fieldCount += 1 }
    }

    private mutating func addHidden(_ node: Int, of document: Document) {
        add(words: document.attribute(.name, of: node))
        if let name = document.attribute(.name, of: node), name.equalsFolded("route") {
            add(words: document.attribute(.value, of: node))
        }
    }

    /// A plain text field that is called e-mail, telephone or search.
    private func refine(_ field: inout Field, _ document: Document) {
        guard field.kind == .text else { return }
        let name = field.name
        if name.containsFolded("email") || name.containsFolded("e-mail") || name.equalsFolded("mail")
            || name.containsFolded("e_mail")
        {
            field.kind = .email
        } else if name.containsFolded("phone") || name.containsFolded("telefon") || name.equalsFolded("tel")
            || name.containsFolded("mobile")
        {
            field.kind = .phone
        }
    }

    /// Nil for what nobody sees: hidden fields, and controls that are none.
    private static func kind(of node: Int, in document: Document) -> Field.Kind? {
        switch document.nodes[node].tag {
        case .textarea: return .message
        case .select: return .choice
        case .button: return .button
        case .input: break
        default: return nil
        }
        guard let type = document.attribute(.type, of: node)?.trimmed else { return .text }
        return kinds.first { type.equalsFolded($0.0) }.map(\.1) ?? .text
    }

    private static let kinds: [(StaticString, Field.Kind?)] = [
        ("hidden", nil), ("submit", .button), ("image", .button), ("button", .button), ("reset", .button),
        ("checkbox", .choice), ("radio", .choice), ("password", .password), ("email", .email), ("tel", .phone),
        ("search", .search), ("file", .file), ("range", .choice), ("color", .choice),
    ]
}
