/// Looks for many byte strings at once in scripts, skipping most bytes (Wu and Manber 1994, blocks of two).
struct FingerprintScanner: Sendable {
    /// Shortest string that is taken: it sets how far the scanner can skip.
    static let shortest = 8

    private let needles: [[UInt8]]
    /// For two bytes read as one number: how far to go on when they end the window.
    private let shift: [UInt8]
    /// Needles by the two bytes that end their first `shortest` bytes.
    private let ends: [UInt16: [Int]]

    /// Strings under `shortest` bytes never match.
    init(_ strings: [String]) {
        needles = strings.map { Array($0.utf8) }
        let window = FingerprintScanner.shortest
        var shift = [UInt8](repeating: UInt8(window - 1), count: 65_536)
        var ends: [UInt16: [Int]] = [:]
        for (index, needle) in needles.enumerated() where needle.count >= window {
            for i in 1..<window {
                let pair = Int(needle[i - 1]) << 8 | Int(needle[i])
                shift[pair] = min(shift[pair], UInt8(window - 1 - i))
            }
            ends[UInt16(needle[window - 2]) << 8 | UInt16(needle[window - 1]), default: []].append(index)
        }
        self.shift = shift
        self.ends = ends
    }

    /// Calls `found` with the index of a string and the index of its first byte, for up to 200 occurrences.
    func scan(_ bytes: ArraySlice<UInt8>, _ found: (Int, Int) -> Void) {
        var left = 200
        let window = FingerprintScanner.shortest
        guard bytes.count >= window, !ends.isEmpty else { return }
        // Buffers without bounds checks on each byte: every index below is under `text.count`, every pair under 65,536.
        bytes.withUnsafeBufferPointer { text in
            shift.withUnsafeBufferPointer { shift in
                var i = window - 1
                while i < text.count, left > 0 {
                    let pair = Int(text[i - 1]) << 8 | Int(text[i])
                    let step = shift[pair]
                    if step > 0 {
                        i += Int(step)
                        continue
                    }
                    for index in ends[UInt16(pair)] ?? [] {
                        let needle = needles[index]
                        let start = i - window + 1
                        if start + needle.count <= text.count,
                            needle.indices.allSatisfy({ text[start + $0] == needle[$0] })
                        {
                            found(index, bytes.startIndex + start)
                            left -= 1
                        }
                    }
                    i += 1
                }
            }
        }
    }
}
