import Model

/// Numbers, dates and outside text as a report prints them.
enum Wording {
    /// The first words of a report on a site that let nothing be read.
    static let nothingAssessed = "There is no score: nothing of the shop could be read."

    /// A score as a whole number, "–" where there is none.
    static func score(_ value: Double?) -> String {
        guard let value else { return "–" }
        return String(Int(value.rounded()))
    }

    /// Points to be won, one decimal: "3.2"; under a tenth "< 0.1".
    static func points(_ value: Double) -> String {
        if value > 0 && value < 0.05 { return "< 0.1" }
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    /// "1 page", "2 pages", "1,234 pages".
    static func count(_ n: Int, _ one: String, _ many: String? = nil) -> String {
        "\(grouped(n)) \(n == 1 ? one : many ?? one + "s")"
    }

    /// Thousands separated by commas.
    static func grouped(_ n: Int) -> String {
        let digits = String(n.magnitude)
        var out = ""
        for (i, c) in digits.enumerated() {
            if i > 0 && (digits.count - i) % 3 == 0 { out.append(",") }
            out.append(c)
        }
        return n < 0 ? "-" + out : out
    }

    /// "22 November 2026, 03:40 UTC".
    static func moment(_ milliseconds: Int64) -> String {
        let day = CalendarDate(millisecondsSince1970: milliseconds)
        let minutes = Int((((milliseconds / 60_000) % 1440) + 1440) % 1440)
        let clock = "\(pad(minutes / 60)):\(pad(minutes % 60))"
        return "\(day.day) \(months[day.month - 1]) \(day.year), \(clock) UTC"
    }

    /// "850 ms", "42 s", "3 min 5 s".
    static func duration(_ milliseconds: Int64) -> String {
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        let seconds = milliseconds / 1000
        return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }

    /// Text from a crawled site made harmless for any output: control characters and direction overrides become
    /// spaces, characters without width are left out, length is bounded. Escaping for HTML or Markdown comes after.
    static func safe(_ text: String, limit: Int = 400) -> String {
        if text.utf8.count <= limit, text.utf8.allSatisfy({ (32..<127).contains($0) }) { return text }
        var out = String.UnicodeScalarView()
        var count = 0
        for scalar in text.unicodeScalars {
            if count == limit {
                out.append("…")
                break
            }
            switch scalar.value {
            case 0..<32, 127..<160, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB:
                out.append(" ")
            // Nothing to be seen, and words that look alike would differ. The joiners stay: scripts need them.
            case 0x200B, 0x2060...0x2065, 0xFEFF, 0xE0000...0xE007F: continue
            default: out.append(scalar)
            }
            count += 1
        }
        return String(out)
    }

    /// The URL where it is http(s), for use as a link; nil for anything that could run.
    static func link(_ url: String) -> String? {
        url.hasPrefix("http://") || url.hasPrefix("https://") ? safe(url, limit: 2_000) : nil
    }

    /// Where on a page, in words.
    static func place(_ region: PageRegion) -> String {
        switch region {
        case .page: ""
        case .head: "page head"
        case .header: "header"
        case .navigation: "menu"
        case .main: "main part"
        case .aside: "side column"
        case .footer: "footer"
        case .dialog: "pop-up layer"
        case .structuredData: "data for search engines"
        case .script: "script"
        }
    }

    /// A page's kind, in words.
    static func kind(_ kind: PageKind) -> String {
        kind.isPolicy ? "\(kind.rawValue.dropFirst(7)) policy" : kind.rawValue
    }

    /// A category's heading.
    static func name(_ category: Category) -> String {
        switch category {
        case .navigation: "Finding one’s way"
        case .readability: "Readable text"
        case .pricing: "Range, price and ordering"
        case .contact: "Reaching someone"
        case .promotions: "Honest promotions"
        case .loyalty: "Reasons to come back"
        }
    }

    static func name(_ effort: Effort) -> String {
        switch effort {
        case .small: "an hour or less"
        case .medium: "about a day"
        case .large: "a project"
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func pad(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
}
