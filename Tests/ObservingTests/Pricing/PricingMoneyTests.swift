import Model
import Testing

@testable import Observing

@Suite struct MoneyReaderTests {
    @Test(arguments: [
        ("1 299,00 ₽", "1299.00 RUB"), ("1.234,56 €", "1234.56 EUR"), ("֏ 15,000", "15000.00 AMD"),
        ("$119. 95", "119.95"), ("$.750.30", "750.30"), ("$.75,333", "75333.00"), ("€ 45.49", "45.49 EUR"),
        ("฿1,290", "1290.00 THB"), ("48.00 AZN", "48.00 AZN"), ("48 ₼", "48.00 AZN"), ("1 290,- Kč", "1290.00 CZK"),
        ("CHF 12’500.–", "12500.00 CHF"), ("£9.99", "9.99 GBP"), ("US$ 5", "5.00 USD"), ("19,90\u{A0}Kč", "19.90 CZK"),
        ("12\u{202F}990\u{A0}₽", "12990.00 RUB"), ("€ 1.299", "1299.00 EUR"), ("๑,๒๙๐ บาท", "1290.00 THB"),
        ("15 000 դր.", "15000.00 AMD"), ("1,29,999.00 ₹", "129999.00 INR"), (".75 €", "0.75 EUR"),
        ("€ 610,", "610.00 EUR"), ("1128240 рублей", "1128240.00 RUB"), ("¥ 1,200 JPY", "1200"),
        ("30 000원", "30000 KRW"), ("0,99 €/мес", "0.99 EUR"), ("7.500 KWD", "7.500 KWD"),
    ])
    func reads(_ text: String, _ expected: String) throws {
        let amount = try #require(MoneyReader().read(text).first { $0.nature == .money })
        #expect(amount.money.text.hasPrefix(expected))
    }

    @Test func aFullStopTooManyIsNoEllipsis() {
        #expect(MoneyReader().read("$..75").first?.value == 0.75)
        #expect(MoneyReader().read("from..75 $").first?.value == 75)
    }

    @Test(arguments: [
        ("10 % MwSt.", Amount.Nature.percent), ("%20 endirim", .percent), ("256 GB", .measure), ("15\"", .measure),
        ("12.05.2024", .date), ("2024-05-12", .date), ("+994 12 555 01 00", .phone), ("(012) 555-01-00", .phone),
        ("555-1234", .phone), ("14:30", .time), ("4.8/5", .rating), ("MX924", .code), ("№ 17", .bare),
        ("1.2.3", .code), ("00412", .code), ("123456789012345678901", .code), ("2024", .bare),
    ])
    func tellsWhatIsNoMoney(_ text: String, _ nature: Amount.Nature) throws {
        let first = try #require(MoneyReader().read(text).first)
        #expect(first.nature == nature || text.hasPrefix("№") && first.nature == .code)
        #expect(!first.hasCurrency)
    }

    @Test(arguments: [
        (["USD"], "$5", "USD"), (["CAD", "USD"], "$5", "CAD"), (["SEK"], "99 kr", "SEK"), (["BYN"], "602.00 р.", "BYN"),
        (["BYN"], "502,20 б.р.", "BYN"),
        (["RUB"], "602.00 р.", "RUB"), (["HUF"], "5.990 Ft", "HUF"), (["RON"], "12 lei", "RON"),
    ])
    func resolvesByHints(_ hints: [String], _ text: String, _ currency: String) throws {
        let amount = try #require(MoneyReader(MoneyHabits(currencies: hints)).read(text).first)
        #expect(amount.money.currency == currency)
    }

    @Test func leavesAmbiguousCurrenciesOpen() throws {
        let amount = try #require(MoneyReader().read("$5").first)
        #expect(amount.hasCurrency && amount.money.currency == nil)
        #expect(MoneyReader().read("AMD 5800").first?.nature == .bare)
    }

    @Test func joinsRanges() throws {
        let amounts = MoneyReader().read("10 – 20 €")
        #expect(amounts.count == 1)
        #expect(amounts.first?.money.minor == 1000 && amounts.first?.high?.minor == 2000)
        #expect(MoneyReader().read("iPhone 12 - 99 €").last?.high == nil)
    }

    @Test func givesEachNumberItsOwnCurrency() {
        let amounts = MoneyReader().read("205,68 € 205.68")
        #expect(amounts.map(\.hasCurrency) == [true, false])
        #expect(MoneyReader().read("Size 10 €20").map(\.nature) == [.bare, .money])
    }

    @Test func tellsUnitPricesAndInstalments() {
        #expect(MoneyReader().read("5,00 € / 100 g").first?.per == .unit)
        #expect(MoneyReader().read("9,99 €/мес").first?.per == .period)
        #expect(MoneyReader().read("-5 €").first?.sign == -1)
    }

    @Test func survivesAnyBytes() {
        var state: UInt64 = 42
        for _ in 0..<3_000 {
            var bytes: [UInt8] = []
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let pick = UInt8(truncatingIfNeeded: state >> 33)
                bytes.append(
                    pick % 3 == 0 ? 48 + pick % 10 : pick % 5 == 0 ? [44, 46, 32, 45, 36][Int(pick) % 5] : pick)
            }
            for amount in MoneyReader().read(bytes, in: 0..<bytes.count) {
                #expect(amount.range.lowerBound >= 0 && amount.range.upperBound <= bytes.count)
            }
        }
    }
}
