import Model

/// Numbers of departments or people, beside the general one.
struct DirectLinesMissing: Check {
    static let id = CheckID(.contact, "direct-lines-missing")

    init(settings: NoSettings) {}

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let phones = site.mentions["contact.phones"] else {
            return .notApplicable("no telephone number on the pages read")
        }
        if let lines = site.mentions["contact.directLines"] { return .pass(Array(lines.examples.prefix(3))) }
        guard phones.values.count <= 1 else {
            return .undetermined("there are \(phones.values.count) numbers, and no word beside them that says whose")
        }
        if let silence = WordLists.silence(in: site.language) { return .undetermined(silence) }
        let outcome = Absence(
            of: "numbers with a department or person beside them", in: site,
            places: [.contact, .legal, .about, .help]
        ).outcome()
        guard case .fail(var failure) = outcome else { return outcome }
        failure.evidence = phones.examples.prefix(1).map { item in
            var item = item
            item.note = "the only number"
            return item
        }
        return .fail(failure)
    }
}
