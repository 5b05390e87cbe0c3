import Parsing

/// What an element's class and id say of its part in a page: names that themes of all shops share.
struct ClassMarks: OptionSet {
    let rawValue: UInt8
    static let menu = ClassMarks(rawValue: 1)
    static let breadcrumb = ClassMarks(rawValue: 2)
    static let pagination = ClassMarks(rawValue: 4)
    static let filter = ClassMarks(rawValue: 8)
    static let sort = ClassMarks(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Marks of a page's class values, each read once.
    struct ByClass {
        /// Nil for those not read so far.
        private var known: [ClassMarks?]

        init(_ document: Document) { known = Array(repeating: nil, count: document.classes.count) }

        /// What class and id of an element say.
        mutating func marks(_ node: Int, of document: Document) -> ClassMarks {
            let n = document.nodes[node]
            guard !n.present.isDisjoint(with: ByClass.telling) else { return [] }
            let index = Int(n.classIndex)
            guard index < known.count else { return ClassMarks(node, of: document) }
            var marks: ClassMarks = []
            if index > 0 {
                if let own = known[index] {
                    marks = own
                } else {
                    let value = document.classes[index]
                    marks = ClassMarks(in: document.bytes, from: value.lowerBound, to: value.upperBound)
                    known[index] = marks
                }
            }
            if let id = document.attributeRange(.id, of: node) {
                marks.formUnion(ClassMarks(in: document.bytes, from: id.lowerBound, to: id.upperBound))
            }
            return marks
        }

        private static let telling: AttributeSet = [AttributeSet(.class), AttributeSet(.id)]
    }

    /// One pass over class and id. Words count where they begin a part: "nav-main" and "site_nav", not "unavailable".
    init(_ node: Int, of document: Document) {
        self = []
        let n = document.nodes[node]
        let first = Int(n.start)
        for i in first..<(first + Int(n.count)) {
            let a = document.attributes[i]
            guard a.name == .class || a.name == .id else { continue }
            formUnion(ClassMarks(in: document.bytes, from: Int(a.start), to: Int(a.start) + Int(a.count)))
        }
    }

    private init(in bytes: [UInt8], from start: Int, to end: Int) {
        self = []
        var previous: UInt8 = 32
        var i = start
        while i < end {
            let b = bytes[i]
            let raw = asciiLower(b)
            // A word begins after a separator, or at a capital after a small letter ("mainMenu").
            let begins = !ClassMarks.isLetter(previous) || (b != raw && previous == asciiLower(previous))
            if begins {
                insert(word: raw, in: bytes, from: i, to: end)
            } else if raw == 98, ClassMarks.has("breadcrumb", in: bytes, from: i, to: end) {
                insert(.breadcrumb)
            } else if raw == 109, ClassMarks.has("menu", in: bytes, from: i, to: end) {
                insert(.menu)
            }
            previous = b
            i += 1
        }
    }

    private mutating func insert(word first: UInt8, in bytes: [UInt8], from i: Int, to end: Int) {
        func has(_ word: StaticString) -> Bool { ClassMarks.has(word, in: bytes, from: i, to: end) }
        switch first {
        case 98 where has("breadcrumb") || has("bread-crumb") || has("bread_crumb"): insert(.breadcrumb)
        case 99 where has("crumb"): insert(.breadcrumb)
        case 102 where has("filter") || has("facet"): insert(.filter)
        case 107 where has("kroshki"): insert(.breadcrumb)
        case 109 where has("menu"): insert(.menu)
        case 110 where has("nav") && !has("navy"): insert(.menu)
        case 111 where has("orderby"): insert(.sort)
        case 112 where has("paginat") || has("pager") || has("page-numbers") || has("page_numbers"): insert(.pagination)
        case 115 where has("sort"): insert(.sort)
        case 116 where has("toolbar-sorter"): insert(.sort)
        default: break
        }
    }

    @inline(__always)
    private static func isLetter(_ b: UInt8) -> Bool { (b | 32) >= 97 && (b | 32) <= 122 }

    private static func has(_ word: StaticString, in bytes: [UInt8], from i: Int, to end: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard i + count <= end else { return false }
        for k in 0..<count where asciiLower(bytes[i + k]) != word.utf8Start[k] { return false }
        return true
    }
}
