import Foundation
import Model
import Testing

@testable import Observing

/// Contact pages as shops write them, labelled by hand, in `Tests/Fixtures/contact-pages`: a file a language.
struct LabelledPage {
    var host = ""
    var language = ""
    var labels: [String: [String]] = [:]
    var body = ""

    static let all: [LabelledPage] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/contact-pages")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.sorted().flatMap { name -> [LabelledPage] in
            let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
            return read(text, language: String(name.prefix { $0 != "." }))
        }
    }()

    private static let keys: Set<String> = [
        "phones", "codes", "tollfree", "emails", "channels", "hours", "round", "callback", "answer",
    ]

    private static func read(_ text: String, language: String) -> [LabelledPage] {
        var pages: [LabelledPage] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("== ") {
                pages.append(LabelledPage(host: String(line.dropFirst(3)), language: language))
                continue
            }
            guard var page = pages.popLast() else { continue }
            let key = String(line.prefix { $0 != ":" })
            if keys.contains(key) {
                page.labels[key] = line.dropFirst(key.count + 1).split(separator: " ").map(String.init)
            } else {
                page.body += line + "\n"
            }
            pages.append(page)
        }
        return pages
    }

    func facts() throws -> PageFacts {
        let context = ObservingContext(
            host: host, domain: host, seed: "https://\(host)/", lexicon: try Lexicon.forTests.get())
        let html = "<!DOCTYPE html><html lang=\"\(language)\"><body>\(body)</body></html>"
        let url = "https://\(host)/contact"
        return observe(
            Array(html.utf8), fetch: FetchFacts(url: url, finalURL: url, status: 200), context: context
        ).facts
    }
}

/// What was found against what should have been, over some pages.
struct Agreement {
    var right = 0
    var extra: [String] = []
    var missing: [String] = []

    var precision: Double { right + extra.count == 0 ? 1 : Double(right) / Double(right + extra.count) }
    var recall: Double { right + missing.count == 0 ? 1 : Double(right) / Double(right + missing.count) }

    mutating func add(_ found: Set<String>, _ expected: [String], of page: LabelledPage) {
        let expected = Set(expected)
        right += found.intersection(expected).count
        extra += found.subtracting(expected).sorted().map { "\(page.host) \($0)" }
        missing += expected.subtracting(found).sorted().map { "\(page.host) \($0)" }
    }
}

@Suite struct ContactPagesTests {
    static let languages = Set(LabelledPage.all.map(\.language)).sorted()

    /// A kind of label, and what the observers found of it.
    static let kinds: [(label: String, read: @Sendable (PageFacts) -> Set<String>)] = [
        ("phones", { Set($0.contact.phones.filter { $0.validity == .valid }.compactMap(\.e164)) }),
        ("codes", { Set($0.contact.phones.filter { $0.validity == .valid && $0.e164 == nil }.map(codeDigits)) }),
        ("tollfree", { Set($0.contact.phones.filter { $0.line == .tollFree }.compactMap(\.e164)) }),
        ("emails", { Set($0.contact.emails.map(\.address)) }),
        (
            "channels",
            { facts in
                let all = facts.contact.messengers + facts.contact.socials + facts.contact.chats
                return Set(all.filter { $0.role == .profile || $0.role == .widget }.map(\.platform))
            }
        ),
        ("hours", { said("contact.hours", $0) }), ("round", { said("contact.roundClock", $0) }),
        ("callback", { said("contact.callback", $0) }), ("answer", { said("contact.answerTime", $0) }),
    ]

    @Sendable private static func codeDigits(_ phone: PhoneFact) -> String { phone.raw }

    @Sendable private static func said(_ group: String, _ facts: PageFacts) -> Set<String> {
        facts.terms[group]?.isEmpty ?? true ? [] : ["yes"]
    }

    @Test(arguments: languages)
    func agreesWithTheLabels(language: String) throws {
        let pages = LabelledPage.all.filter { $0.language == language }
        let facts = try pages.map { try $0.facts() }
        for (label, read) in Self.kinds {
            var agreement = Agreement()
            for (page, facts) in zip(pages, facts) { agreement.add(read(facts), page.labels[label] ?? [], of: page) }
            #expect(agreement.extra == [], "\(language) \(label): precision \(agreement.precision)")
            #expect(agreement.missing == [], "\(language) \(label): recall \(agreement.recall)")
        }
    }
}
