import Model
import Yams

extension DefinitionReader {
    static let evaluationKeys = [
        "subject", "fact", "xpath", "terms", "pages", "when", "fails", "confidence", "what", "places",
    ]

    func evaluation(_ mapping: YAMLMapping) throws -> Evaluation {
        try mapping.allowOnly(DefinitionReader.evaluationKeys)
        let question = try question(mapping)
        let defect = try defect(mapping)
        let pages = try kinds(mapping, "pages")
        var places = try kinds(mapping, "places")
        if places.isEmpty { places = FactIndex.places(of: question) }
        return Evaluation(
            subject: try mapping.choice("subject", CheckSubject.self), question: question, pages: pages,
            when: try applicability(mapping), defect: defect,
            confidence: mapping.node("confidence") == nil
                ? .certain : try mapping.choice("confidence", Confidence.self),
            what: try what(mapping, question, defect), places: places)
    }

    private func question(_ mapping: YAMLMapping) throws -> Evaluation.Question {
        let asked = ["fact", "xpath", "terms"].filter { mapping.node($0) != nil }
        guard asked.count == 1 else {
            let message = "needs one of fact, xpath and terms" + (asked.isEmpty ? "" : ", not \(asked.count)")
            throw CatalogueError(
                message, file: mapping.file, line: mapping.node.mark?.line, key: mapping.path)
        }
        switch asked[0] {
        case "fact":
            return .fact(try factName(mapping, "fact"))
        case "xpath":
            return .xpath(try mapping.string("xpath"))
        default:
            let terms = try mapping.mapping("terms")
            var byLanguage: [String: [String]] = [:]
            for tag in terms.keys { byLanguage[tag] = try terms.strings(tag) }
            guard byLanguage.values.contains(where: { !$0.isEmpty }) else {
                throw mapping.error("terms", "must have phrases by language, e.g. {en: [\"opening hours\"]}")
            }
            return .terms(byLanguage)
        }
    }

    private func factName(_ mapping: YAMLMapping, _ key: String) throws -> String {
        let name = try mapping.string(key)
        guard FactIndex.entry(named: name) != nil else {
            let hint = NearestName.hint(name, among: FactIndex.names)
            throw mapping.error(key, "“\(name)” is no fact\(hint); `comeback checks facts` lists them")
        }
        return name
    }

    private func applicability(_ mapping: YAMLMapping) throws -> Evaluation.Applicability? {
        guard mapping.node("when") != nil else { return nil }
        let when = try mapping.mapping("when")
        try when.allowOnly(["fact", "atLeast"])
        return Evaluation.Applicability(
            fact: try factName(when, "fact"), atLeast: when.node("atLeast") == nil ? 1 : try when.number("atLeast"))
    }

    private func defect(_ mapping: YAMLMapping) throws -> Evaluation.Defect {
        if mapping.node("fails")?.mapping != nil {
            let limits = try mapping.mapping("fails")
            try limits.allowOnly(["above", "below"])
            guard limits.keys.count == 1 else { throw mapping.error("fails", "needs one of above and below") }
            return limits.keys == ["above"] ? .above(try limits.number("above")) : .below(try limits.number("below"))
        }
        let text = try mapping.string("fails")
        let parts = text.split(separator: ":", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
        switch (parts.first, parts.count == 2 ? Double(parts[1]) : nil) {
        case ("absent", nil) where parts.count == 1: return .absent
        case ("present", nil) where parts.count == 1: return .present
        case ("above", let limit?): return .above(limit)
        case ("below", let limit?): return .below(limit)
        default:
            throw mapping.error("fails", "“\(text)” must be absent, present, {above: N} or {below: N}")
        }
    }

    private func kinds(_ mapping: YAMLMapping, _ key: String) throws -> [PageKind] {
        guard mapping.node(key) != nil else { return [] }
        return try mapping.strings(key).map { text in
            guard let kind = PageKind(rawValue: text) else {
                let hint = NearestName.hint(text, among: PageKind.allCases.map(\.rawValue))
                throw mapping.error(key, "“\(text)” is no kind of page\(hint)")
            }
            return kind
        }
    }

    private func what(
        _ mapping: YAMLMapping, _ question: Evaluation.Question, _ defect: Evaluation.Defect
    ) throws -> String {
        if let what = try mapping.optionalString("what") { return what }
        switch (question, defect) {
        case (.fact(let name), .present), (.fact(let name), .above): return FactIndex.entry(named: name)?.what ?? name
        default: throw mapping.error("what", "is missing: say in words what was looked for")
        }
    }
}
