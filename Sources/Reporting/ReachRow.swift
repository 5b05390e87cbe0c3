import Model

/// The way to a person for one need, in words and pictures.
struct ReachRow {
    let need: String
    let named: [NamedLine]
    let unnamed: String?
    let cells: [ReachCell]

    /// A way that pages name as meant for the need.
    struct NamedLine {
        let way: String
        let value: String
        let url: String
        let link: String?
    }

    static func rows(_ map: ReachabilityMap?) -> [ReachRow] {
        guard let map else { return [] }
        return map.needs.map { ReachRow($0, pagesLooked: map.pagesLooked) }
    }

    private init(_ reach: NeedReach, pagesLooked: Int) {
        need = Wording.name(reach.need)
        named = reach.named.map {
            NamedLine(
                way: Wording.name($0.way), value: Wording.safe($0.value, limit: ShownWay.valueLimit),
                url: Wording.safe($0.url, limit: 300), link: Wording.link($0.url))
        }
        if let reason = reach.namedUnknown {
            unnamed = named.isEmpty ? "not assessed: none was seen, but \(Wording.safe(reason))" : nil
        } else {
            unnamed = named.isEmpty ? "none" : nil
        }
        cells = [
            ReachCell("From the home page", reach.home, pagesLooked),
            ReachCell("From a product page", reach.product, pagesLooked),
            ReachCell("From the cart", reach.cart, pagesLooked),
        ]
    }

    /// What was looked at, in a sentence.
    static func basis(_ map: ReachabilityMap?) -> String {
        guard let map else { return "" }
        let unread =
            map.pagesUnread == 0 ? "" : "; \(Wording.count(map.pagesUnread, "known page")) could not be looked at"
        return "Looked at \(Wording.count(map.pagesLooked, "page"))\(unread)."
    }
}

/// One square of the map.
struct ReachCell {
    let label: String
    let picture: String
    let tone: String
    /// "1 click", "at most 3 clicks", "not found".
    let clicks: String
    /// The nearest way, "" without one.
    let way: String
    /// Its number or address.
    let value: String
    /// What else must be said of it, in order.
    let notes: [String]

    init(_ label: String, _ reach: Reach, _ pagesLooked: Int) {
        self.label = label
        picture = ReachPicture.svg(reach)
        tone = ReachPicture.tone(reach)
        switch reach.state {
        case .found:
            clicks = ReachCell.clicks(reach)
            let best = reach.ways.first
            way = best.map { Wording.name($0.way) } ?? ""
            value = Wording.safe(best?.value ?? "", limit: ShownWay.valueLimit)
            notes = ReachCell.notes(reach)
        case .notFound:
            (clicks, way, value) = ("not found", "", "")
            notes = ["looked at \(Wording.count(pagesLooked, "page"))"]
        case .notAssessed:
            (clicks, way, value) = ("not assessed", "", "")
            notes = [Wording.safe(reach.reason ?? "")]
        }
    }

    /// All in a line.
    var text: String {
        let nearest = [way, value].filter { !$0.isEmpty }.joined(separator: " ")
        if nearest.isEmpty { return "\(clicks): \(notes.joined(separator: "; "))" }
        return (["\(clicks): \(nearest)"] + notes).joined(separator: "; ")
    }

    private static func clicks(_ reach: Reach) -> String {
        let typical = Wording.count(reach.clicks ?? 0, "click")
        return reach.isAtMost ? "at most \(typical)" : typical
    }

    private static func notes(_ reach: Reach) -> [String] {
        var notes: [String] = []
        if let low = reach.fewest, let high = reach.most, low != high {
            notes.append("\(low) to \(high) over \(Wording.count(reach.starts, "page"))")
        }
        if reach.without > 0 {
            notes.append("no way found from \(reach.without) of \(Wording.count(reach.starts, "page"))")
        }
        if reach.isFormOnly { notes.append("the only way there is") }
        if reach.ways.first?.way == .form, !reach.isFormOnly, reach.beyondForm == nil {
            notes.append("no other way on the pages read")
        }
        if let clicks = reach.beyondForm, let way = reach.beyondFormWays.first {
            notes.append(
                "\(Wording.name(way.way)) \(Wording.safe(way.value, limit: 60)) after \(Wording.count(clicks, "click"))"
            )
        }
        if let named = reach.named, named > 0 { notes.append("the one named for it: \(Wording.count(named, "click"))") }
        return notes
    }
}

extension Wording {
    static func name(_ way: ContactWay) -> String {
        switch way {
        case .phone: "phone"
        case .messenger: "messenger"
        case .chat: "chat"
        case .email: "e-mail"
        case .form: "form"
        }
    }

    static func name(_ need: CustomerNeed) -> String {
        switch need {
        case .order: "To order"
        case .advice: "To ask for advice"
        case .complaint: "To complain"
        case .giveBack: "To return goods"
        case .wholesale: "To buy wholesale"
        }
    }
}
