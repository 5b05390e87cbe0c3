import Foundation
import Model
import Testing

@testable import Observing
@testable import Parsing

@Suite struct LanguageFileTests {
    static let head = "language: az\nname: A\ncurrencies: [AZN]\nnumber: { decimal: ['.'], group: [' '] }\n"

    @Test(arguments: [
        ("curencies: [EUR]", "currencies"), ("terms: { promo.sales: [a] }", "terms.promo.sales"),
        ("number: { decimals: ['.'] }", "decimal"), ("terms: { promo.sale: ['*x'] }", "*x"),
        ("months: [[a]]", "months"), ("readability: flesh-de", "flesch-de"), ("era: x", "era"),
        ("currencies: [euro]", "currencies"), ("number: { decimal: [';'] }", "number.decimal"),
    ])
    func refuses(_ line: String, _ named: String) throws {
        let keep = Self.head.split(separator: "\n").filter { !line.hasPrefix($0.prefix { $0 != ":" }) }
        let yaml = keep.joined(separator: "\n") + "\n" + line
        do {
            _ = try Lexicon(files: [LanguageFile(yaml, path: "az.yaml")])
            Issue.record("accepted")
        } catch {
            #expect("\(error)".contains("az.yaml"))
            #expect("\(error)".contains(named), "\(error)")
        }
    }

    @Test func laterFilesReplaceKeysAndGroups() throws {
        let first = try LanguageFile(Self.head + "terms: { promo.sale: [one], promo.gift: [two] }", path: "a")
        let second = try LanguageFile("language: az\nterms: { promo.sale: [three] }", path: "b")
        let lexicon = try Lexicon(files: [first, second])
        let hits = lexicon.hits(in: Array("one two three".utf8), language: "az")
        #expect(hits.map(\.group.name) == ["promo.gift", "promo.sale"])
        #expect(lexicon.language("az-Latn-AZ")?.currencies == ["AZN"])
    }

    /// A file is read when its language is met, and its error would be nobody's then.
    @Test func bundledFilesLoad() throws {
        let lexicon = try Lexicon()
        #expect(lexicon.tags.contains("en"))
        let folder = Lexicon.bundledFolder
        for path in try LanguageFile.paths(in: folder) {
            let file = try LanguageFile(reading: path)
            _ = try file.data()
            #expect(LanguageFile.tag(ofPath: path) == file.tag)
            #expect([0, 12].contains(lexicon.language(file.tag)?.months.count ?? -1))
            // What is read of a file for walls alone is what the whole file says of them.
            #expect(try LanguageFile.walls(reading: path) == file.terms.filter { $0.key.hasPrefix("wall.") })
            #expect(Set(file.terms.keys).isSuperset(of: TermGroups.all.filter { !$0.hasPrefix("channel.") }))
        }
    }

    /// A language that comes later changes nothing for those that were there.
    @Test func languagesComeWhenAskedFor() throws {
        let texts = [("en", "Free delivery"), ("sk", "Doprava zadarmo"), ("ru", "Бесплатная доставка"), ("en", "Sale")]
        let shared = try Lexicon()
        for (tag, text) in texts {
            let alone = try Lexicon()
            let hits = shared.hits(in: Array(text.utf8), language: tag)
            #expect(hits.map(\.group) == alone.hits(in: Array(text.utf8), language: tag).map(\.group))
            #expect(!hits.isEmpty)
        }
        #expect(shared.hits(in: Array("Doprava zadarmo".utf8), language: "en").isEmpty)
        #expect(shared.language("xx") == nil)
    }

    @Test(arguments: [("Seite nicht gefunden", "de"), ("Страница не найдена", "ru"), ("Page not found", "en")])
    func wallsAreReadInEveryLanguage(text: String, tag: String) throws {
        let lexicon = try Lexicon()
        let found = lexicon.wallHits(in: Array(text.utf8), numbers: NumberHabits()).map(\.group.name)
        #expect(found.contains("wall.notfound"))
        let own = lexicon.hits(in: Array(text.utf8), language: tag).map(\.group.name)
        #expect(Set(found).isSuperset(of: own.filter { $0.hasPrefix("wall.") }))
    }

    @Test func groupsAreNamedOnce() {
        #expect(Set(TermGroups.all).count == TermGroups.all.count)
        #expect(TermGroup("promo.sale")?.name == "promo.sale")
        #expect(TermGroup("promo.sales") == nil)
    }

    /// A page of another language: English counts where it is a whole block, or the group is neutral.
    @Test func filtersByLanguage() throws {
        let en = try LanguageFile(
            Self.head.replacing("az", with: "en") + "terms: { promo.sale: [sale], payment.method: [visa] }", path: "en")
        let az = try LanguageFile(Self.head + "terms: { promo.sale: [endirim*], promo.gift: [sale] }", path: "az")
        let lexicon = try Lexicon(files: [en, az])
        let page = Document(html: Array("<p>SALE</p><p>bu sale Endirimlər Visa ilə</p><p>yalnız</p>".utf8))
        let (hits, ranges) = lexicon.hits(in: page, language: LanguageFacts(tag: "az"))
        #expect(hits.map(\.group.name) == ["promo.sale", "promo.gift", "promo.gift", "promo.sale", "payment.method"])
        #expect(ranges == [0..<2, 2..<5, 5..<5])
        #expect(
            hits.map { String(decoding: page.text[$0.range], as: UTF8.self) } == [
                "SALE", "SALE", "sale", "Endirimlər", "Visa",
            ])
        #expect(hits.map(\.isWholeBlock) == [true, true, false, false, false])
        #expect(lexicon.hits(in: page, language: LanguageFacts(tag: "en")).hits.count == 3)
    }

    @Test func queriesCountByTheirLanguage() throws {
        let check = try #require(CheckID(rawValue: "loyalty/own"))
        let queries = try TermQueries([PageQuery(check: check, kind: .terms(["en": ["gift*"], "*": ["{n} kg"]]))])
        let lexicon = try Lexicon(files: [LanguageFile(Self.head, path: "az")])
        let page = Document(html: Array("<p>Gifts</p><p>5 kg</p>".utf8))
        let text = Lexicon.fold(page)
        #expect(queries.hits(in: text, language: LanguageFacts(tag: "en"), lexicon: lexicon).map(\.block) == [0, 1])
        #expect(queries.hits(in: text, language: LanguageFacts(tag: "az"), lexicon: lexicon).map(\.block) == [1])
        #expect(throws: LexiconError.self) { try TermQueries([PageQuery(check: check, kind: .terms(["en": ["*x"]]))]) }
    }
}
