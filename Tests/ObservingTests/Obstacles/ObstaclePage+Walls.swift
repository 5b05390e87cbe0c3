import Model

extension ObstaclePage {
    /// Cut down to what tells them, from what these walls are documented to send.
    static let walls: [ObstaclePage] = software + notices + gates + empty

    private static let software: [ObstaclePage] = [
        .init(
            "Cloudflare challenge", .botWall,
            html(
                "Just a moment...",
                "<noscript>Enable JavaScript and cookies to continue</noscript><script>window._cf_chl_opt={cvId:'3'}</script>"
            ), status: 403),
        .init(
            "Cloudflare by its header, 200", .botWall, html("Shop", "<p>One second</p>"),
            headers: ["cf-mitigated: challenge"]),
        .init(
            "Cloudflare block", .botWall,
            html(
                "Attention Required! | Cloudflare",
                "<div id=cf-error-details><h1>Sorry, you have been blocked</h1><h2>You are unable to access shop.example</h2></div>"
            ), status: 403),
        .init(
            "Akamai", .botWall,
            html(
                "Access Denied",
                "<h1>Access Denied</h1>You don't have permission to access \"http://shop.example/\" on this server.<p>Reference #18.2d351ab8.1557333295.a4e16ab</p><p>https://errors.edgesuite.net/18.2d</p>"
            ), status: 403),
        .init(
            "DataDome, 200", .botWall,
            html(
                "shop.example",
                "<p id=cmsg>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','cid':'AHrlq','host':'geo.captcha-delivery.com'}</script><script src='https://ct.captcha-delivery.com/c.js'></script>"
            )),
        .init(
            "HUMAN", .botWall,
            html(
                "Access to this page has been denied.",
                "<div id=px-captcha></div><p>Press & Hold to confirm you are a human (and not a bot).</p>"),
            status: 403),
        .init(
            "Imperva, 200", .botWall,
            "<html><head><META NAME=robots CONTENT=noindex></head><body><iframe id=main-iframe src=\"/_Incapsula_Resource?CWUDNSAI=9&xinfo=5\">Request unsuccessful. Incapsula incident ID: 12-34</iframe></body></html>"
        ),
        .init(
            "AWS WAF, 202", .botWall,
            html(
                "", "<script>AwsWafIntegration.getToken()</script><noscript><h1>JavaScript is disabled</h1></noscript>"),
            status: 202, headers: ["x-amzn-waf-action: challenge"]),
        .init(
            "AWS WAF captcha", .botWall,
            html("Human Verification", "<script>window.gokuProps = {}</script><div id=captcha-container></div>"),
            status: 405),
        .init(
            "Sucuri", .botWall,
            html(
                "Sucuri WebSite Firewall - Access Denied",
                "<h1>Sucuri WebSite Firewall</h1><p>Block reason: Bad bot access attempt.</p>"), status: 403),
        .init(
            "DDoS-Guard", .botWall,
            html(
                "DDoS-Guard",
                "<h1>Checking your browser before accessing shop.example</h1><script src='/.well-known/ddos-guard/js-challenge/index.js'></script>"
            ), status: 403),
        .init(
            "Qrator", .botWall,
            html("", "<script src='/__qrator/qauth_utm_v2.js'></script><p>Подождите</p>", language: "ru"), status: 401),
        .init(
            "SmartCaptcha, 200", .botWall,
            html(
                "Вы не робот?",
                "<form action='/checkcaptcha'><p>Подтвердите, что запросы отправляли вы, а не робот</p><div class=CheckboxCaptcha></div></form>",
                language: "ru")),
        .init(
            "Vercel", .botWall, html("Vercel Security Checkpoint", "<p>We're verifying your browser</p>"), status: 429),
        .init(
            "F5", .botWall,
            html(
                "Request Rejected",
                "The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 123")),
        .init(
            "CloudFront's country", .regionWall,
            html(
                "ERROR: The request could not be satisfied",
                "<h1>403 ERROR</h1><p>The Amazon CloudFront distribution is configured to block access from your country.</p>"
            ), status: 403),
        .init(
            "Shopify's password page", .loginWall,
            "<html><head><title>Oak &amp; Ash – Opening soon</title></head><body class=template-password><h1>Opening soon</h1><form action='/password'><label>Enter store using password</label><input type=password name=password><button>Enter</button></form></body></html>",
            path: "/password"),
        .init(
            "nginx", .serverDefault,
            html(
                "Welcome to nginx!",
                "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working.</p>"
            ), path: "/"),
        .init("Apache", .serverDefault, "<html><body><h1>It works!</h1></body></html>", path: "/"),
        .init(
            "Sedo", .parked,
            html(
                "shop.example",
                "<script src='https://img.sedoparking.com/js/jquery.js'></script><p>This domain is for sale!</p>"),
            path: "/"),
    ]

    /// A captcha, or a plain word, of no known software.
    private static let notices: [ObstaclePage] =
        [
            .init(
                "a home-made captcha", .botWall,
                html(
                    "Gateway",
                    "<p>One step is required.</p><img src=/captcha.php?t=1><form method=post><input name=captcha><button>Enter</button></form>"
                )),
            .init(
                "a captcha page", .botWall,
                html(
                    "Security check",
                    "<h1>Are you a robot?</h1><p>We noticed unusual traffic from your network.</p><div class=g-recaptcha></div>"
                )),
            .init(
                "hCaptcha in German", .botWall,
                html(
                    "Sicherheitsüberprüfung",
                    "<p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p><div class=h-captcha></div>", language: "de")
            ),
            .init(
                "Turnstile in Thai", .botWall,
                html("ตรวจสอบความปลอดภัย", "<p>ยืนยันว่าคุณเป็นมนุษย์</p><div class=cf-turnstile></div>", language: "th")),
            .init("refused", .botWall, html("Access denied", "<h1>Access denied</h1><p>Your IP has been blocked.</p>")),
        ] + missing + closed

    private static let missing: [ObstaclePage] = [
        .init(
            "en", .softNotFound, shop("Page not found | Oak & Ash", "<h1>Page not found</h1><p>Sorry about that.</p>")),
        .init(
            "ru", .softNotFound,
            shop("Страница не найдена", "<h1>404</h1><p>Запрашиваемая страница не существует.</p>", language: "ru")),
        .init(
            "az", .softNotFound,
            shop(
                "Səhifə tapılmadı", "<h1>Səhifə tapılmadı</h1><p>Axtardığınız səhifə mövcud deyil.</p>", language: "az")
        ),
        .init(
            "sk", .softNotFound,
            shop("Stránka sa nenašla", "<h1>Stránka sa nenašla</h1><p>Skúste vyhľadávanie.</p>", language: "sk")),
        .init(
            "hy", .softNotFound,
            shop("Էջը չի գտնվել", "<h1>Էջը չի գտնվել</h1><p>Ձեր փնտրած էջը հեռացված է։</p>", language: "hy")),
        .init(
            "th", .softNotFound,
            shop("ไม่พบหน้า", "<h1>ไม่พบหน้าที่คุณต้องการ</h1><p>กลับไปหน้าแรก</p>", language: "th")),
        .init(
            "de", .softNotFound,
            shop("Seite nicht gefunden – Oak", "<h1>Seite nicht gefunden</h1><p>Zur Startseite</p>", language: "de")),
        .init(
            "by heading and body's class", .softNotFound,
            shop("Oak & Ash", "<h1>Oops! Page not found</h1>", body: "class='error404 theme'")),
    ]

    private static let closed: [ObstaclePage] = [
        .init(
            "en", .maintenance, html("Maintenance", "<h1>We'll be back soon</h1><p>We are performing maintenance.</p>")),
        .init(
            "ru, 503", .maintenance,
            html("Сайт временно недоступен", "<h1>Технические работы</h1><p>Скоро вернемся.</p>", language: "ru"),
            status: 503),
        .init("az", .maintenance, html("Texniki işlər", "<h1>Texniki işlər aparılır</h1>", language: "az")),
        .init(
            "sk", .maintenance,
            html("Údržba stránky", "<h1>Prebieha údržba</h1><p>Čoskoro sme späť.</p>", language: "sk")),
        .init(
            "hy", .maintenance,
            html("Կայքը փակ է", "<h1>Տեխնիկական աշխատանքներ</h1><p>Շուտով կվերադառնանք</p>", language: "hy")),
        .init("th", .maintenance, html("ปิดปรับปรุง", "<h1>ปิดปรับปรุงชั่วคราว</h1><p>ขออภัยในความไม่สะดวก</p>", language: "th")),
        .init(
            "de", .maintenance,
            html("Wartungsarbeiten", "<h1>Wartungsarbeiten</h1><p>Wir sind bald zurück.</p>", language: "de")),
    ]

    private static let gates: [ObstaclePage] = [
        .init(
            "age, en", .ageGate,
            html(
                "Age verification", "<h1>Are you over 18?</h1><p>You must be 18 to enter.</p><a href='/yes'>Enter</a>"),
            path: "/"),
        .init(
            "age, ru", .ageGate,
            html(
                "Подтвердите возраст", "<p>Вам есть 18 лет?</p><button>Мне есть 18</button><button>Мне нет 18</button>",
                language: "ru"),
            path: "/"),
        .init(
            "age, de", .ageGate,
            html("Altersprüfung", "<p>Sind Sie über 18?</p><button>Ja</button>", language: "de"), path: "/"),
        .init(
            "region, en", .regionWall, html("Sorry", "<p>This site is not available in your country.</p>"), path: "/"),
        .init(
            "region, ru", .regionWall,
            html("Доступ ограничен", "<h1>Сайт недоступен в вашем регионе</h1>", language: "ru"), path: "/"),
        .init(
            "consent, en", .consentWall,
            html(
                "Before you continue",
                "<h1>Before you continue</h1><p>We use cookies.</p><button>Accept all</button><button>Reject all</button>"
            ),
            path: "/"),
        .init(
            "consent, de", .consentWall,
            html(
                "Oak", "<h1>Bevor Sie fortfahren</h1><p>Wir verwenden Cookies.</p><button>Alle akzeptieren</button>",
                language: "de"),
            path: "/"),
        .init(
            "login, en", .loginWall,
            html(
                "Oak trade",
                "<h1>Please log in</h1><form method=post><input name=email type=email><input type=password name=password><button>Log in</button></form>"
            ),
            path: "/"),
        .init(
            "login, ru", .loginWall,
            html(
                "Опт",
                "<p>Необходимо авторизоваться</p><form method=post><input name=login><input type=password name=password><button>Войти</button></form>",
                language: "ru"), path: "/catalog"),
        .init(
            "parked, de", .parked, html("Diese Domain steht zum Verkauf", "<p>Diese Domain kaufen</p>", language: "de"),
            path: "/"),
        .init(
            "parked, sk", .parked, html("Doména je na predaj", "<h1>Doména je na predaj</h1>", language: "sk"),
            path: "/"),
        .init("parked, ru", .parked, html("Домен припаркован", "<p>Купить этот домен</p>", language: "ru"), path: "/"),
    ]

    private static let empty: [ObstaclePage] = [
        .init(
            "React", .needsBrowser,
            html(
                "Oak",
                "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div><script src=/main.js></script>"
            ),
            path: "/"),
        .init(
            "Vue without a plea", .needsBrowser,
            html("Oak", "<div id=app></div><script type=module src=/app.js></script>"), path: "/"),
        .init(
            "a plea in Russian", .needsBrowser,
            html("Дуб", "<p>Для работы сайта включите JavaScript</p><script src=/a.js></script>", language: "ru"),
            path: "/"),
    ]
}
