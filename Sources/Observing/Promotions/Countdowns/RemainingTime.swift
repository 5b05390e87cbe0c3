import Model
import Parsing

/// A length of time as a clock on a page shows it.
struct RemainingTime: Hashable {
    /// More than 0.
    var milliseconds: Int64
    /// Milliseconds of the smallest unit written.
    var step: Int64

    /// Units by how their names begin, in the languages that shops write clocks in.
    private static let units: [(length: Int64, names: [String])] = [
        (
            86_400_000,
            [
                "d", "day", "tag", "dní", "dni", "dny", "deň", "den", "дн", "ден", "дне", "дня", "сут", "gün", "jour",
                "día", "dia",
                "gior", "օր", "วัน", "nap",
            ]
        ),
        (
            3_600_000,
            [
                "h", "hour", "hr", "hrs", "std", "stund", "hod", "god", "ч", "час", "год", "saat", "heure", "hora",
                "ore", "ժ", "ժամ",
                "ชั่วโมง", "ชม", "óra",
            ]
        ),
        (60_000, ["m", "min", "мин", "хв", "dəq", "dk", "dak", "րոպե", "ր", "นาที", "perc"]),
        (1_000, ["s", "sec", "sek", "с", "сек", "san", "sek", "seg", "сек", "վրկ", "վայրկյան", "วินาที", "másod"]),
    ]

    /// Milliseconds of the unit that a word names; nil for other words.
    static func unit(_ word: some StringProtocol) -> Int64? {
        let word = word.lowercased()
        return units.first { unit in
            unit.names.contains { $0.count < 3 ? word == $0 : word.hasPrefix($0) && word.count <= $0.count + 6 }
        }?.length
    }

    /// The length that `text` shows: "02:14:09", "1:02:14:09", "2d 03h", "2 days 3 hours"; nil for none, for nothing
    /// but zeros, and for two figures with a colon, of which nobody can tell what they count.
    init?(_ text: String) {
        let words = RemainingTime.words(text)
        guard let found = RemainingTime.clock(words) ?? RemainingTime.named(words) else { return nil }
        self = found
    }

    init?(milliseconds: Int64, step: Int64) {
        // No clock of a shop runs for more than a year; what says so counts something else.
        guard milliseconds > 0, milliseconds <= 400 * 86_400_000 else { return nil }
        self.milliseconds = milliseconds
        self.step = step
    }

    private enum Word: Equatable {
        case number(Int64, digits: Int)
        case name(Substring)
        case colon
    }

    private static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                words.append(.number(Int64(digits.prefix(9)) ?? 0, digits: digits.count))
                rest = rest.dropFirst(digits.count)
            } else if first.isLetter {
                let name = rest.prefix { $0.isLetter }
                words.append(.name(name))
                rest = rest.dropFirst(name.count)
            } else {
                if first == ":" { words.append(.colon) }
                rest.removeFirst()
            }
        }
        return words
    }

    /// Three or four figures with colons between them, once.
    private static func clock(_ words: [Word]) -> RemainingTime? {
        var runs: [[Int64]] = []
        var isOpen = false
        for word in words {
            switch word {
            case .number(let value, let digits):
                if isOpen, !runs.isEmpty {
                    runs[runs.count - 1].append(value)
                } else if digits <= 3 {
                    runs.append([value])
                }
                isOpen = false
            case .colon: isOpen = true
            case .name: isOpen = false
            }
        }
        let clocks = runs.filter { $0.count == 3 || $0.count == 4 }
        guard clocks.count == 1, let figures = clocks.first, figures.suffix(2).allSatisfy({ $0 < 60 }) else {
            return nil
        }
        let lengths: [Int64] = [86_400_000, 3_600_000, 60_000, 1_000]
        let sum = zip(figures, lengths.suffix(figures.count)).reduce(Int64(0)) { $0 + $1.0 * $1.1 }
        return RemainingTime(milliseconds: sum, step: 1_000)
    }

    /// Two figures or more with the names of their units, all before or all after them.
    private static func named(_ words: [Word]) -> RemainingTime? {
        let words = words.filter { $0 != .colon }
        var pairs: [(length: Int64, value: Int64)] = []
        let isLabelFirst =
            words.first.map { if case .name(let name) = $0 { unit(name) != nil } else { false } } ?? false
        for (index, word) in words.enumerated() {
            guard case .number(let value, let digits) = word, digits <= 3 else { continue }
            let other = isLabelFirst ? index - 1 : index + 1
            guard words.indices.contains(other), case .name(let name) = words[other], let length = unit(name) else {
                continue
            }
            pairs.append((length, value))
        }
        return RemainingTime(pairs: pairs)
    }

    /// Nil where fewer than two units are named, or one of them twice.
    init?(pairs: [(length: Int64, value: Int64)]) {
        guard pairs.count >= 2, Set(pairs.map(\.length)).count == pairs.count, let step = pairs.map(\.length).min()
        else {
            return nil
        }
        self.init(milliseconds: pairs.reduce(0) { $0 + $1.length * min($1.value, 1_000) }, step: step)
    }
}
