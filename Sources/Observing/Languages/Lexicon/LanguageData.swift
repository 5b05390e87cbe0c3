import Model

/// What a language file says of its language besides terms.
public struct LanguageData: Sendable, Hashable {
    /// BCP 47 primary tag.
    public var tag: String
    /// In English.
    public var name: String
    /// ISO 3166 region that telephone numbers on a page of this language belong to unless they say otherwise; nil
    /// where the language doesn't tell.
    public var region: String?
    /// ISO 4217 codes, most likely first.
    public var currencies: [String]
    /// How numbers are written here.
    public var numbers: NumberHabits
    /// January first: the folded stems and abbreviations of each month; empty or 12.
    public var months: [[String]]
    /// Years to subtract for the Gregorian year: 543 in Thai, else 0.
    public var era: Int
    /// Name of the readability formula: "flesch-en", "flesch-de", "lix", "none".
    public var readability: String
    /// Folded words for units of time, each in all its forms.
    public var units: [TimeUnit: [String]] = [:]
    /// Folded words for small numbers, in the forms that stand before a unit of time.
    public var numerals: [String: Int] = [:]
}

/// Separators of decimals and groups of digits, habit first, as folded ASCII bytes: no-break and thin spaces are
/// plain spaces, typographic apostrophes plain ones.
public struct NumberHabits: Sendable, Hashable {
    /// ASCII signs that may stand before decimals.
    public var decimal: [UInt8]
    /// ASCII signs that may stand between groups of digits.
    public var group: [UInt8]

    /// Each argument becomes the field of its name.
    public init(decimal: [UInt8] = [46, 44], group: [UInt8] = [32, 44, 46, 39]) {
        self.decimal = decimal
        self.group = group
    }
}
