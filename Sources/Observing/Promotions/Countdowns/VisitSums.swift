import Parsing

/// Sums of the present moment and a constant length of time in a script: `Date.now() + 2 * 60 * 60 * 1000`,
/// `end.setHours(end.getHours() + 2)`. A length that comes from elsewhere, as the server's "seconds left" may, is none.
struct VisitSums {
    struct Sum: Hashable {
        /// From the moment to the end of the length.
        var range: Range<Int>
        /// What stands around it up to the next semicolons or braces.
        var statement: Range<Int>
        /// Milliseconds.
        var length: Int64
    }

    private let source: [UInt8]
    private(set) var sums: [Sum] = []

    /// - Parameter source: lower case, without white space but line ends.
    init(_ source: [UInt8]) {
        self.source = source
        for moment in Self.moments { add(moment, isWhole: false) }
        for name in presentNames() {
            for form in ["\(name).gettime()", "\(name).valueof()", name] { add(form, isWhole: true) }
        }
        for (setter, getter, unit) in Self.setters {
            for start in source.places(of: setter).prefix(Self.mostPlaces) {
                let reach = min(source.count, start + 60)
                guard let inner = Array(source[start..<reach]).places(of: getter).first else { continue }
                add(after: start, inner + getter.utf8.count, unit)
            }
        }
        sums.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Of one form of words in one script; more is no script that a person wrote.
    private static let mostPlaces = 20

    private mutating func add(_ form: String, isWhole: Bool) {
        for start in source.places(of: form).prefix(Self.mostPlaces) where !isWhole || !isNamePart(start - 1) {
            add(after: start, form.utf8.count, 1)
        }
    }

    private static let moments = [
        "date.now()", "newdate().gettime()", "(newdate()).gettime()", "newdate().valueof()", "+newdate()", "newdate()",
    ]
    private static let setters: [(String, String, Int64)] = [
        (".settime(", ".gettime()", 1), (".sethours(", ".gethours()", 3_600_000),
        (".setminutes(", ".getminutes()", 60_000), (".setseconds(", ".getseconds()", 1_000),
        (".setdate(", ".getdate()", 86_400_000),
    ]
    /// A minute to sixty days: what is shorter is a moment's show, what is longer a memory.
    private static let lengths: ClosedRange<Int64> = 60_000...(60 * 86_400_000)

    private mutating func add(after start: Int, _ count: Int, _ unit: Int64) {
        var at = start + count
        while at < source.count, source[at] == UInt8(ascii: ")") { at += 1 }
        guard at < source.count, source[at] == UInt8(ascii: "+"), sums.count < 40,
            let product = Product(source, at: at + 1), product.end > at + 1
        else { return }
        let (length, isTooLong) = product.value.multipliedReportingOverflow(by: unit)
        // A remainder that the server wrote down is seldom whole minutes.
        guard !isTooLong, Self.lengths.contains(length), length % 60_000 == 0 else { return }
        let statement = statement(start, product.end)
        let sum = Sum(range: start..<product.end, statement: statement, length: length)
        if !sums.contains(where: { $0.range.overlaps(sum.range) }) { sums.append(sum) }
    }

    private func statement(_ start: Int, _ end: Int) -> Range<Int> {
        let stops = Array(";{}\n".utf8)
        var first = start
        while first > 0, start - first < 120, !stops.contains(source[first - 1]) { first -= 1 }
        var last = end
        while last < source.count, last - end < 60, !stops.contains(source[last]) { last += 1 }
        return first..<last
    }

    /// Variables that hold the present moment.
    private func presentNames() -> [String] {
        var names: [String] = []
        for moment in Self.moments where !moment.hasPrefix("+") {
            for start in source.places(of: moment) {
                var sign = start - 1
                while sign > 0, source[sign] == UInt8(ascii: "+") || source[sign] == UInt8(ascii: "(") { sign -= 1 }
                guard sign > 0, source[sign] == UInt8(ascii: "="), let name = NamedValues.name(before: sign, in: source)
                else { continue }
                let end = start + moment.utf8.count
                guard end >= source.count || ";,)\n}".utf8.contains(source[end]) else { continue }
                // White space is gone: "var now" is "varnow".
                let bare = ["const", "var", "let"].first { name.text.hasPrefix($0) }.map {
                    name.text.dropFirst($0.count)
                }
                let text = bare.map(String.init) ?? name.text
                if text.utf8.count > 1, names.count < 4, !names.contains(text) { names.append(text) }
            }
        }
        return names
    }

    private func isNamePart(_ at: Int) -> Bool {
        guard source.indices.contains(at) else { return false }
        let byte = source[at]
        return byte.isASCIILetter || byte.isASCIIDigit || byte == 95 || byte == 36 || byte == 46
    }
}

/// A product of numbers and of constants that the same script sets: `2*60*60*1000`, `hours*3600000`.
struct Product {
    private(set) var value: Int64 = 1
    private(set) var end: Int

    /// Nil where some factor isn't known.
    init?(_ source: [UInt8], at start: Int, depth: Int = 0) {
        end = start
        guard depth < 4 else { return nil }
        while true {
            guard let (factor, next) = Self.factor(source, end, depth) else { return nil }
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: factor)
            guard !isTooLarge else { return nil }
            (value, end) = (product, next)
            guard end < source.count, source[end] == UInt8(ascii: "*") else { break }
            end += 1
        }
        // "2*x+y" and "6e4": more than was read.
        if end < source.count, "+-/%.".utf8.contains(source[end]) || source[end].isASCIILetter { return nil }
    }

    private static func factor(_ source: [UInt8], _ start: Int, _ depth: Int) -> (Int64, Int)? {
        guard start < source.count else { return nil }
        if source[start] == UInt8(ascii: "(") {
            guard let inner = Product(source, at: start + 1, depth: depth + 1), inner.end < source.count,
                source[inner.end] == UInt8(ascii: ")")
            else { return nil }
            return (inner.value, inner.end + 1)
        }
        let digits = source[start...].prefix(14).prefix { $0.isASCIIDigit || $0 == 95 }
        if !digits.isEmpty {
            guard let value = Int64(String(decoding: digits.filter { $0 != 95 }, as: UTF8.self)) else { return nil }
            if digits.endIndex < source.count, source[digits.endIndex] == UInt8(ascii: "e") {
                let power = source[(digits.endIndex + 1)...].prefix(2).prefix { $0.isASCIIDigit }
                guard let exponent = Int(String(decoding: power, as: UTF8.self)), exponent < 10 else { return nil }
                return (value * (0..<exponent).reduce(Int64(1)) { sum, _ in sum * 10 }, power.endIndex)
            }
            return (value, digits.endIndex)
        }
        let name = source[start...].prefix(60).prefix {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == 95 || $0 == 36 || $0 == 46
        }
        guard name.count > 1 else { return nil }
        guard let value = constant(String(decoding: name, as: UTF8.self), source, depth) else { return nil }
        return (value, name.endIndex)
    }

    /// What a name stands for, where the script sets it once.
    private static func constant(_ name: String, _ source: [UInt8], _ depth: Int) -> Int64? {
        guard depth < 2 else { return nil }
        let last = name.split(separator: ".").last.map(String.init) ?? name
        let settings = ["=", ":"].flatMap { sign in
            source.places(of: last + sign).map { (start: $0, after: $0 + last.utf8.count + 1) }
        }.filter { place in
            place.after < source.count && source[place.after] != UInt8(ascii: "=") && isWhole(place.start, source)
        }
        guard settings.count == 1, let place = settings.first else { return nil }
        return Product(source, at: place.after, depth: depth + 1)?.value
    }

    private static func isWhole(_ start: Int, _ source: [UInt8]) -> Bool {
        guard start > 0 else { return true }
        let before = String(decoding: source[max(0, start - 5)..<start], as: UTF8.self)
        if ["const", "let", "var"].contains(where: before.hasSuffix) { return true }
        let byte = source[start - 1]
        return !byte.isASCIILetter && !byte.isASCIIDigit && byte != 95 && byte != 36
    }
}
