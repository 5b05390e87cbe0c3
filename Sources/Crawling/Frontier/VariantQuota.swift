import Model

/// Holds back the addresses that a site can make without end of the same few pages: sort orders, filters, calendars,
/// endless pagination, loops of folders.
struct VariantQuota {
    /// Of one listing, how many of its further pages.
    private let pagination: Int
    /// Of one path, how many of each other kind.
    private static let filters = 2
    private static let calendar = 3
    private static let manyParameters = 5
    /// Distinct lists of parameter names that one path may have.
    private static let parameterSets = 12
    private static let segments = 16
    private static let queryLength = 512

    /// Lists, calendars and paths that are counted at most: a site that has more of them makes them up.
    private static let counterLimit = 60_000
    private static let counterByteLimit = 12 << 20
    /// Folders of a path from which on it is deep, and how many such paths a host may have.
    private static let deep = 9

    /// What is counted of a list: addresses, those that were answered, and those of them that showed another page again.
    private struct Count {
        var seen: Int32 = 0
        var answered: Int32 = 0
        var repeats: Int32 = 0
    }

    private var counters = AddressArena()
    private var counts: [Count] = []
    /// The list that the address at hand was last counted for.
    private var family: Int32 = -1

    init(maxPages: Int) { pagination = max(20, maxPages / 10) }

    /// Whether a new address may be asked for, and the list whose further page or other look it is; -1 for none. Counts
    /// it.
    mutating func admits(_ url: [UInt8]) -> (isAdmitted: Bool, family: Int32) {
        family = -1
        return (isAdmitted(url), family)
    }

    /// What a page of a list turned out to be.
    mutating func learn(_ family: Int32, isRepeat: Bool) {
        guard family >= 0 else { return }
        counts[Int(family)].answered += 1
        if isRepeat { counts[Int(family)].repeats += 1 }
    }

    /// The list's further pages show one page again and again: its end is passed.
    func isClosed(_ family: Int32) -> Bool {
        guard family >= 0 else { return false }
        let count = counts[Int(family)]
        return count.repeats >= 3 && count.repeats * 3 >= count.answered
    }

    private mutating func isAdmitted(_ url: [UInt8]) -> Bool {
        guard let parts = AddressParts(url) else { return false }
        let path = url[parts.path]
        guard !isLoop(url[parts.path.lowerBound...]) else { return false }
        let folders = path.count { $0 == UInt8(ascii: "/") }
        if folders >= Self.deep, !count("l", Array(url[parts.host]), limit: pagination) { return false }
        if let facets = Self.facets(path), !count("f", Array(url[..<facets]), limit: Self.filters) { return false }
        var key = Array(url[..<parts.path.upperBound])
        let pathPage = Self.pageSegment(path)
        if let pathPage {
            key.removeSubrange(pathPage.lowerBound..<min(pathPage.upperBound, key.count))
            guard count("p", key, limit: pagination) else { return false }
        }
        if Self.hasDay(path), !count("d", Self.withoutDigits(key), limit: pagination) { return false }
        guard let query = parts.query else { return true }
        guard query.count <= Self.queryLength else { return false }
        return admits(query: url[query], key)
    }

    private mutating func admits(query: ArraySlice<UInt8>, _ key: [UInt8]) -> Bool {
        var names: [[UInt8]] = []
        var rest = key
        var isPaged = false
        var isFiltered = false
        var isDated = false
        for parameter in query.split(separator: UInt8(ascii: "&")) {
            let mark = parameter.firstIndex(of: UInt8(ascii: "=")) ?? parameter.endIndex
            let name = parameter[..<mark].map(lowered)
            let word = Array(name.prefix { $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "[") })
            let value = parameter[mark...].dropFirst()
            if ParameterNames.orders.contains(word) || ParameterNames.isLook(word, value) { return false }
            names.append(name)
            // WordPress has `/?p=123` for its articles, Magento `/shoes?p=2` for further pages.
            let isShort = word == [UInt8(ascii: "p")] && key.last != UInt8(ascii: "/")
            if isShort || ParameterNames.pages.contains(word) || word.starts(with: "pagen_".utf8) {
                isPaged = true
                continue
            }
            isFiltered = isFiltered || ParameterNames.isFilter(word)
            isDated = isDated || ParameterNames.dates.contains(word) || Self.hasDay(parameter[mark...])
            rest.append(UInt8(ascii: "&"))
            rest.append(contentsOf: parameter)
        }
        if isFiltered, !count("f", key, limit: Self.filters) { return false }
        if isDated, !count("c", key, limit: Self.calendar) { return false }
        if names.count > 4, !count("m", key, limit: Self.manyParameters) { return false }
        if isPaged, !count("p", rest, limit: pagination) { return false }
        return isKnownOrRare(names, key)
    }

    /// A path whose parameters come in ever new combinations is a trap; the first dozen are not.
    private mutating func isKnownOrRare(_ names: [[UInt8]], _ key: [UInt8]) -> Bool {
        let list = Array(names.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [UInt8(ascii: "&")]))
        let entry = [UInt8(ascii: "n")] + key + [UInt8(ascii: "?")] + list
        if counters.find(entry, entry.indices) != nil { return true }
        guard count("s", key, limit: Self.parameterSets) else { return false }
        _ = add(entry)
        return true
    }

    private mutating func count(_ kind: Character, _ key: [UInt8], limit: Int) -> Bool {
        guard let index = add([kind.asciiValue ?? 0] + key) else { return false }
        counts[index].seen &+= 1
        // Lists, filters and calendars; not all that a path or a host has.
        if kind != "s", kind != "l", kind != "m" { family = Int32(index) }
        return counts[index].seen <= limit
    }

    /// Nil when there is no more room.
    private mutating func add(_ entry: [UInt8]) -> Int? {
        if let known = counters.find(entry, entry.indices) { return Int(known) }
        guard counters.count < Self.counterLimit, counters.bytes.count < Self.counterByteLimit else { return nil }
        counts.append(Count())
        return Int(counters.insert(entry, entry.indices).index)
    }

    /// Too deep, or the same folder three times over.
    private func isLoop(_ path: ArraySlice<UInt8>) -> Bool {
        let segments = path.split(separator: UInt8(ascii: "/"))
        if segments.count > Self.segments { return true }
        guard segments.count > 3 else { return false }
        return segments.contains { segment in segments.count(where: { $0 == segment }) > 2 }
    }

    /// Where a listing's filters begin in its path: "/filter/…", "/colour=red/", or two segments that name and choose.
    private static func facets(_ path: ArraySlice<UInt8>) -> Int? {
        var first: Int?
        for segment in path.split(separator: UInt8(ascii: "/")) {
            let word = segment.prefix { isLetter($0) }.map(lowered)
            let isNamed = ParameterNames.isFilter(word)
            if isNamed, word.count == segment.count, word.count > 1, ParameterNames.opensFilters(word) {
                return segment.startIndex
            }
            // "/index.php@route=product&id=4" of a mirror and "/item:12" are pages like others: the name must be a filter's.
            let mark = segment.firstIndex { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }
            if isNamed, mark == segment.startIndex + word.count { return segment.startIndex }
            guard isNamed, word.count + 1 < segment.count, word.count > 1 else { continue }
            if let first { return first }
            first = segment.startIndex
        }
        return nil
    }

    /// "/page/7" or "/seite-7" in a path: the range of the number and its word.
    private static func pageSegment(_ path: ArraySlice<UInt8>) -> Range<Int>? {
        let segments = path.split(separator: UInt8(ascii: "/"))
        for (index, segment) in segments.enumerated().dropFirst() {
            let word = segments[index - 1].map(lowered)
            if segment.allSatisfy(isDigit), ParameterNames.pages.contains(word) {
                return segments[index - 1].startIndex..<segment.endIndex
            }
        }
        return nil
    }

    /// The number in "?page=7" or "/page/7"; nil for addresses without one.
    static func pageNumber(of url: [UInt8]) -> UInt32? {
        guard let parts = AddressParts(url) else { return nil }
        var digits = pageSegment(url[parts.path]).map { url[$0].drop { !isDigit($0) } }
        if let query = parts.query {
            for parameter in url[query].split(separator: UInt8(ascii: "&")) {
                guard let mark = parameter.firstIndex(of: UInt8(ascii: "=")) else { continue }
                if ParameterNames.pages.contains(parameter[..<mark].map(lowered)) { digits = parameter[(mark + 1)...] }
            }
        }
        guard let digits, !digits.isEmpty, digits.count < 9, digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + UInt32($1 - 0x30) }
    }

    /// A year and a month stand in it: 2026-11, 2026/11.
    private static func hasDay(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count >= 7 else { return false }
        for start in bytes.startIndex...(bytes.endIndex - 7) {
            guard bytes[start] == 0x31 || bytes[start] == 0x32, start == bytes.startIndex || !isDigit(bytes[start - 1])
            else { continue }
            let hasYear = isDigit(bytes[start + 1]) && isDigit(bytes[start + 2]) && isDigit(bytes[start + 3])
            let isSplit = bytes[start + 4] == UInt8(ascii: "-") || bytes[start + 4] == UInt8(ascii: "/")
            guard hasYear, isSplit, isDigit(bytes[start + 5]), isDigit(bytes[start + 6]) else { continue }
            let century = Int(bytes[start] - 0x30) * 10 + Int(bytes[start + 1] - 0x30)
            let month = Int(bytes[start + 5] - 0x30) * 10 + Int(bytes[start + 6] - 0x30)
            if (19...25).contains(century), (1...12).contains(month) { return true }
        }
        return false
    }

    private static func withoutDigits(_ key: [UInt8]) -> [UInt8] { key.map { isDigit($0) ? 0x30 : $0 } }
}
