import Parsing

/// What an element's class and id say of its part in a page: names that themes of all shops share.
struct ClassMarks: OptionSet, Sendable {
    let rawValue: UInt8
    static let menu = ClassMarks(rawValue: 1)
    static let breadcrumb = ClassMarks(rawValue: 2)
    static let pagination = ClassMarks(rawValue: 4)
    static let filter = ClassMarks(rawValue: 8)
    static let sort = ClassMarks(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Of one attribute's value; nothing where the element doesn't have it.
    init(_ name: AttributeName, of node: Int, in document: borrowing Document) {
        guard let range = document.attributeRange(name, of: node) else {
            self = []
            return
        }
        self = document.bytes[range].withUnsafeBufferPointer { ClassMarks($0) }
    }

    /// Words count where they begin a part: "nav-main" and "site_nav", not "unavailable".
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.init()
        var previous: UInt8 = 32
        var i = 0
        while i < bytes.count {
            let b = bytes[i]
            let raw = asciiLower(b)
            // A word begins after a separator, or at a capital after a small letter ("mainMenu").
            let begins = !ClassMarks.isLetter(previous) || (b != raw && previous == asciiLower(previous))
            if begins {
                insert(word: raw, in: bytes, from: i)
            } else if raw == 98, ClassMarks.has("breadcrumb", in: bytes, from: i) {
                insert(.breadcrumb)
            } else if raw == 109, ClassMarks.has("menu", in: bytes, from: i) {
                insert(.menu)
            }
            previous = b
            i += 1
        }
    }

    private mutating func insert(word first: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from i: Int) {
        func has(_ word: StaticString) -> Bool { ClassMarks.has(word, in: bytes, from: i) }
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

    private static func has(_ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from i: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard i + count <= bytes.count else { return false }
        for k in 0..<count where asciiLower(bytes[i + k]) != word.utf8Start[k] { return false }
        return true
    }
}
