import Foundation
import Model
import Testing

@testable import Observing

/// Short texts as a product page shows them, and whether they press.
struct DarkText {
    /// Claims that press by their kind.
    static let kinds: Set<ClaimKind> = [.scarcity, .activity, .limitedTime]
    static let groups = ["promo.pressure", "promo.confirmshaming"]

    /// What the observers call the text; empty for one that doesn't press.
    static func verdict(_ text: String, language: String = "en") throws -> [String] {
        let safe = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let order = language == "en" ? "Add to cart" : "+"
        let page = """
            <!DOCTYPE html><html lang="\(language)"><title>–</title><body><main><h1>–</h1>\
            <p class="price">€20.90</p><p>\(safe)</p><button>\(order)</button></main></body></html>
            """
        let facts = try ObservedPage(page, at: "/product/1").facts
        return facts.promotions.claims.map(\.kind).filter(kinds.contains).map(\.rawValue)
            + groups.filter { !(facts.terms[$0] ?? []).isEmpty }
    }
}

@Suite struct DarkTextTests {
    @Test(arguments: [
        ("en", "Only 3 items left"), ("en", "Someone in Leeds just bought this kettle 5 minutes ago"),
        ("en", "Ends in 02 hours 14 minutes 09 seconds"), ("en", "No thanks, I'd rather pay full price"),
        ("de", "Nur noch 3 Stück auf Lager"), ("ru", "Осталось всего 3 штуки"), ("sk", "Posledné 3 kusy"),
        ("az", "Son 3 ədəd qalıb"), ("hy", "Մնացել է ընդամենը 3 հատ"), ("th", "เหลือเพียง 3 ชิ้น"),
    ])
    func callsItDark(language: String, text: String) throws {
        #expect(try !DarkText.verdict(text, language: language).isEmpty, "\(text)")
    }

    @Test(arguments: [
        ("en", "Cook for 12 minutes 30 seconds"), ("en", "The left speaker has 3 inputs"),
        ("en", "Sold in packs of 12"), ("en", "Save this item"), ("de", "Lieferzeit 3 Tage"),
        ("ru", "Осталось выбрать размер"), ("sk", "Ostatné výrobky"), ("az", "Son yeniliklər"),
    ])
    func leavesItAlone(language: String, text: String) throws {
        #expect(try DarkText.verdict(text, language: language).isEmpty, "\(text)")
    }

    /// Reads the labelled texts of `DARK_TEXTS` (text, tab, 1 or 0) and writes the figures to `DARK_TEXT_TABLE`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["DARK_TEXTS"] != nil))
    func tellsFigures() throws {
        let environment = ProcessInfo.processInfo.environment
        let rows = try String(contentsOfFile: #require(environment["DARK_TEXTS"]), encoding: .utf8)
        var counts = (hits: 0, misses: 0, falseAlarms: 0, quiet: 0)
        var wrong: [String] = []
        for row in rows.split(separator: "\n") {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count >= 2, let isDark = ["1": true, "0": false][String(cells[1])] else { continue }
            let verdict = try DarkText.verdict(String(cells[0]))
            switch (isDark, verdict.isEmpty) {
            case (true, false): counts.hits += 1
            case (true, true):
                counts.misses += 1
                wrong.append("- missed (\(cells.last ?? "")): \(cells[0])")
            case (false, false):
                counts.falseAlarms += 1
                wrong.append("- called dark (\(verdict)): \(cells[0])")
            case (false, true): counts.quiet += 1
            }
        }
        let table = (["\(counts)"] + wrong).joined(separator: "\n")
        try table.write(
            toFile: #require(environment["DARK_TEXT_TABLE"]), atomically: true, encoding: .utf8)
    }
}
