import Model
import Testing

@testable import Observing

/// The kinds of number, and of what is none, that libphonenumber's own matcher is held against, as they stand in text.
@Suite struct MatcherCasesTests {
    private func phones(_ text: String, _ region: String) throws -> [String] {
        try observed(
            "<html><body><p>\(text)</p></body></html>", by: ContactObserver.init(context:), host: "shop.example",
            language: "en-\(region)"
        ).contact.phones.compactMap(\.e164)
    }

    @Test(
        arguments: [
            ("033316005", "NZ", "+6433316005"), ("03-331 6005", "NZ", "+6433316005"),
            ("0064 3 331 6005", "NZ", "+6433316005"), ("01164 3 331 6005", "US", "+6433316005"),
            ("+64 3 331 6005", "US", "+6433316005"), ("+1 (650) 333-6000", "NZ", "+16503336000"),
            ("1-650-333-6000", "US", "+16503336000"), ("++1 (650) 333-6000", "PL", "+16503336000"),
            ("\u{FF0B}1 (650) 333-6000", "SG", "+16503336000"),
            (
                "＋１　（６５０）　３３３－６０００",
                "SG", "+16503336000"
            ),
            ("+39 02-36618 300", "NZ", "+390236618300"), ("02-36618 300", "IT", "+390236618300"),
            ("+54 9 343 555 1212", "AR", "+5493435551212"), ("011 3797 0000", "AR", "+541137970000"),
            ("+52 (449)978-0001", "MX", "+524499780001"), ("(449)978-0001", "MX", "+524499780001"),
            ("03 331 6005 ext 3456", "NZ", "+6433316005"), ("03-3316005x3456", "NZ", "+6433316005"),
            ("+44 2034567890 X 456", "GB", "+442034567890"), ("(800) 901-3355 , ext 7246433", "US", "+18009013355"),
            ("(800) 901-3355 ext: 7246433", "US", "+18009013355"), ("415-666-7777", "US", "+14156667777"),
            ("415/666-7777", "US", "+14156667777"), ("4156667777 x 123", "US", "+14156667777"),
            (
                "\u{FF14}\u{FF11}\u{FF15}-\u{FF16}\u{FF16}\u{FF16}-\u{FF17}\u{FF17}\u{FF17}\u{FF17}", "US",
                "+14156667777"
            ),
            ("(33) 3461 2234", "MX", "+523334612234"), ("0800-2491234", "DE", "+498002491234"),
        ])
    func findsInContext(number: String, region: String, expected: String) throws {
        for (before, after) in [("", ""), ("Call ", ""), ("Tel: ", " on Saturdays."), ("Call ", ", and ask for Ann.")] {
            if before.isEmpty, number.allSatisfy(\.isNumber) { continue }
            #expect(try phones(before + number + after, region) == [expected])
        }
    }

    @Test(arguments: [
        ("12345", "US"), ("23456789", "US"), ("234567890112", "US"), ("650+253+1234", "US"), ("3/10/1984", "CA"),
        ("03/27/2011", "US"), ("31/8/2011", "US"), ("10/12/82", "DE"), ("650x2531234", "US"),
        ("2012-01-02 08:00", "US"), ("2012/01/02 08:00", "US"), ("20120102 08:00", "US"),
        ("Call 650-253-4561--455-234-3451", "US"), ("80.585 [79.964, 81.191]", "US"), ("80.585 ((79.964)", "US"),
        ("(80).(585) (79).(9)64", "US"), ("abc415-666-7777def", "US"), ("$415-666-7777", "US"), ("415-666-7777%", "US"),
        ("£415-666-7777", "US"), ("415-666-7777def", "US"), ("1979-2011 100", "US"), ("12.1 - 23.71 - 23.45", "US"),
    ])
    func findsNone(text: String, region: String) throws {
        #expect(try phones(text, region) == [])
    }

    @Test(arguments: [
        ("My address is CA 34215 - 415-666-7777 is my number.", ["+14156667777"]),
        ("My number is (415) 666 7777. 34215 is my zip-code.", ["+14156667777"]),
        ("Call 650-253-4561 -- 455-234-3451", ["+16502534561"]),
        ("$20 415-666-7777", ["+14156667777"]), ("415-666-7777 100$", ["+14156667777"]),
        ("我的电话号码是415-666-7777", ["+14156667777"]),
        ("415-666-7777.Nice day.", ["+14156667777"]), ("abc+14156667777", ["+14156667777"]),
    ])
    func findsAmongOthers(text: String, expected: [String]) throws {
        let found = try phones(text, "US")
        #expect(expected.allSatisfy(found.contains))
    }
}
