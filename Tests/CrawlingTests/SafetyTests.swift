import Foundation
import Model
import Support
import Testing

@testable import Crawling

/// A public site cannot lead to private addresses, and nothing secret leaves its origin.
@Suite struct SafetyTests {
    /// First and last addresses of the blocks of IANA's special-purpose registries that aren't for everybody, and
    /// metadata services.
    @Test(arguments: [
        "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.100.100.200", "100.127.255.255",
        "127.0.0.0", "127.255.255.255", "169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0",
        "172.31.255.255", "192.0.0.0", "192.0.0.192", "192.0.0.255", "192.0.2.0", "192.0.2.255", "192.88.99.0",
        "192.88.99.255", "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.0",
        "198.51.100.255", "203.0.113.0", "203.0.113.255", "224.0.0.0", "239.255.255.255", "240.0.0.0",
        "255.255.255.255", "168.63.129.16", "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:0.0.0.0",
        "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1",
        "64:ff9b::192.168.0.1", "64:ff9b:1::", "64:ff9b:1::8.8.8.8", "100::", "100:0:0:1::", "2001::", "2001::1",
        "2001:1::1", "2001:2::", "2001:10::", "2001:20::", "2001:30::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2002:7f00:1::", "2002:a9fe:a9fe::", "2002:c0a8:1::1",
        "3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "4000::", "5f00::", "fc00::", "fd00:ec2::254",
        "fdff:ffff::", "fe80::", "fe80::1", "febf:ffff::", "fec0::1", "ff00::", "ff02::1", "ffff::",
        "127.1", "localhost", "", "1.2.3.4.5", "8.8.8.8 ",
    ])
    func closed(address: String) { #expect(!AddressGuard.isPublic(text: address)) }

    @Test(arguments: [
        "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.0",
        "192.0.3.0", "192.88.98.255", "192.88.100.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
        "198.20.0.0", "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255",
        "168.63.129.15", "168.63.129.17", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2001:200::", "2001:470::1",
        "2001:db7:ffff::", "2001:db9::", "2002:808:808::", "2606:4700::1111", "2a00:1450:4001::200e",
        "3ffe:ffff::", "3fff:1000::", "2000::",
    ])
    func open(address: String) { #expect(AddressGuard.isPublic(text: address)) }

    /// Not even for an audit of something private.
    @Test(arguments: [
        "169.254.169.254", "169.254.0.1", "::ffff:169.254.169.254", "64:ff9b::169.254.169.254", "fe80::1",
        "fe80::1%lo", "febf::1", "fd00:ec2::254", "100.100.100.200", "168.63.129.16", "192.0.0.192", "", "x",
    ])
    func neverAsked(address: String) { #expect(!AddressGuard.mayBeAsked(text: address, allowsPrivate: true)) }

    @Test(arguments: ["127.0.0.1", "::1", "10.0.0.1", "192.168.1.1", "fd00::1", "172.16.0.1", "8.8.8.8"])
    func askedWhereThatIsMeant(address: String) {
        #expect(AddressGuard.mayBeAsked(text: address, allowsPrivate: true))
        #expect(AddressGuard.mayBeAsked(text: address, allowsPrivate: false) == (address == "8.8.8.8"))
    }

    /// The robots.txt, a sitemap or a page of something private leads to nothing else that is private.
    @Test func aPrivateSiteLeadsToNoOtherPrivateHost() async throws {
        let other = try FaultServer(answer: { _ in .html("<p>secret") })
        let server = try FaultServer(["/": .redirect("http://localhost:\(other.port)/"), "/own": .redirect("/page")]) {
            _ in
            .html("<p>hello")
        }
        let settings = CrawlSettings()
        let fetcher = try #require(Fetcher(settings: settings))
        var request = FetchRequest(server.origin + "/", settings: settings)
        request.allowsPrivateAddress = true
        if case .failed(let failure) = await fetcher.fetch(request).outcome {
            #expect(failure.stage == .connect)
        } else {
            Issue.record()
        }
        #expect(other.connections == 0)
        request.url = server.origin + "/own"
        #expect(await fetcher.fetch(request).facts?.status == 200)
        fetcher.close()
        server.stop()
        other.stop()
    }

    @Test func noFormOfAPrivateAddressIsConnectedTo() async throws {
        let server = try FaultServer(answer: { _ in .html("<p>secret") })
        var settings = CrawlSettings()
        settings.connectTo = ["rebound.test:80:127.0.0.1:\(server.port)"]
        let fetcher = try #require(Fetcher(settings: settings))
        let hosts = [
            "127.0.0.1", "127.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "017700000001", "localhost",
            "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[::1]", "0.0.0.0", "0", "[::]",
            "127.255.255.254",
        ]
        for url in hosts.map({ "http://\($0):\(server.port)/" }) + ["http://rebound.test/"] {
            let outcome = await fetcher.fetch(FetchRequest(url, settings: settings)).outcome
            guard case .failed(let failure) = outcome else {
                Issue.record("\(url): \(outcome)")
                continue
            }
            #expect([.connect, .badURL, .resolve].contains(failure.stage), "\(url): \(failure)")
        }
        #expect(server.connections == 0)
        fetcher.close()
        server.stop()
    }

    @Test func aUsedConnectionIsNoWayAround() async throws {
        let server = try FaultServer(answer: { _ in .html("<p>secret") })
        let settings = CrawlSettings()
        let fetcher = try #require(Fetcher(settings: settings))
        var free = FetchRequest(server.origin + "/seed", settings: settings)
        free.allowsPrivateAddress = true
        #expect(await fetcher.fetch(free).facts?.status == 200)
        let bound = await fetcher.fetch(FetchRequest(server.origin + "/page", settings: settings)).outcome
        if case .failed(let failure) = bound { #expect(failure.stage == .connect) } else { Issue.record("\(bound)") }
        #expect(server.requests.map(\.target) == ["/seed"])
        fetcher.close()
        server.stop()
    }

    @Test func nothingSecretIsSentOn() async throws {
        let server = try FaultServer(answer: { request in
            switch request.target {
            case "/":
                .answer(
                    [], status: "302 Found",
                    headers: [
                        "Set-Cookie: session=secret; Path=/", "Location: http://user:secret@\(request.host)/next",
                    ])
            default: .html("<p>hello")
            }
        })
        let settings = CrawlSettings()
        let fetcher = try #require(Fetcher(settings: settings))
        var request = FetchRequest(server.origin + "/", settings: settings)
        request.allowsPrivateAddress = true
        let fetched = await fetcher.fetch(request)
        #expect(fetched.facts?.finalURL == server.origin + "/next")
        #expect(!"\(fetched.outcome)".contains("secret"))
        #expect(server.requests.count == 2)
        for request in server.requests {
            let head = request.head.lowercased()
            for name in ["cookie:", "authorization:", "referer:"] { #expect(!head.contains(name), "\(head)") }
        }
        fetcher.close()
        server.stop()
    }

    @Test func aConnectionThatEndsBetweenRequestsIsMadeAnew() async throws {
        let server = try FaultServer(answer: { request in
            request.onConnection > 0 ? Fault([.reset]) : .html("<p>hello")
        })
        let settings = CrawlSettings()
        let fetcher = try #require(Fetcher(settings: settings))
        for path in ["/a", "/b", "/c"] {
            var request = FetchRequest(server.origin + path, settings: settings)
            request.allowsPrivateAddress = true
            #expect(await fetcher.fetch(request).facts?.status == 200)
        }
        fetcher.close()
        server.stop()
    }

    /// A second answer that nobody asked for must not be taken for the next page.
    @Test func whatComesUnaskedIsNoAnswerToTheNextRequest() async throws {
        let stray = Fault.answer(Array("<p>stray".utf8)).steps
        let server = try FaultServer(answer: { request in
            let right = Fault.html("<p>\(request.target)").steps
            return request.target == "/a"
                ? Fault(right + [.wait(.milliseconds(30))] + stray, keepsAlive: true) : Fault(right, keepsAlive: true)
        })
        let settings = CrawlSettings()
        let fetcher = try #require(Fetcher(settings: settings))
        for path in ["/a", "/b", "/c"] {
            var request = FetchRequest(server.origin + path, settings: settings)
            request.allowsPrivateAddress = true
            let fetched = await fetcher.fetch(request)
            #expect(String(decoding: fetched.body, as: UTF8.self) == "<p>\(path)")
            // Long enough for the second answer to have come.
            try await Task.sleep(for: .milliseconds(300))
        }
        // The spoilt connection took no request; the new one was used again.
        #expect(server.requests.map(\.target) == ["/a", "/b", "/c"] && server.connections == 2)
        fetcher.close()
        server.stop()
    }

    @Test func theRunsTimeEndsWhatIsUnderWay() async throws {
        let server = try FaultServer(["/": Fault([.hold])])
        var settings = CrawlSettings()
        settings.timeBudget = 0.3
        let fetcher = try #require(Fetcher(settings: settings))
        for _ in 0..<2 {
            var request = FetchRequest(server.origin + "/", settings: settings)
            request.allowsPrivateAddress = true
            let outcome = await fetcher.fetch(request).outcome
            guard case .failed(let failure) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
            #expect(failure.stage == .cancelled && failure.explanation.contains("whole run"))
        }
        fetcher.close()
        server.stop()
    }
}
