import Model

/// What whoever ran the audit can do where a site didn't let it in.
enum WayIn {
    /// One or two sentences.
    static func advice(on outcome: FetchOutcome?) -> String {
        switch outcome {
        case .blocked(let reason, _): advice(on: reason)
        case .failed(let failure): advice(on: failure)
        case .fetched(let facts) where facts.status >= 500:
            "Try again later; if it stays so, visitors get an error as well, and whoever runs the server has to mend it."
        case .fetched(let facts) where facts.status >= 400:
            "Check the address: give the one that the shop's visitors come in by."
        case .skipped(.noindex): "Leave --respect-noindex out: the page asks search engines to stay away, not visitors."
        case .skipped: "Check the address: what came is no page."
        default: "Check the address, and open it in a browser: if goods are shown there, scripts bring them."
        }
    }

    static func advice(on reason: BlockReason) -> String {
        switch reason {
        case .botWall, .status403, .status429:
            "Ask whoever runs the shop to let the audit in, by its User-Agent or by the address it asks from, or audit "
                + "a copy that is open (--connect-to)."
        case .status401, .loginWall:
            "Audit it when it is open to everybody, or a copy that asks for no password (--connect-to); Comeback signs "
                + "in nowhere."
        case .robots: "Ask whoever runs the shop to allow Comeback in its robots.txt."
        case .robotsUnread:
            "Try again later; while its robots.txt answers with an error, search engines stay out as well."
        case .status503, .maintenance: "Try again when the shop is open."
        case .regionWall: "Run the audit from a country that the shop sells to."
        case .consentWall, .ageGate:
            "Audit an address behind the question, such as a category's, where that opens without an answer."
        case .softNotFound: "Check the address: give the one that the shop's visitors come in by."
        case .needsBrowser:
            "Have the server send the page's text: Comeback runs no scripts, and not every visitor's device does."
        case .parked, .serverDefault: "Check the address: no shop is there."
        }
    }

    private static func advice(on failure: FetchFailure) -> String {
        switch failure.stage {
        case .tls:
            "Mend the certificate first: browsers keep visitors out as well. A staging server's own authority can be "
                + "given with --ca-file."
        case .tooManyRedirects:
            "Open the address in a browser without cookies: if that ends in a circle too, no new visitor gets in."
        default:
            "Try again later; if it stays so, visitors may not get in either, and whoever runs the server has to look "
                + "into it."
        }
    }
}
