import Parsing

/// What assistive software calls a link: W3C "Accessible Name and Description Computation 1.1", the parts that links
/// need. Without style sheets; hidden is what the markup says is hidden.
struct LinkName {
    /// The name, white space collapsed; reused from link to link.
    private(set) var bytes: [UInt8] = []
    /// A picture, an icon or a control stands in the link.
    private(set) var hasPicture = false
    /// The name comes from an attribute of the link, not from its content.
    private(set) var isLabelled = false

    /// Reads a link's name; `limit` in bytes.
    mutating func read(_ node: Int, of document: borrowing Document, limit: Int = 240) {
        bytes.removeAll(keepingCapacity: true)
        hasPicture = false
        if !document.nodes[node].present.isDisjoint(with: LinkName.labels) {
            isLabelled = true
            if appendLabels(of: node, document, limit: limit), finish() { return }
            if let label = document.attribute(.ariaLabel, of: node) {
                append(label)
                if finish() { return }
            }
        }
        isLabelled = false
        appendContent(node, of: document, limit: limit)
        if finish() { return }
        if let title = document.attribute(.title, of: node) {
            isLabelled = true
            append(title)
            _ = finish()
        }
    }

    private static let labels: AttributeSet = [AttributeSet(.ariaLabel), AttributeSet(.ariaLabelledby)]

    /// What `aria-labelledby` refers to; false where there is no such attribute.
    private mutating func appendLabels(of node: Int, _ document: borrowing Document, limit: Int) -> Bool {
        guard let ids = document.attribute(.ariaLabelledby, of: node) else { return false }
        for id in ids.split(separator: 32).prefix(8) where bytes.count < limit {
            if let target = document.firstElement(withID: id) {
                appendLabel(target, of: document, limit: limit)
                appendSpace()
            }
        }
        return true
    }

    /// A node that a label refers to: its own label, else its content, even where it is hidden.
    private mutating func appendLabel(_ node: Int, of document: borrowing Document, limit: Int) {
        if let label = document.attribute(.ariaLabel, of: node), !label.isBlank {
            append(label)
            return
        }
        if let alt = document.attribute(.alt, of: node) { append(alt) }
        for i in document.descendants(of: node) where document.nodes[i].isText && bytes.count < limit {
            append(document.textBytes(of: i))
        }
    }

    private mutating func appendContent(_ node: Int, of document: borrowing Document, limit: Int) {
        var i = node + 1
        let end = Int(document.nodes[node].end)
        while i < end, bytes.count < limit {
            let n = document.nodes[i]
            if n.isText {
                if !n.isHidden || n.flags.contains(.assistive) { append(document.textBytes(of: i)) }
                i += 1
                continue
            }
            if n.present.has(.ariaHidden), document.isAriaHidden(i) {
                hasPicture = hasPicture || n.tag == .svg || n.tag == .img || n.tag == .i
                i = max(i + 1, Int(n.end))
                continue
            }
            i = appendElement(i, of: document)
        }
    }

    /// What an element within a link adds; returns the index to go on with.
    private mutating func appendElement(_ i: Int, of document: borrowing Document) -> Int {
        let n = document.nodes[i]
        let after = max(i + 1, Int(n.end))
        if n.tag == .svg {
            hasPicture = true
            appendSpace()
            guard let label = document.attribute(.ariaLabel, of: i), !label.isBlank else { return i + 1 }
            append(label)
            return after
        }
        if n.isHidden && !n.flags.contains(.assistive) { return i + 1 }
        if n.tag.isBlock || n.tag == .br { appendSpace() }
        if let label = document.attribute(.ariaLabel, of: i), !label.isBlank {
            appendSpace()
            append(label)
            return after
        }
        let isPicture = n.tag == .img || n.tag == .input || n.tag == .object || n.tag == .embed
        if isPicture || n.tag == .i || n.tag == .picture { hasPicture = true }
        let before = bytes.count
        if isPicture, appendLabels(of: i, document, limit: 240), bytes.count > before { return after }
        if isPicture, let alt = document.attribute(.alt, of: i) ?? document.attribute(.value, of: i) {
            appendSpace()
            append(alt)
            appendSpace()
        }
        if bytes.count <= before + 2, n.end <= i + 1, let title = document.attribute(.title, of: i) {
            appendSpace()
            append(title)
        }
        return i + 1
    }

    private mutating func appendSpace() {
        if let last = bytes.last, last != 32 { bytes.append(32) }
    }

    /// Collapses white space, NO-BREAK SPACE and zero-width characters on the way.
    private mutating func append(_ part: ArraySlice<UInt8>) {
        part.withUnsafeBufferPointer { part in
            var i = 0
            while i < part.count {
                let plain = LinkName.plainCount(part, from: i)
                if plain > 0 {
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: part[i..<(i &+ plain)]))
                    i &+= plain
                    continue
                }
                let b = part[i]
                if b <= 32 {
                    appendSpace()
                } else if b == 0xC2, i + 1 < part.count, part[i + 1] == 0xA0 {
                    appendSpace()
                    i += 1
                } else if b == 0xE2, i + 2 < part.count, part[i + 1] == 0x80, part[i + 2] >= 0x8B, part[i + 2] <= 0x8F {
                    i += 2
                } else {
                    bytes.append(b)
                }
                i += 1
            }
        }
    }

    /// How many bytes from `start` on are kept as they are: single spaces between words among them.
    @inline(__always)
    private static func plainCount(_ part: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var i = start
        while i < part.count {
            let b = part[i]
            if b <= 32 {
                // A space is kept behind a word only.
                guard b == 32, i > start, part[i &- 1] != 32 else { break }
            } else if b == 0xC2 || b == 0xE2 {
                break
            }
            i &+= 1
        }
        return i &- start
    }

    /// Trims the end; true where there is a name.
    private mutating func finish() -> Bool {
        if bytes.last == 32 { bytes.removeLast() }
        return !bytes.isEmpty
    }
}

extension Document {
    /// `aria-hidden="true"` on the element itself.
    func isAriaHidden(_ node: Int) -> Bool {
        attribute(.ariaHidden, of: node)?.equalsFolded("true") ?? false
    }

    /// The first element with an id; a walk over the whole page, for the few places that refer by id.
    func firstElement(withID id: ArraySlice<UInt8>) -> Int? {
        for i in nodes.indices where !nodes[i].isText {
            if let value = attribute(.id, of: i), value.elementsEqual(id) { return i }
        }
        return nil
    }
}
