import Model

extension TreeBuilder {
    /// Text, or a part of it: entities and long runs come in pieces.
    mutating func characters(_ start: UnsafePointer<UInt8>, _ count: Int) {
        guard count > 0, let top = stack.last else { return }
        if bytes.count &+ count > limits.textBytes {
            return stop("more than \(limits.textBytes) bytes of text")
        }
        if openText >= 0 {
            bytes.append(start, count)
            nodes[Int(openText)].count &+= UInt32(truncatingIfNeeded: count)
        } else {
            let isBlank = isAllBlank(start, count)
            if isBlank && (isAtBoundary || top.scope.contains(.raw)) { return }
            guard addTextNode(top, start, count) else { return }
        }
        let flags = nodes[Int(openText)].flags
        if flags.contains(.hidden) {
            if !top.scope.contains(.raw) { isAtBoundary = false }
        } else if !top.scope.contains(.control) {
            if isBlockEmpty { blockHeading = top.headingLevel }
            show(UnsafeBufferPointer(start: start, count: count), top)
        }
    }

    private func isAllBlank(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var i = 0
        while i < count {
            if start[i] > 32 { return false }
            i &+= 1
        }
        return true
    }

    private mutating func addTextNode(_ top: Frame, _ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        if nodes.count >= limits.nodes {
            stop("more than \(limits.nodes) elements and texts")
            return false
        }
        var flags = top.flags.union(.text)
        if top.scope.contains(.fallback) { flags.insert(.hidden) }
        openText = Int32(truncatingIfNeeded: nodes.count)
        nodes.append(
            Document.Node(
                tag: .other, flags: flags, region: top.region, parent: top.node, end: openText &+ 1,
                start: UInt32(truncatingIfNeeded: bytes.count), count: UInt32(truncatingIfNeeded: count),
                nameStart: 0, nameCount: 0, depth: UInt16(truncatingIfNeeded: min(stack.count, limits.depth, 65_535))))
        bytes.append(start, count)
        return true
    }

    /// Adds visible text to the open block: white space collapsed, what is invisible dropped.
    private mutating func show(_ source: UnsafeBufferPointer<UInt8>, _ top: Frame) {
        guard let base = source.baseAddress else { return }
        text.reserve(source.count + 1)
        let before = text.count
        var first = before
        var i = 0
        while i < source.count {
            let byte = source[i]
            if byte > 32 && byte < 0x7F {
                if separator != 0 { separate(&first) }
                let end = endOfWords(source, i)
                text.append(base + i, end &- i)
                i = end
            } else if byte < 0x80 {
                if byte == 10 && top.scope.contains(.pre) {
                    separator = 10
                } else if separator == 0 && byte != 0x7F {
                    separator = 32
                }
                i &+= 1
            } else {
                let (kind, length) = classify(source, i)
                if kind == .blank {
                    if separator == 0 { separator = 32 }
                } else if kind == .line {
                    separator = 10
                } else if kind == .word {
                    if separator != 0 { separate(&first) }
                    var k = i
                    while k < i &+ length {
                        text.put(source[k])
                        k &+= 1
                    }
                }
                i &+= length
            }
        }
        if text.count > first { note(first..<text.count) }
    }

    /// After the words that begin at `start`: plain characters with single spaces between them, which stay as they are.
    @inline(__always)
    private func endOfWords(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var i = start &+ 1
        while i < source.count {
            let byte = source[i]
            if byte &- 33 < 94 {
                i &+= 1
            } else if byte == 32, i &+ 1 < source.count, source[i &+ 1] &- 33 < 94 {
                i &+= 2
            } else {
                break
            }
        }
        return i
    }

    /// Writes the separator before a word, unless the block begins here.
    @inline(__always)
    private mutating func separate(_ first: inout Int) {
        if text.count > blockStart {
            // Each character callback adds at most one byte that its source hasn't: the first separator.
            if text.count == first { first &+= 1 }
            text.put(separator)
        }
        separator = 0
    }

    /// Records that the open text node gave these visible bytes.
    private mutating func note(_ range: Range<Int>) {
        let flags = nodes[Int(openText)].flags.subtracting(.text)
        if pieces.count > blockFirstPiece, pieces[pieces.count - 1].node == Int(openText) {
            pieces[pieces.count - 1].text = pieces[pieces.count - 1].text.lowerBound..<range.upperBound
        } else {
            pieces.append(TextPiece(node: Int(openText), text: range))
        }
        blockFlags = isBlockEmpty ? flags : blockFlags.intersection(flags)
        isBlockEmpty = false
        isAtBoundary = false
    }

    /// Ends the open block; it is kept where it has text.
    mutating func closeBlock() {
        defer {
            separator = 0
            isAtBoundary = true
            isBlockEmpty = true
            blockStart = text.count
            blockFirstPiece = pieces.count
        }
        guard text.count > blockStart, pieces.count > blockFirstPiece else { return }
        var holder = Int(nodes[pieces[blockFirstPiece].node].parent)
        while holder > 0 && nodes[holder].tag.flow != .block { holder = Int(nodes[holder].parent) }
        let (marks, digits) = TextMarks.of(
            UnsafeBufferPointer(start: text.base + blockStart, count: text.count - blockStart))
        blocks.append(
            TextBlock(
                text: blockStart..<text.count, node: max(holder, 0), region: nodes[pieces[blockFirstPiece].node].region,
                flags: blockFlags, pieces: blockFirstPiece..<pieces.count, headingLevel: blockHeading,
                marks: marks, digits: digits))
    }
}

/// What a character outside ASCII is to visible text.
private enum CharacterKind {
    case word, blank, line, nothing
}

/// Kind and length in bytes of the character at `i`, which isn't ASCII; the bytes are valid UTF-8.
@inline(__always)
private func classify(_ source: UnsafeBufferPointer<UInt8>, _ i: Int) -> (CharacterKind, Int) {
    let lead = source[i]
    let length = min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, source.count &- i)
    guard lead == 0xC2 || lead == 0xE2 || lead == 0xE3 || lead == 0xEF, length >= 2 else { return (.word, length) }
    return (special(source, i, length), length)
}

@inline(never)
private func special(_ source: UnsafeBufferPointer<UInt8>, _ i: Int, _ length: Int) -> CharacterKind {
    let second = source[i &+ 1]
    if length == 2 {
        if second == 0xA0 { return .blank }
        return second == 0xAD || second < 0xA0 ? .nothing : .word
    }
    guard length == 3 else { return .word }
    switch (source[i], second, source[i &+ 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return .blank
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): return .line
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF):
        return .nothing
    default: return .word
    }
}
