import Model

extension ObstaclePage {
    private static let long = Array(
        repeating:
            "A wall in front of a page keeps customers away as much as it keeps robots, and few owners ever see it.",
        count: 20
    ).joined(separator: " ")

    /// Pages in their own right that have a sign of a wall about them.
    static let pages: [ObstaclePage] = [
        .init(
            "a captcha on a contact form", nil,
            shop(
                "Contact",
                "<h1>Contact us</h1><form method=post><input name=name><input type=email name=email><textarea name=message></textarea><div class=g-recaptcha></div><button>Send</button></form>"
            )),
        .init(
            "the same without a menu", nil,
            html(
                "Contact",
                "<h1>Contact us</h1><p>Tell us you are not a robot</p><form method=post><input name=name><input type=email name=email><textarea name=message></textarea><div class=h-captcha></div><button>Send</button></form>"
            )),
        .init(
            "a login in the header", nil,
            shop(
                "Oak",
                "<h1>Welcome</h1><form method=post action=/login><input name=email><input type=password name=password><button>Log in</button></form>"
            ), path: "/"),
        .init(
            "the login's own page", nil,
            html(
                "Log in",
                "<h1>Please log in</h1><form method=post><input name=email type=email><input type=password name=password><button>Log in</button></form>"
            ),
            path: "/account/login"),
        .init(
            "an article about captchas", nil,
            html("Are you a robot?", "<h1>Are you a robot?</h1><p>\(long)</p><div class=g-recaptcha></div>")),
        .init(
            "an article about Cloudflare", nil,
            shop(
                "Just a moment...",
                "<h1>What “Just a moment...” means</h1><p>Checking your browser before accessing. \(long)</p>")),
        .init(
            "an article about 404", nil,
            shop(
                "Page not found: what your customers feel",
                "<h1>Page not found: what your customers feel</h1><p>\(long)</p>")),
        .init(
            "a search without results", nil, shop("Search", "<h1>Search</h1><p>No products found</p>"),
            path: "/search?q=x"),
        .init(
            "Cloudflare's script on a shop's page", nil,
            shop(
                "Oak",
                "<h1>Oak</h1><script>window.__CF$cv$params={r:'8'};a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'</script><p>Furniture</p>"
            ), path: "/"),
        .init(
            "DataDome's tag on a small page", nil,
            html(
                "Oak",
                "<h1>Oak furniture</h1><p>Made in Wales.</p><a href=/chairs>Chairs</a><script src='https://js.datadome.co/tags.js'></script>"
            ), path: "/"),
        .init(
            "maintenance as a service", nil,
            shop("Maintenance of bicycles", "<h1>Bicycle maintenance</h1><p>\(long)</p>")),
        .init(
            "a notice of maintenance above a shop", nil,
            shop("Oak", "<p>Scheduled maintenance on Sunday.</p><h1>Chairs</h1><p>\(long)</p>"), path: "/"),
        .init(
            "a product that is coming soon", nil,
            shop("Chair", "<h1>Chair</h1><p>Coming soon</p>")),
        .init(
            "an age notice on wine", nil,
            shop(
                "Red wine",
                "<h1>Red wine</h1><p>You must be 18 to buy this wine.</p><p>Are you over 18?</p><p>£9.00</p><button>Add to cart</button>"
            )),
        .init(
            "an age notice in a footer", nil,
            html("Wine", "<h1>Our cellar</h1><p>Visit us in Bath.</p><footer><p>You must be 18.</p></footer>"),
            path: "/"),
        .init(
            "a cookie banner on a small page", nil,
            html("Oak", "<h1>Oak</h1><p>Furniture from Wales</p><p>We use cookies</p><button>Accept all</button>"),
            path: "/"),
        .init("a page with few words", nil, html("About", "<h1>About us</h1><p>We make chairs.</p><a href=/>Home</a>")),
        .init(
            "a page with scripts and few words", nil,
            html("Oak", "<h1>Oak</h1><div id=app><p>Chairs and tables</p></div><script src=/a.js></script>")),
        .init("a page in frames", nil, html("Oak", "<iframe src=/shop.html></iframe><script src=/a.js></script>")),
        .init(
            "delivery that names countries", nil,
            shop("Delivery", "<h1>Delivery</h1><p>Some goods are not available in your country.</p>")),
        .init(
            "domains as goods", nil,
            shop(
                "Domains",
                "<h1>Domains</h1><p>This domain is for sale. Buy this domain.</p><p>€90.00</p><button>Add to cart</button>"
            )),
        .init("a real 404", nil, shop("Page not found", "<h1>Page not found</h1>"), status: 404),
        .init("an empty page", nil, html("", ""), path: "/"),
    ]
}
