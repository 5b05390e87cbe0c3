import Model

/// A parsed page, flat: nodes in document order with their subtree's end, texts and attribute values as ranges into
/// one buffer. It lives inside one task; what survives a page are facts.
public struct Document: Sendable {
    /// An element or a run of text.
    public struct Node: Sendable {
        /// `.other` for unknown elements and for text.
        public var tag: Tag
        /// What it is and stands in.
        public var flags: Flags
        /// The part of the page that it stands in.
        public var region: PageRegion
        /// Which of the page's class values the element has: 0 for none, else an index into `Document.classes`;
        /// `Document.unlistedClass` beyond the first 65,534.
        public var classIndex: UInt16 = 0
        /// Index of the parent element; -1 for the root.
        public var parent: Int32
        /// Index after the last descendant: `i + 1 ..< end` is the subtree.
        public var end: Int32
        /// Element: its attributes in `attributes`. Text: its bytes in `bytes`.
        public var start: UInt32
        /// Bytes of its text or attributes' number, by its kind.
        public var count: UInt32
        /// Elements with tag `.other`: where the name stands in `bytes`.
        public var nameStart: UInt32
        /// Bytes of its name.
        public var nameCount: UInt16
        /// Distance from the root, capped at 65,535.
        public var depth: UInt16
        /// Names of the element's attributes; of text none.
        public var present: AttributeSet = []

        /// True for text, false for elements.
        public var isText: Bool { flags.contains(.text) }
        /// Not shown to a visitor: in script, style, template, hidden.
        public var isHidden: Bool { flags.contains(.hidden) }
        var range: Range<Int> { Int(start)..<(Int(start) + Int(count)) }
    }

    /// Facts about a node that hold for its whole subtree, unless noted.
    public struct Flags: OptionSet, Sendable {
        /// One bit a flag.
        public let rawValue: UInt16
        /// Any bits.
        public init(rawValue: UInt16) { self.rawValue = rawValue }
        /// This node only.
        public static let text = Flags(rawValue: 1)
        /// Visitors don't see it.
        public static let hidden = Flags(rawValue: 2)
        /// Inside `<a href>`.
        public static let inLink = Flags(rawValue: 4)
        /// In `<del>`, `<s>`, `<strike>` or something styled or classed as struck through.
        public static let struck = Flags(rawValue: 8)
        /// Inside `<h1>` to `<h6>`.
        public static let inHeading = Flags(rawValue: 16)
        /// Inside `<form>`.
        public static let inForm = Flags(rawValue: 32)
        /// Inside `<table>`.
        public static let inTable = Flags(rawValue: 64)
        /// Inside `<ul>`, `<ol>` or `<dl>`.
        public static let inList = Flags(rawValue: 128)
        /// Inside `<button>`.
        public static let inButton = Flags(rawValue: 256)
        /// Shown only when opened: details, accordion panels that are collapsed in the markup.
        public static let collapsed = Flags(rawValue: 512)
        /// Hidden from eyes and read aloud ("sr-only", a picture's title): part of accessible names; `hidden` as well.
        public static let assistive = Flags(rawValue: 1_024)
    }

    /// One attribute of one element.
    public struct Attribute: Sendable {
        /// Its name, where that is one of those known.
        public var name: AttributeName
        /// Bytes of its name.
        public var nameCount: UInt16
        /// Where its name begins.
        public var nameStart: UInt32
        /// Where its value begins.
        public var start: UInt32
        /// Bytes of its value.
        public var count: UInt32
    }

    /// One reference to all tables, so that handing a page around costs no more than that.
    @usableFromInline let tables: Tables

    /// In the order of the document.
    @inlinable public var nodes: [Node] { tables.nodes }
    /// Of all elements, in the order of the document.
    @inlinable public var attributes: [Attribute] { tables.attributes }
    /// Names of attributes that stand anywhere on the page.
    @inlinable public var present: AttributeSet { tables.present }
    /// The distinct values of `class`, as ranges of `bytes`, by `Node.classIndex`; the first stands for none.
    @inlinable public var classes: [Range<Int>] { tables.classes }
    /// `Node.classIndex` of an element whose class value isn't listed.
    public static let unlistedClass = UInt16.max
    /// Texts, attribute values (entities decoded) and unknown names: valid UTF-8.
    @inlinable public var bytes: [UInt8] { tables.bytes }
    /// Visible text, block by block, white space collapsed; `TextBlock.text` are ranges of it. Valid UTF-8.
    @inlinable public var text: [UInt8] { tables.text }
    /// In reading order.
    @inlinable public var blocks: [TextBlock] { tables.blocks }
    /// In the order of the document.
    @inlinable public var pieces: [TextPiece] { tables.pieces }
    /// Why reading stopped early (size, depth, time); nil when it didn't.
    public var truncated: String? { tables.truncated }
    /// How the body was made into UTF-8.
    public var encoding: EncodingFact { tables.encoding }

    /// A page without anything on it.
    public init() { self.init(Tables()) }

    init(_ tables: Tables) { self.tables = tables }

    /// What a page consists of.
    @usableFromInline
    final class Tables: Sendable {
        @usableFromInline let nodes: [Node]
        @usableFromInline let attributes: [Attribute]
        @usableFromInline let present: AttributeSet
        @usableFromInline let classes: [Range<Int>]
        @usableFromInline let bytes: [UInt8]
        @usableFromInline let text: [UInt8]
        @usableFromInline let blocks: [TextBlock]
        @usableFromInline let pieces: [TextPiece]
        let truncated: String?
        let encoding: EncodingFact

        init(
            nodes: [Node] = [], attributes: [Attribute] = [], present: AttributeSet = [],
            classes: [Range<Int>] = [0..<0], bytes: [UInt8] = [], text: [UInt8] = [], blocks: [TextBlock] = [],
            pieces: [TextPiece] = [], truncated: String? = nil,
            encoding: EncodingFact = EncodingFact(name: "UTF-8", decidedBy: .validity)
        ) {
            self.nodes = nodes
            self.attributes = attributes
            self.present = present
            self.classes = classes
            self.bytes = bytes
            self.text = text
            self.blocks = blocks
            self.pieces = pieces
            self.truncated = truncated
            self.encoding = encoding
        }
    }
}

/// A run of visible text that stands by itself: the inline content of one block element between two block
/// boundaries.
public struct TextBlock: Sendable {
    /// In `Document.text`.
    public var text: Range<Int>
    /// The block element that holds it.
    public var node: Int
    /// The part of the page that it stands in.
    public var region: PageRegion
    /// Those that hold for all of its text: `inLink` where the block is nothing but links.
    public var flags: Document.Flags
    /// In `Document.pieces`.
    public var pieces: Range<Int>
    /// 1…6 inside a heading, else 0.
    public var headingLevel: UInt8
    /// Kinds of bytes in its text.
    public var marks: TextMarks = []
    /// ASCII digits in its text.
    public var digits: Int = 0
}

/// The part of a block that comes from one text node.
public struct TextPiece: Sendable {
    /// The text node.
    public var node: Int
    /// In `Document.text`.
    public var text: Range<Int>
}
