import Model

extension TreeBuilder {
    /// libxml2 met (or implied) a start tag; `list` holds names and values in turn, ended by nil.
    mutating func open(
        _ name: UnsafePointer<UInt8>, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        var entry = names.tag(name, &bytes)
        var tag = Tag(rawValue: entry.value) ?? .other
        if let top = stack.last, top.scope.contains(.head), !tag.isInHead { leaveHead() }
        let parent = stack.last
        let scope = parent?.scope ?? []
        // A picture's title or style is none of the page's.
        if scope.contains(.svg) && (tag == .title || tag == .style) {
            tag = .other
            entry.start = UInt32(clamping: bytes.count)
            entry.count = 5
            bytes.append(name, 5)
        }
        openText = -1

        var frame = Frame(
            name: name, node: parent?.node ?? -1, tag: tag, region: parent?.region ?? .page,
            flags: (parent?.flags ?? []), scope: scope, headingLevel: parent?.headingLevel ?? 0, hasNode: false)
        if scope.contains(.fallback) { frame.flags.insert(.hidden) }
        let firstAttribute = attributes.count
        let isKept = stack.count < limits.depth
        var traits = Traits()
        if isKept, let list { takeAttributes(list, &traits) }
        if tag.isSpecial || scope.contains(.svg) { applyTag(tag, entry, &traits, to: &frame) }
        if !traits.isEmpty || tag.hasRegion { applyTraits(traits, tag, to: &frame) }
        boundary(of: tag)
        if isKept {
            if nodes.count >= limits.nodes { return stop("more than \(limits.nodes) elements and texts") }
            frame.node = Int32(truncatingIfNeeded: nodes.count)
            frame.hasNode = true
            nodes.append(
                Document.Node(
                    tag: tag, flags: frame.flags, region: frame.region, parent: parent?.node ?? -1, end: 0,
                    start: UInt32(truncatingIfNeeded: firstAttribute),
                    count: UInt32(truncatingIfNeeded: attributes.count - firstAttribute),
                    nameStart: entry.start, nameCount: entry.count,
                    depth: UInt16(truncatingIfNeeded: min(stack.count, 65_535))))
        } else {
            truncated = truncated ?? "elements nested deeper than \(limits.depth)"
            if stack.count > 100_000 + limits.depth { return stop("elements nested deeper than 100,000") }
        }
        stack.append(frame)
    }

    /// libxml2 met (or implied) an end tag.
    mutating func close(_ name: UnsafePointer<UInt8>) {
        guard let top = stack.last else { return }
        openText = -1
        if top.name == name {
            boundary(of: top.tag)
            return pop()
        }
        // Out of step only where the head was left early.
        guard let match = stack.suffix(64).lastIndex(where: { $0.name == name }) else { return }
        closeBlock()
        while stack.count > match { pop() }
    }

    /// Ends the innermost open element.
    mutating func pop() {
        let frame = stack.removeLast()
        if frame.hasNode { nodes[Int(frame.node)].end = Int32(truncatingIfNeeded: nodes.count) }
    }

    /// Content follows inside of `<head>`, where libxml2 leaves elements that it doesn't know: the head is over.
    private mutating func leaveHead() {
        guard let head = stack.lastIndex(where: { $0.tag == .head }) else { return }
        if stack.count - head > 1 && stack[stack.count - 1].tag != .head { return }
        while stack.count > head { pop() }
    }

    private mutating func takeAttributes(
        _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>, _ traits: inout Traits
    ) {
        var i = 0
        while let name = list[i], i < limits.attributes &* 2 {
            let entry = names.attribute(name, &bytes)
            let start = bytes.count
            var count = 0
            if let value = list[i &+ 1] {
                while value[count] != 0 { count &+= 1 }
                bytes.append(value, count)
            }
            let known = AttributeName(rawValue: entry.value) ?? .other
            attributes.append(
                Document.Attribute(
                    name: known, nameCount: entry.count, nameStart: entry.start,
                    start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count)))
            if known.tellsTraits { traits.note(known, UnsafeBufferPointer(start: bytes.base + start, count: count)) }
            i &+= 2
        }
        if bytes.count > limits.textBytes { stop("more than \(limits.textBytes) bytes of text") }
    }

    /// Starts a new block, or keeps words apart around things that take room in a line.
    @inline(__always)
    private mutating func boundary(of tag: Tag) {
        switch tag.flow {
        case .inline: break
        case .block: closeBlock()
        case .line: if !isAtBoundary { separator = 10 }
        case .gap: if separator == 0 { separator = 32 }
        }
    }
}

/// How an element breaks the text around it.
enum Flow: UInt8 {
    case inline, block
    /// A line ends.
    case line
    /// Stands in the line like a word.
    case gap
}

/// By `Tag.rawValue`.
private let flows: [Flow] = Tag.allCases.map { tag in
    switch tag {
    case .br: .line
    case .button: .block
    case .img, .input, .iframe, .video, .audio, .canvas, .object, .embed, .svg, .meter, .progress, .picture: .gap
    default: tag.isBlock ? .block : .inline
    }
}

/// By `Tag.rawValue`: 1 special, 2 may stand in head, 4 may be a region without attributes that say so.
private let kinds: [UInt8] = Tag.allCases.map { tag in
    var kind: UInt8 = 0
    switch tag {
    case .a, .area, .script, .style, .template, .noscript, .head, .h1, .h2, .h3, .h4, .h5, .h6, .form, .table, .li,
        .ul, .ol, .dl, .button, .del, .s, .strike, .option, .select, .textarea, .datalist, .optgroup, .pre, .svg,
        .iframe, .video, .audio, .canvas, .object, .embed, .noframes, .details, .summary, .dialog, .input, .title,
        .article, .section, .blockquote, .figure, .nav, .aside:
        kind |= 1
    default: break
    }
    switch tag {
    case .head, .title, .meta, .link, .script, .style, .base, .noscript, .template: kind |= 2
    default: break
    }
    switch tag {
    case .header, .footer, .nav, .main, .aside, .dialog: kind |= 4
    default: break
    }
    return kind
}

extension Tag {
    var flow: Flow { flows[Int(rawValue)] }
    var isSpecial: Bool { kinds[Int(rawValue)] & 1 != 0 }
    var isInHead: Bool { kinds[Int(rawValue)] & 2 != 0 }
    var hasRegion: Bool { kinds[Int(rawValue)] & 4 != 0 }
}
