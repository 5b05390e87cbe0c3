import Auditing
import Foundation
import Testing

/// An auditor's own checks, in YAML alone, from a folder outside the project.
@Suite struct OwnChecksTests {
    private static let common = """
        title: It is there
        defect: It isn't there
        why: Customers look for it.
        fix: Put it there.
        disproof: A page that shows it.
        source: a test
        severity: major
        effort: small

        """
    private static let checks = [
        "contact/fax-missing":
            "evaluate: { subject: site, terms: { en: [\"fax {n}\"] }, fails: absent, what: fax numbers }",
        "navigation/marquee-present": "evaluate: { subject: page, xpath: '//marquee', fails: present, what: marquees }",
        "loyalty/related-few":
            "evaluate: { subject: page, fact: navigation.internalLinks, fails: {below: 2}, what: links within the shop }",
    ]
    private static let examples = """

        examples:
          - { name: has it, html: '<html lang="en"><body><p>Fax 020 7946 0000</p><a href="/a">A</a><a href="/b">B</a></body></html>', language: en, expect: { outcome: pass } }
          - { name: lacks it, html: '<html lang="en"><body><marquee>Welcome</marquee><a href="/a">A</a></body></html>', language: en, expect: { outcome: fail } }
          - { name: looks like it, html: '<html lang="en"><body><p>Facts and figures</p><marquee>x</marquee></body></html>', language: en, expect: { outcome: fail } }

        """

    private func write(to folder: String) throws {
        for (id, evaluate) in Self.checks {
            let file = URL(fileURLWithPath: "\(folder)/\(id).yaml")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((Self.common + evaluate + Self.examples).utf8).write(to: file)
        }
    }

    @Test func theirExamplesRun() async throws {
        try await FixtureShop.withFolder { folder in
            try write(to: folder)
            let report = try Catalogue.test(folder)
            #expect(report.isGood, "\(report.text)")
            #expect(report.text.contains("3 checks, 9 examples, 0 failed"))
        }
    }

    @Test(arguments: ["spelled  out", "{n} {n} {n}", "(open"])
    func aPhraseThatCannotBeReadIsNamedWithItsFile(phrase: String) async throws {
        try await FixtureShop.withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/contact", withIntermediateDirectories: true)
            let terms = "{ en: [fax], sk: [\"\(phrase)\"] }"
            let evaluate = "evaluate: { subject: site, terms: \(terms), fails: absent, what: faxes }"
            try Data((Self.common + evaluate + Self.examples).utf8)
                .write(to: URL(fileURLWithPath: folder + "/contact/fax-missing.yaml"))
            let fault = #expect(throws: AuditError.self) { try Catalogue(folders: [folder]) }
            let line = fault?.description ?? ""
            #expect(line.contains("contact/fax-missing.yaml: evaluate.terms.sk: \"\(phrase)\""), "\(line)")
            #expect(!line.contains("\n"))
        }
    }

    @Test func theyJudgeAShop() async throws {
        try await FixtureShop.withFolder { folder in
            try write(to: folder)
            let (result, _) = try await FixtureShop.audit("ucuz-bazar") {
                $0.checkFolders = [folder]
                $0.only = Self.checks.keys.sorted()
            }
            #expect(result.checks.map(\.id.rawValue) == Self.checks.keys.sorted())
            let marquee = try #require(result.findings.first { $0.check.name == "marquee-present" })
            #expect(marquee.evidence.first?.quote.contains("xoş gəlmisiniz") == true)
        }
    }

    private func write(channels: String, to folder: String) throws {
        try Data(channels.utf8).write(to: URL(fileURLWithPath: folder + "/channels.yaml"))
    }

    @Test func theirChannelsAreFound() async throws {
        try await FixtureShop.withFolder { folder in
            try write(
                channels: """
                    mailboxes: { wholesale: [hello] }
                    channels:
                      - platform: instagram
                        kind: messenger
                        hosts: [instagram.com]
                        profile: ["/*"]
                        source: a test
                      - platform: harbour-pilot
                        kind: chat
                        scripts: ["embed.tawk.to/5f0"]
                        source: a test
                    """, to: folder)
            let (plain, _) = try await FixtureShop.audit("harbour-and-hearth")
            #expect(plain.reach?.needs.last?.named.isEmpty == true)
            let (result, _) = try await FixtureShop.audit("harbour-and-hearth") {
                $0.checkFolders = [folder]
                $0.only = ["contact/social-missing", "contact/chat-missing"]
            }
            #expect(result.reach?.needs.last?.named.map(\.value) == ["hello@harbourandhearth.example"])
            let social = try #require(result.checks.first { $0.id.name == "social-missing" })
            // Its one profile is a messenger now.
            #expect(social.verdict == .fail)
        }
    }

    @Test(
        arguments: [
            ("channels: [{ platform: x, kind: pigeon, source: y }]", "x: kind is none of"),
            ("mailboxes: { love: [letters] }", "mailboxes: \"love\" is none of order, advice"),
            ("chanels: []", "has an unknown key \"chanels\""),
        ])
    func aFileOfChannelsThatCannotBeReadIsNamed(channels: String, complaint: String) async throws {
        try await FixtureShop.withFolder { folder in
            try write(channels: channels, to: folder)
            let fault = #expect(throws: AuditError.self) { try Catalogue(folders: [folder]) }
            let line = fault?.description ?? ""
            #expect(line.contains("channels.yaml: ") && line.contains(complaint), "\(line)")
            #expect(!line.contains("\n"))
        }
    }
}
