import Model

extension GenericCheck {
    func evaluate(_ site: SiteFacts) -> Outcome {
        guard !site.pages.isEmpty else { return .undetermined("no page could be read") }
        let absence = Absence(
            of: evaluation.what, in: site, places: evaluation.places, kinds: evaluation.pages)
        if !evaluation.pages.isEmpty, absence.looked.pages == 0 {
            let reason = "no page of the kind \(kindList) was read"
            return Absence.Unread(site).total == 0 ? .notApplicable(reason) : .undetermined(reason)
        }
        if let when = evaluation.when, let whenEntry {
            let amount = GenericCheck.amount(site.mentions[whenEntry.name], kinds: [])
            guard amount >= when.atLeast else { return .notApplicable("no \(whenEntry.what) on the pages read") }
        }
        let mentions = site.mentions[entry.name]
        if mentions == nil, entry.name.hasPrefix(FactIndex.customPrefix) {
            return .undetermined("the pages were observed without this check's own question")
        }
        return judge(site, mentions ?? SiteMentions(), absence)
    }

    private func judge(_ site: SiteFacts, _ mentions: SiteMentions, _ absence: Absence) -> Outcome {
        let amount = GenericCheck.amount(mentions, kinds: evaluation.pages)
        let evidence = Array(examples(mentions, site).prefix(5))
        let silence = silence(in: site.language)
        let figure = GenericCheck.format(amount)
        switch evaluation.defect {
        case .present:
            guard amount > 0 else { return silence.map { .undetermined($0) } ?? .pass([found(site, "none")]) }
            let failure = Failure(
                evidence: evidence, confidence: evaluation.confidence, detail: "on \(mentions.pages) pages")
            return .fail(failure)
        case .absent:
            if amount > 0 { return .pass(Array(evidence.prefix(3))) }
            return silence.map { .undetermined($0) } ?? absence.outcome(upTo: evaluation.confidence)
        case .above(let limit):
            guard amount > limit else { return silence.map { .undetermined($0) } ?? .pass([found(site, figure)]) }
            let detail = "\(figure) where at most \(GenericCheck.format(limit)) would do"
            return .fail(Failure(evidence: evidence, confidence: evaluation.confidence, detail: detail))
        case .below(let limit):
            guard amount < limit else { return .pass(Array(evidence.prefix(3))) }
            if let silence { return .undetermined(silence) }
            let detail = "\(figure) where at least \(GenericCheck.format(limit)) are needed"
            guard case .fail(var failure) = absence.outcome(upTo: evaluation.confidence, detail: detail) else {
                return absence.outcome()
            }
            failure.evidence = evidence
            return .fail(failure)
        }
    }

    /// Distinct values where the fact has them and no kind of page is asked for, else pages on which it is present.
    static func amount(_ mentions: SiteMentions?, kinds: [PageKind]) -> Double {
        guard let mentions else { return 0 }
        if kinds.isEmpty { return Double(mentions.values.isEmpty ? mentions.pages : mentions.values.count) }
        return Double(kinds.reduce(0) { $0 + (mentions.kinds[$1] ?? 0) })
    }

    private func examples(_ mentions: SiteMentions, _ site: SiteFacts) -> [Evidence] {
        guard !evaluation.pages.isEmpty else { return mentions.examples }
        let fitting = mentions.examples.filter { example in
            guard let page = site.page(at: example.url) else { return false }
            return evaluation.pages.contains(where: page.covers)
        }
        return fitting
    }

    private func found(_ site: SiteFacts, _ figure: String) -> Evidence {
        nothing(site.seed, "\(figure) on \(site.pages.count) pages")
    }
}

extension SiteFacts {
    /// The page at an address as the crawl knows it; nil where it was not read.
    public func page(at url: String) -> PageSummary? {
        var low = 0
        var high = pages.count
        while low < high {
            let middle = (low + high) / 2
            if pages[middle].url < url { low = middle + 1 } else { high = middle }
        }
        return low < pages.count && pages[low].url == url ? pages[low] : nil
    }
}
