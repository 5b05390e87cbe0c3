import Model
import Testing

@testable import Observing

@Suite struct LoyaltyObserverTests {
    private func loyalty(_ body: String, language: String = "en", kind: PageKind = .product) throws -> LoyaltyFacts {
        try observed(
            "<html><body>\(body)</body></html>", by: LoyaltyObserver.init(context:), host: "shop.com",
            language: language,
            facts: { $0.kind = KindFact(kind, reason: "test") }
        ).loyalty
    }

    @Test(arguments: [
        ("© 2019–2024 Shop", 2024), ("Copyright (c) 2021 Shop Ltd", 2021), ("2020 © Магазин", 2020),
        ("© 2019 - 2023", 2023),
        ("© 2019 - Shop", 2019), ("© ร้านค้า 2567", 2024),
    ])
    func readsCopyrightYears(text: String, year: Int) throws {
        let facts = try loyalty("<footer><p>\(text)</p></footer>", language: text.contains("2567") ? "th" : "en")
        #expect(facts.copyrightYear?.value == Double(year))
    }

    @Test(arguments: ["© Shop", "© 2015 – today", "© 2015-", "Since 2015", "© $2015", "Copyright 20155"])
    func readsNoYear(text: String) throws { #expect(try loyalty("<footer>\(text)</footer>").copyrightYear == nil) }

    @Test(arguments: [
        ("en", "You can return unused items within 30 days.", 30), ("en", "14 day returns", 14),
        ("ru", "Вы можете вернуть товар в течение 14 дней.", 14),
        ("az", "Məhsulu 14 gün ərzində qaytara bilərsiniz.", 14), ("sk", "Tovar môžete vrátiť do 30 dní.", 30),
        ("de", "Sie können die Ware innerhalb von 30 Tagen zurückgeben.", 30),
        ("hy", "Կարող եք վերադարձնել ապրանքը 14 օրվա ընթացքում։", 14), ("th", "คืนสินค้าได้ภายใน 7 วัน", 7),
    ])
    func readsDaysForReturns(language: String, text: String, days: Int) throws {
        let facts = try loyalty("<p>\(text)</p>", language: language)
        #expect(facts.returnDays.map(\.value) == [Double(days)])
    }

    @Test(arguments: ["We deliver within 30 days.", "30 day trial", "Returns are easy."])
    func readsNoDays(text: String) throws { #expect(try loyalty("<p>\(text)</p>").returnDays.isEmpty) }

    @Test func countsReviews() throws {
        let facts = try loyalty(
            """
            <ol><li class="review even" id="a"><p>Ann: lovely jug, arrived quickly.</p></li>
            <li class="review odd"><div class="review-item">Bob: broke after a week of use.</div></li>
            <li class="review" hidden>Carl: nobody can read this one, ever.</li></ol>
            <div class="review-form review"><form><textarea name=t></textarea>Write a review of this jug</form></div>
            """)
        #expect(facts.visibleReviews == 2)
        #expect(facts.reviewMention?.quote == "Ann: lovely jug, arrived quickly.")
        #expect(facts.reviewsOffered != nil)
    }

    @Test func countsQuotesAmongReviews() throws {
        let facts = try loyalty(
            "<div class=pi-reviews><blockquote>Crunchy apples, delivered quickly.</blockquote></div><blockquote>To be or not to be, that is it.</blockquote>"
        )
        #expect(facts.visibleReviews == 1)
    }

    @Test func countsStructuredReviewsOnlyWhereTheyAreShown() throws {
        let data = """
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Jug","review":[
            {"@type":"Review","reviewBody":"A lovely jug that arrived quickly."},
            {"@type":"Review","reviewBody":"Nobody can read this on the page."}]}</script>
            """
        #expect(try loyalty(data + "<p>A lovely jug that arrived quickly.</p>").visibleReviews == 1)
        #expect(try loyalty(data).visibleReviews == 0)
    }

    @Test func readsArticleDates() throws {
        let facts = try loyalty(
            "<meta property='article:published_time' content='2024-03-01T10:00:00Z'><time datetime='2020-01-01'>x</time>",
            kind: .article)
        #expect(facts.articleDate == CalendarDate(year: 2024, month: 3, day: 1))
        #expect(try loyalty("<time datetime='2020-01-01'>x</time>").articleDate == nil)
    }

    @Test func findsRelatedGoods() throws {
        #expect(try loyalty("<h2>Related products</h2>").related?.quote == "Related products")
        #expect(try loyalty("<p>We sell parts and related products to the trade in bulk.</p>").related == nil)
    }
}
