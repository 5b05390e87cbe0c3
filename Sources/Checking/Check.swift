import Model

/// The logic of one check: judges facts, and sees neither a document nor the network. Words and numbers stand in
/// the check's YAML file.
public protocol Check<Subject>: Sendable {
    /// What is judged: `PageFacts`, or `SiteFacts`.
    associatedtype Subject: Sendable
    /// The numbers and lists of the YAML file's `settings`; `NoSettings` for a check without any.
    associatedtype Settings: Decodable & Sendable
    /// `category/name`: the path of the YAML file.
    static var id: CheckID { get }
    init(settings: Settings)
    /// Pure and synchronous: the same facts give the same outcome.
    func evaluate(_ subject: Subject) -> Outcome
}

/// The settings of a check that has none.
public struct NoSettings: Decodable, Sendable {
    /// For a check that has nothing to set.
    public init() {}
    /// Reads nothing. Throws `DecodingError` where the settings are no mapping.
    public init(from decoder: any Decoder) throws {
        _ = try decoder.container(keyedBy: NoKeys.self)
    }
    private enum NoKeys: CodingKey {}
}

/// What a check judges.
public enum CheckSubject: String, Sendable, Hashable, CaseIterable {
    case page, site
}

/// A check ready to run, its settings already read.
public enum Judge: Sendable {
    case page(@Sendable (PageFacts) -> Outcome)
    case site(@Sendable (SiteFacts) -> Outcome)

    /// What it judges.
    public var subject: CheckSubject {
        switch self {
        case .page: .page
        case .site: .site
        }
    }
}
