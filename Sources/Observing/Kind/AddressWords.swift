/// The words of a page's address that tell what the page is: its path's segments and routing values.
struct AddressWords {
    /// Percent-decoded, lower-case ASCII letters, without extension; "product-category", "information/contact".
    private(set) var segments: [String] = []
    /// Names of query parameters that have a value.
    private(set) var parameters: Set<String> = []
    /// Nothing but the root or a language.
    private(set) var isRoot = false

    private static let routers: Set<String> = ["route", "controller", "page", "cpath", "view", "action", "r", "option"]
    private static let extensions: Set<String> = ["html", "htm", "php", "aspx", "asp", "jsp", "shtml", "cgi", "phtml"]

    /// `url` is absolute or a path.
    init(_ url: String) {
        var rest = Array(url.utf8.prefix(2_000))[...]
        if let cut = rest.firstIndex(of: 35) { rest = rest[..<cut] }
        if let colon = rest.firstIndex(of: 58), rest[colon...].starts(with: [58, 47, 47]) {
            let authority = rest[(colon + 3)...]
            rest = authority.firstIndex(of: 47).map { authority[$0...] } ?? []
        }
        let question = rest.firstIndex(of: 63) ?? rest.endIndex
        for part in rest[..<question].split(separator: 47) { add(segment: part) }
        let pathSegments = segments.count
        var isRouted = false
        for pair in rest[min(question + 1, rest.endIndex)...].split(whereSeparator: { $0 == 38 || $0 == 59 }) {
            isRouted = add(parameter: pair) || isRouted
        }
        isRoot =
            isRouted && pathSegments + 2 >= segments.count && segments.last == "home"
            || !isRouted && parameters.isSubset(of: AddressWords.harmless)
                && AddressWords.isRoot(segments.prefix(pathSegments))
    }

    /// Names one thing of a catalogue: "/product/chair", "?product_id=28".
    var namesProduct: Bool {
        if !parameters.isDisjoint(with: AddressWords.productParameters) { return true }
        guard let at = segments.lastIndex(where: { AddressWords.productSegments.contains($0) }) else { return false }
        return at + 1 < segments.count
    }

    /// Names a part of a catalogue: "/category/chairs", "?cPath=2".
    var namesListing: Bool {
        !parameters.isDisjoint(with: AddressWords.listingParameters)
            || segments.contains { PageTopic.listings.contains($0) }
    }

    /// A routed address whose parameter names a part of a catalogue and nothing in it.
    var selectsListing: Bool { !parameters.isDisjoint(with: AddressWords.listingParameters) && !namesProduct }

    /// Under a year and a month: "/2024/05/title".
    var isDated: Bool {
        let numbers = segments.dropLast().map { Int($0) }
        return zip(numbers, numbers.dropFirst()).contains { year, month in
            (1990...2100).contains(year ?? 0) && (1...12).contains(month ?? 0)
        }
    }

    private static let productParameters: Set<String> = [
        "product_id", "products_id", "productid", "pid", "item_id", "sku",
    ]
    private static let productSegments: Set<String> = ["product", "products", "item", "items", "dp", "tovar", "mehsul"]
    private static let listingParameters: Set<String> = [
        "cpath", "manufacturers_id", "manufacturer_id", "category_id", "cat_id", "categoryid", "category",
    ]
    private static let harmless: Set<String> = ["lang", "language", "hl", "currency", "utm_source", "ref", "gclid"]

    /// The last segment without digits at its ends: "returns", "about-us".
    var last: String? { segments.last }

    private mutating func add(segment part: ArraySlice<UInt8>, isRoute: Bool = false) {
        var word = String(decoding: AddressWords.decoded(part), as: UTF8.self).lowercased()
        if let dot = word.lastIndex(of: "."), AddressWords.extensions.contains(String(word[word.index(after: dot)...]))
        {
            word = String(word[..<dot])
        } else if isRoute, let dot = word.firstIndex(of: ".") {
            word = String(word[..<dot])
        }
        word = String(word.map { $0 == "_" || $0 == " " || $0 == "+" ? "-" : $0 })
        if !word.isEmpty, segments.count < 20 { segments.append(word) }
    }

    /// True for a parameter that says which page is shown.
    private mutating func add(parameter pair: ArraySlice<UInt8>) -> Bool {
        let sides = pair.split(separator: 61, maxSplits: 1)
        guard sides.count == 2, parameters.count < 40 else { return false }
        let name = String(decoding: sides[0], as: UTF8.self).lowercased()
        parameters.insert(name)
        guard AddressWords.routers.contains(name) else { return false }
        for part in AddressWords.decoded(sides[1]).split(separator: 47) { add(segment: part[...], isRoute: true) }
        return true
    }

    private static func isRoot(_ segments: ArraySlice<String>) -> Bool {
        var rest = segments
        if let last = rest.last, ["index", "default", "home"].contains(last) { rest = rest.dropLast() }
        guard let only = rest.first else { return true }
        guard rest.count == 1 else { return false }
        let parts = only.split(separator: "-")
        return (only.utf8.count == 2 || (only.utf8.count == 5 && parts.count == 2 && parts[0].utf8.count == 2))
            && only.utf8.allSatisfy { ($0 >= 97 && $0 <= 122) || $0 == 45 }
    }

    static func decoded(_ part: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(part.count)
        var i = part.startIndex
        while i < part.endIndex {
            if part[i] == 37, i + 2 < part.endIndex, let high = hex(part[i + 1]), let low = hex(part[i + 2]) {
                out.append(high << 4 | low)
                i += 3
            } else {
                out.append(part[i])
                i += 1
            }
        }
        return out
    }

    private static func hex(_ b: UInt8) -> UInt8? {
        switch b {
        case 48...57: b - 48
        case 65...70: b - 55
        case 97...102: b - 87
        default: nil
        }
    }
}
