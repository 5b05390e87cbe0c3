import Testing

@testable import Observing

@Suite struct RegistrationTests {
    /// Numbers of companies, as registers publish them.
    @Test(arguments: [
        "ATU13585627", "BE0428759497", "BG175074752", "HR33392005961", "CY10259033P", "CZ25123891", "DE136695976",
        "DK13585628", "EE100931558", "EL094259216", "ESB58378431", "FI20774740", "FR40303265045", "HU12892312",
        "IE6433435F", "IT00743110157", "LT119511515", "LU15027442", "LV40003521600", "MT11679112", "NL004495445B01",
        "PL8567346215", "PT501964843", "RO18547290", "SE556188840401", "SI50223054", "SK2022749619", "GB980780684",
    ])
    func takesVATNumbers(id: String) {
        #expect(VATNumber.isPlausible(id) == true)
    }

    /// The same with the fifth character raised by one.
    @Test(arguments: [
        "ATU13685627", "BE0438759497", "BG176074752", "HR33492005961", "CY10269033P", "CZ25223891", "DE137695976",
        "DK13685628", "EE101931558", "EL095259216", "ESB58478431", "FI20874740", "FR40403265045", "HU12992312",
        "IE6443435F", "IT00843110157", "LT119611515", "LU15127442", "LV40013521600", "MT11779112", "NL005495445B01",
        "PL8577346215", "PT502964843", "RO18647290", "SE557188840401", "SI50323054", "SK2023749619", "GB981780684",
    ])
    func refusesMistypedVATNumbers(id: String) {
        #expect(VATNumber.isPlausible(id) == false)
    }

    @Test(arguments: ["LOGO2X", "XX123456789", "DE12345", "SK", "COVID1920", "AB12345678"])
    func leavesOtherStringsAlone(text: String) {
        #expect(VATNumber.isPlausible(text) != true)
    }

    @Test(
        arguments: [
            ("7707083893", .inn, true), ("7707083894", .inn, false), ("500100732259", .inn, true),
            ("500100732250", .inn, false), ("1022200525819", .ogrn, true), ("1022200525818", .ogrn, false),
            ("25123891", .ico, true), ("25123892", .ico, false), ("100155212", .uid, true), ("100155213", .uid, false),
            ("1234545678781", .thaiTax, true), ("1234545678782", .thaiTax, false), ("4540536920", .vkn, true),
            ("4540536921", .vkn, false), ("32855961", .edrpou, true), ("32855968", .edrpou, false),
            ("1402345671", .voen, true), ("1402345677", .voen, false), ("02512345", .hvhh, true),
            ("0251234", .hvhh, false),
        ] as [(String, CompanyNumber.Kind, Bool)])
    func checksCompanyNumbers(number: String, kind: CompanyNumber.Kind, expected: Bool) {
        #expect(CompanyNumber.isPlausible(number.utf8, kind) == expected)
    }
}
