import CICU

/// Writes folded text. Lives only while one text is folded.
struct Folder {
    let text: UnsafeBufferPointer<UInt8>
    private(set) var bytes: [UInt8] = []
    private(set) var starts: [Int32] = []
    private(set) var steps: [FoldedText.Step] = []
    /// Original offset minus folded one, as far as steps tell.
    private var shift = 0
    /// The character before, for what depends on neighbours: where it began in the text and in `bytes`, and its class.
    private var before = (text: 0, bytes: 0, entry: FoldTable.Entry())

    init(text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        bytes.reserveCapacity(text.count + text.count / 8 + 16)
        starts.reserveCapacity(text.count / 4 + 16)
    }

    /// Appends a block of the text.
    mutating func fold(_ range: Range<Int>) {
        before = (range.lowerBound, bytes.count, .space)
        FoldTable.entries.withUnsafeBufferPointer { table in
            var i = range.lowerBound
            while i < range.upperBound {
                let (codePoint, length) = decode(text, i, range.upperBound)
                if codePoint >= 0x10000 {
                    append(FoldTable.lookUp(codePoint), form: codePoint, at: i)
                    i += length
                    continue
                }
                let entry = table[Int(codePoint)]
                if entry.rawValue & Folder.unusual == 0 {
                    append(entry, form: entry.folded, at: i)
                    i += length
                } else {
                    i = unusual(entry, at: i, length, range.upperBound)
                }
            }
        }
    }

    /// Marks a block's end with a zero byte, which no term contains.
    mutating func endBlock(at offset: Int) {
        note(offset)
        bytes.append(0)
    }

    private static let unusual = FoldTable.Entry([.special, .dropped, .space]).rawValue

    private mutating func append(_ entry: FoldTable.Entry, form: UInt32, at offset: Int) {
        note(offset)
        let class_ = entry.rawValue & (FoldTable.Entry.letter.rawValue | FoldTable.Entry.digit.rawValue)
        let last = before.entry.rawValue & (FoldTable.Entry.letter.rawValue | FoldTable.Entry.digit.rawValue)
        if entry.contains(.mark) {
            // Belongs to the letter before it and keeps that one's class.
            before = (offset, bytes.count, before.entry)
        } else {
            let continues = class_ != 0 && (class_ == last || (class_ == FoldTable.Entry.digit.rawValue && last != 0))
            if !continues || entry.contains(.unspaced) { starts.append(Int32(truncatingIfNeeded: bytes.count)) }
            before = (offset, bytes.count, entry)
        }
        encode(form)
    }

    private mutating func note(_ offset: Int) {
        guard offset - bytes.count != shift else { return }
        shift = offset - bytes.count
        steps.append(
            .init(folded: Int32(truncatingIfNeeded: bytes.count), original: Int32(truncatingIfNeeded: offset)))
    }

    private mutating func encode(_ c: UInt32) {
        if c < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: c))
        } else if c < 0x800 {
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | c >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | c & 0x3F))
        } else {
            if c < 0x10000 {
                bytes.append(UInt8(truncatingIfNeeded: 0xE0 | c >> 12))
            } else {
                bytes.append(UInt8(truncatingIfNeeded: 0xF0 | c >> 18))
                bytes.append(UInt8(truncatingIfNeeded: 0x80 | c >> 12 & 0x3F))
            }
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | c & 0x3F))
        }
    }

    /// Spaces, invisible characters and those that depend on neighbours. Returns where to go on.
    private mutating func unusual(_ entry: FoldTable.Entry, at i: Int, _ length: Int, _ end: Int) -> Int {
        if entry.contains(.dropped) { return i + length }
        if entry.contains(.space) {
            if bytes.last != 32 {
                note(i)
                bytes.append(32)
            }
            before = (i, bytes.count - 1, .space)
            return i + length
        }
        switch entry.folded {
        case 0x0587:
            append(.letter, form: 0x0565, at: i)
            encode(0x0582)
        case 0xDF:
            append(.letter, form: 0x73, at: i)
            encode(0x73)
        case 0x057E:
            // The capital of և is written ԵՎ in Armenia.
            let follows = bytes.suffix(2).elementsEqual([0xD5, 0xA5])
            append(.letter, form: follows ? 0x0582 : 0x057E, at: i)
        case 0x0E40 where bytes.suffix(3).elementsEqual([0xE0, 0xB9, 0x80]):
            // Two sara e typed for one sara ae look the same.
            bytes[bytes.count - 1] = 0x81
        case 0x0E4D: return nikhahit(entry, at: i, end)
        case 0x0300...0x036F: return cluster(endingFrom: i, end)
        default: append(entry, form: entry.folded, at: i)
        }
        return i + length
    }

    /// Nikhahit and sara aa, a tone mark between them or not, are sara am with the tone before it.
    private mutating func nikhahit(_ entry: FoldTable.Entry, at i: Int, _ end: Int) -> Int {
        var next = i + 3
        var tone: UInt32?
        if next < end {
            let (c, length) = decode(text, next, end)
            if (0x0E48...0x0E4B).contains(c) {
                tone = c
                next += length
            }
        }
        guard next < end, decode(text, next, end).codePoint == 0x0E32 else {
            append(entry, form: entry.folded, at: i)
            return i + 3
        }
        if let tone { append(.mark, form: tone, at: i) }
        append([.letter, .unspaced], form: 0x0E33, at: i)
        return next + 3
    }

    /// A letter and its combining marks, composed; marks that remain are accents for readers and left out.
    private mutating func cluster(endingFrom i: Int, _ end: Int) -> Int {
        var stop = i
        while stop < end, stop - i < 32 {
            let (c, length) = decode(text, stop, end)
            guard (0x0300...0x036F).contains(c) else { break }
            stop += length
        }
        guard before.entry.contains(.letter), before.text < i else { return stop }
        var composed = [UInt8](repeating: 0, count: 96)
        let source = UnsafeBufferPointer(rebasing: text[before.text..<stop])
        guard let base = source.baseAddress, source.count <= 64 else { return stop }
        let count = composed.withUnsafeMutableBufferPointer { out in
            out.baseAddress.map { cicu_nfc(base, Int32(source.count), $0, Int32(out.count)) } ?? -1
        }
        guard count > 0 else { return stop }
        bytes.removeLast(bytes.count - before.bytes)
        composed.withUnsafeBufferPointer { out in
            var k = 0
            while k < Int(count) {
                let (c, length) = decode(out, k, Int(count))
                let entry = FoldTable.lookUp(c)
                if !entry.contains(.mark) { encode(c < 0x10000 ? entry.folded : c) }
                k += length
            }
        }
        return stop
    }
}

/// The code point at `i`, which is before `end`; a byte that isn't valid UTF-8 counts as a question mark.
@inline(__always)
func decode(_ text: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> (codePoint: UInt32, length: Int) {
    let a = UInt32(text[i])
    if a < 0x80 { return (a, 1) }
    func tail(_ k: Int) -> UInt32? {
        guard i + k < end, text[i + k] & 0xC0 == 0x80 else { return nil }
        return UInt32(text[i + k] & 0x3F)
    }
    if a < 0xE0, a >= 0xC2, let b = tail(1) { return ((a & 0x1F) << 6 | b, 2) }
    if a >= 0xE0, a < 0xF0, let b = tail(1), let c = tail(2) {
        let codePoint = (a & 0x0F) << 12 | b << 6 | c
        return codePoint >= 0x800 ? (codePoint, 3) : (63, 1)
    }
    if a >= 0xF0, a < 0xF5, let b = tail(1), let c = tail(2), let d = tail(3) {
        let codePoint = (a & 0x07) << 18 | b << 12 | c << 6 | d
        return codePoint >= 0x10000 && codePoint < 0x110000 ? (codePoint, 4) : (63, 1)
    }
    return (63, 1)
}
