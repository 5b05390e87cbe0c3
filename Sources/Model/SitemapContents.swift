/// What a sitemap file names.
public struct SitemapContents: Sendable, Hashable {
    /// `<urlset>`: addresses of pages, as written.
    public var pages: [String]
    /// `<sitemapindex>`: addresses of further sitemaps, as written.
    public var sitemaps: [String]

    /// Each argument becomes the field of its name.
    public init(pages: [String] = [], sitemaps: [String] = []) {
        self.pages = pages
        self.sitemaps = sitemaps
    }
}
