import Parsing

/// What a page's currency switch offers, for pages of which nothing else tells whose dollars they mean.
enum CurrencySwitch {
    /// Codes that stand by themselves, e.g. "USD" and "EUR"; none of those that share a sign with another one.
    static func codes(_ document: Document) -> [String] {
        var found: [String] = []
        for piece in document.pieces where piece.text.count >= 3 && piece.text.count <= 5 && found.count < 12 {
            let code = String(decoding: document.text[piece.text].filter { $0 > 32 }, as: UTF8.self)
            if known.contains(code), !found.contains(code) { found.append(code) }
        }
        let signs = CurrencyToken.table.filter { $0.codes.count > 1 }
        return found.filter { code in
            !signs.contains { sign in
                sign.codes.contains(code) && sign.codes.contains { $0 != code && found.contains($0) }
            }
        }
    }

    private static let known = Set(CurrencyToken.table.flatMap(\.codes))
}
