import Model

/// Numbers that nobody can be reached at: against the plan of their country, or never filled in.
struct PhoneInvalid: Check {
    static let id = CheckID(.contact, "phone-invalid")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let phones = page.contact.phones
        let wrong = phones.filter { $0.validity == .invalid || $0.validity == .placeholder }
        guard !wrong.isEmpty else {
            guard let valid = phones.first(where: { $0.validity == .valid }) else {
                return phones.isEmpty
                    ? .notApplicable("no telephone number on this page")
                    : .undetermined("the country of “\(phones[0].raw)” is not known")
            }
            return .pass([Evidence(url: page.url, valid.mention)])
        }
        // A country's plan may have been widened since; a number that was never filled in stays one.
        let isSure = wrong.contains { $0.validity == .placeholder }
        return .fail(
            Failure(
                evidence: wrong.prefix(3).map { Evidence(url: page.url, $0.mention, note: note($0)) },
                confidence: isSure ? .certain : .likely))
    }

    private func note(_ phone: PhoneFact) -> String {
        phone.validity == .placeholder
            ? "\(phone.raw) is a number to fill a gap with, or one that is kept free for films and examples"
            : "\(phone.raw) is no number that its country's numbering plan allows"
    }
}
