/// The right name that a wrong one was most likely meant to be.
public enum NearestName {
    /// Nil where nothing is near: more than a third of the letters differ. Ties go to the first in order.
    static func of(_ wrong: String, among names: some Sequence<String>) -> String? {
        let wrongBytes = Array(wrong.lowercased().utf8.prefix(80))
        let limit = max(2, wrongBytes.count / 3)
        var best: (name: String, distance: Int)?
        for name in names.sorted() {
            let distance = editDistance(wrongBytes, Array(name.lowercased().utf8.prefix(80)))
            if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }

    /// ", did you mean x?", or the list where it is short, or nothing.
    public static func hint(_ wrong: String, among names: [String]) -> String {
        if let near = of(wrong, among: names) { return "; did you mean “\(near)”?" }
        guard !names.isEmpty, names.count <= 16 else { return "" }
        return "; known: " + names.sorted().joined(separator: ", ")
    }

    /// Restricted Damerau–Levenshtein distance: insertions, deletions, substitutions, swaps of neighbours.
    static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in b.indices {
                let substituted = last[j] + (a[i] == b[j] ? 0 : 1)
                var cost = min(substituted, last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
