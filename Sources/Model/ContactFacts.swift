/// Ways to reach someone that a page shows.
public struct ContactFacts: Codable, Sendable, Hashable {
    /// Telephone numbers, valid and other ones.
    public var phones: [PhoneFact] = []
    /// E-mail addresses.
    public var emails: [EmailFact] = []
    /// WhatsApp, Telegram, Viber and the like, with somebody to write to.
    public var messengers: [ChannelFact] = []
    /// Profiles on social networks, links to share with, and links to a network's own home page.
    public var socials: [ChannelFact] = []
    /// Online chat: widget scripts or markup.
    public var chats: [ChannelFact] = []
    /// Links named or addressed as a contact page; the href as written stands in `ChannelFact.target`.
    public var contactLinks: [ChannelFact] = []
    /// Malformed mailto: and tel: links.
    public var brokenLinks: [Mention] = []
    /// Legal name, registration or tax number.
    public var legalIdentity: [Mention] = []
    /// Registration or tax numbers whose own sum is wrong: no register gives them out.
    public var doubtfulIdentity: [Mention] = []
    /// Streets and towns as the page gives them.
    public var postalAddress: [Mention] = []
    /// Ways to a person beside words that say what they are for; at most 40.
    public var needs: [NeedContact] = []

    /// Nothing found.
    public init() {}
}

/// A telephone number as found.
public struct PhoneFact: Codable, Sendable, Hashable {
    /// Where it was read.
    public enum Source: String, Codable, Sendable { case text, link, structuredData, imageText }
    /// libphonenumber's number types, as far as a caller cares what the call costs.
    public enum Line: String, Codable, Sendable {
        case fixed, mobile, fixedOrMobile, tollFree, sharedCost, premium, other
    }
    /// What the number's own country's plan says of it.
    public enum Validity: String, Codable, Sendable { case valid, invalid, placeholder, undecided }

    /// As written.
    public var raw: String
    /// E.164, e.g. "+994125550100"; nil unless valid.
    public var e164: String?
    /// ISO 3166 region; nil unless known.
    public var region: String?
    /// What kind of line it is, by its country's plan.
    public var line: Line
    /// Whether it can be a number that somebody answers.
    public var validity: Validity
    /// Where it was read.
    public var source: Source
    /// A department or person named beside it.
    public var label: String?
    /// The words around it.
    public var mention: Mention

    /// Each argument becomes the field of its name.
    public init(
        raw: String, e164: String? = nil, region: String? = nil, line: Line = .other, validity: Validity,
        source: Source, label: String? = nil, mention: Mention
    ) {
        self.raw = raw
        self.e164 = e164
        self.region = region
        self.line = line
        self.validity = validity
        self.source = source
        self.label = label
        self.mention = mention
    }
}

/// An e-mail address as found.
public struct EmailFact: Codable, Sendable, Hashable {
    /// How it was written.
    public enum Source: String, Codable, Sendable { case text, link, structuredData, obfuscated }
    /// Lower case.
    public var address: String
    /// How it was written.
    public var source: Source
    /// Of a free mailbox provider.
    public var isFreemail: Bool
    /// The words around it.
    public var mention: Mention

    /// Each argument becomes the field of its name.
    public init(address: String, source: Source, isFreemail: Bool, mention: Mention) {
        self.address = address
        self.source = source
        self.isFreemail = isFreemail
        self.mention = mention
    }
}

/// A messenger, social profile, chat or page that leads to a person.
public struct ChannelFact: Codable, Sendable, Hashable {
    /// What kind of link it is.
    public enum Role: String, Codable, Sendable { case profile, share, barePlatform, widget, page }
    /// "whatsapp", "instagram", "jivo", …
    public var platform: String
    /// What kind of link it is.
    public var role: Role
    /// The address as written, or the fingerprint that told the widget.
    public var target: String
    /// The link's words.
    public var mention: Mention

    /// Each argument becomes the field of its name.
    public init(platform: String, role: Role, target: String, mention: Mention) {
        self.platform = platform
        self.role = role
        self.target = target
        self.mention = mention
    }
}
