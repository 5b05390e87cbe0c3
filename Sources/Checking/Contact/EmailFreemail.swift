import Model

/// An address of a free mailbox, and none of the shop's own domain beside it.
struct EmailFreemail: Check {
    static let id = CheckID(.contact, "email-freemail")

    init(settings: NoSettings) {}

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard site.mentions["contact.emails"] != nil else {
            return .notApplicable("no e-mail address on the pages read")
        }
        if let own = site.mentions["contact.shopEmails"] { return .pass(Array(own.examples.prefix(3))) }
        guard let free = site.mentions["contact.freemail"] else {
            return .undetermined("the addresses could not be told")
        }
        let isWhole = Absence(of: "e-mail addresses", in: site).verdict == .sure(.certain)
        return .fail(
            Failure(
                evidence: Array(free.examples.prefix(5)), confidence: isWhole ? .certain : .likely,
                detail: free.values.prefix(3).joined(separator: ", ")))
    }
}
