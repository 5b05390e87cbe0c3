import CLibXML2
import Model

/// Takes libxml2's stream of elements and texts and lays the flat document down, blocks of visible text included, in
/// one pass. A struct that callbacks reach through a pointer: a class would check for exclusive access on each of
/// its fields, some hundred thousand times a page.
struct TreeBuilder {
    /// An open element.
    struct Frame {
        /// libxml2's interned name, compared by address.
        var name: UnsafePointer<UInt8>
        var node: Int32
        var tag: Tag
        var flow: Flow
        var region: PageRegion
        var flags: Document.Flags
        var scope: Scope
        var headingLevel: UInt8
        /// Has a node of its own; elements beyond the depth limit have not.
        var hasNode: Bool
    }

    /// What an element stands in, beyond flags that others read.
    struct Scope: OptionSet {
        let rawValue: UInt8
        static let head = Scope(rawValue: 1)
        /// In something that may have its own header and footer.
        static let article = Scope(rawValue: 2)
        static let section = Scope(rawValue: 4)
        /// Texts that stay out of blocks: options, contents of a text area.
        static let control = Scope(rawValue: 8)
        static let pre = Scope(rawValue: 16)
        static let svg = Scope(rawValue: 32)
        /// Not markup: script, style.
        static let raw = Scope(rawValue: 64)
        /// In an element that is shown while its content stands in where it can't be: hides what is inside.
        static let fallback = Scope(rawValue: 128)
    }

    let limits: ParseLimits
    var nodes: [Document.Node] = []
    var attributes: [Document.Attribute] = []
    var bytes: ByteArena
    var text: ByteArena
    var blocks: [TextBlock] = []
    var pieces: [TextPiece] = []
    var stack: [Frame] = []
    var names: NameCache
    var classes = ClassList()
    /// Names of all attributes so far.
    var present: AttributeSet = []
    var truncated: String?
    /// Set once a limit ends the reading; later callbacks do nothing.
    var isStopped = false
    var sawHeader = false
    /// Elements whose region was read off a class or an id.
    var namedRegions: [Int32] = []

    // The block being gathered.
    var blockStart = 0
    var blockFirstPiece = 0
    var blockFlags: Document.Flags = []
    var blockHeading: UInt8 = 0
    var isBlockEmpty = true
    /// What to put before the next visible byte: 0, a space, or a line feed.
    var separator: UInt8 = 0
    /// Nothing but blanks since the last block boundary, hidden texts counted.
    var isAtBoundary = true
    /// The text node that further text continues; -1 after an element's start or end.
    var openText: Int32 = -1

    init(limits: ParseLimits, inputCount: Int) {
        self.limits = limits
        bytes = ByteArena(capacity: inputCount + 4_096)
        text = ByteArena(capacity: inputCount / 2 + 4_096)
        names = NameCache()
        nodes.reserveCapacity(inputCount / 32 + 64)
        attributes.reserveCapacity(inputCount / 32 + 64)
        blocks.reserveCapacity(inputCount / 256 + 16)
        pieces.reserveCapacity(inputCount / 256 + 16)
        stack.reserveCapacity(64)
    }

    /// Gives back the memory that is not Swift's own.
    func free() {
        bytes.free()
        text.free()
        names.free()
        classes.free()
    }

    /// Ends the reading and says why.
    mutating func stop(_ reason: String) {
        isStopped = true
        truncated = truncated ?? reason
    }

    /// Closes what is open and hands the document over.
    mutating func finish(_ encoding: EncodingFact) -> Document {
        closeBlock()
        while !stack.isEmpty { pop() }
        takeBackRegions()
        return Document(
            Document.Tables(
                nodes: nodes, attributes: attributes, present: present,
                classes: classes.entries.map { $0.start..<($0.start + $0.count) }, bytes: bytes.array(),
                text: text.array(), blocks: blocks, pieces: pieces, truncated: truncated, encoding: encoding))
    }
}

/// Elements' and attributes' numbers by the address of libxml2's interned names, so that each name is read once a
/// page. A direct map: a clash costs a second reading.
struct NameCache {
    struct Entry {
        var name: UnsafePointer<UInt8>?
        var value: UInt8 = 0
        /// Of `Tag.kind`, and how the element breaks text; elements only.
        var kind: UInt8 = 0
        var flow = Flow.inline
        /// Names that have no number: where they stand in the document's bytes.
        var count: UInt16 = 0
        var start: UInt32 = 0
    }

    private let tags: UnsafeMutablePointer<Entry>
    private let attributes: UnsafeMutablePointer<Entry>
    /// Names that have no number, by hash.
    private let others: UnsafeMutablePointer<(hash: UInt64, start: UInt32)>
    private static let size = 256

    init() {
        others = .allocate(capacity: Self.size)
        others.initialize(repeating: (0, 0), count: Self.size)
        tags = .allocate(capacity: Self.size)
        tags.initialize(repeating: Entry(), count: Self.size)
        attributes = .allocate(capacity: Self.size)
        attributes.initialize(repeating: Entry(), count: Self.size)
    }

    func free() {
        tags.deallocate()
        attributes.deallocate()
        others.deallocate()
    }

    @inline(__always)
    private static func slot(_ name: UnsafePointer<UInt8>) -> Int {
        Int(truncatingIfNeeded: (UInt64(UInt(bitPattern: name)) &* 0x9e37_79b9_7f4a_7c15) >> 56)
    }

    @inline(__always)
    func tag(_ name: UnsafePointer<UInt8>, _ bytes: inout ByteArena) -> Entry {
        let entry = tags[Self.slot(name)]
        return entry.name == name ? entry : read(name, NameTable.tags, tags, &bytes)
    }

    @inline(__always)
    func attribute(_ name: UnsafePointer<UInt8>, _ bytes: inout ByteArena) -> Entry {
        let entry = attributes[Self.slot(name)]
        return entry.name == name ? entry : read(name, NameTable.attributes, attributes, &bytes)
    }

    /// The same for an attribute that libxml2 didn't see, by its name's hash.
    @inline(__always)
    func attribute(_ attribute: LeanMarkup.Attribute, _ page: UnsafePointer<UInt8>, _ bytes: inout ByteArena) -> Entry {
        if attribute.name != 0 { return Entry(name: nil, value: attribute.name) }
        let slot = others + Int(truncatingIfNeeded: attribute.hash >> 56)
        if slot.pointee.hash != attribute.hash {
            slot.pointee = (attribute.hash, UInt32(clamping: bytes.count))
            bytes.reserve(Int(attribute.nameCount))
            for i in 0..<Int(attribute.nameCount) {
                let byte = page[Int(attribute.nameStart) &+ i]
                bytes.put(byte &- 65 < 26 ? byte | 32 : byte)
            }
        }
        return Entry(name: nil, count: UInt16(attribute.nameCount), start: slot.pointee.start)
    }

    @inline(never)
    private func read(
        _ name: UnsafePointer<UInt8>, _ table: NameTable, _ cache: UnsafeMutablePointer<Entry>,
        _ bytes: inout ByteArena
    ) -> Entry {
        var hash = NameTable.seed
        var count = 0
        while name[count] != 0 && count < Int(UInt16.max) {
            hash = NameTable.mix(hash, name[count])
            count += 1
        }
        var entry = Entry(name: name, value: UInt8(truncatingIfNeeded: table.value(hash: hash)))
        if entry.value == 0 {
            entry.start = UInt32(clamping: bytes.count)
            entry.count = UInt16(clamping: count)
            bytes.append(name, count)
        }
        if cache == tags {
            let tag = Tag(rawValue: entry.value) ?? .other
            entry.kind = tag.kind
            entry.flow = tag.flow
        }
        cache[Self.slot(name)] = entry
        return entry
    }
}
