/// Blanks, a byte order mark, and HTML's comment and CDATA wrappers taken off both ends.
func unwrapped(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var text = bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    var isDone = false
    while !isDone {
        isDone = true
        text = text.drop { $0 <= 32 }
        for wrapper in openers where text.starts(with: wrapper.utf8) {
            text = text.dropFirst(wrapper.utf8.count)
            isDone = false
        }
    }
    isDone = false
    while !isDone {
        isDone = true
        while let last = text.last, last <= 32 || last == UInt8(ascii: ";") { text = text.dropLast() }
        for wrapper in closers where text.suffix(wrapper.utf8.count).elementsEqual(wrapper.utf8) {
            text = text.dropLast(wrapper.utf8.count)
            isDone = false
        }
    }
    return text
}

private let openers = ["<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA["]
private let closers = ["-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", "//"]

/// The values of a text with what is commonly broken in pages' JSON set right: raw line breaks and stray quotes or
/// backslashes in strings, comments, trailing, doubled and missing commas, single or typographic quotes, HTML's entities
/// and tags, words around the values, several values one after another. Values that don't end are left out.
func mendedJSON(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let source = text.contains(UInt8(ascii: "\"")) ? Array(text) : withoutEntities(text)
    var values: [ArraySlice<UInt8>] = []
    var start = 0
    while values.count < 100, let next = source[start...].firstIndex(where: { isOpening($0) }) {
        var mending = JSONMending(source: source, from: next)
        guard mending.run() else { break }
        values.append(mending.out[...])
        start = mending.end
    }
    return values
}

private func isOpening(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") }

/// `{&quot;name&quot;: …}`: the whole text was escaped for HTML once too often, or `{“name”: …}`: its quotes were made
/// typographic.
private func withoutEntities(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let entities: [(StaticString, UInt8)] = [
        ("&quot;", 34), ("&#34;", 34), ("&#39;", 39), ("&amp;", 38), ("&lt;", 60), ("&gt;", 62), ("&#8220;", 34),
        ("&#8221;", 34), ("&#8243;", 34), ("“", 34), ("”", 34), ("„", 34), ("″", 34),
    ]
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var i = text.startIndex
    outer: while i < text.endIndex {
        if text[i] == UInt8(ascii: "&") || text[i] == 0xE2 {
            for (name, byte) in entities where text[i...].prefix(name.utf8CodeUnitCount).equalsFolded(name) {
                out.append(byte)
                i += name.utf8CodeUnitCount
                continue outer
            }
        }
        out.append(text[i])
        i += 1
    }
    return out
}
