import CCurl
import Testing

@testable import Crawling

/// What curl's URL API makes of a link; nil where it refuses.
private func curlResolve(_ base: String, _ href: String) -> String? {
    let url = curl_url()
    defer { curl_url_cleanup(url) }
    guard curl_url_set(url, CURLUPART_URL, base, 0) == CURLUE_OK,
        curl_url_set(url, CURLUPART_URL, href, 0) == CURLUE_OK,
        curl_url_set(url, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK
    else { return nil }
    var found: UnsafeMutablePointer<CChar>?
    guard curl_url_get(url, CURLUPART_URL, &found, UInt32(CURLU_NO_DEFAULT_PORT)) == CURLUE_OK, let found else {
        return nil
    }
    defer { curl_free(found) }
    return String(cString: found)
}

/// Ordinary links, put together at random: the quick way on bytes and curl must agree on every one.
@Test(arguments: ["http://shop.example/", "https://shop.example/a/b/c.html", "http://shop.example:8080/a/b/?q=1&r=2"])
func bytesAndCurlAgree(base: String) throws {
    let resolver = try #require(LinkResolver(base: base))
    let starts = [
        "", "/", "./", "../", "../../", "http://other.example/", "//cdn.example/", "HTTPS://other.example:443/", "?",
    ]
    let parts = [
        "a", "b.html", "..", ".", "c-d_e~f", "%C3%A4", "x=1", "&y=2", "/", "/", "/", "?", "#f", "...", ".a", "a.",
    ]
    var random = SeededRandom(seed: UInt64(base.utf8.count))
    var compared = 0
    for _ in 0..<5_000 {
        let start = starts.randomElement(using: &random) ?? ""
        let rest = random.text(of: parts, upTo: 6)
        // Curl 7.88 errs on empty segments, and on a query or fragment that no file name stands before.
        if rest.contains("//") || (start.hasSuffix("/") && rest.hasPrefix("/")) { continue }
        let href = start + rest
        let isBare = href.drop { $0 == "." || $0 == "/" }.first.map { $0 == "#" || $0 == "?" } ?? false
        if isBare && (href.contains("/") || href.first == "#") { continue }
        guard !href.isEmpty, var expected = curlResolve(base, href) else { continue }
        if let query = expected.firstIndex(of: "?") {
            // Separators with nothing between them are dropped by us.
            let kept = expected[query...].dropFirst().split(separator: "&").joined(separator: "&")
            expected = expected[..<query] + (kept.isEmpty ? "" : "?" + kept)
        }
        compared += 1
        #expect(try resolver.resolve(href).get() == expected, "\(href) on \(base)")
    }
    #expect(compared > 2_000)
}
