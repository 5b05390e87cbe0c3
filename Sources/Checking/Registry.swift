import Model
import Yams

/// The checks that have logic in Swift: a literal list, a file for each category.
public enum Registry {
    /// Every registered check, by category.
    public static let checks: [RegisteredCheck] =
        navigation + readability + pricing + contact + promotions + loyalty

    static let byID: [CheckID: RegisteredCheck] = Dictionary(
        checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

/// A check's type with its settings still to be read.
public struct RegisteredCheck: Sendable {
    /// The path of its YAML file.
    public let id: CheckID
    /// What it judges.
    public let subject: CheckSubject
    /// What decides, and the check itself: some say more than an outcome.
    let make: @Sendable (SettingsSource) throws -> (judge: Judge, logic: any Sendable)

    /// A check of single pages.
    public init<C: Check>(_ type: C.Type) where C.Subject == PageFacts {
        id = C.id
        subject = .page
        make = { source in
            let check = C(settings: try source.decode(C.Settings.self))
            return (.page { check.evaluate($0) }, check)
        }
    }

    /// A check of the site as a whole.
    public init<C: Check>(_ type: C.Type) where C.Subject == SiteFacts {
        id = C.id
        subject = .site
        make = { source in
            let check = C(settings: try source.decode(C.Settings.self))
            return (.site { check.evaluate($0) }, check)
        }
    }
}
