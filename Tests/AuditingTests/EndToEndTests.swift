import Auditing
import Foundation
import Model
import Testing

@Suite struct EndToEndTests {
    @Test(arguments: ["ucuz-bazar", "harbour-and-hearth"])
    func findingsAreThePlantedDefectsAndNothingElse(shop: String) async throws {
        let (result, origin) = try await FixtureShop.audit(shop)
        let differences = try PlantedDefects(shop: shop).differences(from: result, origin: origin)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
        #expect(result.pages.count >= 25)
    }

    @Test func everyFindingCanBeDefended() async throws {
        let (result, _) = try await FixtureShop.audit("ucuz-bazar")
        for finding in result.findings {
            let check = try #require(result.checks.first { $0.id == finding.check })
            #expect(!check.disproof.isEmpty)
            #expect(!finding.evidence.isEmpty || finding.looked != nil, "\(finding.check) shows nothing")
            for evidence in finding.evidence { #expect(evidence.url.hasPrefix("http"), "\(finding.check)") }
        }
    }

    @Test func theWayToAPersonIsMeasured() async throws {
        let (good, _) = try await FixtureShop.audit("harbour-and-hearth")
        let complaint = try #require(good.reach?.needs.first { $0.need == .complaint })
        #expect(complaint.named.map(\.value) == ["0117 200 0019"])
        #expect(complaint.home.clicks == 0 && complaint.home.named == 1)
        #expect(complaint.product.starts >= 15 && complaint.product.most == 0)
        let (poor, _) = try await FixtureShop.audit("ucuz-bazar")
        for reach in try #require(poor.reach).needs {
            #expect(reach.named.isEmpty && reach.namedUnknown == nil)
            #expect(reach.product.clicks == 1)
            #expect(reach.home.ways.first?.value == "(012) 555 01 00")
        }
    }

    @Test func aSavedCrawlIsJudgedToTheSameBytes() async throws {
        try await FixtureShop.withFolder { folder in
            let file = folder + "/crawl.ndjson"
            let live = folder + "/live"
            let again = folder + "/again"
            _ = try await FixtureShop.audit("ucuz-bazar") {
                $0.saveCrawl = file
                $0.out = live
            }
            var settings = AuditSettings()
            settings.out = again
            _ = try judge(crawlAt: file, settings: settings)
            for name in ["report.html", "report.json", "report.md"] {
                let first = try Data(contentsOf: URL(fileURLWithPath: live + "/" + name))
                let second = try Data(contentsOf: URL(fileURLWithPath: again + "/" + name))
                #expect(first == second, "\(name)")
            }
        }
    }

    @Test func theJSONReportKeepsToItsSchema() async throws {
        try await FixtureShop.withFolder { folder in
            _ = try await FixtureShop.audit("ucuz-bazar") { $0.out = folder }
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
            let script =
                "import json,sys,jsonschema;"
                + "jsonschema.validate(json.load(open(sys.argv[1])),json.load(open(sys.argv[2])))"
            process.arguments = ["-c", script, folder + "/report.json", root.path + "/reports/schema.json"]
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(said.suffix(600))")
        }
    }
}
