import Model

/// The shop's name as its page titles repeat it: "Stoneware teapot | Harbour & Hearth".
enum ShopName {
    /// Different parts that are counted at most.
    private static let partLimit = 20_000

    /// The part of the titles, between the usual separators, that most pages share; nil where under half do.
    static func of(_ site: SiteFacts) -> String? {
        var counts: [Substring: Int] = [:]
        var titled = 0
        for page in site.pages where !page.title.isEmpty {
            titled += 1
            let parts = parts(page.title)
            for (i, part) in parts.enumerated() where !parts[..<i].contains(part) {
                if counts[part] != nil || counts.count < partLimit { counts[part, default: 0] += 1 }
            }
        }
        guard let best = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }), titled >= 3,
            best.value * 2 >= titled
        else { return nil }
        return String(best.key)
    }

    /// What stands between separators, 2 to 60 characters long. A hyphen separates after a space only.
    private static func parts(_ title: String) -> [Substring] {
        var parts: [Substring] = []
        let scalars = title.unicodeScalars
        var start = scalars.startIndex
        var before: Unicode.Scalar?
        for i in scalars.indices {
            let scalar = scalars[i]
            if isSeparator(scalar, after: before) {
                keep(title[start..<i], &parts)
                start = scalars.index(after: i)
            }
            before = scalar
        }
        keep(title[start...], &parts)
        return parts
    }

    private static func isSeparator(_ scalar: Unicode.Scalar, after before: Unicode.Scalar?) -> Bool {
        switch scalar {
        case "|", ":", "–", "—", "·", "•", "»": true
        case "-": before?.properties.isWhitespace ?? false
        default: false
        }
    }

    private static func keep(_ text: Substring, _ parts: inout [Substring]) {
        var part = text.drop(while: \.isWhitespace)
        while part.last?.isWhitespace == true { part.removeLast() }
        guard part.utf8.count <= 60 || part.count <= 60, !part.dropFirst().isEmpty else { return }
        parts.append(part)
    }
}
