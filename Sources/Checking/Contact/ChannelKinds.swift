import Model

/// The kinds of channel that a site offers.
struct ChannelKinds {
    struct Kind {
        var name: String
        var evidence: Evidence
    }

    private(set) var offered: [Kind] = []

    private static let kinds: [(name: String, facts: [String])] = [
        ("telephone", ["contact.phones", "contact.undecidedPhones"]), ("e-mail", ["contact.emails"]),
        ("form", ["forms.contact", "forms.callback"]), ("chat", ["contact.chats"]),
        ("messenger", ["contact.messengers"]), ("social network", ["contact.socials"]),
        ("address", ["contact.postalAddress", "terms.contact.address"]),
    ]

    static let all = kinds.map(\.name)

    init(_ site: SiteFacts) {
        for kind in ChannelKinds.kinds {
            guard let example = kind.facts.lazy.compactMap({ site.mentions[$0]?.examples.first }).first else {
                continue
            }
            var evidence = example
            evidence.note = kind.name
            offered.append(Kind(name: kind.name, evidence: evidence))
        }
    }

    func offers(_ name: String) -> Bool { offered.contains { $0.name == name } }
}

/// How many kinds of channel there are to choose from.
struct FewChannels: Check {
    struct Settings: Decodable, Sendable {
        /// Fewer kinds of channel than this fail.
        var fewest: Int
    }
    static let id = CheckID(.contact, "few-channels")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let channels = ChannelKinds(site)
        let count = channels.offered.count
        let evidence = channels.offered.prefix(5).map(\.evidence)
        guard count < settings.fewest else { return .pass(Array(evidence.prefix(3))) }
        // Addresses and some forms are told by their words: these may have been missed.
        if count + 2 >= settings.fewest, let silence = WordLists.silence(in: site.language) {
            return .undetermined(silence)
        }
        let absence = Absence(
            of: "ways to reach the shop: " + ChannelKinds.all.joined(separator: ", "), in: site,
            places: [.contact, .legal, .about, .help])
        let names = channels.offered.map(\.name).joined(separator: ", ")
        let outcome = absence.outcome(
            detail: "\(count) of \(ChannelKinds.all.count) kinds of channel" + (names.isEmpty ? "" : ": \(names)"))
        guard case .fail(var failure) = outcome else { return outcome }
        failure.evidence = Array(evidence)
        failure.share = Double(settings.fewest - count) / Double(max(settings.fewest, 1))
        return .fail(failure)
    }
}

/// A contact form, and no other way to reach the shop.
struct FormOnly: Check {
    static let id = CheckID(.contact, "form-only")

    init(settings: NoSettings) {}

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let forms = site.mentions["forms.contact"] else {
            return .notApplicable("no contact form on the pages read")
        }
        let channels = ChannelKinds(site)
        let others = channels.offered.filter { $0.name != "form" && $0.name != "address" }
        guard others.isEmpty else { return .pass(others.prefix(3).map(\.evidence)) }
        let absence = Absence(
            of: "another way in than the form: telephone, e-mail, chat, messenger, social network", in: site,
            places: [.contact, .legal, .about, .help])
        let outcome = absence.outcome()
        guard case .fail(var failure) = outcome else { return outcome }
        failure.evidence = Array(forms.examples.prefix(3))
        return .fail(failure)
    }
}
