import Model

/// Runs the examples of checks. Observing them is somebody else's: the closure reads a small shop, pages by path, as
/// the whole audit would, with the catalogue's queries, and gives back its facts.
public struct ExampleRunner {
    /// Reads an example's pages; "/" is the home page and the seed.
    public typealias Observe = (_ example: CheckExample) throws -> ([PageFacts], SiteFacts)

    private let catalogue: CheckCatalogue
    private let observe: Observe

    /// - Parameter observe: reads an example's pages as the whole audit would.
    public init(catalogue: CheckCatalogue, observe: @escaping Observe) {
        self.catalogue = catalogue
        self.observe = observe
    }

    /// All examples of the catalogue's checks, in order.
    public func run() -> [ExampleResult] {
        catalogue.checks.flatMap { check in check.definition.examples.map { run($0, of: check) } }
    }

    /// One example.
    public func run(_ example: CheckExample, of check: LoadedCheck) -> ExampleResult {
        var result = ExampleResult(
            check: check.id, example: example.name, file: check.definition.file, line: example.line, problem: nil)
        do {
            let (pages, site) = try observe(example)
            let seen = ExampleRunner.judge(check.judge, pages, site)
            result.problem = ExampleRunner.problem(example, seen)
        } catch {
            result.problem = "cannot be observed: \(error)"
        }
        return result
    }

    /// What a check said of an example.
    struct Seen {
        var outcome: CheckResult.Verdict
        var evidence: [Evidence]
        /// The reason, or a failure's detail.
        var words: String?
    }

    private static func judge(_ judge: Judge, _ pages: [PageFacts], _ site: SiteFacts) -> Seen {
        switch judge {
        case .site(let judge): return seen([judge(site)])
        case .page(let judge): return seen(pages.sorted { $0.url < $1.url }.map(judge))
        }
    }

    /// Pages together: as a tally would see them.
    private static func seen(_ outcomes: [Outcome]) -> Seen {
        var tally = CheckTally()
        var evidence: [CheckResult.Verdict: [Evidence]] = [:]
        var details: [String] = []
        for (i, outcome) in outcomes.enumerated() {
            tally.absorb(outcome, id: PageID(truncatingIfNeeded: i), url: "", template: 0)
            switch outcome {
            case .pass(let items): evidence[.pass, default: []] += items
            case .fail(let failure):
                evidence[.fail, default: []] += failure.evidence
                if let detail = failure.detail { details.append(detail) }
            case .notApplicable, .undetermined: break
            }
        }
        let (verdict, reason) = tally.verdict
        return Seen(outcome: verdict, evidence: evidence[verdict] ?? [], words: reason ?? details.first)
    }

    private static func problem(_ example: CheckExample, _ seen: Seen) -> String? {
        guard seen.outcome == example.outcome else {
            var said = seen.words.map { ": \($0)" } ?? ""
            if let first = seen.evidence.first { said += "; evidence “\(first.quote)” \(first.note ?? "")" }
            return "expected \(example.outcome.rawValue), got \(seen.outcome.rawValue)\(said)"
        }
        for text in example.evidence {
            let isShown = seen.evidence.contains { item in
                item.quote.contains(text) || item.note?.contains(text) == true || item.url.contains(text)
            }
            guard isShown || seen.words?.contains(text) == true else {
                let shown = seen.evidence.map { "“\($0.quote)”" + ($0.note.map { " (\($0))" } ?? "") }
                let list = shown.isEmpty ? "there is none" : "there is " + shown.joined(separator: ", ")
                return "“\(text)” is not in the evidence; \(list)"
            }
        }
        return nil
    }
}

/// How an example came out.
public struct ExampleResult: Sendable, Hashable, CustomStringConvertible {
    /// The check whose example it is.
    public var check: CheckID
    /// The example's name.
    public var example: String
    /// Path of the check's file.
    public var file: String
    /// From 1.
    public var line: Int?
    /// What differs from the expectation; nil where nothing does.
    public var problem: String?

    /// It came out as it says.
    public var isPassed: Bool { problem == nil }

    /// One line for a terminal, a second one with file and line where it failed.
    public var description: String {
        guard let problem else { return "ok   \(check): \(example)" }
        return "FAIL \(check): \(example)\n     \(file)\(line.map { ":\($0)" } ?? ""): \(problem)"
    }
}

extension CheckCatalogue {
    /// Checks whose examples don't show at least a pass, a fail and a near miss: one line each.
    public var thinExamples: [String] {
        checks.compactMap { check in
            let outcomes = check.definition.examples.map(\.outcome)
            let missing = [CheckResult.Verdict.pass, .fail].filter { !outcomes.contains($0) }.map(\.rawValue)
            if !missing.isEmpty { return "\(check.id): no example of \(missing.joined(separator: " and "))" }
            return outcomes.count < 3 ? "\(check.id): needs a near miss beside its pass and its fail" : nil
        }
    }
}
