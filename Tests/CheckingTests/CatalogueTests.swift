import Foundation
import Model
import Testing

@testable import Checking

@Suite struct CatalogueTests {
    @Test func readsAWholeFile() throws {
        let check = try Shop.catalogue(["contact/landline-missing.yaml": Shop.phoneMissing]).check(
            named: "contact/landline-missing")
        #expect(check.definition.severity == .major)
        #expect(check.definition.effectiveWeight == 4)
        #expect(check.definition.evaluation?.places == [.contact, .legal, .about, .help])
        let example = try #require(check.definition.examples.first)
        #expect(example.pages == ["/": "<p>+421 2 5555 0100"])
        #expect(example.evidence == ["+421 2 5555 0100"])
        #expect(check.judge.subject == .site)
    }

    @Test(arguments: [
        ("title: ", "titel: ", "contact/x.yaml:1: titel: unknown key; did you mean “title”?"),
        ("severity: major", "severity: mayor", "severity: “mayor” is not known; did you mean “major”?"),
        (
            "contact.phones", "contact.phone",
            "evaluate.fact: “contact.phone” is no fact; did you mean “contact.phones”?"
        ),
        ("fails: absent", "fails: missing", "evaluate.fails: “missing” must be absent"),
        ("subject: site", "subject: siet", "evaluate.subject: “siet” is not known; did you mean “site”?"),
        ("  what: telephone numbers\n", "", "evaluate.what: is missing"),
        ("source: A law\n", "", "source: is missing"),
        ("effort: small", "effort: small\nweight: heavy", "weight: must be a number"),
        ("effort: small", "effort: small\nsettings: {a: 1}", "a check with evaluate has no settings"),
        ("{ name: shown,", "{ nome: shown,", "examples[1].nome: unknown key; did you mean “name”?"),
        ("outcome: pass", "outcome: passed", "examples[1].expect.outcome: “passed” is not known; did you mean “pass”?"),
        ("fails: absent", "fails: absent\n  pages: [produkt]", "“produkt” is no kind of page; did you mean “product”?"),
        ("  fact: contact.phones\n", "", "evaluate: needs one of fact, xpath and terms"),
        ("evaluate:", "evaluate: 3\nx:", "unknown key"),
        ("title: ", "title: [", "not readable as YAML"),
        ("effort: small", "effort: small\neffort: large", "not readable as YAML"),
    ]) func namesFileAndKeyOfAFault(_ fault: (right: String, wrong: String, message: String)) throws {
        var text = Shop.phoneMissing
        let range = try #require(text.firstRange(of: fault.right))
        text.replaceSubrange(range, with: fault.wrong)
        let complaint = try Shop.complaint(["contact/x.yaml": text])
        #expect(complaint.contains(fault.message))
        #expect(complaint.contains("contact/x.yaml"))
        #expect(!complaint.contains("\n"))
    }

    @Test(arguments: [
        ("phone.yaml", "named by its category"), ("contacts/phone.yaml", "named by its category"),
        ("contact/Phone.yaml", "must be of a-z"), ("contact/phone.yml", "must end in “.yaml”"),
    ]) func namesAFileThatStandsWrong(_ fault: (path: String, message: String)) throws {
        #expect(try Shop.complaint([fault.path: Shop.phoneMissing]).contains(fault.message))
    }

    @Test func aFolderThatIsNotThereIsNamed() {
        #expect(throws: CatalogueError("no such folder of checks", file: "/nowhere/at/all")) {
            try CheckCatalogue(bundled: nil, folders: ["/nowhere/at/all"])
        }
    }

    @Test func laterFoldersTakeTheFormersPlace() throws {
        let louder = Shop.phoneMissing.replacing("severity: major", with: "severity: critical")
        try Shop.withFolder(["contact/a.yaml": Shop.phoneMissing, "contact/b.yaml": Shop.phoneMissing]) { first in
            try Shop.withFolder(["contact/b.yaml": louder, "README.md": "x"]) { second in
                let checks = try CheckCatalogue(bundled: first, folders: [second]).checks
                #expect(checks.map(\.id.rawValue) == ["contact/a", "contact/b"])
                #expect(checks.map(\.definition.severity) == [.major, .critical])
            }
        }
    }

    static let deadLink = Shop.words + "examples: []\n"

    @Test(arguments: [
        ("settings: {statusesNotCounted: [401]}", "no complaint"),
        (
            "settings: {statusesNotCounted: [401], statusNotCounted: 3}",
            "settings.statusNotCounted: unknown key; did you mean “statusesNotCounted”?"
        ),
        ("settings: {statusesNotCounted: [four]}", "“statusesNotCounted.0” must be a whole number"),
        ("settings: {}", "“statusesNotCounted” is missing"),
        ("", "“statusesNotCounted” is missing"),
        ("settings: 4", "settings: must be keys with values"),
        (
            "evaluate: {subject: page, fact: head.title, fails: absent, what: titles}",
            "takes settings in place of evaluate"
        ),
    ]) func settingsAreReadStrictly(_ one: (settings: String, message: String)) throws {
        let complaint = try Shop.complaint(["navigation/dead-link.yaml": Self.deadLink + one.settings + "\n"])
        #expect(complaint.contains(one.message), "\(complaint)")
    }

    @Test func aMisspeltSwiftCheckIsToldApartFromAYAMLOne() throws {
        let complaint = try Shop.complaint(["navigation/dead-links.yaml": Self.deadLink])
        #expect(complaint.contains("did you mean “navigation/dead-link”"))
    }

    @Test func selectionKnowsIdsAndCategories() throws {
        let catalogue = try Shop.catalogue([
            "contact/a.yaml": Shop.phoneMissing, "contact/b.yaml": Shop.phoneMissing,
            "loyalty/c.yaml": Shop.phoneMissing,
        ])
        func ids(_ only: [String], _ skip: [String]) throws -> [String] {
            try catalogue.selection(only: only, skip: skip).checks.map(\.id.rawValue)
        }
        #expect(try ids([], []).count == 3)
        #expect(try ids(["contact"], ["contact/a"]) == ["contact/b"])
        #expect(try ids(["loyalty/c", "contact/a"], []) == ["contact/a", "loyalty/c"])
        #expect(throws: CatalogueError("no check or category “contcat”; did you mean “contact”?")) {
            try ids(["contcat"], [])
        }
        #expect(throws: CatalogueError.self) { try ids([], ["pricing/none"]) }
    }

    @Test func anAuditorsOwnQuestionsBecomeQueries() throws {
        let xpath = Shop.phoneMissing.replacing("fact: contact.phones", with: "xpath: '//marquee'")
        let terms = Shop.phoneMissing.replacing("fact: contact.phones", with: "terms: {en: [\"tea time\"], '*': [tea]}")
        let catalogue = try Shop.catalogue(["contact/x.yaml": xpath, "contact/t.yaml": terms])
        #expect(
            catalogue.queries == [
                PageQuery(check: CheckID(.contact, "t"), kind: .terms(["en": ["tea time"], "*": ["tea"]])),
                PageQuery(check: CheckID(.contact, "x"), kind: .xpath("//marquee")),
            ])
    }

    @Test func limitsAreRead() throws {
        let text = Shop.phoneMissing.replacing("fails: absent", with: "fails: {below: 3}")
        let check = try Shop.catalogue(["contact/x.yaml": text]).checks[0]
        #expect(check.definition.evaluation?.defect == .below(3))
    }

    @Test(arguments: [("ab", "ba", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("same", "same", 0)])
    func editDistances(_ one: (a: String, b: String, distance: Int)) {
        #expect(NearestName.editDistance(Array(one.a.utf8), Array(one.b.utf8)) == one.distance)
    }
}

@Suite struct BundledCheckTests {
    @Test func everySwiftCheckHasItsFile() throws {
        let catalogue = try CheckCatalogue()
        let missing = Registry.checks.map(\.id).filter { catalogue.check($0) == nil }
        #expect(missing.isEmpty, "no YAML for \(missing)")
        #expect(Set(Registry.checks.map(\.id)).count == Registry.checks.count, "an id is registered twice")
        #expect(Registry.checks.allSatisfy { CheckID(rawValue: $0.id.rawValue) != nil })
    }

    @Test func everyCheckShowsAPassAFailAndANearMiss() throws {
        #expect(try CheckCatalogue().thinExamples == [])
    }

    @Test func termGroupsAreThoseOfTheLanguageFiles() throws {
        let path = CheckCatalogue.bundledFolder + "/languages/en.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let top = try YAMLMapping.top(ofYAML: text, file: path)
        #expect(Set(try top.mapping("terms").keys).isSuperset(of: TermGroups.statements + TermGroups.linkedPages))
    }

    @Test func documentationNamesEveryCheckAndIsTheSameTwice() throws {
        let catalogue = try CheckCatalogue()
        let index = catalogue.index()
        for check in catalogue.checks { #expect(index.contains("[\(check.id.name)](\(check.id).yaml)")) }
        #expect(try CheckCatalogue().index() == index)
        let text = try catalogue.explain("navigation/dead-link")
        #expect(text.contains("# navigation/dead-link"))
        #expect(text.contains("Blue teapot"))
        #expect(throws: CatalogueError("no check “navigation/dead-lnk”; did you mean “navigation/dead-link”?")) {
            try catalogue.explain("navigation/dead-lnk")
        }
    }

    @Test func theSkeletonIsAValidCheck() throws {
        let text = try CheckDocumentation.skeleton("navigation/my-own")
        let catalogue = try Shop.catalogue(["navigation/my-own.yaml": text])
        #expect(catalogue.checks.map(\.id.rawValue) == ["navigation/my-own"])
        #expect(catalogue.thinExamples == [])
        #expect(throws: CatalogueError.self) { try CheckDocumentation.skeleton("nowhere/x") }
    }

    @Test func factNamesAreUnique() {
        #expect(Set(FactIndex.names).count == FactIndex.names.count)
        let facts = CheckDocumentation.facts()
        #expect(FactIndex.names.allSatisfy(facts.contains))
    }
}
