import Model

extension TermGroups {
    private static let index: [String: Int] = Dictionary(
        all.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

    /// The place of a name in `all`; nil for a name that isn't there.
    static func rawValue(of name: String) -> Int? { index[name] }
}

extension TermGroup {
    /// Nil for a name that isn't in `TermGroups`.
    init?(_ name: String) {
        guard let raw = TermGroups.rawValue(of: name) else { return nil }
        self.init(rawValue: UInt16(raw))
    }

    /// The group's name, e.g. "promo.sale"; "" for an index out of range.
    var name: String { Int(rawValue) < TermGroups.all.count ? TermGroups.all[Int(rawValue)] : "" }
}
