import Glibc
import Model

extension TreeBuilder {
    /// libxml2 met (or implied) a start tag; `list` holds names and values in turn, ended by nil. `taken` is what it
    /// didn't get to see.
    mutating func open(
        _ name: UnsafePointer<UInt8>, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, taken: TakenAttributes?
    ) {
        var entry = names.tag(name, &bytes)
        var tag = Tag(rawValue: entry.value) ?? .other
        if let top = stack.last, top.scope.contains(.head), entry.kind & Tag.inHead == 0 { leaveHead() }
        let parent = stack.last
        let scope = parent?.scope ?? []
        // A picture's title or style is none of the page's.
        if scope.contains(.svg) && (tag == .title || tag == .style) {
            tag = .other
            entry.kind = 0
            entry.flow = .inline
            entry.start = UInt32(clamping: bytes.count)
            entry.count = 5
            bytes.append(name, 5)
        }
        openText = -1

        var frame = Frame(
            name: name, node: parent?.node ?? -1, tag: tag, flow: entry.flow, region: parent?.region ?? .page,
            flags: (parent?.flags ?? []), scope: scope, headingLevel: parent?.headingLevel ?? 0, hasNode: false)
        if scope.contains(.fallback) { frame.flags.insert(.hidden) }
        let firstAttribute = attributes.count
        let isKept = stack.count < limits.depth
        var traits = Traits()
        if isKept, let taken {
            takeAttributes(taken, &traits)
        } else if isKept, let list {
            takeAttributes(list, &traits)
        }
        if entry.kind & Tag.special != 0 || scope.contains(.svg) { applyTag(tag, entry, &traits, to: &frame) }
        if !traits.isEmpty || entry.kind & Tag.region != 0 { applyTraits(traits, tag, to: &frame) }
        boundary(entry.flow)
        if isKept {
            if nodes.count >= limits.nodes { return stop("more than \(limits.nodes) elements and texts") }
            frame.node = Int32(truncatingIfNeeded: nodes.count)
            frame.hasNode = true
            nodes.append(
                Document.Node(
                    tag: tag, flags: frame.flags, region: frame.region, classIndex: traits.classIndex,
                    parent: parent?.node ?? -1, end: 0,
                    start: UInt32(truncatingIfNeeded: firstAttribute),
                    count: UInt32(truncatingIfNeeded: attributes.count - firstAttribute),
                    nameStart: entry.start, nameCount: entry.count,
                    depth: UInt16(truncatingIfNeeded: min(stack.count, 65_535)), present: traits.present))
            present.formUnion(traits.present)
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
            boundary(top.flow)
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
            let value = list[i &+ 1]
            let count = value.map { strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? 0
            take(entry, value, count, &traits)
            i &+= 2
        }
        endAttributes(areMore: list[i] != nil)
    }

    private mutating func takeAttributes(_ taken: TakenAttributes, _ traits: inout Traits) {
        for attribute in taken.attributes.prefix(limits.attributes) {
            let entry = names.attribute(attribute, taken.page, &bytes)
            let value = attribute.hasValue ? taken.page + Int(attribute.start) : nil
            take(entry, value, Int(attribute.count), &traits)
        }
        endAttributes(areMore: taken.attributes.count > limits.attributes)
    }

    @inline(__always)
    private mutating func take(
        _ entry: NameCache.Entry, _ value: UnsafePointer<UInt8>?, _ count: Int, _ traits: inout Traits
    ) {
        let known = AttributeName(rawValue: entry.value) ?? .other
        var start = bytes.count
        if let value {
            if known == .class, !traits.present.has(.class) {
                let (index, own) = classes.index(of: value, count, &bytes)
                traits.classIndex = index
                traits.meaning = own.meaning
                start = own.start
            } else {
                bytes.append(value, count)
            }
        }
        traits.present.formUnion(AttributeSet(known))
        attributes.append(
            Document.Attribute(
                name: known, nameCount: entry.count, nameStart: entry.start,
                start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count)))
        if known.tellsTraits { traits.note(known, UnsafeBufferPointer(start: bytes.base + start, count: count)) }
    }

    private mutating func endAttributes(areMore: Bool) {
        if areMore {
            truncated = truncated ?? "an element with more than \(limits.attributes) attributes"
        }
        if bytes.count > limits.textBytes { stop("more than \(limits.textBytes) bytes of text") }
    }

    /// Starts a new block, or keeps words apart around things that take room in a line.
    @inline(__always)
    private mutating func boundary(_ flow: Flow) {
        switch flow {
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

/// By `Tag.rawValue`.
private let kinds: [UInt8] = Tag.allCases.map { tag in
    var kind: UInt8 = 0
    switch tag {
    case .a, .area, .script, .style, .template, .noscript, .head, .h1, .h2, .h3, .h4, .h5, .h6, .form, .table, .li,
        .ul, .ol, .dl, .button, .del, .s, .strike, .option, .select, .textarea, .datalist, .optgroup, .pre, .svg,
        .iframe, .video, .audio, .canvas, .object, .embed, .noframes, .details, .summary, .dialog, .input, .title,
        .article, .section, .blockquote, .figure, .nav, .aside:
        kind |= Tag.special
    default: break
    }
    switch tag {
    case .head, .title, .meta, .link, .script, .style, .base, .noscript, .template: kind |= Tag.inHead
    default: break
    }
    switch tag {
    case .header, .footer, .nav, .main, .aside, .dialog: kind |= Tag.region
    default: break
    }
    return kind
}

extension Tag {
    var flow: Flow { flows[Int(rawValue)] }
    /// The bits below.
    var kind: UInt8 { kinds[Int(rawValue)] }
    /// Its name alone says something of what is in it.
    static let special: UInt8 = 1
    /// May stand in `<head>`.
    static let inHead: UInt8 = 2
    /// May be a part of the page without attributes that say so.
    static let region: UInt8 = 4
    var hasRegion: Bool { kind & Tag.region != 0 }
}
