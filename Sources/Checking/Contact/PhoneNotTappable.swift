import Model

/// A number that is shown, on a page without any number that can be tapped.
struct PhoneNotTappable: Check {
    static let id = CheckID(.contact, "phone-not-tappable")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let phones = page.contact.phones
        let shown = phones.filter { $0.source == .text && $0.validity == .valid }
        guard !shown.isEmpty else { return .notApplicable("no telephone number in the page's text") }
        if let link = phones.first(where: { $0.source == .link }) {
            return .pass([Evidence(url: page.url, link.mention)])
        }
        return .fail(
            Failure(
                evidence: shown.prefix(3).map {
                    Evidence(url: page.url, $0.mention, note: "\($0.raw) is text only: tapping it does nothing")
                }))
    }
}
