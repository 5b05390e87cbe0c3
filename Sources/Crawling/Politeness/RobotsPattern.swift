/// The path of one Allow or Disallow line, ready to be compared: `*` stands for any bytes, a last `$` for the end.
struct RobotsPattern: Sendable, Hashable {
    /// Bytes between two stars.
    private struct Run: Sendable, Hashable {
        let bytes: Range<Int>
        /// For each byte the length of the longest proper prefix of the run that ends there (Knuth, Morris, Pratt).
        /// Empty where the run isn't searched for.
        let borders: [UInt16]
    }

    /// In normal form; a dollar that isn't the last byte is escaped.
    let bytes: [UInt8]
    private let runs: [Run]
    private let isAnchored: Bool

    /// Octets that decide which of several matching rules counts (RFC 9309, 2.2.2).
    var length: Int { bytes.count }

    /// Of a line's value; at most `RobotsLine.lengthLimit` bytes, so a run's length fits 16 bits.
    init(_ value: some BidirectionalCollection<UInt8>) {
        let dollar = UInt8(ascii: "$")
        let inner = value.dropLast().flatMap { $0 == dollar ? Array("%24".utf8) : [$0] }
        bytes = Self.normalised(inner + value.suffix(1))
        isAnchored = bytes.last == dollar
        let body = bytes.indices.dropLast(isAnchored ? 1 : 0)
        var runs: [Run] = []
        var start = body.startIndex
        for index in body where bytes[index] == UInt8(ascii: "*") {
            runs.append(Self.run(bytes, start..<index, isSearched: !runs.isEmpty))
            start = index + 1
        }
        runs.append(Self.run(bytes, start..<body.endIndex, isSearched: !runs.isEmpty && !isAnchored))
        self.runs = runs
    }

    private static func run(_ bytes: [UInt8], _ range: Range<Int>, isSearched: Bool) -> Run {
        guard isSearched, range.count > 1 else { return Run(bytes: range, borders: []) }
        var borders = [UInt16](repeating: 0, count: range.count)
        var length = 0
        for offset in 1..<range.count {
            let byte = bytes[range.lowerBound + offset]
            while length > 0, bytes[range.lowerBound + length] != byte { length = Int(borders[length - 1]) }
            if bytes[range.lowerBound + length] == byte { length += 1 }
            borders[offset] = UInt16(clamping: length)
        }
        return Run(bytes: range, borders: borders)
    }

    /// Whether a beginning of `path`, in normal form, matches. Takes time in the sum of both lengths, whatever the
    /// number of stars: each run is looked for once, as far to the left as it can stand.
    func matches(_ path: [UInt8]) -> Bool {
        guard path.starts(with: bytes[runs[0].bytes]) else { return false }
        var index = runs[0].bytes.count
        guard runs.count > 1 else { return !isAnchored || index == path.count }
        for run in runs[1..<(runs.count - 1)] {
            guard let end = end(of: run, in: path, from: index) else { return false }
            index = end
        }
        let last = runs[runs.count - 1]
        guard isAnchored else { return end(of: last, in: path, from: index) != nil }
        let tail = path.count - last.bytes.count
        return tail >= index && path[tail...].elementsEqual(bytes[last.bytes])
    }

    /// Behind the first place of the run at or after `start`; nil where it isn't.
    private func end(of run: Run, in path: [UInt8], from start: Int) -> Int? {
        if run.bytes.isEmpty { return start }
        let first = run.bytes.lowerBound
        if run.borders.isEmpty { return path[start...].firstIndex(of: bytes[first]).map { $0 + 1 } }
        var length = 0
        var index = start
        while index < path.count {
            while length > 0, bytes[first + length] != path[index] { length = Int(run.borders[length - 1]) }
            if bytes[first + length] == path[index] { length += 1 }
            index += 1
            if length == run.bytes.count { return index }
        }
        return nil
    }

    /// Escapes in one form, so that rules and URLs compare byte by byte (RFC 9309, 2.2.2): what RFC 3986 has no place
    /// for is escaped, escapes of unreserved bytes are undone, the others are in upper case.
    /// - Parameter escapesStar: for a URL, in which a star and a dollar are themselves.
    static func normalised(_ path: some Collection<UInt8>, escapesStar: Bool = false) -> [UInt8] {
        var out: [UInt8] = []
        let bytes = Array(path)
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            var isEscaped =
                !isLegal(byte) || (escapesStar && (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$")))
            index += 1
            if byte == UInt8(ascii: "%"), index + 1 < bytes.count, let high = hexValue(bytes[index]),
                let low = hexValue(bytes[index + 1])
            {
                byte = high << 4 | low
                index += 2
                isEscaped = !isUnreserved(byte)
            }
            if isEscaped {
                out.append(UInt8(ascii: "%"))
                out.append(hexDigit(byte >> 4))
                out.append(hexDigit(byte & 15))
            } else {
                out.append(byte)
            }
        }
        return out
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "-._~".utf8.contains(byte)
    }

    /// Reserved and unreserved bytes of RFC 3986. A percent sign that begins no escape is neither.
    private static func isLegal(_ byte: UInt8) -> Bool {
        isUnreserved(byte) || ":/?#[]@!$&'()*+,;=".utf8.contains(byte)
    }
}
