import Model

/// How one page check came out on the pages absorbed so far, in bounded memory and whatever their order.
struct CheckTally: Sendable {
    private(set) var passed = 0
    private(set) var failed = 0
    private(set) var notApplicable = 0
    private(set) var undetermined = 0
    private(set) var passEvidence: [Evidence] = []
    private(set) var failures: [FailureGroup.Key: FailureGroup] = [:]
    private var notApplicableReasons: [String: Int] = [:]
    private var undeterminedReasons: [String: Int] = [:]

    static let passEvidenceLimit = 3
    private static let reasonLimit = 30

    mutating func absorb(_ outcome: Outcome, id: PageID, url: String, template: Int) {
        switch outcome {
        case .pass(let evidence):
            passed += 1
            if let first = evidence.first { keep(first) }
        case .fail(let failure):
            failed += 1
            let key = FailureGroup.Key(template: template, confidence: failure.confidence)
            failures[key, default: FailureGroup()].absorb(failure, id: id, url: url)
        case .notApplicable(let reason):
            notApplicable += 1
            CheckTally.count(reason, &notApplicableReasons)
        case .undetermined(let reason):
            undetermined += 1
            CheckTally.count(reason, &undeterminedReasons)
        }
    }

    private mutating func keep(_ evidence: Evidence) {
        let place = passEvidence.firstIndex { $0.url > evidence.url } ?? passEvidence.count
        guard place < CheckTally.passEvidenceLimit else { return }
        passEvidence.insert(evidence, at: place)
        if passEvidence.count > CheckTally.passEvidenceLimit { passEvidence.removeLast() }
    }

    private static func count(_ reason: String, _ reasons: inout [String: Int]) {
        guard reasons[reason] != nil || reasons.count < reasonLimit else { return }
        reasons[reason, default: 0] += 1
    }

    /// Fail where any page failed, pass where any passed; else the commonest reason why not.
    var verdict: (CheckResult.Verdict, reason: String?) {
        if failed > 0 { return (.fail, nil) }
        if passed > 0 { return (.pass, nil) }
        if undetermined > 0 { return (.undetermined, CheckTally.commonest(undeterminedReasons)) }
        if notApplicable > 0 { return (.notApplicable, CheckTally.commonest(notApplicableReasons)) }
        return (.undetermined, "no page could be read")
    }

    private static func commonest(_ reasons: [String: Int]) -> String? {
        reasons.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
}

/// The pages of one template on which a check failed with one confidence.
struct FailureGroup: Sendable {
    struct Key: Hashable, Sendable {
        /// The builder's number.
        var template: Int
        var confidence: Confidence
    }

    private struct Item {
        var url: String
        /// Place among its page's own evidence.
        var rank: Int
        var evidence: Evidence
    }

    static let evidenceLimit = 5

    private(set) var pages: [PageID] = []
    private var kept: [Item] = []
    private var first: (url: String, detail: String?, what: String?)?
    private var detailsDiffer = false
    private var lookedKinds: [String: Int] = [:]

    mutating func absorb(_ failure: Failure, id: PageID, url: String) {
        pages.append(id)
        for (rank, evidence) in failure.evidence.enumerated() {
            keep(Item(url: url, rank: rank, evidence: evidence))
        }
        for (kind, count) in failure.looked?.kinds ?? [:] { lookedKinds[kind, default: 0] += count }
        if let first, first.detail != failure.detail { detailsDiffer = true }
        if url < first?.url ?? url || first == nil { first = (url, failure.detail, failure.looked?.what) }
    }

    /// One item from each of the first pages before a second one from any.
    private mutating func keep(_ item: Item) {
        let place = kept.firstIndex { (item.rank, item.url) < ($0.rank, $0.url) } ?? kept.count
        guard place < FailureGroup.evidenceLimit else { return }
        kept.insert(item, at: place)
        if kept.count > FailureGroup.evidenceLimit { kept.removeLast() }
    }

    /// Ascending by page.
    var evidence: [Evidence] { kept.sorted { ($0.url, $0.rank) < ($1.url, $1.rank) }.map(\.evidence) }

    /// Of a single page, or where all pages say the same.
    var detail: String? { detailsDiffer ? nil : first?.detail }

    /// Where absence was looked for, on all the pages together.
    func looked(urls: [String]) -> SearchedPlaces? {
        first?.what.map {
            SearchedPlaces(pages: urls.count, kinds: lookedKinds, urls: Array(urls.prefix(10)), what: $0)
        }
    }
}
