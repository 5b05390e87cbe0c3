import Testing

@testable import Checking

/// Plain references take a short way to their key, which must lead to the same number as the long one.
struct LooseKeysTests {
    private static let bases = [
        "https://www.Shop.example/c/shoes/list.html?page=2", "http://shop.example", "https://shop.example:8443/a/",
        "https://shop.example/x/../y/z", "https://shop.example/a//b/c", "https://shop.example/.well/known/",
        "mailto:a@shop.example", "",
    ]
    private static let references = [
        "/", "//", "///", "/p/1", "/p/1/", "/p//1//", "p/1", "p", "./p", "../p", "p/../q", "p/..", ".", "/p/../q",
        "/%41b%2",
        "p%C3%A9/%", "/p?b=2&a=1", "/p?a=1&b=2", "/p?utm_source=x", "/p#top", "#top", "?q=1", " /p ", "/p\n", "/é", "é",
        "javascript:void(0)", "tel:1", "a:b", "/a:b", "https://www.Shop.example/p", "https://www.shop.example/p/",
        "https://www.Shop.example", "https://www.Shop.example.evil/p", "HTTPS://shop.example/p", "//shop.example/p",
        "http://shop.example/p", "https://shop.example:8443/p", "p.html", "a.b/c.d", "/a b", "",
        "../../p", "../../../../p/1#top", "..", "../", "../#x", "../.p", "../p/../q", "p#", "p/#a?b", "/p/#a", "#a?b",
        "..p",
    ]

    @Test(arguments: bases) func keysAreThoseOfResolvedAddresses(base: String) {
        let keys = LooseKeys(base: base)
        for reference in Self.references {
            let long = WebAddress.resolve(reference, against: base).map(WebAddress.looseKey)
            #expect(keys.key(reference) == long, "\(reference) on \(base)")
        }
    }

    @Test func campaignsAndOrderOfParametersDontCount() {
        let keys = LooseKeys(base: "https://www.shop.example/")
        #expect(keys.key("/p/?b=2&utm_source=x&a=1&GCLID=3") == keys.key("http://shop.example/p?a=1&b=2#top"))
        #expect(keys.key("/p?a=1") != keys.key("/p"))
        #expect(keys.key("/p?gclidx=1") != keys.key("/p"))
    }
}
