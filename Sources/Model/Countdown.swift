/// A clock on a page that runs down to the end of something.
public struct Countdown: Codable, Sendable, Hashable {
    /// What told when it ends.
    public enum Source: String, Codable, Sendable, Hashable, CaseIterable {
        /// An attribute in the markup, as the server wrote it.
        case attribute
        /// The figures that the markup shows before any script runs.
        case text
        /// The page's own script.
        case script
    }

    /// The words around the clock, else those that told; and its place.
    public var mention: Mention
    /// What told.
    public var source: Source
    /// By what name: the attribute's, the script's variable; "" for text.
    public var name: String
    /// When it ends, milliseconds since 1970-01-01T00:00:00Z; read as UTC where no time zone was written. Nil where only
    /// a length of time is named, or none.
    public var deadline: Int64?
    /// `deadline` was written with its time zone, or as seconds since 1970.
    public var isZoned: Bool
    /// Milliseconds that are left, as written.
    public var remaining: Int64?
    /// Milliseconds of the smallest unit that `remaining` is written in: until these are over it says the same.
    public var step: Int64?
    /// Some script of the page may put other figures in the place of those in the markup.
    public var mayBeReplaced: Bool
    /// The page's own script reckons the end from the moment of the visit: its words. Nil where it doesn't.
    public var startsForVisitor: String?

    /// Each argument becomes the field of its name.
    public init(
        mention: Mention, source: Source, name: String = "", deadline: Int64? = nil, isZoned: Bool = false,
        remaining: Int64? = nil, step: Int64? = nil, mayBeReplaced: Bool = false, startsForVisitor: String? = nil
    ) {
        self.mention = mention
        self.source = source
        self.name = name
        self.deadline = deadline
        self.isZoned = isZoned
        self.remaining = remaining
        self.step = step
        self.mayBeReplaced = mayBeReplaced
        self.startsForVisitor = startsForVisitor
    }
}

/// A countdown of the page at `url`.
public struct PageCountdown: Codable, Sendable, Hashable {
    /// Normalised.
    public var url: String
    /// The countdown.
    public var countdown: Countdown

    /// Each argument becomes the field of its name.
    public init(url: String, countdown: Countdown) {
        self.url = url
        self.countdown = countdown
    }
}

/// A countdown that runs now, and when it was to end in earlier audits of the same page.
public struct CountdownHistory: Codable, Sendable, Hashable {
    /// As this audit saw it.
    public var now: PageCountdown
    /// What earlier audits saw under the same words, ascending by time.
    public var earlier: [CountdownSighting]

    /// Each argument becomes the field of its name.
    public init(now: PageCountdown, earlier: [CountdownSighting]) {
        self.now = now
        self.earlier = earlier
    }

    /// Of the countdowns that run at a moment, those that were seen before under the same words, in order.
    public static func histories(
        of countdowns: [PageCountdown], among earlier: [CountdownSighting], at moment: Int64
    ) -> [CountdownHistory] {
        let known = Dictionary(grouping: earlier.filter { $0.seenAt < moment }) { $0.url + "\n" + $0.words }
        return countdowns.compactMap { countdown in
            guard let own = CountdownSighting(countdown, at: moment), let seen = known[own.url + "\n" + own.words]
            else {
                return nil
            }
            return CountdownHistory(
                now: countdown, earlier: seen.sorted { ($0.seenAt, $0.deadline) < ($1.seenAt, $1.deadline) })
        }
    }
}

/// When a countdown was to end, as one audit saw it.
public struct CountdownSighting: Codable, Sendable, Hashable {
    /// The page, normalised.
    public var url: String
    /// The words around it without figures, lower case; "" for none.
    public var words: String
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var deadline: Int64
    /// It was written with its time zone, or as seconds since 1970.
    public var isZoned: Bool
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var seenAt: Int64

    /// Each argument becomes the field of its name.
    public init(url: String, words: String, deadline: Int64, isZoned: Bool, seenAt: Int64) {
        self.url = url
        self.words = words
        self.deadline = deadline
        self.isZoned = isZoned
        self.seenAt = seenAt
    }

    /// The words of a text in lower case, without figures and signs; at most 200 characters.
    public static func key(_ text: String) -> String {
        text.lowercased().split { !$0.isLetter }.joined(separator: " ").cut(to: 200)
    }

    /// What `seen` says at a moment; nil where it names no end.
    public init?(_ seen: PageCountdown, at moment: Int64) {
        guard let deadline = seen.countdown.deadline else { return nil }
        self.init(
            url: seen.url, words: Self.key(seen.countdown.mention.quote), deadline: deadline,
            isZoned: seen.countdown.isZoned,
            seenAt: moment)
    }
}
