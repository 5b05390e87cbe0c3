import Model
import Testing

@testable import Observing

@Suite struct DateReaderTests {
    static func language(_ tag: String, _ months: String, era: Int = 0) throws -> LanguageFile {
        let yaml = """
            language: \(tag)
            name: Test
            currencies: [EUR]
            number: { decimal: ["."], group: [","] }
            months: [\(months.split(separator: ";").map { "[\($0)]" }.joined(separator: ", "))]
            era: \(era)
            """
        return try LanguageFile(yaml, path: tag)
    }

    static let lexicon: Result<Lexicon, any Error> = Result {
        try Lexicon(files: [
            language(
                "en",
                "january,jan;february,feb;march,mar;april,apr;may;june,jun;july,jul;august,aug;september,sept,sep;october,oct;november,nov;december,dec"
            ),
            language("az", "yanvar;fevral;mart;aprel;may;iyun;iyul;avqust;sentyabr;oktyabr;noyabr;dekabr"),
            language(
                "ru", "январ,янв;феврал,фев;март,мар;апрел;май,мая;июн;июл;август;сентябр;октябр;ноябр;декабр,дек"),
            language(
                "sk",
                "január;február;marec,marca;apríl;máj;jún;júl;august;september,septembr;október,októbr;november;december,decembr"
            ),
            language(
                "hy", "հունվար;փետրվար;մարտ;ապրիլ;մայիս;հունիս;հուլիս;օգոստոս;սեպտեմբեր;հոկտեմբեր;նոյեմբեր;դեկտեմբեր"),
            language(
                "th",
                "มกราคม,ม.ค.;กุมภาพันธ์,ก.พ.;มีนาคม,มี.ค.;เมษายน,เม.ย.;พฤษภาคม,พ.ค.;มิถุนายน,มิ.ย.;กรกฎาคม,ก.ค.;สิงหาคม,ส.ค.;กันยายน,ก.ย.;ตุลาคม,ต.ค.;พฤศจิกายน,พ.ย.;ธันวาคม,ธ.ค.",
                era: 543),
            language("de", "Januar;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember,Dez"),
        ])
    }

    @Test(arguments: [
        ("az", "Kampaniya 12 mart 2026-cı ilədək davam edir", ["2026-03-12"]),
        ("az", "31 Dekabr 2026", ["2026-12-31"]),
        ("ru", "до 31.12.2026", ["2026-12-31"]),
        ("ru", "с 1 марта по 31-го декабря 2026 года", ["-3-1", "2026-12-31"]),
        ("ru", "скидка 15 маркерам", []),
        ("sk", "do 31. 12. 2026", ["2026-12-31"]),
        ("sk", "platí do 1. marca 2026.", ["2026-03-01"]),
        ("hy", "մինչև 31 դեկտեմբերի", ["-12-31"]),
        ("hy", "2026 թ. դեկտեմբերի 31-ը", ["2026-12-31"]),
        ("th", "วันนี้ถึง 31 ธ.ค. 68", ["2025-12-31"]),
        ("th", "ถึง 31 ธันวาคม พ.ศ. 2569", ["2026-12-31"]),
        ("th", "๓๑/๑๒/๒๕๖๙", ["2026-12-31"]),
        ("en", "Dec 31, 2026", ["2026-12-31"]),
        ("en", "until December 31st 2026!", ["2026-12-31"]),
        ("en", "the 31st of December", ["-12-31"]),
        ("en", "2026-12-31", ["2026-12-31"]),
        ("en", "03/04/2026", ["?"]),
        ("en", "03/03/2026 and 12/31/2026 and 31/12/2026", ["2026-03-03", "2026-12-31", "2026-12-31"]),
        ("en", "13/13/2026", []),
        ("en", "31 Dec 10:00", ["-12-31"]),
        ("en", "call 12.34.5678.90 or 555-01-2026-4", []),
        ("en", "30 February 2026", []),
        ("de", "03/04/2026", ["2026-04-03"]),
        ("de", "Gültig bis 31. Dezember 2026", ["2026-12-31"]),
        ("de", "Version 1.2.3", []),
        ("xx", "31 December 2026", ["2026-12-31"]),
    ])
    func reads(_ language: String, _ text: String, _ expected: [String]) throws {
        let reader = DateReader(try Self.lexicon.get(), language: language)
        let found = reader.dates(in: Array(text.utf8)).map { found in
            if let date = found.date { return date.text }
            guard let day = found.day, let month = found.month else { return "?" }
            return "-\(month)-\(day)"
        }
        #expect(found == expected)
    }

    @Test func takesTheNearestYear() throws {
        let reader = DateReader(try Self.lexicon.get(), language: "en")
        let found = try #require(reader.dates(in: Array("5 January".utf8)).first)
        let today = try #require(CalendarDate(year: 2026, month: 12, day: 20))
        #expect(found.nearest(to: today)?.text == "2027-01-05")
        #expect(!found.yearWritten)
    }
}
