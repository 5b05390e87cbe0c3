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

    @Test func anotherProductIsAnotherPage() throws {
        #expect(try !sketch().isNear(sketch(name: "Oak table")))
        #expect(try !sketch().isNear(sketch(price: "€59.00")))
        #expect(try sketch().whole != sketch(name: "Oak table").whole)
    }
}
