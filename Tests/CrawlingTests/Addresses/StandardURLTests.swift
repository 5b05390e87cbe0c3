import Foundation
import Testing

@testable import Crawling

/// One case of the WHATWG URL standard's test data (web-platform-tests, url/resources/urltestdata.json).
private struct StandardCase: Decodable {
    var input: String
    var base: String?
    /// Nil where the input is no URL.
    var href: String?

    /// The cases that are about http and https, and differ from what docs/urls.md says of the standard.
    static func differences(in data: Data) throws -> (compared: Int, differing: [String: [String]]) {
        var compared = 0
        var differing: [String: [String]] = [:]
        for item in try JSONDecoder().decode([Item].self, from: data) {
            guard let found = item.found, found.isAboutWeb, let resolver = found.resolver else { continue }
            compared += 1
            let ours = (try? resolver.resolve(found.input).get()) ?? "refused"
            let expected = found.href.flatMap(asOurs) ?? "refused"
            if ours != expected { differing[found.input] = [expected, ours] }
        }
        return (compared, differing)
    }

    /// Comments stand between the cases.
    private struct Item: Decodable {
        var found: StandardCase?
        init(from decoder: any Decoder) throws { found = try? StandardCase(from: decoder) }
    }

    private var isAboutWeb: Bool {
        isWeb(base ?? "") || isWeb(href ?? "") || isWeb(input)
    }

    /// For an input without a base that matters, one of the other scheme, so that nothing is relative to it.
    private var resolver: LinkResolver? {
        if let base, isWeb(base) {
            return LinkResolver(base: "http://none.example/")
                .flatMap { try? $0.resolve(base).get() }.flatMap { LinkResolver(base: $0) }
        }
        guard isWeb(input) else { return nil }
        return LinkResolver(base: scheme(input) == "https" ? "http://none.example/" : "https://none.example/")
    }
}

private func scheme(_ url: String) -> String {
    let bare = url.unicodeScalars.filter { $0.value > 0x20 }.prefix { $0 != ":" }
    return String(String.UnicodeScalarView(bare)).lowercased()
}
private func isWeb(_ url: String) -> Bool { ["http", "https"].contains(scheme(url)) && url.contains(":") }

/// What docs/urls.md says that we make of a URL in the standard's form: no fragment, no user and password, no dot at
/// the host's end, needless escapes undone and the others in upper case, no empty query and parameters. Nil for
/// schemes that we refuse.
private func asOurs(_ href: String) -> String? {
    guard isWeb(href), let mark = href.range(of: "://") else { return nil }
    let bare = href.prefix { $0 != "#" }
    let authority = bare[mark.upperBound...].prefix { $0 != "/" }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    let rest = bare[authority.endIndex...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let parameters = rest.count > 1 ? rest[1].split(separator: "&") : []
    let query = parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")
    let isDotted = host.hasSuffix(".") && !host.hasSuffix("..") && host != "."
    return scheme(href) + "://" + (isDotted ? host.dropLast() : host) + plain(rest[0] + query)
}

private func plain(_ path: some StringProtocol) -> String {
    let bytes = Array(path.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
        let digits = bytes[(index + 1)...].prefix(2)
        guard bytes[index] == UInt8(ascii: "%"), digits.count == 2,
            let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        else {
            out.append(bytes[index])
            index += 1
            continue
        }
        let isNeedless =
            Character(Unicode.Scalar(value)).isASCII
            && (isLetter(value) || isDigit(value) || "-._~".utf8.contains(value))
        out += isNeedless ? [value] : Array("%".utf8) + digits.map { $0 >= 0x61 ? $0 - 0x20 : $0 }
        index += 3
    }
    return String(decoding: out, as: UTF8.self)
}

/// The rows of the last table in docs/urls.md: input, the standard's form, ours.
private let documented: [[String]] = {
    let text = FileManager.default.contents(atPath: root + "docs/urls.md").map { String(decoding: $0, as: UTF8.self) }
    return (text ?? "").split(separator: "\n").filter { $0.hasPrefix("| `` ") }.map { row in
        row.split(separator: "|").prefix(3).map {
            $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "``", with: "")
                .trimmingCharacters(in: .whitespaces)
        }
    }
}()
private let root = #filePath.components(separatedBy: "Tests/CrawlingTests/")[0]
private let standard = ProcessInfo.processInfo.environment["URL_TEST_DATA"] ?? ""

@Suite struct StandardURLTests {
    @Test(arguments: documented) func documentedDifference(row: [String]) throws {
        let resolver = try #require(LinkResolver(base: "https://none.example/"))
        #expect(((try? resolver.resolve(row[0]).get()) ?? "refused") == row[2])
    }

    /// Where `URL_TEST_DATA` names a copy of the standard's data: they and the document name the same differences.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: standard))) func allDifferencesAreDocumented() throws {
        let data = try #require(FileManager.default.contents(atPath: standard))
        let (compared, differing) = try StandardCase.differences(in: data)
        #expect(compared > 450)
        let rows = Dictionary(documented.map { ($0[0], Array($0[1...])) }) { first, _ in first }
        #expect(rows == differing)
    }
}
