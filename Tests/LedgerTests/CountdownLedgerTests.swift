import Foundation
import Model
import Testing

@testable import Ledger

struct CountdownLedgerTests {
    private func seen(_ deadline: Int64, at moment: Int64, words: String = "sale ends in") -> CountdownSighting {
        CountdownSighting(
            url: "https://shop.example/", words: words, deadline: deadline, isZoned: true, seenAt: moment)
    }

    @Test func endsAreKeptOnceWithTheLastTimeTheyWereSeen() throws {
        let folder = NSTemporaryDirectory() + "ledger-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let ledger = try LedgerFolder(folder).ledger(for: "shop.example")
        try ledger.record([seen(100, at: 10), seen(100, at: 20), seen(300, at: 30), seen(100, at: 5, words: "other")])
        let all = try ledger.countdowns(since: 0)
        #expect(all == [seen(100, at: 5, words: "other"), seen(100, at: 20), seen(300, at: 30)])
        let late = try ledger.countdowns(since: 25)
        #expect(late == [seen(300, at: 30)])
        _ = try ledger.prune(before: 25)
        let left = try ledger.countdowns(since: 0)
        #expect(left == late)
    }
}
