import Glibc

/// A page's markup with the attributes and the scripts taken out, and where in the page these stand. libxml2 builds
/// the same tree of it in half the time: it allocates and interns every attribute, and reads scripts a character at a
/// time, though the tree depends on neither.
///
/// Only markup whose reading is beyond doubt is taken out: tags as they should be written, without entities. Other
/// tags are left as they are, and from the first place that libxml2 may read in a way of its own, everything is.
struct LeanMarkup {
    /// A start tag of which something was taken out.
    struct StartTag {
        /// Where its name ends in `markup`: there libxml2 stands when it reports it.
        var place: UInt32
        /// `Tag.rawValue`. libxml2 stands there as well when it reports elements that the tag implies.
        var tag: UInt8
        var firstAttribute: UInt32
        var attributeCount: UInt32
        /// What stands in the script or style, in the page's bytes.
        var contentStart: UInt32 = 0
        var contentCount: UInt32 = 0
    }

    struct Attribute {
        /// `AttributeName.rawValue`.
        var name: UInt8
        var nameCount: UInt8
        var hasValue: Bool
        /// Of the name in lower case, by `NameTable`.
        var hash: UInt64
        /// In the page's bytes.
        var nameStart: UInt32
        var start: UInt32
        var count: UInt32
    }

    /// What libxml2 is to read. Whoever makes a `LeanMarkup` calls `free()`.
    var markup: ByteArena
    var tags: [StartTag] = []
    var attributes: [Attribute] = []

    let base: UnsafePointer<UInt8>
    let count: Int
    /// Up to here, the page was looked at.
    var at = 0
    /// Up to here, the page is in `markup` or taken out.
    var copied = 0

    /// Reads valid UTF-8 without NULs of less than 1 GiB.
    init?(_ page: UnsafeBufferPointer<UInt8>) {
        guard let base = page.baseAddress, page.count < 1 << 30 else { return nil }
        self.base = base
        count = page.count
        markup = ByteArena(capacity: page.count)
        tags.reserveCapacity(page.count / 64 + 16)
        attributes.reserveCapacity(page.count / 32 + 16)
        while at < count, let next = find(UInt8(ascii: "<"), from: at) {
            at = next
            guard passMarkup() else { break }
        }
        copy(upTo: count)
    }

    func free() { markup.free() }

    mutating func copy(upTo end: Int) {
        markup.append(base + copied, end &- copied)
        copied = end
    }

    func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < count, let found = memchr(base + start, Int32(byte), count &- start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Passes what begins with "<"; false where libxml2 may see something else in it.
    @inline(__always)
    private mutating func passMarkup() -> Bool {
        guard at &+ 1 < count else { return false }
        let next = base[at &+ 1]
        if next.isASCIILetter { return passStartTag() }
        if next == UInt8(ascii: "/") { return passEndTag() }
        if next == UInt8(ascii: "!"), holds("--", at: at &+ 2) { return passComment() }
        return passDeclaration(isInstruction: next == UInt8(ascii: "?"))
    }

    mutating func passEndTag() -> Bool {
        guard at &+ 2 < count, base[at &+ 2].isASCIILetter else { return false }
        var i = at &+ 3
        while i < count, base[i].isHTMLName { i &+= 1 }
        while i < count, base[i].isHTMLBlank { i &+= 1 }
        guard i < count, base[i] == UInt8(ascii: ">"), i &- at < Self.longestName else { return false }
        at = i &+ 1
        return true
    }

    private mutating func passComment() -> Bool {
        var i = at &+ 4
        guard i < count, base[i] != UInt8(ascii: ">"), !holds("->", at: i) else { return false }
        while let dash = find(UInt8(ascii: "-"), from: i) {
            if holds("-->", at: dash) {
                at = dash &+ 3
                return true
            }
            if holds("--!", at: dash) { return false }
            i = dash &+ 1
        }
        return false
    }

    /// `<!DOCTYPE …>`, or `<?name …>`.
    private mutating func passDeclaration(isInstruction: Bool) -> Bool {
        let letter = isInstruction ? at &+ 2 : at &+ 9
        guard isInstruction || holds("!doctype ", at: at &+ 1), letter < count, let end = find(62, from: letter) else {
            return false
        }
        if isInstruction, !base[letter].isASCIILetter { return false }
        var quotes = (0, 0)
        for i in (at &+ 1)..<end {
            if base[i] == UInt8(ascii: "<") { return false }
            if base[i] == UInt8(ascii: "\"") { quotes.0 &+= 1 }
            if base[i] == UInt8(ascii: "'") { quotes.1 &+= 1 }
        }
        guard quotes.0 % 2 == 0, quotes.1 % 2 == 0 else { return false }
        at = end &+ 1
        return true
    }

    /// ASCII letters compared without case; `text` is given in lower case.
    func holds(_ text: StaticString, at start: Int) -> Bool {
        guard start &+ text.utf8CodeUnitCount <= count else { return false }
        for k in 0..<text.utf8CodeUnitCount {
            let byte = base[start &+ k]
            if (byte.isASCIILetter ? byte | 32 : byte) != text.utf8Start[k] { return false }
        }
        return true
    }

    /// libxml2 cuts longer names in two.
    static let longestName = 90
    static let mostAttributes = 64
}

/// The attributes of a start tag that libxml2 didn't see.
struct TakenAttributes {
    let attributes: UnsafeBufferPointer<LeanMarkup.Attribute>
    let page: UnsafePointer<UInt8>
}

extension UInt8 {
    @inline(__always)
    var isASCIILetter: Bool { (self | 32) &- 97 < 26 }
    /// What libxml2 takes for white space in a tag.
    @inline(__always)
    var isHTMLBlank: Bool { self == 32 || self == 10 || self == 9 || self == 13 }
    /// What libxml2 takes for a part of a name.
    @inline(__always)
    var isHTMLName: Bool {
        isASCIILetter || self &- 48 < 10 || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
            || self == UInt8(ascii: ":") || self == UInt8(ascii: ".")
    }
}
