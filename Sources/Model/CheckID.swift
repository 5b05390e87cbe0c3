/// A check's name: `category/name`, which is also its path under `checks/`.
public struct CheckID: RawRepresentable, Codable, Sendable, Hashable, Comparable, CustomStringConvertible {
    /// `category/name`.
    public let rawValue: String
    /// The part before the slash.
    public let category: Category
    /// The part after the slash: lower-case words joined by hyphens; names the defect.
    public let name: String

    /// Nil unless `rawValue` is `category/name` with a known category and a name of `a-z`, `0-9` and `-`.
    public init?(rawValue: String) {
        let parts = rawValue.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let category = Category(rawValue: String(parts[0])), !parts[1].isEmpty,
            parts[1].utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        else { return nil }
        self.rawValue = rawValue
        self.category = category
        self.name = String(parts[1])
    }

    /// For ids written in the source: traps on a malformed one, so a test that lists the registry finds it.
    public init(_ category: Category, _ name: StaticString) {
        self.rawValue = "\(category.rawValue)/\(name)"
        self.category = category
        self.name = "\(name)"
    }

    /// `category/name`.
    public var description: String { rawValue }

    /// In the order of their text.
    public static func < (a: CheckID, b: CheckID) -> Bool { a.rawValue < b.rawValue }
}
