import Model
import Support
import Testing

@testable import Crawling

/// Whatever a server does, each request ends within its budgets and is told in one line.
@Suite struct FaultTests {
    private func settings(_ adjust: (inout CrawlSettings) -> Void = { _ in }) -> CrawlSettings {
        var settings = CrawlSettings()
        settings.maxBodyBytes = 1_000_000
        adjust(&settings)
        return settings
    }

    @Test func promptFaultsHaveTheirOutcomes() async throws {
        try await expect(FaultCase.prompt, settings())
    }

    @Test func answersThatDoNotComeEnd() async throws {
        try await expect(FaultCase.silent, settings { $0.answerTimeout = 0.4 })
    }

    @Test func bodiesThatStallEnd() async throws {
        try await expect(FaultCase.stalled, settings { $0.stallTimeout = 0.4 })
    }

    @Test func transfersThatDragOnEnd() async throws {
        try await expect(FaultCase.slow, settings { $0.transferTimeout = 1.5 })
    }

    private func expect(_ cases: [FaultCase], _ settings: CrawlSettings) async throws {
        let routes = Dictionary(uniqueKeysWithValues: cases.map { ($0.path, $0.fault) })
        let server = try FaultServer(routes)
        let fetcher = try #require(Fetcher(settings: settings))
        await withTaskGroup(of: (FaultCase, Fetched).self) { group in
            for item in cases {
                var request = FetchRequest(server.origin + item.path, settings: settings)
                request.allowsPrivateAddress = true
                let one = request
                group.addTask { (item, await fetcher.fetch(one)) }
            }
            for await (item, fetched) in group { compare(item, fetched) }
        }
        fetcher.close()
        server.stop()
    }

    private func compare(_ item: FaultCase, _ fetched: Fetched) {
        switch (item.expected, fetched.outcome) {
        case (.failed(let stage, let words), .failed(let failure)):
            // A server that closes with something unread may be seen to reset, whatever it said before.
            let isReset = stage == "badResponse" && failure.explanation.contains("reset")
            let isSaid = words.isEmpty || failure.explanation.contains(words) || isReset
            #expect(failure.stage.rawValue == stage && isSaid, "\(item.name): \(failure)")
        case (.fetched(let status, let bytes), .fetched(let facts)):
            #expect(facts.status == status && fetched.body.count == bytes, "\(item.name): \(facts)")
        case (.told, _): break
        default: Issue.record("\(item.name): \(fetched.outcome)")
        }
        if case .failed(let failure) = fetched.outcome {
            #expect(!failure.explanation.isEmpty && failure.explanation.utf8.count < 300, "\(item.name)")
            #expect(failure.explanation.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "\(item.name)")
        }
        if case .fetched(let facts) = fetched.outcome {
            let type = facts.contentType.unicodeScalars
            #expect(type.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F } && type.count <= 100, "\(item.name)")
        }
    }
}
