/// One review that can be read on a page.
public struct ReviewFact: Codable, Sendable, Hashable {
    /// It gives the best mark, or a lower one; nil where no mark could be read.
    public var isTop: Bool?
    /// A hash of its words' letters.
    public var words: UInt64
    /// How many letters these are.
    public var letters: Int
    /// Its words; at most 100 characters.
    public var mention: Mention

    /// Each argument becomes the field of its name.
    public init(isTop: Bool?, words: UInt64, letters: Int, mention: Mention) {
        self.isTop = isTop
        self.words = words
        self.letters = letters
        self.mention = mention
    }
}

/// The reviews of a site's products, each text once.
public struct SiteReviews: Sendable, Hashable {
    /// Product pages with a review that could be read.
    public var productPages = 0
    /// Different reviews on them; counted up to 4,096.
    public var texts = 0
    /// Of these, those that give the best mark.
    public var top = 0
    /// A mark, or a product's rating, that isn't the best; nil where none was read.
    public var lower: Evidence?
    /// The first of those with the best mark, at most 3.
    public var examples: [Evidence] = []
    /// Those on several product pages, most pages first; at most 20.
    public var repeated: [RepeatedReview] = []

    /// None.
    public init() {}
}

/// A review whose words stand on several product pages.
public struct RepeatedReview: Sendable, Hashable {
    /// Letters of its words.
    public var letters: Int
    /// Its words on the first page in URL order.
    public var mention: Mention
    /// The first such pages in URL order, with the products' names; at most 8.
    public var products: [NamedPage]
    /// Product pages that show it.
    public var productPages: Int
    /// Other pages that show it.
    public var otherPages: Int

    /// Each argument becomes the field of its name.
    public init(letters: Int, mention: Mention, products: [NamedPage], productPages: Int, otherPages: Int) {
        self.letters = letters
        self.mention = mention
        self.products = products
        self.productPages = productPages
        self.otherPages = otherPages
    }
}

/// A page by address and name.
public struct NamedPage: Codable, Sendable, Hashable {
    /// Normalised.
    public var url: String
    /// At most 80 characters.
    public var name: String

    /// Each argument becomes the field of its name.
    public init(url: String, name: String) {
        self.url = url
        self.name = name
    }
}
