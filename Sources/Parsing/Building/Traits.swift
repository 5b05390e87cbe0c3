/// What an element's attributes say about how it is shown and which part of the page it is.
struct Traits {
    var meaning: ClassMeaning = []
    var idMeaning: ClassMeaning = []
    var role: Role = .none
    var style: InlineStyle = []
    var isHidden = false
    var isUntilFound = false
    var isInputHidden = false
    var isOpen = false
    var isLinked = false
    /// Of the element, as its node keeps them.
    var classIndex: UInt16 = 0
    var present: AttributeSet = []

    /// ARIA landmarks, and the button.
    enum Role: UInt8 {
        case none, button, other, banner, navigation, main, complementary, contentinfo, dialog

        var isLandmark: Bool { rawValue >= Role.banner.rawValue }
    }

    var isEmpty: Bool {
        meaning.isEmpty && idMeaning.isEmpty && role == .none && style.isEmpty && !isHidden && !isUntilFound
            && !isInputHidden
    }

    /// Looks at one attribute; only those of `tellsTraits`.
    mutating func note(_ name: AttributeName, _ value: UnsafeBufferPointer<UInt8>) {
        switch name {
        case .id: idMeaning = Parsing.idMeaning(value)
        case .role: role = Self.role(value)
        case .style: style = InlineStyle(value)
        case .hidden:
            isUntilFound = value.equalsFolded("until-found")
            isHidden = !isUntilFound
        case .type: isInputHidden = value.equalsFolded("hidden")
        case .href: isLinked = true
        case .open: isOpen = true
        default: break
        }
    }

    private static func role(_ value: UnsafeBufferPointer<UInt8>) -> Role {
        switch value.count {
        case 6 where value.equalsFolded("banner"): .banner
        case 10 where value.equalsFolded("navigation"): .navigation
        case 4 where value.equalsFolded("main"): .main
        case 13 where value.equalsFolded("complementary"): .complementary
        case 11 where value.equalsFolded("contentinfo"): .contentinfo
        case 6 where value.equalsFolded("dialog"), 11 where value.equalsFolded("alertdialog"): .dialog
        case 6 where value.equalsFolded("button"): .button
        default: .other
        }
    }
}

/// The few declarations of a `style` attribute that decide what is shown.
struct InlineStyle: OptionSet {
    let rawValue: UInt8
    init(rawValue: UInt8) { self.rawValue = rawValue }
    static let hidden = InlineStyle(rawValue: 1)
    static let struck = InlineStyle(rawValue: 2)

    init(_ value: UnsafeBufferPointer<UInt8>) {
        self = []
        guard value.count >= 12 else { return }
        var name = NameTable.seed
        var word = NameTable.seed
        var isName = true
        for byte in value {
            switch byte {
            case UInt8(ascii: ":"):
                name = word
                word = NameTable.seed
                isName = false
            case UInt8(ascii: ";"):
                judge(name, word)
                word = NameTable.seed
                isName = true
            case UInt8(ascii: "!"), 0...32:
                if !isName { judge(name, word) }
                if !isName { word = NameTable.seed }
            default:
                word = NameTable.mix(word, byte >= 65 && byte <= 90 ? byte | 32 : byte)
            }
        }
        if !isName { judge(name, word) }
    }

    private mutating func judge(_ name: UInt64, _ word: UInt64) {
        switch styleWords.value(hash: name) {
        case 1: if styleWords.value(hash: word) == 11 { insert(.hidden) }
        case 2: if styleWords.value(hash: word) == 12 { insert(.hidden) }
        case 3: if styleWords.value(hash: word) == 13 { insert(.struck) }
        default: break
        }
    }
}

private let styleWords = NameTable([
    ("display", 1), ("visibility", 2), ("text-decoration", 3), ("text-decoration-line", 3),
    ("none", 11), ("hidden", 12), ("collapse", 12), ("line-through", 13),
])

extension AttributeName {
    /// `Traits` looks at it.
    var tellsTraits: Bool {
        switch self {
        case .id, .role, .style, .hidden, .type, .href, .open: true
        default: false
        }
    }
}
