import Model
import Testing

@testable import Observing

@Suite struct PhoneNumberTests {
    private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

    @Test(arguments: [
        ("+421 2 5555 0100", ["SK"], "+421255550100"), ("012 555 01 00", ["AZ"], "+994125550100"),
        ("8 (495) 234-56-78", ["RU"], "+74952345678"), ("02 234 5671", ["TH"], "+6622345671"),
        ("010 54 32 10", ["AM"], "+37410543210"), ("030 901820", ["AT", "DE"], "+4930901820"),
        ("(212) 736-5000", ["US"], "+12127365000"), ("994125550100", ["AZ"], "+994125550100"),
    ])
    func readsValidNumbers(text: String, regions: [String], e164: String) {
        let verdict = PhoneVerdict(bytes(text), regions: regions)
        #expect(verdict.validity == .valid)
        #expect(verdict.number?.e164 == e164)
    }

    @Test(arguments: [
        ("123456789", ["RU"]), ("+1 555-0100", ["US"]), ("(212) 555-0123", ["US"]), ("000-000-0000", ["US"]),
        ("+7 (999) 999-99-99", ["RU"]), ("+7 (495) 123-45-67", ["RU"]), ("020 7946 0018", ["GB"]),
        ("(555) 123-9876", ["US"]), ("+49 30 23125 001", ["DE"]), ("0123456789", ["SK"]),
    ])
    func tellsPlaceholders(text: String, regions: [String]) {
        #expect(PhoneVerdict(bytes(text), regions: regions).validity == .placeholder)
    }

    @Test(arguments: [
        ("+421 2 5555 010", ["SK"]), ("+994 12 555 01", ["AZ"]), ("+994 12 555 01 00 55", ["AZ"]),
        ("+7 (000) 234-56-71", ["RU"]), ("+999 12 345 67 80", ["RU"]),
    ])
    func tellsNumbersThatNoPlanAllows(text: String, regions: [String]) {
        #expect(PhoneVerdict(bytes(text), regions: regions).validity == .invalid)
    }

    @Test(arguments: [
        // An area code that may be younger than the plan we have; a local number; a number without any country.
        ("(983) 736-5000", ["US"]), ("555 01 00", ["AZ"]), ("20 7183 8750", []),
    ])
    func leavesDoubtAlone(text: String, regions: [String]) {
        #expect(PhoneVerdict(bytes(text), regions: regions).validity == .undecided)
    }

    @Test(arguments: [
        ("8 800 555-35-36", "RU", PhoneFact.Line.tollFree), ("0800 123 456", "SK", .tollFree),
        ("0905 123 456", "SK", .mobile),
    ])
    func tellsLines(text: String, region: String, line: PhoneFact.Line) {
        #expect(NumberPlan.read(Array(text.utf8), region: region).line == line)
    }

    @Test(arguments: [
        "01.03.2026", "2026-03-01", "2019 - 2024", "31.12.25", "192.168.1.10", "01.03.2026 - 31.03.2026",
    ])
    func tellsOtherShapes(text: String) { #expect(NumberKinds.isSomethingElse(bytes(text))) }

    @Test func findsRuns() {
        let text = Array("Tel. (012) 555-01-00, моб. +994 50 555 01 00; 12 345 cm, 2×3".utf8)
        let runs = PhoneRun.find(in: text, 0..<text.count)
        #expect(
            runs.map { String(decoding: text[$0.range], as: UTF8.self) } == ["(012) 555-01-00", "+994 50 555 01 00"])
        #expect(runs.map(\.hasPlus) == [false, true])
    }

    @Test(
        arguments: [
            ("shop.az", nil, "az", "AZ", "AZ"), ("shop.co.uk", nil, "en", nil, "GB"),
            ("shop.com", "en-US", "en", nil, "US"),
            ("shop.io", nil, "sk", "SK", "SK"), ("магазин.рф", nil, "ru", "RU", "RU"),
            ("127.0.0.1", "az", "az", "AZ", "AZ"),
        ] as [(String, String?, String, String?, String)])
    func ordersRegions(host: String, locale: String?, language: String, own: String?, first: String) {
        let regions = PhoneRegions(host: host, locale: locale, language: language, languageRegion: own, currency: nil)
        #expect(regions.strong.first == first)
    }

    @Test func guessesOnlyWhereNothingTells() {
        let regions = PhoneRegions(host: "shop.com", locale: "en", language: "en", languageRegion: nil, currency: "GBP")
        #expect(regions.strong.isEmpty)
        #expect(regions.weak.first == "GB")
    }

    @Test(arguments: [
        ("+994125550100", "number"), ("", "broken"), ("{{phone}}", "broken"), ("#", "broken"), ("call us", "broken"),
        ("//012-555-01-00", "number"), ("%2B994125550100", "number"), ("1544", "number"),
    ])
    func readsDialLinks(href: String, expected: String) {
        let regions = PhoneRegions(host: "shop.az", locale: nil, language: "az", languageRegion: "AZ", currency: nil)
        switch DialLink.read(bytes(href), regions: regions) {
        case .broken: #expect(expected == "broken")
        case .number: #expect(expected == "number")
        }
    }

    @Test func isSafeFromManyThreads() async {
        await withTaskGroup(of: Bool.self) { group in
            for i in 0..<64 {
                group.addTask { NumberPlan.read(Array("+42125555\(String(1000 + i))".utf8), region: "SK").isValid }
            }
            for await isValid in group { #expect(isValid) }
        }
    }
}
