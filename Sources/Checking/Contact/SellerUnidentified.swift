import Model

/// A legal name, an address or a registration number: something to know the seller by.
struct SellerUnidentified: Check {
    static let id = CheckID(.contact, "seller-unidentified")
    private let settings: SignSettings
    /// Holds for the name of a register, whatever number follows.
    private static let register = "terms.contact.registration"

    init(settings: SignSettings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        let isNamed = settings.signs.contains { $0 != Self.register && site.mentions[$0] != nil }
        if !isNamed, let doubtful = site.mentions["contact.doubtfulIdentity"]?.examples.first {
            return .undetermined(
                "“\(doubtful.quote)” (\(doubtful.url)) names a number whose check digit is wrong, and nothing else "
                    + "says who the seller is")
        }
        return settings.judge(site)
    }
}
