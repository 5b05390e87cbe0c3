import Model

/// A number that can be called, anywhere on the site.
struct PhoneMissing: Check {
    static let id = CheckID(.contact, "phone-missing")

    init(settings: NoSettings) {}

    func evaluate(_ site: SiteFacts) -> Outcome {
        if let phones = site.mentions["contact.phones"] { return .pass(Array(phones.examples.prefix(3))) }
        if let doubtful = site.mentions["contact.undecidedPhones"]?.examples.first {
            return .undetermined("whether “\(doubtful.quote)” (\(doubtful.url)) can be called is not certain")
        }
        let unusable = site.mentions["contact.invalidPhones"]?.examples ?? []
        let absence = Absence(
            of: "telephone numbers in text, tel: links and structured data", in: site,
            places: [.contact, .legal, .about, .help])
        guard case .fail(var failure) = absence.outcome() else { return absence.outcome() }
        failure.evidence = unusable.prefix(3).map { item in
            var item = item
            item.note = "a number that nobody can be reached at"
            return item
        }
        return .fail(failure)
    }
}
