import Model
import Testing

@testable import Observing

@Suite struct ObstacleTests {
    private func obstacle(_ page: ObstaclePage) throws -> Obstacle? {
        let shown = try ObservedPage(page.html, at: page.path, status: page.status, wallHeaders: page.headers)
        return shown.facts.obstacle
    }

    @Test(arguments: ObstaclePage.walls) func isRecognised(page: ObstaclePage) throws {
        let found = try obstacle(page)
        #expect(found?.reason == page.reason, "\(page.name): \(found?.seen ?? "nothing seen")")
        #expect(found.map { !$0.seen.isEmpty && !$0.seen.contains("\n") } ?? true)
    }

    @Test(arguments: ObstaclePage.pages) func isAPage(page: ObstaclePage) throws {
        let found = try obstacle(page)
        #expect(found == nil, "\(page.name): \(found?.reason.rawValue ?? "") \(found?.seen ?? "")")
    }

    @Test func whatWasSeenIsSaid() throws {
        let page = try #require(ObstaclePage.walls.first { $0.name == "Cloudflare challenge" })
        let seen = try #require(try obstacle(page)?.seen)
        #expect(seen.contains("Cloudflare") && seen.contains("_cf_chl_opt") && seen.contains("status 403"))
    }

    @Test func bundledMarksAreWhole() {
        let entries = ObstacleCatalogue.bundled.entries
        #expect(entries.count > 30)
        for entry in entries {
            let ways = [entry.titles.isEmpty, entry.markup.isEmpty, entry.texts.isEmpty].count { !$0 }
            #expect(!entry.headers.isEmpty || ways > 1, "\(entry.name) could never have two signs")
        }
    }

    @Test(arguments: [
        "obstacles:\n  - name: X\n    reason: nothing\n    source: s", "obstacles:\n  - name: X\n    reason: botWall",
        "obstacles:\n  - {name: X, reason: botWall, source: s, text: [short]}", "walls: []",
        "obstacles:\n  - {name: X, reason: botWall, source: s, titel: [a]}",
    ])
    func faultyCataloguesAreRefused(yaml: String) {
        #expect(throws: LexiconError.self) { try ObstacleCatalogue(yaml: yaml) }
    }
}
