import Foundation
import Model
import Support
import Testing

@testable import Crawling

/// What is kept of a site without end stays within its room, and the crawl goes on all the same.
@Suite(.serialized) struct EndlessSiteTests {
    private struct Outcome {
        var judged: [String] = []
        var asked: [String] = []
        var crawl: Crawl
    }

    private func read(_ maxPages: Int, _ room: CrawlRoom) async throws -> Outcome {
        let server = try await ShopServer.start { TrapSite.answer($0) }
        var settings = CrawlSettings()
        settings.maxPages = maxPages
        let fetcher = try #require(Fetcher(settings: settings))
        let site = try await Site.open(seed: server.origin + "/", settings: settings, fetcher: fetcher).get()
        var judged: [String] = []
        var order: [String] = []
        let crawl = try await site.crawl(
            settings: settings, room: room, fetcher: fetcher, readSitemap: locs,
            visit: TrapSite.visit,
            absorb: { page in
                order.append(String(page.url.dropFirst(server.origin.count)))
                if let template = page.product, page.twin == nil { judged.append(template) }
            })
        fetcher.close()
        await server.stop()
        return Outcome(judged: judged, asked: order, crawl: crawl)
    }

    @Test func theCrawlGoesOnWhenTheRoomIsTaken() async throws {
        let found = try await read(1_500, CrawlRoom(addresses: 1_000, pages: 200))
        #expect(found.crawl.pagesRead == 1_500)
        #expect(found.crawl.passed > 0)
        #expect(TrapSite.templates.subtracting(found.judged) == [], "not covered")
        // Those of templates that came late stand beside the others.
        #expect(found.crawl.graph.nodes.count <= 1_000 + 200)
        #expect(found.judged.count <= 200 + TrapSite.templates.count * KeptPages.fewest)
        let surplus = found.crawl.graph.nodes.count { $0.outcome == .skipped(why: .surplus) }
        #expect(surplus > 0)
        #expect(Set(found.asked).count == found.asked.count, "no page is handed on twice")
    }

    @Test func theOrderDependsOnAnswersOnly() async throws {
        let room = CrawlRoom(addresses: 800, pages: 100)
        let first = try await read(900, room)
        let second = try await read(900, room)
        #expect(first.asked == second.asked)
        #expect(first.crawl.graph.nodes.count == second.crawl.graph.nodes.count)
        #expect(first.crawl.passed == second.crawl.passed)
        #expect(first.crawl.unlisted == second.crawl.unlisted)
    }

    @Test(arguments: [[20_000], [12_000, 8_000], [6_000, 5_000, 4_000, 3_000, 2_000]])
    func aShopOfTwentyThousandPagesIsKeptWhole(templates: [Int]) {
        var kept = KeptPages(room: CrawlRoom())
        var left = templates
        while left.contains(where: { $0 > 0 }) {
            for (template, count) in left.enumerated() where count > 0 {
                let isTaken = kept.takes(template: template)
                #expect(isTaken)
                left[template] -= 1
            }
        }
    }

    @Test func aTemplateThatComesLateIsKept() {
        var kept = KeptPages(room: CrawlRoom(addresses: 1_000, pages: 600))
        var first = 0
        for _ in 0..<5_000 where kept.takes(template: 0) { first += 1 }
        #expect(first <= 500)
        for template in 1..<100 {
            let taken = (0..<100).count { _ in kept.takes(template: template) }
            #expect(taken >= KeptPages.fewest)
        }
        let others = (0..<5_000).count { _ in kept.takesOther() }
        #expect(others == 600)
    }

    @Test func addressesThatPassAreAskedOnce() {
        var queue = PassingQueue()
        let urls = (0..<10_000).map { Array("https://shop.example/tag/\($0 % 5_000)".utf8) }
        for (index, url) in urls.enumerated() { queue.add(url, group: index % 50) }
        #expect(queue.count <= PassingQueue.limit)
        var seen: Set<[UInt8]> = []
        while let (url, _) = queue.next() {
            let isNew = seen.insert(url).inserted
            #expect(isNew)
        }
        #expect(seen.count > PassingQueue.limit / 2)
        for url in seen { queue.add(url, group: 0) }
        #expect(queue.count < seen.count / 10, "what was here is known again")
    }
}
