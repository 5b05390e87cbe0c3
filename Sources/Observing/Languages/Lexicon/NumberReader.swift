/// Numbers in folded text, by a language's habits.
enum NumberReader {
    /// The number that begins at `p`, nil where no digit stands there. A separator with three digits after it groups
    /// where the language groups with it; one with one or two is the decimal separator.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, at p: Int, end limit: Int, _ habits: NumberHabits
    ) -> (value: Double, end: Int)? {
        func digits(_ from: Int) -> Int {
            var q = from
            while q < limit, q - from < 15, (48...57).contains(bytes[q]) { q += 1 }
            return q - from
        }
        var run = digits(p)
        guard run > 0 else { return nil }
        var value = 0.0
        func add(_ range: Range<Int>) { for i in range { value = value * 10 + Double(bytes[i] - 48) } }
        add(p..<(p + run))
        var q = p + run
        var grouping: UInt8?
        while q + 1 < limit {
            let separator = bytes[q]
            let next = digits(q + 1)
            guard next > 0 else { break }
            let groups = grouping.map { $0 == separator } ?? (habits.group.contains(separator) && run <= 3)
            if next == 3, groups {
                add((q + 1)..<(q + 4))
                grouping = separator
                run = 3
                q += 4
            } else if habits.decimal.contains(separator), separator != grouping, next <= 4 {
                let whole = value
                value = 0
                add((q + 1)..<(q + 1 + next))
                var scale = 1.0
                for _ in 0..<next { scale *= 10 }
                return (whole + value / scale, q + 1 + next)
            } else {
                break
            }
        }
        return (value, q)
    }

    /// The number that ends at `end`.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, before end: Int, start limit: Int, _ habits: NumberHabits
    ) -> (value: Double, start: Int)? {
        var q = end
        while q > limit, end - q < 24, isPart(bytes[q - 1]) { q -= 1 }
        while q < end {
            let begins = (48...57).contains(bytes[q]) && (q == limit || !(48...57).contains(bytes[q - 1]))
            if begins, let number = read(bytes, at: q, end: end, habits), number.end == end {
                return (number.value, q)
            }
            q += 1
        }
        return nil
    }

    private static func isPart(_ b: UInt8) -> Bool { (48...57).contains(b) || b == 46 || b == 44 || b == 32 || b == 39 }
}
