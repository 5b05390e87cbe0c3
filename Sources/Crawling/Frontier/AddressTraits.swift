import Model

/// What can be told of an address from its own words.
struct AddressTraits {
    /// Lower-case words of letters and digits of the path and query, in order.
    let words: [ArraySlice<UInt8>]
    /// Those of the last folder or file, or of the route that a query gives; none beside other parameters.
    private let lastName: [ArraySlice<UInt8>]
    private let path: ArraySlice<UInt8>

    init(_ url: [UInt8]) {
        guard let parts = AddressParts(url) else {
            words = []
            lastName = []
            path = []
            return
        }
        path = url[parts.path]
        let lower = url[parts.path.lowerBound...].map(lowered)
        words = lower.split { !isLetter($0) && !isDigit($0) && $0 < 0x80 }
        let last: ArraySlice<UInt8>
        if let query = parts.query {
            let shape = AddressShape(url, parts).query
            last = shape.contains(UInt8(ascii: "=")) && query.count <= 80 ? shape[...] : []
        } else {
            last = lower.split(separator: UInt8(ascii: "/")).last ?? []
        }
        lastName = last.split { !isLetter($0) && !isDigit($0) && $0 < 0x80 }.map { Array($0)[...] }
    }

    /// Asking for it would do something: put in the cart, log out, unsubscribe.
    var isAction: Bool {
        for (index, word) in words.enumerated() {
            if Self.actions.contains(Array(word)) { return true }
            guard Self.verbs.contains(Array(word)) else { continue }
            var at = index - 1
            if at > 0, words[at].elementsEqual("index".utf8) { at -= 1 }
            let before = at >= 0 ? Array(words[at]) : []
            var after = index + 1
            if after < words.count, words[after].elementsEqual("to".utf8) || words[after].elementsEqual("from".utf8) {
                after += 1
            }
            let next = after < words.count ? Array(words[after]) : []
            if Self.stores.contains(before) || Self.stores.contains(next) { return true }
            // ?action=add, ?do=remove
            if Self.doers.contains(before) { return true }
        }
        return false
    }

    /// Its last path segment ends like a file that is no page.
    var isFile: Bool {
        guard let dot = path.lastIndex(of: UInt8(ascii: ".")), path.endIndex - dot <= 6,
            !path[dot...].contains(UInt8(ascii: "/"))
        else { return false }
        return Self.files.contains(path[(dot + 1)...].map(lowered))
    }

    /// Named like a page that every shop has one of: contact, delivery, returns, terms.
    /// A list's filters or a mirror's parameters behind such a name make no further one.
    var isKeyPage: Bool { words.count <= 12 && lastName.contains { KeyWords.contain($0) } }

    /// Named like a listing.
    var isListing: Bool { words.contains { Self.listings.contains(Array($0)) } }

    private static let actions = set([
        "logout", "logoff", "signout", "unsubscribe", "addtocart", "addtobasket", "addtowishlist", "addtocompare",
        "buynow", "removeitem", "emptycart",
    ])
    private static let verbs = set([
        "add", "remove", "delete", "clear", "empty", "update", "buy", "log", "sign", "undo",
    ])
    private static let stores = set([
        "cart", "basket", "bag", "wishlist", "compare", "item", "now", "out", "off", "product2basket", "favorites",
        "favourites", "add2cart",
    ])
    private static let doers = set(["action", "do", "act", "task", "cmd"])
    private static let listings = set([
        "category", "categories", "catalog", "catalogue", "collection", "collections", "cpath", "kategorie",
        "kategoria",
        "kateqoriya", "katalog", "shop", "manufacturer", "brand", "brands",
    ])
    private static let files = set([
        "jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "ico", "bmp", "tif", "tiff", "heic", "css", "js", "mjs",
        "map",
        "json", "xml", "rss", "atom", "txt", "csv", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods",
        "rtf",
        "epub", "zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "tar", "dmg", "exe", "msi", "apk", "iso", "mp3", "ogg",
        "wav",
        "flac", "m4a", "mp4", "m4v", "webm", "avi", "mov", "mkv", "wmv", "woff", "woff2", "ttf", "otf", "eot", "swf",
        "ics",
        "vcf", "webmanifest", "wasm", "bin",
    ])

    private static func set(_ words: [String]) -> Set<[UInt8]> { Set(words.map { Array($0.utf8) }) }
}
