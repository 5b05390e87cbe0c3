import Model

/// Ways to reach the shop that lead nowhere when they are used.
struct ChannelDead: Check {
    static let id = CheckID(.contact, "channel-dead")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let forms = page.forms.filter { $0.purpose == .contact || $0.purpose == .callback }
        let dead = forms.filter { !$0.hasTarget }
        let broken = page.contact.brokenLinks
        guard !dead.isEmpty || !broken.isEmpty else { return healthy(page, forms) }
        let evidence =
            broken.prefix(3).map { Evidence(url: page.url, $0, note: "this link cannot be dialled or written to") }
            + dead.prefix(2).map { Evidence(url: page.url, $0.mention, note: "nothing receives what this form sends") }
        // A script may take the form over without leaving a trace in the page.
        return .fail(Failure(evidence: evidence, confidence: broken.isEmpty ? .likely : .certain))
    }

    private func healthy(_ page: PageFacts, _ forms: [FormFact]) -> Outcome {
        let links =
            page.contact.phones.filter { $0.source == .link }.map(\.mention)
            + page.contact.emails.filter { $0.source == .link }.map(\.mention)
        let seen = forms.map(\.mention) + links
        guard !seen.isEmpty else { return .notApplicable("no contact form, mailto: or tel: link on this page") }
        return .pass(seen.prefix(2).map { Evidence(url: page.url, $0) })
    }
}
