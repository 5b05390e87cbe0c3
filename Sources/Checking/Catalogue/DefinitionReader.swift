import Model
import Yams

/// Reads a check's file into its definition.
struct DefinitionReader {
    static let keys = [
        "title", "defect", "why", "fix", "disproof", "source", "severity", "effort", "weight", "settings", "evaluate",
        "examples",
    ]
    let top: YAMLMapping
    let id: CheckID

    init(yaml: String, id: CheckID, file: String) throws {
        top = try YAMLMapping.top(ofYAML: yaml, file: file)
        self.id = id
        try top.allowOnly(DefinitionReader.keys)
    }

    func definition() throws -> CheckDefinition {
        let evaluation = top.node("evaluate") == nil ? nil : try evaluation(top.mapping("evaluate"))
        let subject = evaluation?.subject ?? Registry.byID[id]?.subject ?? .page
        return CheckDefinition(
            id: id, title: try top.string("title"), defect: try top.optionalString("defect") ?? "",
            why: try top.string("why"), fix: try top.string("fix"),
            disproof: try top.string("disproof"), source: try top.string("source"),
            severity: try top.choice("severity", Severity.self), effort: try top.choice("effort", Effort.self),
            weight: try weight(), evaluation: evaluation, examples: try examples(subject: subject), file: top.file)
    }

    private func weight() throws -> Double? {
        guard top.node("weight") != nil else { return nil }
        let weight = try top.number("weight")
        guard (0...100).contains(weight) else { throw top.error("weight", "must be from 0 to 100") }
        return weight
    }

    // MARK: examples

    private func examples(subject: CheckSubject) throws -> [CheckExample] {
        guard let items = try top.required("examples").sequence else {
            throw top.error("examples", "must be a list")
        }
        return try items.enumerated().map { index, node in
            try example(YAMLMapping(node, file: top.file, path: "examples[\(index + 1)]"), subject: subject)
        }
    }

    private func example(_ mapping: YAMLMapping, subject: CheckSubject) throws -> CheckExample {
        try mapping.allowOnly([
            "name", "html", "path", "pages", "language", "sitemap", "redirects", "times", "pictures", "history",
            "revisits", "countdowns", "country", "expect",
        ])
        let expect = try mapping.mapping("expect")
        try expect.allowOnly(["outcome", "evidence"])
        return CheckExample(
            name: try mapping.string("name"), pages: try pages(mapping, subject: subject),
            language: try mapping.optionalString("language"),
            sitemap: try sitemap(mapping), redirects: try redirects(mapping), times: try times(mapping),
            pictures: try pictures(mapping), history: try history(mapping), revisits: try revisits(mapping),
            countdowns: try countdowns(mapping),
            country: try mapping.optionalString("country"),
            outcome: try expect.choice("outcome", CheckResult.Verdict.self),
            evidence: expect.node("evidence") == nil ? [] : try expect.strings("evidence"),
            line: mapping.node.mark?.line)
    }

    private func pages(_ mapping: YAMLMapping, subject: CheckSubject) throws -> [String: String] {
        if mapping.node("pages") == nil {
            // A page check's page isn't the home page unless the example says so.
            let path = try mapping.optionalString("path") ?? (subject == .site ? "/" : "/example")
            return [try address(path, mapping, "path"): try html(mapping, "html")]
        }
        guard mapping.node("html") == nil, mapping.node("path") == nil else {
            throw mapping.error("pages", "stands in place of html and path, not beside them")
        }
        let pages = try mapping.mapping("pages")
        var found: [String: String] = [:]
        for key in pages.keys { found[try address(key, pages, key)] = try html(pages, key) }
        guard !found.isEmpty else { throw mapping.error("pages", "must have a page") }
        return found
    }

    private func sitemap(_ mapping: YAMLMapping) throws -> [String] {
        guard mapping.node("sitemap") != nil else { return [] }
        return try mapping.strings("sitemap").map { try address($0, mapping, "sitemap") }
    }

    private func redirects(_ mapping: YAMLMapping) throws -> [String: String] {
        guard mapping.node("redirects") != nil else { return [:] }
        let redirects = try mapping.mapping("redirects")
        var found: [String: String] = [:]
        for key in redirects.keys {
            found[try address(key, redirects, key)] = try address(try redirects.string(key), redirects, key)
        }
        return found
    }

    private func times(_ mapping: YAMLMapping) throws -> [String: Int] {
        guard mapping.node("times") != nil else { return [:] }
        let times = try mapping.mapping("times")
        var found: [String: Int] = [:]
        for key in times.keys {
            guard let time = Int(exactly: try times.number(key)), time >= 0 else {
                throw times.error(key, "must be a whole number of milliseconds")
            }
            found[key == "*" ? key : try address(key, times, key)] = time
        }
        return found
    }

    private func pictures(_ mapping: YAMLMapping) throws -> [String: PictureAnswer] {
        guard mapping.node("pictures") != nil else { return [:] }
        let pictures = try mapping.mapping("pictures")
        var found: [String: PictureAnswer] = [:]
        for key in pictures.keys {
            let answer: PictureAnswer
            switch pictures.node(key)?.scalar?.string {
            case "page": answer = .page
            case let status?:
                guard let status = Int(status), (400..<600).contains(status) else { fallthrough }
                answer =
                    [404, 410].contains(status) ? .missing(status: status) : .unread("answered with status \(status)")
            default: throw pictures.error(key, "must be an error status, or “page”")
            }
            found[try address(key, pictures, key)] = answer
        }
        return found
    }

    private func history(_ mapping: YAMLMapping) throws -> [String: [ExampleSpell]]? {
        guard mapping.node("history") != nil else { return nil }
        let history = try mapping.mapping("history")
        var found: [String: [ExampleSpell]] = [:]
        for key in history.keys {
            found[try address(key, history, key)] = try history.strings(key).map { text in
                guard let spell = ExampleSpell(text) else {
                    throw history.error(key, "“\(text)” is not like “60-10: 80.00 EUR, was 100.00”")
                }
                return spell
            }
        }
        return found
    }

    func html(_ mapping: YAMLMapping, _ key: String) throws -> String {
        guard let text = try mapping.required(key).scalar?.string else { throw mapping.error(key, "must be HTML") }
        return text
    }

    func address(_ path: String, _ mapping: YAMLMapping, _ key: String) throws -> String {
        guard path.hasPrefix("/") else { throw mapping.error(key, "a page's path begins with “/”") }
        return path
    }
}
