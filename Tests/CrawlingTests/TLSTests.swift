import Foundation
import Model
import Support
import Testing

@testable import Crawling

/// A secure connection that can't be trusted is a failure that says what is wrong with it.
@Suite struct TLSTests {
    private static let answers = ["page": "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>hello"]

    private func fetch(_ url: String, port: UInt16, authority: String?) async throws -> FetchOutcome {
        var settings = CrawlSettings()
        settings.caFile = authority
        settings.connectTo = ["::127.0.0.1:\(port)"]
        let fetcher = try #require(Fetcher(settings: settings))
        defer { fetcher.close() }
        var request = FetchRequest(url, settings: settings)
        request.allowsPrivateAddress = true
        return await fetcher.fetch(request).outcome
    }

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "comeback-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }

    private func expect(_ outcome: FetchOutcome, says words: String, or others: String? = nil) {
        guard case .failed(let failure) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let isSaid = failure.explanation.contains(words) || others.map(failure.explanation.contains) ?? false
        #expect(failure.stage == .tls && isSaid, "\(failure)")
    }

    @Test func certificatesAreChecked() async throws {
        try await withFolder { folder in
            let authority = try TestAuthority(folder: folder)
            let good = try TLSServer(
                certificate: authority.certificate(for: "shop.test"), answers: Self.answers, folder: folder)
            let old = try TLSServer(
                certificate: authority.certificate(for: "shop.test", isExpired: true), answers: Self.answers,
                folder: folder)
            let own = try TLSServer(
                certificate: authority.selfSigned(for: "shop.test"), answers: Self.answers, folder: folder)
            let page = "https://shop.test/page"
            let trusted = try await fetch(page, port: good.port, authority: authority.file)
            if case .fetched(let facts) = trusted {
                #expect(facts.isSecure && facts.bytes == 8)
            } else {
                Issue.record("\(trusted)")
            }
            expect(try await fetch(page, port: good.port, authority: nil), says: "issuer is unknown")
            expect(
                try await fetch("https://other.test/page", port: good.port, authority: authority.file),
                says: "for another host")
            expect(try await fetch(page, port: old.port, authority: authority.file), says: "has expired")
            expect(try await fetch(page, port: own.port, authority: authority.file), says: "self-signed")
            for server in [good, old, own] { server.stop() }
        }
    }

    @Test func whatIsNoTLSIsToldApart() async throws {
        let plain = try FaultServer(greeting: .raw("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"))
        let cut = try FaultServer(greeting: .raw(""))
        // A handshake record of 65,535 bytes that never comes.
        let odd = try FaultServer(greeting: Fault([.send([22, 3, 3, 0xFF, 0xFF]), .wait(.milliseconds(50)), .reset]))
        expect(try await fetch("https://shop.test/", port: plain.port, authority: nil), says: "does not speak TLS")
        expect(try await fetch("https://shop.test/", port: cut.port, authority: nil), says: "cut the connection")
        // Whichever is seen first, the impossible length or the reset.
        expect(
            try await fetch("https://shop.test/", port: odd.port, authority: nil), says: "cut the connection",
            or: "does not speak TLS")
        for server in [plain, cut, odd] { server.stop() }
    }
}
