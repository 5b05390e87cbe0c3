import Model

/// What is kept of prices, as text.
public enum PriceReport {
    /// The header line of the CSV.
    public static var head: String {
        CSVLine.of([
            "date", "url", "name", "brand", "sku", "gtin", "mpn", "price", "highPrice", "currency", "wasPrice",
            "wasKind", "availability", "place",
        ])
    }

    /// One price as a line of CSV.
    public static func row(_ record: PriceRecord) -> String {
        let (keys, seen) = (record.keys, record.sighting)
        return CSVLine.of([
            moment(seen.seenAt), keys.url, keys.name, keys.brand, keys.sku, keys.gtin, keys.mpn, seen.price.decimal,
            seen.highPrice?.decimal, seen.price.currency, seen.was?.decimal, seen.wasKind?.rawValue,
            seen.availability?.rawValue, record.place.rawValue,
        ])
    }

    /// A product's prices for a terminal, with what they say of its reduction.
    public static func text(_ keys: ProductKeys, _ history: PriceHistory, _ judged: JudgedReduction?) -> String {
        var out = Wording.safe(keys.name ?? history.url) + "\n"
        let numbers = [
            ("", keys.url), ("GTIN ", keys.gtin), ("SKU ", keys.sku), ("MPN ", keys.mpn), ("", keys.brand),
        ]
        for (label, value) in numbers { if let value { out += "  \(label)\(Wording.safe(value))\n" } }
        let width = history.runs.map { price($0).count }.max() ?? 0
        for run in history.runs {
            let (first, last) = (day(run.first), day(run.last))
            let span = first == last ? first + "              " : "\(first) – \(last)"
            let text = price(run)
            let gap = String(repeating: " ", count: width - text.count)
            let was = run.was.map { ", before \($0.text)" } ?? ""
            out += "  \(span)  \(gap)\(text)\(was)  (\(Wording.count(run.sightings, "sighting")))\n"
        }
        if let judged {
            let days = judged.verdict == .notEnoughHistory ? " (\(Wording.count(judged.days, "day")))" : ""
            out += "  \(Wording.name(judged.verdict))\(days): \(judged.words)\n"
        }
        return out
    }

    private static func price(_ run: PriceRun) -> String {
        run.price.text + (run.highPrice.map { " to \($0.text)" } ?? "")
    }

    private static func day(_ moment: Int64) -> String { CalendarDate(millisecondsSince1970: moment).text }

    /// ISO 8601, to the second, UTC.
    private static func moment(_ milliseconds: Int64) -> String {
        let seconds = ((milliseconds / 1_000) % 86_400 + 86_400) % 86_400
        func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }
        return "\(day(milliseconds))T\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
    }
}

extension Wording {
    /// What earlier prices say, in a few words.
    static func name(_ verdict: PriceVerdict) -> String {
        switch verdict {
        case .supported: "Supported by earlier prices"
        case .contradicted: "Contradicted by earlier prices"
        case .notEnoughHistory: "Not enough history"
        case .notCompared: "Not compared"
        }
    }
}
