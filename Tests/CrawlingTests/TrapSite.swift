import Crawling
import Model
import Support

/// A shop of a dozen templates among traps without end: each answer follows from its address alone.
enum TrapSite {
    /// Names of all real templates.
    static let templates: Set<String> = [
        "home", "category", "product", "bundle", "article", "contact", "delivery", "returns", "about", "brand",
        "stores",
        "guide",
    ]

    static func answer(_ target: String) -> ShopServer.Answer? {
        guard target != "/robots.txt", target != "/sitemap.xml" else { return nil }
        let path = String(target.prefix { $0 != "?" })
        let query = String(target.drop { $0 != "?" }.dropFirst())
        let seed = hash(target)
        // The whole shop stands again below each session's folder.
        var segments = path.split(separator: "/").map(String.init)
        var prefix = ""
        if segments.first == "s", segments.count > 1 {
            prefix = "/s/" + segments[1]
            segments.removeFirst(2)
        }
        let (template, words, links) = page(segments, query, seed)
        let traps = links.isEmpty ? [] : self.traps(target, path, seed)
        let all = links.map { prefix + $0 } + traps
        return .html(
            "<!doctype html><!--t:\(template)--><title>\(words)</title><p>\(words)</p>"
                + all.map { "<a href=\"\($0)\">x</a>" }.joined())
    }

    private static func page(_ segments: [String], _ query: String, _ seed: Int) -> (String, String, [String]) {
        let number = segments.last.flatMap { Int($0.filter(\.isNumber)) } ?? 0
        switch segments.first ?? "" {
        case "": return ("home", "home", (1...6).map { "/c/\($0)" } + ["/contact", "/blog/post-1", "/events"] + footer)
        case "c":
            // Five pages, and the fifth again for any further number.
            let page = min(5, Int(query.split(separator: "=").last ?? "1") ?? 1)
            let goods = (0..<8).map { "/p/\(number * 40 + page * 8 + $0)" }
            return (
                "category", "category \(number), page \(page)", goods + (page == 3 ? ["/set/\(number)"] : []) + footer
            )
        case "p": return number < 300 ? ("product", "product \(number)", ["/brand/\(number % 7)"] + footer) : gone
        case "set": return ("bundle", "set \(number)", ["/p/\(number)"] + footer)
        case "blog":
            return number < 30
                ? ("article", "article \(number)", ["/blog/post-\(number + 1)", "/guide/\(number)"]) : gone
        case "guide": return ("guide", "guide \(number)", footer)
        case "brand": return ("brand", "brand \(number)", footer)
        case "contact": return ("contact", "contact", ["/stores/1"] + footer)
        case "stores": return ("stores", "stores", footer)
        case "delivery", "returns", "about": return (segments[0], segments[0], footer)
        default: return ("trap", "trap \(seed)", footer)
        }
    }

    private static let gone = ("trap", "nothing here", [String]())
    private static let footer = ["/", "/contact", "/delivery", "/returns", "/about"]

    private static func traps(_ target: String, _ path: String, _ seed: Int) -> [String] {
        let next = Int(target.split(separator: "=").last ?? "1") ?? 1
        return [
            "\(path)?page=\(next + 1)", "/events?month=\(seed % 12 + 1)&year=\(2000 + seed % 900)",
            "/calendar/\(2000 + seed % 99)/\(seed % 12 + 10)/\(seed)", "\(path)?colour=\(seed % 997)&size=\(seed % 13)",
            "\(path)?sort=price", "\(path)?view=list", "\(path)/filter/colour-\(seed % 91)/size-\(seed % 7)",
            "\(path)?zsid=\(token(seed))", "/s/\(token(seed))\(path)", "/go/\(token(seed ^ 5))/", "\(path)/deeper",
            "\(path)?ref=\(seed % 31)", "/x/\(seed % 1009)/y/\(seed % 1013)", "/tag/\(word(seed))/\(word(seed ^ 9))",
        ]
    }

    private static func token(_ seed: Int) -> String {
        let text = String(UInt64(bitPattern: Int64(seed &* 7_919 &* 104_729 &+ 77)) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
        return text.count < 16 ? text + "0a1b2c3d4e5f6a7b".prefix(16 - text.count) : text
    }

    private static func word(_ seed: Int) -> String {
        String(String(seed, radix: 26).map { Character(UnicodeScalar(97 + UInt8($0.hexDigitValue ?? 7))) })
    }

    private static func hash(_ text: String) -> Int { text.utf8.reduce(17) { ($0 &* 31 &+ Int($1)) % 999_983 } }

    /// What an observer would say of these pages.
    @Sendable static func visit(_ facts: FetchFacts, _ body: [UInt8]) -> Visited<String> {
        var visited = hrefs(facts, body)
        let text = String(decoding: body, as: UTF8.self)
        let template = text.split(separator: "<!--t:").dropFirst().first.map { String($0.prefix { $0 != "-" }) } ?? ""
        let words = text.split(separator: "<title>").dropFirst().first.map { String($0.prefix { $0 != "<" }) } ?? ""
        visited.product = template
        var sketch = TextSketch()
        sketch.whole = UInt64(hash(words))
        sketch.blocks = 5
        let kind: PageKind =
            ["home": .home, "category": .listing, "product": .product, "article": .article, "contact": .contact][
                template]
            ?? .other
        let shape = ShapeSketch(minima: [UInt32](repeating: UInt32(hash(template)), count: 32))
        visited.character = PageCharacter(kind: kind, shape: shape, sketch: sketch)
        return visited
    }
}
