import Model
import Testing

@testable import Observing

@Suite struct FormsObserverTests {
    private func forms(_ body: String, language: String = "en") throws -> [FormFact] {
        try observed(
            "<html><body>\(body)</body></html>", by: FormsObserver.init(context:), host: "shop.com", language: language
        ).forms
    }

    @Test(arguments: [
        ("<form action='/search'><input name='q'><button>Go</button></form>", FormPurpose.search),
        ("<form role='search'><input type='search' name='x'></form>", .search),
        ("<form action='/поиск'><input name='text'><input type=submit value='Найти'></form>", .search),
        (
            "<form method=post action='/subscribe'><input type=email name=email><button>Join</button></form>",
            .newsletter
        ),
        ("<form method=post><input name=email placeholder='Your email'><button>Sign up</button></form>", .newsletter),
        (
            "<form method=post action='/contact'><input name=name><input name=email><textarea name=message></textarea></form>",
            .contact
        ),
        ("<form method=post action='/login'><input name=email><input type=password name=password></form>", .login),
        (
            "<form method=post action='/register'><input name=firstname><input name=email><input type=password name=p1><input type=password name=p2></form>",
            .registration
        ),
        (
            "<form method=post action='/cart/add'><input name=quantity value=1><button>Add to cart</button></form>",
            .order
        ),
        ("<form method=post><input type=hidden name=product_id><button>Buy</button></form>", .order),
        ("<form method=post class='review-form'><input name=name><textarea name=text></textarea></form>", .review),
        ("<form><select name=orderby><option>Price</option></select></form>", .filter),
        ("<form method=post class=callback-form><input name=phone></form>", .callback),
        ("<form method=post action='/forgot-password'><input name=email></form>", .other),
        ("<form method=post action='/apply-coupon'><input name=code></form>", .other),
        ("<form method=post action='/currency'><button name=code>USD</button></form>", .other),
    ])
    func tellsPurposes(html: String, purpose: FormPurpose) throws {
        #expect(try forms(html).map(\.purpose) == [purpose])
    }

    @Test func countsWhatPeopleFillIn() throws {
        let form = try #require(
            try forms(
                "<form method=post action=x><input type=hidden name=t><input name=a><input type=radio name=r><input type=radio name=r><textarea name=m></textarea><div hidden><input name=trap></div><button>Send</button></form>"
            ).first)
        #expect(form.fieldCount == 3)
        #expect(form.method == "post")
        #expect(form.action == "x")
    }

    @Test func tellsBoxesThatAreTickedBeforehand() throws {
        let body = """
            <form method=post action=/register><input name=email><input type=password name=p><input name=first_name>
            <label><input type=checkbox name=a checked> Subscribe to our newsletter</label>
            <input type=checkbox id=n name=newsletter checked><label for=n>News by e-mail</label>
            <label><input type=checkbox name=remember checked> Remember me</label>
            <label><input type=checkbox name=newsletter2> Newsletter</label></form>
            <form action=/search><input name=q><input type=checkbox name=newsletter checked></form>
            """
        #expect(
            try forms(body).map { $0.preticked.map(\.quote) } == [
                ["Subscribe to our newsletter", "News by e-mail"], [],
            ])
    }

    @Test(arguments: [
        ("<form action='#'><textarea name=m></textarea><input name=email></form>", false),
        ("<form><textarea name=m></textarea><input name=email></form>", false),
        ("<form method=post><textarea name=m></textarea><input name=email></form>", true),
        ("<form action='#' onsubmit='send()'><textarea name=m></textarea><input name=email></form>", true),
        ("<script src=a.js></script><form action='#'><textarea name=m></textarea><input name=email></form>", true),
        ("<form action='send.php'><textarea name=m></textarea><input name=email></form>", true),
    ])
    func tellsTargets(html: String, hasTarget: Bool) throws {
        #expect(try forms(html).map(\.hasTarget) == [hasTarget])
    }

    @Test func takesSearchFieldsWithoutForms() throws {
        #expect(try forms("<div><input type=search placeholder='Search'></div>").map(\.purpose) == [.search])
        #expect(try forms("<div><input name=colour></div>").isEmpty)
    }
}
