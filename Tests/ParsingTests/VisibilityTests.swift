import Parsing
import Testing

/// What counts as shown.
struct VisibilityTests {
    @Test(arguments: [
        "<div hidden>x</div>", "<div style='display:none'>x</div>",
        "<div style='color:red; DISPLAY : none !important'>x</div>",
        "<div style='visibility:hidden'>x</div>", "<noscript>x</noscript>", "<template>x</template>",
        "<span class='sr-only'>x</span>", "<span class='a visually-hidden b'>x</span>", "<p class=d-none>x</p>",
        "<script>x</script>", "<style>x</style>", "<svg><title>x</title></svg>", "<iframe>x</iframe>",
        "<div class=hidden><p>x</p></div>", "<video><p>x</p></video>",
    ]) func hidden(_ html: String) {
        let document = page("<body><p>seen</p>" + html)
        #expect(document.blockTexts == ["seen"])
        #expect(document.isWellFormed)
    }

    @Test(arguments: [
        "<div style='display:block'>x</div>", "<div style='list-style:none'>x</div>",
        "<p class='d-none d-md-block'>x</p>",
        "<p class='hidden md:flex'>x</p>", "<p class=hidden-xs>x</p>", "<p aria-hidden=true>x</p>",
        "<p class=overflow-hidden>x</p>",
        "<p class=unhidden>x</p>", "<div style='background:url(none);border:none'>x</div>",
    ]) func shown(_ html: String) { #expect(page(html).blockTexts == ["x"]) }

    @Test(arguments: ["<body hidden><p>x", "<body class=hidden><p>x", "<html style='display:none'><body><p>x"])
    func theBodyItselfIsNeverHidden(_ html: String) { #expect(page(html).blockTexts == ["x"]) }

    @Test func scriptTextIsKept() throws {
        let document = page("<script type='application/ld+json'>{\"a\": \"</b>\"}</script>")
        let script = try #require(document.first(.script))
        #expect(document.rawText(of: script) == "{\"a\": \"</b>\"}")
        #expect(document.nodes[script + 1].region == .script)
    }

    @Test func titleIsReadable() throws {
        let document = page("<title>A &amp; B</title><p>x")
        #expect(document.visibleText(of: try #require(document.first(.title))) == "A & B")
        #expect(document.nodes[try #require(document.first(.title))].region == .head)
    }

    @Test(arguments: [
        ("<a href=/ ><span class=sr-only>Cart</span></a>", "Cart"),
        ("<a href=/ ><svg><title>Cart</title></svg></a>", "Cart"),
        ("<a href=/ ><img alt='Cart'></a>", "Cart"), ("<a href=/ aria-label=Cart>x</a>", "Cart"),
        ("<a href=/ title=Cart><i class=icon></i></a>", "Cart"), ("<a href=/ ><span hidden>no</span></a>", ""),
        ("<a href=/ >Your <b>cart</b></a>", "Your cart"),
    ]) func accessibleName(_ html: String, _ expected: String) throws {
        let document = page(html)
        #expect(document.accessibleName(of: try #require(document.first(.a))) == expected)
    }

    @Test(arguments: [
        "<del>x</del>", "<s>x</s>", "<strike>x</strike>", "<span style='text-decoration: line-through'>x</span>",
        "<span style='text-decoration:underline line-through red'>x</span>",
    ]) func struck(_ html: String) throws {
        #expect(try #require(page("<p>" + html).block("x")).flags.contains(.struck))
    }

    @Test(arguments: [
        ("<details><summary>s</summary><p>x</p></details>", true), ("<details open><p>x</p></details>", false),
        ("<div class='collapse'><p>x</p></div>", true), ("<div class='collapse show'><p>x</p></div>", false),
        ("<div class='modal fade'><p>x</p></div>", true), ("<div class='tab-pane active'><p>x</p></div>", false),
    ]) func collapsed(_ html: String, _ expected: Bool) throws {
        let document = page(html)
        #expect(try #require(document.block("x")).flags.contains(.collapsed) == expected)
        if let summary = document.block("s") { #expect(!summary.flags.contains(.collapsed)) }
    }

    @Test func contentAfterAnUnclosedHeadIsOnThePage() {
        let document = page("<title>t</title><header>a</header><section><p>b</section>")
        #expect(document.blockTexts == ["a", "b"])
        #expect(document.blocks.map(\.region) == [.header, .page])
        #expect(document.isWellFormed)
    }
}
