/// A way to a person.
public enum ContactWay: String, Codable, Sendable, CaseIterable, Comparable {
    /// Those that answer soonest come first.
    case phone, messenger, chat, email, form

    private var rank: Int { ContactWay.allCases.firstIndex(of: self) ?? 0 }

    /// Answers sooner, as a rule.
    public static func < (a: ContactWay, b: ContactWay) -> Bool { a.rank < b.rank }
}

/// What customers want of a shop's people.
public enum CustomerNeed: String, Codable, Sendable, CaseIterable, Comparable {
    case order, advice, complaint
    case giveBack = "return"
    case wholesale

    private var rank: Int { CustomerNeed.allCases.firstIndex(of: self) ?? 0 }

    /// In the order of a purchase.
    public static func < (a: CustomerNeed, b: CustomerNeed) -> Bool { a.rank < b.rank }
}

/// A way to a person beside words that say what it is for.
public struct NeedContact: Codable, Sendable, Hashable {
    /// What the words say.
    public var need: CustomerNeed
    /// What it is that stands beside them.
    public var way: ContactWay
    /// The number or address as written; "" for a form.
    public var value: String
    /// The words.
    public var mention: Mention

    /// Each argument becomes the field of its name.
    public init(need: CustomerNeed, way: ContactWay, value: String, mention: Mention) {
        self.need = need
        self.way = way
        self.value = value
        self.mention = mention
    }
}

/// A way to a person as a page shows it.
public struct ShownWay: Codable, Sendable, Hashable {
    /// Longest value that is kept, in characters.
    public static let valueLimit = 60

    /// What it is.
    public var way: ContactWay
    /// The number or address, or the platform's name; "" for a form.
    public var value: String
    /// What the page says it is for, ascending; empty for a general one.
    public var needs: [CustomerNeed]

    /// Each argument becomes the field of its name.
    public init(way: ContactWay, value: String, needs: [CustomerNeed] = []) {
        self.way = way
        self.value = value
        self.needs = needs
    }

    /// Somebody with this need is in the right place here. A line for orders is answered by the shop's people as well as
    /// any other; one for wholesale alone is not for customers.
    public func serves(_ need: CustomerNeed) -> Bool { need == .wholesale || needs != [.wholesale] }
}

extension PhoneFact {
    /// Can be called, as far as one can tell, and is shown to people.
    public var isCallable: Bool { source != .structuredData && (validity == .valid || validity == .undecided) }
}

extension FormFact {
    /// Somebody answers what is sent by it.
    public var leadsToPerson: Bool { (purpose == .contact || purpose == .callback) && hasTarget }
}
