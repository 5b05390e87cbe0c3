import Model

/// An offer that only a picture's alternative text tells.
struct TermsInImage: Check {
    static let id = CheckID(.promotions, "terms-in-image")

    init(settings: NoSettings) {}

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let first = site.pictured.first else { return .notApplicable("no picture announces a promotion") }
        let bare = site.pictured.filter { picture in !site.promotions.contains { isSame($0.claim, picture) } }
        guard !bare.isEmpty else {
            return .pass([Evidence(url: first.url, first.mention, note: "the same stands in text")])
        }
        if site.coverage.isSample {
            return .undetermined(
                "“\(bare[0].mention.quote.prefix(60))” may stand in text on a page that was not read")
        }
        return .fail(
            Failure(
                evidence: bare.prefix(5).map {
                    Evidence(url: $0.url, $0.mention, note: "the words of a picture; no text that was read says so")
                }, confidence: .likely, share: Double(bare.count) / Double(site.pictured.count)))
    }

    /// The same figure, or the same kind of promise without one.
    private func isSame(_ claim: Claim, _ picture: SiteClaim) -> Bool {
        if let percent = picture.percent { return claim.percent == percent }
        if let amount = picture.amount { return claim.amount == amount }
        return claim.kind == picture.kind
    }
}
