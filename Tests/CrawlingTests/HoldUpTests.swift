import Glibc
import Model
import Support
import Testing

@testable import Crawling

/// A disk that is busy, or a machine that slept, is no server that doesn't answer.
@Suite struct HoldUpTests {
    /// Takes its time over the first answer.
    private final class SlowStore: AnswerStore {
        private let isFirst = Guarded(true)

        func answer(to request: FetchRequest) -> Fetched? { nil }

        func keep(_ answers: [(request: FetchRequest, answer: Fetched)]) {
            let isFirst = isFirst.withLock { first in
                defer { first = false }
                return first
            }
            if isFirst { usleep(3_500_000) }
        }
    }

    @Test func whatCameMeanwhileIsTaken() async throws {
        let server = try FaultServer(answer: { request in
            var fault = Fault.html("<p>\(request.target)</p>")
            if request.target == "/late" { fault.steps.insert(.wait(.milliseconds(400)), at: 0) }
            return fault
        })
        defer { server.stop() }
        var settings = CrawlSettings()
        settings.transferTimeout = 1
        let fetcher = try #require(Fetcher(settings: settings, store: SlowStore()))
        defer { fetcher.close() }
        @Sendable func fetch(_ path: String) async -> Fetched {
            let settings = CrawlSettings()
            var request = FetchRequest(server.origin + path, settings: settings)
            request.allowsPrivateAddress = true
            return await fetcher.fetch(request)
        }
        async let late = fetch("/late")
        while !server.requests.contains(where: { $0.target == "/late" }) { try await Task.sleep(for: .milliseconds(5)) }
        #expect(await fetch("/soon").facts?.status == 200)
        #expect(await late.facts?.status == 200)
        #expect(server.requests.count { $0.target == "/late" } == 1)
    }
}
