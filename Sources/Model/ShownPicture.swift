/// A picture of a product that the audit asked for, and what came.
public struct ShownPicture: Codable, Sendable, Hashable {
    /// Where on a page the picture stands.
    public enum Place: String, Codable, Sendable, Hashable, CaseIterable {
        /// Beside the page's own product.
        case product
        /// In a tile of a listing.
        case tile
        /// Nowhere that was seen: only structured data names it.
        case structuredData
    }

    /// Normalised.
    public var url: String
    /// Normalised address of the page that shows it; of several, the one that was read first.
    public var page: String
    /// The product's name there, at most 120 characters; nil without one.
    public var product: String?
    /// Where it stands on `page`.
    public var place: Place
    /// What came of asking for it.
    public var answer: PictureAnswer

    /// Each argument becomes the field of its name.
    public init(url: String, page: String, product: String? = nil, place: Place, answer: PictureAnswer) {
        self.url = url
        self.page = page
        self.product = product
        self.place = place
        self.answer = answer
    }
}

/// What a server gives a browser that asks for a picture.
public enum PictureAnswer: Codable, Sendable, Hashable {
    /// A picture.
    case picture
    /// The server says that there is none: 404 or 410.
    case missing(status: Int)
    /// A page in its place, which a browser shows nothing of.
    case page
    /// Nothing that tells; why, in words for people.
    case unread(String)
}
