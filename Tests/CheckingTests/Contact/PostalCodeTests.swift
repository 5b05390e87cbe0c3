import Testing

@testable import Checking

@Suite struct PostalCodeTests {
    @Test(arguments: [
        ("Hlavná 12, 040 01 Košice", "04001"), ("Hauptstraße 12, D-10115 Berlin", "10115"),
        ("119019, Москва, ул. Арбат, 10", "119019"), ("350 5th Ave, New York, NY 10118", "10118"),
        ("99/1 ถนนสุขุมวิท กรุงเทพฯ 10110", "10110"), ("AZ1000, Bakı, Nizami küç. 5", nil),
        ("Երևան 0010, Աբովյան 5", nil), ("Hlavná 12, 040 01 Košice, 821 09 Bratislava", nil),
        ("Main St 5, tel. 02 12345 678", nil), ("No. 12, since 1998", nil), ("SKU AB12345", nil), ("", nil),
    ])
    func theOnlyCode(text: String, code: String?) { #expect(PostalCode.only(in: text) == code) }
}
