/// The links of one page as its author wrote them, in one flat buffer: the only thing that travels back to the
/// frontier. Kept as bytes because a page has 150 of them and nothing reads most.
public struct PageLinks: Sendable {
    /// What is known of a link beside its address.
    public struct Traits: OptionSet, Sendable {
        /// One bit a trait.
        public let rawValue: UInt8
        /// Any bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// rel="nofollow".
        public static let nofollow = Traits(rawValue: 1)
        /// Stands in a menu.
        public static let inNavigation = Traits(rawValue: 2)
        /// Stands in the footer.
        public static let inFooter = Traits(rawValue: 4)
        /// Stands in the header.
        public static let inHeader = Traits(rawValue: 8)
        /// Not an `<a>`: canonical, alternate, next, iframe, frame, area, GET form action.
        public static let notAnAnchor = Traits(rawValue: 16)
        /// A product picture or other `<img>`; to be checked, not crawled.
        public static let image = Traits(rawValue: 32)
        /// With `notAnAnchor`: a visitor gets there all the same (rel=next, iframe, frame, area); crawled.
        public static let leadsOn = Traits(rawValue: 64)
    }
    /// One link: ranges into `bytes`.
    public struct Entry: Sendable {
        /// The address as written, in `bytes`.
        public var href: Range<Int>
        /// The accessible name, cut at 80 bytes.
        public var text: Range<Int>
        /// What else is known of it.
        public var traits: Traits
    }
    /// Addresses and texts, UTF-8.
    public private(set) var bytes: [UInt8] = []
    /// In the order of the document.
    public private(set) var entries: [Entry] = []
    /// `<base href>` as written; nil where there is none.
    public var base: String?

    /// Without links.
    public init() {}

    /// Adds a link from a page's own bytes: the usual way, without a copy before the one that is kept.
    public mutating func append(
        href: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>, traits: Traits, limit: Int = 20_000
    ) {
        guard entries.count < limit, href.count <= 8_192 else { return }
        if entries.isEmpty {
            entries.reserveCapacity(192)
            bytes.reserveCapacity(12_288)
        }
        let start = bytes.count
        bytes.append(contentsOf: href)
        let middle = bytes.count
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text.prefix(80)))
        entries.append(Entry(href: start..<middle, text: middle..<bytes.count, traits: traits))
    }

    /// Adds a link; `href` is trimmed of white space by the caller. Links past `limit` are dropped.
    public mutating func append(
        href: some Collection<UInt8>, text: some Collection<UInt8>, traits: Traits, limit: Int = 20_000
    ) {
        guard entries.count < limit, href.count <= 8_192 else { return }
        let start = bytes.count
        bytes.append(contentsOf: href)
        let middle = bytes.count
        bytes.append(contentsOf: text.prefix(80))
        entries.append(Entry(href: start..<middle, text: middle..<bytes.count, traits: traits))
    }
}
