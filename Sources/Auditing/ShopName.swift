import Model

/// The shop's name as its page titles repeat it: "Stoneware teapot | Harbour & Hearth".
enum ShopName {
    /// The part of the titles, between the usual separators, that most pages share; nil where under half do.
    static func of(_ site: SiteFacts) -> String? {
        var counts: [String: Int] = [:]
        let titled = site.pages.filter { !$0.title.isEmpty }
        for page in titled {
            for part in Set(parts(page.title)) where counts[part] != nil || counts.count < 20_000 {
                counts[part, default: 0] += 1
            }
        }
        guard let best = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }), titled.count >= 3,
            best.value * 2 >= titled.count
        else { return nil }
        return best.key
    }

    private static func parts(_ title: String) -> [String] {
        var parts: [String] = []
        var current = ""
        let characters = Array(title)
        for (i, c) in characters.enumerated() {
            let spaced = i > 0 && characters[i - 1].isWhitespace
            if "|–—·•»".contains(c) || (c == "-" && spaced) || c == ":" {
                parts.append(current)
                current = ""
            } else {
                current.append(c)
            }
        }
        parts.append(current)
        return parts.map { String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) }
            .filter { (2...60).contains($0.count) }
    }
}
