import Model
import Parsing

/// What is known before a page is read; the same for all pages of a crawl.
public struct ObservingContext: Sendable {
    /// Host of the seed as redirected, lower case, e.g. "www.shop.example".
    public var host: String
    /// The seed's registrable domain ("shop.example"); the host itself for addresses and loopback.
    public var domain: String
    /// The normalised seed URL as redirected: the home page.
    public var seed: String
    /// The user's `--language`; nil if not given.
    public var languageHint: String?
    /// The words of all languages.
    public var lexicon: Lexicon
    /// The platforms of messengers, social profiles and chats.
    public let channels: ChannelCatalogue
    /// How much of a body becomes a document.
    public var limits = ParseLimits()
    /// Milliseconds by the wall clock for looking at one document; what comes later in the page is left out then.
    public var timeout = 10_000
    /// Facts hold all of a page's structured data, not just its own product's offers: see `PricingFacts.entities`.
    public var keepsEntities = false
    /// What an auditor's own checks ask of pages.
    public let queries: [PageQuery]
    /// Those of them that ask by terms, compiled; nil where a phrase is malformed, which whoever reads the checks finds
    /// out first by `TermQueries.init`.
    let termQueries: TermQueries?
    /// What pages leave to later ones, shared by copies of this context.
    let memories = MemoryPool()

    /// Each argument becomes the field of its name.
    public init(
        host: String, domain: String, seed: String, languageHint: String? = nil, lexicon: Lexicon,
        channels: ChannelCatalogue = .bundled, queries: [PageQuery] = []
    ) {
        self.host = host
        self.domain = domain
        self.seed = seed
        self.languageHint = languageHint
        self.lexicon = lexicon
        self.channels = channels
        self.queries = queries
        termQueries = try? TermQueries(queries)
    }
}
