import Model
import Support
import Testing

@testable import Crawling

@Suite struct FetcherTests {
    private func request(_ url: String, _ settings: CrawlSettings) -> FetchRequest {
        var request = FetchRequest(url, settings: settings)
        request.allowsPrivateAddress = true
        return request
    }

    @Test func factsOfAnAnswer() async throws {
        let server = try await ShopServer.start(routes: [
            "/": ShopServer.Answer(
                headers: [
                    "Content-Type": "Text/HTML; Charset=\"Windows-1251\"", "X-Robots-Tag": "noindex",
                    "Retry-After": "7",
                ],
                body: Array("<p>hi".utf8), delay: .milliseconds(60)),
            "/hop": .redirect("/", status: 307),
        ])
        let settings = CrawlSettings()
        let fetcher = try #require(Fetcher(settings: settings))
        let fetched = await fetcher.fetch(request(server.origin + "/hop", settings))
        let facts = try #require(fetched.facts)
        #expect(facts.contentType == "text/html")
        #expect(facts.charset == "windows-1251")
        #expect(facts.robotsTag == "noindex")
        #expect(facts.retryAfter == 7)
        #expect(facts.redirects == [Redirect(url: server.origin + "/hop", status: 307)])
        #expect(facts.finalURL == server.origin + "/")
        #expect(facts.timeToFirstByte >= 50)
        #expect(fetched.body == Array("<p>hi".utf8))
        #expect(fetched.isFromPrivateAddress)
        fetcher.close()
        await server.stop()
    }

    @Test func boundsOfSize() async throws {
        let server = try await ShopServer.start(routes: [
            "/big": .html(String(repeating: "x", count: 100_000)),
            "/picture": ShopServer.Answer(
                headers: ["Content-Type": "image/png"], body: [UInt8](repeating: 1, count: 1 << 20)),
        ])
        var settings = CrawlSettings()
        settings.maxBodyBytes = 50_000
        let fetcher = try #require(Fetcher(settings: settings))
        let big = await fetcher.fetch(request(server.origin + "/big", settings))
        if case .failed(let failure) = big.outcome { #expect(failure.stage == .tooLarge) } else { Issue.record() }
        var cut = request(server.origin + "/big", settings)
        cut.keepsCutBody = true
        let kept = await fetcher.fetch(cut)
        #expect(kept.body.count == 50_000)
        #expect(kept.isCut)
        let picture = await fetcher.fetch(request(server.origin + "/picture", settings))
        #expect(picture.facts?.contentType == "image/png")
        #expect(picture.body.isEmpty)
        fetcher.close()
        await server.stop()
    }

    @Test func privateAddressesNeedPermission() async throws {
        let server = try await ShopServer.start(routes: ["/": .html("private")])
        let settings = CrawlSettings()
        let fetcher = try #require(Fetcher(settings: settings))
        let refused = await fetcher.fetch(server.origin + "/")
        if case .failed(let failure) = refused.outcome { #expect(failure.stage == .connect) } else { Issue.record() }
        #expect(server.requests.isEmpty)
        fetcher.close()
        await server.stop()
    }

    @Test func cancellingEndsATransfer() async throws {
        let server = try await ShopServer.start(routes: ["/slow": .html("slow", delay: .seconds(30))])
        let settings = CrawlSettings()
        let fetcher = try #require(Fetcher(settings: settings))
        let slow = request(server.origin + "/slow", settings)
        let task = Task { await fetcher.fetch(slow) }
        try await Task.sleep(for: .milliseconds(100))
        task.cancel()
        if case .failed(let failure) = await task.value.outcome {
            #expect(failure.stage == .cancelled)
        } else {
            Issue.record()
        }
        let left = Task { await fetcher.fetch(slow) }
        try await Task.sleep(for: .milliseconds(100))
        fetcher.close()
        if case .failed(let failure) = await left.value.outcome {
            #expect(failure.stage == .cancelled)
        } else {
            Issue.record()
        }
        await server.stop()
    }

    @Test(arguments: [
        ("8.8.8.8", true), ("127.0.0.1", false), ("10.1.2.3", false), ("172.16.0.1", false), ("172.32.0.1", true),
        ("192.168.1.1", false), ("169.254.169.254", false), ("100.64.0.1", false), ("0.0.0.0", false),
        ("224.0.0.1", false),
        ("::1", false), ("fe80::1", false), ("fd00::1", false), ("::ffff:127.0.0.1", false), ("::ffff:8.8.8.8", true),
        ("2606:4700::1111", true), ("64:ff9b::a00:1", false), ("2002:7f00:1::", false), ("2001:db8::1", false),
        ("x", false),
    ])
    func publicAddresses(text: String, isPublic: Bool) { #expect(AddressGuard.isPublic(text: text) == isPublic) }
}
