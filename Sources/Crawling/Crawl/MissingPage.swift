import Model

/// What the site answers to an address that cannot exist. A page that says the same with a status of success is no page.
struct MissingPage: Sendable {
    private enum Answer {
        /// It says so, or it tells nothing.
        case none
        /// Shown instead of the page, with a status of success.
        case page(TextSketch, body: UInt64)
        /// Back to the first page.
        case home([UInt8])
    }

    private let answer: Answer

    /// Tells nothing.
    static let unknown = MissingPage(.none)
    private init(_ answer: Answer) { self.answer = answer }

    /// Beside the home page; always the same one, so that a crawl that goes on after a break asks for it as well.
    static func address(home: String) -> String? {
        let bytes = Array(home.utf8)
        guard let parts = AddressParts(bytes), let resolver = LinkResolver(base: home) else { return nil }
        let token = String(ByteHash.of(bytes, parts.authority, seed: 404), radix: 36)
        let name = Array("comeback-looks-for-no-such-page-\(token)".utf8)
        var out: [UInt8] = []
        return resolver.resolve(name, name.indices, into: &out) == nil ? String(decoding: out, as: UTF8.self) : nil
    }

    /// Reads what came of asking for it.
    init<Product>(_ result: PageResult<Product>, home: PageResult<Product>, homeURL: String) {
        let url = Array(homeURL.utf8)
        if let location = result.location {
            answer = location == url ? .home(url) : .none
            return
        }
        let sketch = result.character.sketch
        // A place for scripts to write to, a wall, or a page in its own right that is shown for want of another (the first
        // page, a list of all goods, a form for signing in) says nothing of what else isn't there.
        guard result.isLikeAPage, result.character.kind == .other, sketch.blocks >= TextSketch.fewest,
            result.bodyHash != home.bodyHash,
            !sketch.isSame(home.character.sketch)
        else {
            answer = .none
            return
        }
        answer = .page(sketch, body: result.bodyHash)
    }

    /// The page stands for one that isn't there: what it was told by.
    func obstacle(_ sketch: TextSketch, body: UInt64) -> String? {
        guard case .page(let known, let bytes) = answer, body == bytes || known.isSame(sketch) else { return nil }
        return "says the same as an address that cannot exist"
    }

    /// The same for a redirect from one normalised address to another.
    func obstacle(from url: String, to location: [UInt8]) -> String? {
        guard case .home(let home) = answer, location == home, !Self.isHome(Array(url.utf8)) else { return nil }
        return "leads to the first page, as an address that cannot exist does"
    }

    /// Named like another address of the first page, or like a page that sends those away who have nothing there.
    private static func isHome(_ url: [UInt8]) -> Bool {
        guard let parts = AddressParts(url) else { return true }
        return url[parts.path].split(separator: UInt8(ascii: "/")).allSatisfy { segment in
            let name = segment.prefix { $0 != UInt8(ascii: ".") }.map(lowered)
            let isTag =
                name.count == 2 || name.count == 5 && [UInt8(ascii: "-"), UInt8(ascii: "_")].contains(name[2])
            return isTag || homes.contains(name)
        }
    }

    private static let homes = Set(
        [
            "", "index", "home", "homepage", "default", "start", "main", "welcome", "shop", "store", "cart", "basket",
            "checkout", "account", "login", "wishlist", "compare", "order", "my-account",
        ].map { Array($0.utf8) })
}

extension PageResult {
    /// It was shown with a status of success, even if its words say that it is none.
    fileprivate var isLikeAPage: Bool {
        if case .blocked(by: .softNotFound, _) = outcome { true } else { product != nil }
    }
}

extension TextSketch {
    /// Says the same, or the same but for numbers and a block or two.
    fileprivate func isSame(_ other: TextSketch) -> Bool {
        blocks >= Self.fewest && other.blocks >= Self.fewest && (whole == other.whole || isNear(other))
    }
}
