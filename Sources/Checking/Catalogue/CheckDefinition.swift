import Model

/// A check as its YAML file describes it.
public struct CheckDefinition: Sendable {
    /// Its path below the folder of checks, without ".yaml".
    public var id: CheckID
    /// The healthy state.
    public var title: String
    /// The unhealthy state, which a finding is headed with; "" where the file doesn't say.
    public var defect: String
    /// What a customer feels, and why it costs a return visit.
    public var why: String
    /// How to mend it, for someone who knows no HTML.
    public var fix: String
    /// What a reader would point at to show a finding wrong.
    public var disproof: String
    /// Law, standard or study.
    public var source: String
    /// How much a failure costs in its category.
    public var severity: Severity
    /// How much work mending takes.
    public var effort: Effort
    /// Points of weight in the category, in place of the severity's own.
    public var weight: Double?
    /// What the generic evaluator is asked; nil for a check with logic in Swift.
    public var evaluation: Evaluation?
    /// Pages with what the check has to say of them, in the order of the file.
    public var examples: [CheckExample]
    /// The file that it was read from.
    public var file: String

    /// Points of weight in its category.
    public var effectiveWeight: Double { weight ?? severity.weight }
}

/// A small shop and what the check must say of it.
public struct CheckExample: Sendable, Hashable {
    /// What the example shows, in a few words.
    public var name: String
    /// HTML by path; "/" is the home page.
    public var pages: [String: String]
    /// BCP 47 primary tag that the pages are in; nil leaves it to the observer.
    public var language: String?
    /// Paths that the sitemap names.
    public var sitemap: [String] = []
    /// Paths that pass a visitor on, with the path that they pass on to.
    public var redirects: [String: String] = [:]
    /// Milliseconds to the first byte, by path; "*" stands for all other pages.
    public var times: [String: Int] = [:]
    /// What the shop answers to who asks for a picture, by its path: a status, or "page"; all others are there.
    public var pictures: [String: PictureAnswer] = [:]
    /// What was seen of the price in earlier audits, by the path of the product's page; nil for a shop without a ledger.
    public var history: [String: [ExampleSpell]]?
    /// What a second visit is given, by the path of the page; nil for a shop that nobody visits again.
    public var revisits: [String: ExampleVisit]?
    /// When countdowns were to end as earlier audits saw them, by the page's path; nil for a shop without a ledger.
    public var countdowns: [String: [ExampleEnd]]?
    /// ISO 3166 region that the shop sells in; nil leaves it to the observer.
    public var country: String?
    /// What the check has to say.
    public var outcome: CheckResult.Verdict
    /// Texts that must stand in the outcome's evidence.
    public var evidence: [String]
    /// Line of the file that it begins on, from 1.
    public var line: Int?
}

/// What the generic evaluator is asked.
public struct Evaluation: Sendable, Hashable {
    /// Where the answer comes from.
    public enum Question: Sendable, Hashable {
        /// A name of the fact index.
        case fact(String)
        /// Nodes that an XPath 1.0 selects.
        case xpath(String)
        /// Phrases by language tag, "*" for every language.
        case terms([String: [String]])
    }
    /// What makes it fail.
    public enum Defect: Sendable, Hashable {
        case absent, present
        case above(Double), below(Double)
    }
    /// A fact that must be there for the check to apply.
    public struct Applicability: Sendable, Hashable {
        /// A name of the fact index.
        public var fact: String
        /// The amount from which the check applies.
        public var atLeast: Double
    }

    /// Judged page by page or once for the site.
    public var subject: CheckSubject
    /// What is asked.
    public var question: Question
    /// Kinds of page that it looks at; empty for all.
    public var pages: [PageKind]
    /// What has to be there for the check to apply; nil where it always does.
    public var when: Applicability?
    /// Which answers are failures.
    public var defect: Defect
    /// The most that a failure may claim.
    public var confidence: Confidence
    /// What is looked for, in words.
    public var what: String
    /// Kinds of page that would most likely show it: an absence is claimed of a sample only when one was read.
    public var places: [PageKind]

    /// The name in the fact index; an auditor's own question is stored under the check's id.
    public func factName(of check: CheckID) -> String {
        if case .fact(let name) = question { name } else { FactIndex.customPrefix + check.rawValue }
    }

    /// What has to be asked of every page while it is observed; nil for a fact that is there anyway.
    public func query(of check: CheckID) -> PageQuery? {
        switch question {
        case .fact: nil
        case .xpath(let expression): PageQuery(check: check, kind: .xpath(expression))
        case .terms(let terms): PageQuery(check: check, kind: .terms(terms))
        }
    }
}
