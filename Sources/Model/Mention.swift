/// The part of a page that something stands in.
public enum PageRegion: String, Codable, Sendable, CaseIterable {
    /// The page as a whole, or unknown.
    case page
    /// `<head>`: title, meta, link.
    case head
    case header, navigation, main, aside, footer
    /// A layer or dialog over the page.
    case dialog
    /// JSON-LD, microdata, RDFa or OpenGraph: read by machines.
    case structuredData
    case script
}

/// Words on a page and where they stand: the raw material of evidence.
public struct Mention: Codable, Sendable, Hashable {
    /// The page's words, white space collapsed, at most `Mention.quoteLimit` characters.
    public var quote: String
    /// The part of the page that they stand in.
    public var region: PageRegion
    /// CSS-like path, at most 160 characters.
    public var locator: String

    /// Longest quote that is kept, in characters.
    public static let quoteLimit = 240

    /// Each argument becomes the field of its name.
    public init(quote: String, region: PageRegion, locator: String = "") {
        self.quote = quote
        self.region = region
        self.locator = locator
    }
}

extension String {
    /// The first characters, `limit` at most; itself, without a copy, where it is short.
    public func cut(to limit: Int) -> String { utf8.count <= limit ? self : String(prefix(limit)) }
}
