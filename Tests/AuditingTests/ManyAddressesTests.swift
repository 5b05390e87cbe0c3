import Model
import Testing

@testable import Auditing

/// A site of a hundred thousand addresses still gives a report that opens.
@Suite struct ManyAddressesTests {
    private func graph(_ outcomes: [(FetchOutcome, Int)]) -> LinkGraph {
        var graph = LinkGraph()
        for (outcome, count) in outcomes {
            for n in 0..<count {
                let url = "https://shop.example/\(graph.nodes.count - n)/\(count - n)"
                graph.nodes.append(LinkGraph.Node(url: url, outcome: outcome, source: .link))
            }
        }
        return graph
    }

    @Test func theFirstOfEachReasonAreListed() {
        let limit = Unread.rowLimit
        let (rows, more) = Unread.rows(
            graph([
                (.skipped(why: .timeBudget), limit + 50), (.skipped(why: .surplus), limit),
                (.blocked(by: .robots), 7),
            ]))
        #expect(rows.count == 2 * limit + 7)
        #expect(more.values.sorted() == [50])
        #expect(more.keys.first == rows.first { $0.reason.contains("time") }?.reason)
        #expect(rows.map(\.url) == rows.map(\.url).sorted())
    }

    @Test func whatWasReadInPassingIsNotJudged() {
        let coverage = Coverage(graph([(.skipped(why: .surplus), 30), (.skipped(why: .repeats), 5)]))
        #expect(coverage.beyondLimit == 30)
        #expect(coverage.assessed == 0)
        #expect(coverage.known == 30)
        #expect(coverage.isSample)
        #expect(coverage.heldBack["surplus"] == 30)
    }
}
