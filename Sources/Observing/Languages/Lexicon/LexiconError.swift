/// A language file or term list that can't be used. Says which file and key, in one line.
public struct LexiconError: Error, Hashable, CustomStringConvertible {
    /// Path of the file, or what else the phrase came from.
    public var file: String
    /// Dotted path inside it, e.g. "terms.promo.sale".
    public var key: String
    /// What is wrong there.
    public var reason: String

    /// One line: file, key, reason.
    public var description: String { key.isEmpty ? "\(file): \(reason)" : "\(file): \(key): \(reason)" }

    /// "unknown, did you mean …?" with the nearest of the known names.
    static func unknown(_ key: String, in file: String, path: String, known: [String]) -> LexiconError {
        let nearest = known.min { distance(key, $0) < distance(key, $1) }
        let hint = nearest.map { ", did you mean \"\($0)\"?" } ?? ""
        return LexiconError(file: file, key: path, reason: "unknown key \"\(key)\"\(hint)")
    }

    /// Levenshtein's distance of the first 40 bytes.
    private static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.utf8.prefix(40))
        let b = Array(b.utf8.prefix(40))
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let substituted = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
