extension LeanMarkup {
    mutating func passStartTag() -> Bool {
        let start = at
        var i = start &+ 1
        let hash = passName(&i)
        guard i < count, i &- start < Self.longestName else { return false }
        let nameEnd = i
        guard base[i].isHTMLBlank || base[i] == UInt8(ascii: ">") || holds("/>", at: i) else { return false }
        let firstAttribute = attributes.count
        var isPlain = true
        guard let end = readAttributes(from: nameEnd, &isPlain) else { return false }
        let tag = Tag(rawValue: UInt8(truncatingIfNeeded: NameTable.tags.value(hash: hash))) ?? .other
        let isClosed = base[end] == UInt8(ascii: "/")
        at = end &+ (isClosed ? 2 : 1)
        // libxml2 looks into the attributes of `<meta>`, and reports `<html>`, `<head>` and `<body>` for other tags.
        if !isPlain || tag == .meta || tag == .html || tag == .head || tag == .body {
            attributes.removeLast(attributes.count &- firstAttribute)
        } else if attributes.count > firstAttribute {
            copy(upTo: nameEnd)
            tags.append(
                StartTag(
                    place: UInt32(truncatingIfNeeded: markup.count), tag: tag.rawValue,
                    firstAttribute: UInt32(truncatingIfNeeded: firstAttribute),
                    attributeCount: UInt32(truncatingIfNeeded: attributes.count &- firstAttribute)))
            copied = end
        }
        guard !isClosed, tag == .script || tag == .style else { return true }
        return passContent(of: tag, isPlain: isPlain)
    }

    /// Where the tag's ">" or "/>" stands; nil where it isn't written as it should be.
    ///
    /// - Parameter isPlain: becomes false where an attribute's value isn't simply what is written.
    private mutating func readAttributes(from nameEnd: Int, _ isPlain: inout Bool) -> Int? {
        var i = nameEnd
        let first = attributes.count
        var seen: AttributeSet = []
        while true {
            passBlanks(&i)
            guard i < count else { return nil }
            if base[i] == UInt8(ascii: ">") || holds("/>", at: i) { return i }
            guard base[i].isHTMLName, base[i] &- 48 >= 10, base[i] != UInt8(ascii: "-") else {
                isPlain = false
                passRubbish(&i)
                continue
            }
            guard var attribute = passAttributeName(&i) else { return nil }
            let known = AttributeName(rawValue: attribute.name) ?? .other
            let isAgain =
                known == .other
                ? attributes[first...].contains { $0.hash == attribute.hash } : seen.has(known)
            if isAgain { isPlain = false }
            if known != .other { seen.formUnion(AttributeSet(known)) }
            passBlanks(&i)
            if i < count, base[i] == UInt8(ascii: "=") {
                i &+= 1
                passBlanks(&i)
                guard let value = passValue(&i, &isPlain) else { return nil }
                attribute.hasValue = true
                attribute.start = UInt32(truncatingIfNeeded: value.lowerBound)
                attribute.count = UInt32(truncatingIfNeeded: value.count)
            }
            attributes.append(attribute)
            if attributes.count &- first > Self.mostAttributes { return nil }
        }
    }

    @inline(__always)
    private func passBlanks(_ i: inout Int) {
        while i < count, base[i].isHTMLBlank { i &+= 1 }
    }

    /// An attribute without its value; nil where its name is too long.
    @inline(__always)
    private func passAttributeName(_ i: inout Int) -> Attribute? {
        let start = i
        let hash = passName(&i)
        guard i &- start < Self.longestName else { return nil }
        return Attribute(
            name: UInt8(truncatingIfNeeded: NameTable.attributes.value(hash: hash)),
            nameCount: UInt8(truncatingIfNeeded: i &- start), hasValue: false, hash: hash,
            nameStart: UInt32(truncatingIfNeeded: start), start: 0, count: 0)
    }

    /// Returns the name's hash in lower case, by `NameTable`.
    @inline(__always)
    private func passName(_ i: inout Int) -> UInt64 {
        var hash = NameTable.seed
        while i < count, base[i].isHTMLName {
            hash = NameTable.mix(hash, base[i] &- 65 < 26 ? base[i] | 32 : base[i])
            i &+= 1
        }
        return hash
    }

    /// What can't begin an attribute's name, up to the next blank or the tag's end.
    private func passRubbish(_ i: inout Int) {
        while i < count, !base[i].isHTMLBlank, base[i] != UInt8(ascii: ">"), !holds("/>", at: i) { i &+= 1 }
    }

    @inline(__always)
    private func passValue(_ i: inout Int, _ isPlain: inout Bool) -> Range<Int>? {
        guard i < count else { return nil }
        let quote = base[i]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { i &+= 1 }
        let start = i
        if isQuoted {
            guard let end = find(quote, from: start) else { return nil }
            if !isText(start, end, UInt8(ascii: "&")) { isPlain = false }
            i = end &+ 1
            return start..<end
        }
        while i < count, base[i] != UInt8(ascii: ">"), !base[i].isHTMLBlank { i &+= 1 }
        guard i < count else { return nil }
        if i == start || !isText(start, i, UInt8(ascii: "&")) { isPlain = false }
        return start..<i
    }

    /// Takes out what stands in a script or style whose start tag was just passed.
    private mutating func passContent(of tag: Tag, isPlain: Bool) -> Bool {
        let start = at
        var i = start
        while let next = find(UInt8(ascii: "<"), from: i) {
            i = next &+ 1
            guard holds(tag == .script ? "</script" : "</style", at: next) else { continue }
            // An end tag first of all, or a start tag, is not read as content.
            if next > start, base[start] == UInt8(ascii: "<"), base[start &+ 1] != UInt8(ascii: "!") { return false }
            at = next
            if next > start, isPlain, isText(start, next, 0xEF) { takeOut(start..<next, of: tag) }
            return passEndTag() && base[next &+ (tag == .script ? 8 : 7)].isHTMLName == false
        }
        return false
    }

    private mutating func takeOut(_ content: Range<Int>, of tag: Tag) {
        copy(upTo: content.lowerBound)
        // Without attributes the tag itself stands as it was: its name ends before the ">".
        let place = UInt32(truncatingIfNeeded: markup.count &- 1)
        if tags.last?.place != place {
            tags.append(
                StartTag(
                    place: place, tag: tag.rawValue, firstAttribute: UInt32(truncatingIfNeeded: attributes.count),
                    attributeCount: 0))
        }
        tags[tags.count &- 1].contentStart = UInt32(truncatingIfNeeded: content.lowerBound)
        tags[tags.count &- 1].contentCount = UInt32(truncatingIfNeeded: content.count)
        copied = content.upperBound
    }

    /// No control characters, none that may begin a character which libxml2 leaves out, and none like `other`.
    @inline(__always)
    private func isText(_ start: Int, _ end: Int, _ other: UInt8) -> Bool {
        let others = UInt64(other) &* 0x0101_0101_0101_0101
        var i = start
        while i < end {
            if i &+ 8 <= end {
                // High bits where a byte is less than 32, 0xEF or `other`; exact up to the first.
                let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
                let (a, b) = (word ^ 0xEFEF_EFEF_EFEF_EFEF, word ^ others)
                let found =
                    (word &- 0x2020_2020_2020_2020) & ~word | (a &- 0x0101_0101_0101_0101) & ~a
                    | (b &- 0x0101_0101_0101_0101) & ~b
                if found & 0x8080_8080_8080_8080 == 0 {
                    i &+= 8
                    continue
                }
            }
            if base[i] == 0xEF || base[i] == other || base[i] < 32 && !base[i].isHTMLBlank { return false }
            i &+= 1
        }
        return true
    }
}
