import Model

/// Runs the checks of single pages on a page, in the page's own task.
public struct CheckRunner: Sendable {
    private let judges: [@Sendable (PageFacts) -> Outcome]

    /// Evidence of one failed check on one page at most.
    static let evidenceOfAPage = 3

    /// Takes the catalogue's page checks and leaves those of the site.
    public init(catalogue: CheckCatalogue) {
        judges = catalogue.checks.compactMap { check in
            if case .page(let judge) = check.judge { judge } else { nil }
        }
    }

    /// The outcomes of all page checks, cut to what a tally keeps.
    public func judge(_ facts: PageFacts) -> PageOutcomes {
        PageOutcomes(outcomes: judges.map { CheckRunner.cut($0(facts)) })
    }

    private static func cut(_ outcome: Outcome) -> Outcome {
        switch outcome {
        case .pass(let evidence) where evidence.count > 1: return .pass(Array(evidence.prefix(1)))
        case .fail(var failure) where failure.evidence.count > evidenceOfAPage:
            failure.evidence = Array(failure.evidence.prefix(evidenceOfAPage))
            return .fail(failure)
        default: return outcome
        }
    }
}

/// What the page checks said of one page.
public struct PageOutcomes: Sendable, Hashable {
    /// In the order of the catalogue's page checks.
    let outcomes: [Outcome]
}
