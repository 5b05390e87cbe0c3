import Model

/// The check behind every YAML file that has `evaluate`: asks for one fact and fails by its presence, absence or size.
struct GenericCheck: Sendable {
    let id: CheckID
    let evaluation: Evaluation
    let entry: FactEntry
    let whenEntry: FactEntry?
    /// Languages with a word list; empty where none is known, which switches the caution off.
    let languages: Set<String>

    init(id: CheckID, evaluation: Evaluation, languages: Set<String>) throws {
        let name = evaluation.factName(of: id)
        guard let entry = FactIndex.entry(named: name) else { throw CatalogueError("“\(name)” is no fact") }
        self.id = id
        self.evaluation = evaluation
        self.entry = entry
        self.languages = languages
        whenEntry = evaluation.when.flatMap { FactIndex.entry(named: $0.fact) }
    }

    var judge: Judge {
        switch evaluation.subject {
        case .page: .page { evaluate($0) }
        case .site: .site { evaluate($0) }
        }
    }

    /// Nil where the words for it are known in this language; else why nothing can be said.
    func silence(in language: String) -> String? {
        if case .terms(let terms) = evaluation.question {
            guard terms["*"] == nil, terms[language] == nil else { return nil }
            return "the check has no phrases for the language “\(language)”"
        }
        guard entry.needsWords, !languages.isEmpty, !languages.contains(language) else { return nil }
        return "there is no word list for the language “\(language)”"
    }

    // MARK: a page

    func evaluate(_ facts: PageFacts) -> Outcome {
        if !evaluation.pages.isEmpty, !evaluation.pages.contains(where: facts.kind.covers) {
            return .notApplicable("only for pages of the kind \(kindList)")
        }
        if let when = evaluation.when, let whenEntry {
            guard let amount = whenEntry.value(of: facts).amount else {
                return .undetermined("\(whenEntry.what): not asked for on this page")
            }
            guard amount >= when.atLeast else {
                return .notApplicable("no \(whenEntry.what) on this page")
            }
        }
        let value = entry.value(of: facts)
        guard let amount = value.amount else {
            if case .missing(let reason) = value { return .undetermined(reason) }
            return .undetermined("not asked for")
        }
        return judge(amount, value, on: facts)
    }

    private func judge(_ amount: Double, _ value: FactValue, on facts: PageFacts) -> Outcome {
        let evidence = value.evidence(url: facts.url)
        var figure: String { GenericCheck.format(amount) }
        switch evaluation.defect {
        case .present:
            guard value.isPresent else { return passOrSilence(facts, [nothing(facts.url, "none")]) }
            return .fail(
                Failure(
                    evidence: evidence.isEmpty ? [nothing(facts.url, figure)] : evidence,
                    confidence: evaluation.confidence))
        case .absent:
            guard !value.isPresent else {
                return .pass(evidence.isEmpty ? [nothing(facts.url, figure)] : evidence)
            }
            return absence(on: facts, note: "none found", detail: nil)
        case .above(let limit):
            guard amount > limit else { return passOrSilence(facts, [nothing(facts.url, figure)]) }
            let detail = "\(figure) where at most \(GenericCheck.format(limit)) would do"
            return .fail(
                Failure(
                    evidence: evidence.isEmpty ? [nothing(facts.url, figure)] : evidence,
                    confidence: evaluation.confidence, detail: detail))
        case .below(let limit):
            guard amount < limit else { return .pass(evidence.isEmpty ? [nothing(facts.url, figure)] : evidence) }
            let detail = "\(figure) where at least \(GenericCheck.format(limit)) are needed"
            return absence(on: facts, note: figure, detail: detail)
        }
    }

    /// A page without the defect is healthy only where the defect could have been seen.
    private func passOrSilence(_ facts: PageFacts, _ evidence: [Evidence]) -> Outcome {
        if let silence = silence(in: facts.language.tag) { return .undetermined(silence) }
        return .pass(evidence)
    }

    private func absence(on facts: PageFacts, note: String, detail: String?) -> Outcome {
        if let silence = silence(in: facts.language.tag) { return .undetermined(silence) }
        if let reason = facts.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        let looked = SearchedPlaces(
            pages: 1, kinds: [facts.kind.kind.rawValue: 1], urls: [facts.url], what: evaluation.what)
        return .fail(
            Failure(
                evidence: [nothing(facts.url, note)], confidence: evaluation.confidence, looked: looked, detail: detail)
        )
    }

    // MARK: words

    func nothing(_ url: String, _ note: String) -> Evidence {
        Evidence(url: url, quote: "", note: "\(evaluation.what): \(note)")
    }

    var kindList: String { evaluation.pages.map(\.rawValue).joined(separator: ", ") }

    /// Whole numbers without a fraction, others with one digit.
    static func format(_ number: Double) -> String {
        guard number != number.rounded(), abs(number) < 1e15 else {
            return abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
        }
        let tenths = Int64((number * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}
