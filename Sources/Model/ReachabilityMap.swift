/// How far customers are from a person, by what they want and where they are.
public struct ReachabilityMap: Codable, Sendable, Hashable {
    /// One a need, in the order of `CustomerNeed`.
    public var needs: [NeedReach]
    /// Pages that were looked at for ways to a person.
    public var pagesLooked: Int
    /// Known pages that could not be looked at.
    public var pagesUnread: Int

    /// Each argument becomes the field of its name.
    public init(needs: [NeedReach], pagesLooked: Int, pagesUnread: Int) {
        self.needs = needs
        self.pagesLooked = pagesLooked
        self.pagesUnread = pagesUnread
    }
}

/// How far somebody with one need is from a person.
public struct NeedReach: Codable, Sendable, Hashable {
    /// What the customer wants.
    public var need: CustomerNeed
    /// Ways that pages name as meant for it, most pages first; at most 3. Empty where only general ones serve.
    public var named: [NamedContact]
    /// Why nothing can be said of named ways; nil where it can.
    public var namedUnknown: String?
    /// From the home page.
    public var home: Reach
    /// From product pages.
    public var product: Reach
    /// From the cart and the checkout.
    public var cart: Reach

    /// Each argument becomes the field of its name.
    public init(
        need: CustomerNeed, named: [NamedContact], namedUnknown: String?, home: Reach, product: Reach, cart: Reach
    ) {
        self.need = need
        self.named = named
        self.namedUnknown = namedUnknown
        self.home = home
        self.product = product
        self.cart = cart
    }
}

/// A way that a site's pages name as meant for a need.
public struct NamedContact: Codable, Sendable, Hashable {
    /// What it is.
    public var way: ContactWay
    /// As in `NeedContact`.
    public var value: String
    /// The first page in URL order that names it.
    public var url: String
    /// Its words there.
    public var mention: Mention
    /// Pages that name it.
    public var pages: Int

    /// Each argument becomes the field of its name.
    public init(way: ContactWay, value: String, url: String, mention: Mention, pages: Int) {
        self.way = way
        self.value = value
        self.url = url
        self.mention = mention
        self.pages = pages
    }
}

/// Clicks from pages of one kind to the nearest way to a person.
public struct Reach: Codable, Sendable, Hashable {
    /// How the question came out.
    public enum State: String, Codable, Sendable {
        case found
        /// No way on any page that links lead to from there, all of them read.
        case notFound
        case notAssessed
    }

    /// How it came out.
    public var state: State
    /// Pages to start from that were read.
    public var starts: Int
    /// The lower median over the pages to start from; nil unless found.
    public var clicks: Int?
    /// From the best and the worst of them.
    public var fewest: Int?
    /// Nil unless found.
    public var most: Int?
    /// Pages to start from without a way.
    public var without: Int
    /// A page that was not read may hold a shorter way.
    public var isAtMost: Bool
    /// What is at the end of the way, one of each kind, best first.
    public var ways: [ShownWay]
    /// Clicks to something better where the nearest way is a form; nil where it isn't or nothing better was found.
    public var beyondForm: Int?
    /// What is there.
    public var beyondFormWays: [ShownWay]
    /// A form is the only way there is: all that links lead to from there was read.
    public var isFormOnly: Bool
    /// Clicks to the nearest way that is named for the need; nil without one.
    public var named: Int?
    /// Why it isn't assessed; nil otherwise.
    public var reason: String?

    /// Nothing known.
    public init(_ state: State, starts: Int, reason: String? = nil) {
        self.state = state
        self.starts = starts
        self.reason = reason
        without = 0
        isAtMost = false
        isFormOnly = false
        ways = []
        beyondFormWays = []
    }
}
