import Foundation

/// Writes a shop of any size for measuring, the same bytes for the same arguments. A page is as saved pages of real
/// shops between 40 and 110 KB are in the mean (36 of them: 77 KB, 848 elements, 1,219 attributes, 264 texts of 6.7 KB
/// together): menus, footer, policies in tabs and tiles of related goods stand on many pages, a product's
/// description, specification and reviews (about 2 KB) on its own alone.
struct SiteGenerator {
    let pages: Int
    let base: String

    private let categories: Int
    private let perListing = 24

    init(pages: Int, base: String) {
        self.pages = max(pages, 20)
        self.base = base
        categories = max(1, self.pages / 60)
    }

    /// Writes the document root: `pages` HTML pages, robots.txt and sitemap.xml.
    func write(to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for path in paths {
            let file = folder + (path == "/" ? "/index.html" : path)
            let directory = (file as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            try Data(page(path).utf8).write(to: URL(fileURLWithPath: file))
        }
        try Data("User-agent: *\nAllow: /\nSitemap: \(base)/sitemap.xml\n".utf8)
            .write(to: URL(fileURLWithPath: folder + "/robots.txt"))
        let locations = paths.map { "<url><loc>\(base)\($0)</loc></url>" }.joined(separator: "\n")
        let map = "<?xml version=\"1.0\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        try Data((map + locations + "\n</urlset>\n").utf8).write(to: URL(fileURLWithPath: folder + "/sitemap.xml"))
    }

    /// Every page's path, home first.
    var paths: [String] {
        var out = ["/"] + Self.info.map { "/info/\($0.path).html" }
        out += (0..<categories).map { "/c/\($0).html" }
        var i = 0
        while out.count < pages {
            out.append(productPath(i))
            i += 1
        }
        return Array(out.prefix(pages))
    }

    private var products: Int { max(1, pages - 1 - Self.info.count - categories) }

    private func productPath(_ i: Int) -> String { "/p/\(i / 500)/item-\(i).html" }

    private func page(_ path: String) -> String {
        var random = SplitMix(seed: path.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
        if path == "/" { return home(&random) }
        if path.hasPrefix("/info/") { return info(path, &random) }
        if path.hasPrefix("/c/") { return listing(Int(path.dropFirst(3).dropLast(5)) ?? 0, &random) }
        let number = path.split(separator: "-").last.flatMap { Int($0.dropLast(5)) } ?? 0
        return product(number, &random)
    }

    private func home(_ random: inout SplitMix) -> String {
        let tiles = (0..<perListing).map { _ in tile(random.below(products), &random) }.joined()
        return frame(title: "Fjordhus – furniture and tools", h1: "Everything for a calm home", body: tiles, &random)
    }

    private func listing(_ c: Int, _ random: inout SplitMix) -> String {
        let from = c * products / categories
        let to = min((c + 1) * products / categories, products)
        var links = ""
        for i in from..<max(from + 1, to) { links += tile(i, &random) }
        return frame(title: "\(name(c)) – Fjordhus", h1: name(c), body: "<ul class=products>\(links)</ul>", &random)
    }

    private func info(_ path: String, _ random: inout SplitMix) -> String {
        let item = Self.info.first { path.contains("/\($0.path).") } ?? Self.info[0]
        let body = (0..<12).map { _ in "<p>\(sentence(60, &random))" }.joined(separator: "\n")
        return frame(title: "\(item.title) – Fjordhus", h1: item.title, body: "<p>\(item.text)</p>" + body, &random)
    }

    private func product(_ i: Int, _ random: inout SplitMix) -> String {
        let price = 500 + (i * 7919) % 90_000
        let text = money(price)
        let title = name(i) + " \(i)"
        var body = """
            <nav class=breadcrumb><a href="/">Home</a> › <a href="/c/\(i * categories / products).html">\(name(i))</a></nav>
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"\(title)",
            "sku":"FJ-\(i)","image":"/img/\(i % 16).svg","offers":{"@type":"Offer","price":"\(price / 100).\(price % 100 / 10)\(price % 10)",
            "priceCurrency":"EUR","availability":"https://schema.org/InStock"}}</script>
            <div class="product"><img src="/img/\(i % 16).svg" alt="\(title)" width=600 height=600>
            <p class="price">\(text)</p><p class="stock">In stock</p>
            <form action="/cart/add" method=post><input type=hidden name=id value=\(i)><button>Add to cart</button></form>
            <table class=spec>

            """
        for k in 0..<12 {
            body +=
                "<tr class=\"spec-row\"><th scope=row>\(Self.properties[k])<td data-unit=mm>\(random.below(400)) mm\n"
        }
        body += "</table>" + (0..<2).map { _ in "<p>\(sentence(45, &random))" }.joined(separator: "\n")
        for item in Self.info[1...2] + Self.info[6...6] { body += tab(item) }
        for _ in 0..<5 {
            body += """
                <div class="review" itemprop="review"><b class="author">\(word(&random))</b>\(Self.stars)\
                <p class="review-text">\(sentence(25, &random))</div>

                """
        }
        body += "<h2>Related products</h2><ul class=related>"
        for _ in 0..<22 { body += tile(random.below(products), &random) }
        return frame(title: "\(title) – Fjordhus", h1: title, body: body + "</ul></div>", &random)
    }

    private func tab(_ item: (path: String, title: String, text: String)) -> String {
        let more = (0..<4).map { "<p>\(item.text) \(Self.policy[$0])" }.joined(separator: "\n")
        return "<details class=\"tab tab-\(item.path)\"><summary>\(item.title)</summary>\(more)</details>\n"
    }

    private func tile(_ i: Int, _ random: inout SplitMix) -> String {
        let price = 500 + (i * 7919) % 90_000
        return """
            <li class="tile product-grid__item js-product" data-product-id="\(i)" data-position="\(random.below(40))">\
            <div class="tile__inner"><a class="tile__link" href="\(productPath(i))" title="\(name(i)) \(i)">\
            <img class="tile__image lazy" src="/img/\(i % 16).svg" alt="\(name(i)) \(i)" width=300 height=300 loading=lazy>\
            <h3 class="tile__name">\(name(i)) \(i)</h3></a><span class="price tile__price">\(money(price))</span>\
            <form action="/cart/add" method=post><input type=hidden name=id value=\(i)>\
            <button class="button button--small" type=submit>\(Self.icon)Add to cart</button></form></div>

            """
    }

    private func frame(title: String, h1: String, body: String, _ random: inout SplitMix) -> String {
        var out = """
            <!doctype html><html lang=en><head><meta charset=utf-8><title>\(title)</title>
            <meta name=viewport content="width=device-width, initial-scale=1">
            <meta property="og:title" content="\(title)"><link rel=stylesheet href="/shop.css">
            <script>window.__STATE__={\((0..<90).map { "\"k\($0)\":\"\(random.below(1 << 30))\"" }.joined(separator: ","))}</script>
            </head><body><header><a href="/"><svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>Fjordhus</a>
            <form action="/search"><input type=search name=q placeholder="Search"></form><nav><ul>

            """
        for k in 0..<120 {
            let c = k * max(1, categories / 120) % categories
            out += """
                <li class="menu-item menu-item-type-taxonomy menu-item-\(k)" id="menu-item-\(k)"><a class="menu-link" \
                href="\(base)/c/\(c).html" data-level=2><span class="menu-text">\(name(c * 3 + k))</span></a>

                """
        }
        out += "</ul></nav></header><main id=content><h1>\(h1)</h1>\n\(body)\n</main><footer class=\"footer\"><ul>"
        for item in Self.info {
            out += "<li class=\"footer__item\"><a href=\"../../info/\(item.path).html\">\(item.title)</a>\n"
        }
        out += "</ul>" + Self.policy.map { "<div class=\"footer__note\"><p>\($0)</p></div>\n" }.joined()
        for k in 0..<12 {
            out +=
                "<a class=\"social social--\(k)\" href=\"/go/\(k)\" rel=nofollow aria-label=\"Channel \(k)\">\(Self.icon)</a>\n"
        }
        out +=
            "<p>Fjordhus Ltd, 12 Harbour Street, London. Phone <a href=\"tel:+442079460000\">020 7946 0000</a></p>"
        var script = ""
        let size = 66_000 + random.below(8_000)
        while out.utf8.count + script.utf8.count < size {
            script += "function f\(random.below(1 << 20))(a){return a*\(random.below(999))+document.title.length}\n"
        }
        return out + "<p>© 2026 Fjordhus</p></footer><script>\(script)</script></body></html>\n"
    }

    private func money(_ cents: Int) -> String { "€\(cents / 100).\(cents % 100 / 10)\(cents % 10)" }

    private func name(_ i: Int) -> String {
        "\(Self.adjectives[i % Self.adjectives.count]) \(Self.nouns[(i / 3) % Self.nouns.count])"
    }

    private func word(_ random: inout SplitMix) -> String { Self.words[random.below(Self.words.count)] }

    private func sentence(_ count: Int, _ random: inout SplitMix) -> String {
        var out = ""
        for i in 0..<count { out += (i % 12 == 0 ? "The " : "") + word(&random) + (i % 12 == 11 ? ". " : " ") }
        return out
    }

    private static let icon =
        "<svg class=icon viewBox=\"0 0 24 24\"><path d=\"M12 2l3 7h7l-6 4 2 7-6-4-6 4 2-7-6-4h7z\"/></svg>"
    private static let stars =
        "<span class=\"stars\" title=\"4 of 5\">" + String(repeating: "<i class=\"star star--on\"></i>", count: 4)
        + "</span>"
    private static let properties = [
        "Width", "Height", "Depth", "Seat height", "Leg", "Top", "Shelf", "Cable", "Shade", "Door", "Drawer", "Base",
    ]
    private static let policy = [
        "Orders that reach us before two o'clock leave the workshop on the same working day, well packed in cardboard.",
        "If something arrives broken, send us a picture and we send another one, without asking for the first back.",
        "Spare parts for every piece that we have made since the beginning are in store; ask us by e-mail or by phone.",
        "Our shop in Harbour Street is open from Monday to Saturday; the workshop next door can be seen on Fridays.",
    ]
    private static let info: [(path: String, title: String, text: String)] = [
        ("about", "About us", "We have made furniture since 1987."),
        ("delivery", "Delivery", "Delivery costs €4.90 and takes 2 to 4 working days."),
        ("returns", "Returns", "You can return goods within 30 days."),
        ("contact", "Contact", "Write to hello@fjordhus.example or call 020 7946 0000, Monday to Friday 9 to 17."),
        ("terms", "Terms and conditions", "These terms apply to every order."),
        ("privacy", "Privacy", "We keep what an order needs."),
        ("payment", "Payment", "Visa, Mastercard and bank transfer."),
        ("help", "Help", "Answers to what customers ask most."),
    ]
    private static let adjectives = [
        "Oak", "Linen", "Quiet", "Nordic", "Compact", "Süße", "Recycled", "Alpine", "Bold",
    ]
    private static let nouns = ["Chair", "Lamp", "Shelf", "Kettle", "Blanket", "Desk", "Bench", "Mirror", "Basket"]
    private static let words = [
        "the", "wood", "comfort", "line", "with", "finish", "light", "every", "day", "durable", "colour", "soft",
        "room",
        "from", "made", "café", "detail", "quiet", "strong", "handle", "and", "of", "simple", "surface", "care",
    ]
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed on every machine.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(max(bound, 1)))
    }
}
