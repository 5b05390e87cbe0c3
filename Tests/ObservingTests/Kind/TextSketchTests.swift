import Model
import Testing

@Suite struct TextSketchTests {
    private func sketch(
        name: String = "Oak chair", price: String = "€49.00", visitors: Int = 3, token: String = "a1"
    ) throws -> TextSketch {
        let lines = (1...30).map { "<p>Line \($0) about how this chair was made in our workshop.</p>" }.joined()
        return try ObservedPage(
            """
            <html lang=en><title>\(name) | Oak</title><header><nav><a href="/?sid=\(token)">Home</a></nav></header><main><h1>\(name)</h1>
            <p>\(price)</p><form><input type=hidden name=csrf value=\(token)><button>Add to cart</button></form>\(lines)
            <div>\(visitors) people look at this</div></main><footer>Visit \(token)</footer></html>
            """
        ).facts.sketch
    }

    @Test func aPageIsItselfUnderAnotherToken() throws {
        #expect(try sketch().whole == sketch(token: "b2").whole)
    }

    @Test func aCounterIsNoOtherPage() throws {
        let (first, second) = (try sketch(), try sketch(visitors: 8))
        #expect(first.whole != second.whole)
        #expect(first.isNear(second))
    }

    @Test func aSmallPageWithACounterIsItself() throws {
        func small(_ words: String, _ served: Int) throws -> TextSketch {
            try ObservedPage(
                "<html lang=en><title>Oak</title><h1>Oak</h1><p>\(words)</p><p>Served \(served) times</p></html>"
            )
            .facts.sketch
        }
        let words = "We make furniture by hand from oak that grew within forty miles of the workshop in Wales."
        #expect(try small(words, 3).isNear(small(words, 80)))
        #expect(try !small(words, 3).isNear(small(words.replacing("oak", with: "ash"), 3)))
        #expect(try !small("Oak", 3).isNear(small("Oak", 80)), "too little to tell")
    }

    @Test func anotherProductIsAnotherPage() throws {
        #expect(try !sketch().isNear(sketch(name: "Oak table")))
        #expect(try !sketch().isNear(sketch(price: "€59.00")))
        #expect(try sketch().whole != sketch(name: "Oak table").whole)
    }
}
