import CICU

/// Writes folded text. Lives only while one text is folded. Raw buffers: this runs for every byte of every page, and
/// growing arrays would cost three times as much. `FoldedText` makes them large enough for any text.
struct Folder {
    let text: UnsafeBufferPointer<UInt8>
    let out: UnsafeMutableBufferPointer<UInt8>
    let starts: UnsafeMutableBufferPointer<Int32>
    /// Bytes and starts written.
    private(set) var count = 0
    private(set) var startCount = 0
    private(set) var steps: [FoldedText.Step] = []
    /// Original offset minus folded one, as far as steps tell.
    private var shift = 0
    /// The character before, for what depends on neighbours: where it began in the text and in `out`, and its class.
    private var before = (text: 0, out: 0, entry: FoldTable.Entry())

    init(
        text: UnsafeBufferPointer<UInt8>, out: UnsafeMutableBufferPointer<UInt8>,
        starts: UnsafeMutableBufferPointer<Int32>
    ) {
        self.text = text
        self.out = out
        self.starts = starts
    }

    /// Appends a block of the text.
    mutating func fold(_ range: Range<Int>) {
        before = (range.lowerBound, count, .space)
        FoldTable.entries.withUnsafeBufferPointer { table in
            var i = range.lowerBound
            while i < range.upperBound {
                if text[i] < 0x80 {
                    i = foldASCII(from: i, range.upperBound, table)
                    continue
                }
                let (codePoint, length) = decode(text, i, range.upperBound)
                let entry = codePoint < 0x10000 ? table[Int(codePoint)] : FoldTable.lookUp(codePoint)
                if entry.rawValue & Folder.unusual == 0 {
                    append(entry, form: codePoint < 0x10000 ? entry.folded : codePoint, at: i)
                    i &+= length
                } else {
                    i = unusual(entry, at: i, length, range.upperBound)
                }
            }
        }
    }

    /// Folds plain characters up to the first other one: each is one byte before and after, so nothing shifts but where
    /// a space is dropped. Returns where it stopped.
    @inline(__always)
    private mutating func foldASCII(
        from start: Int, _ end: Int, _ table: UnsafeBufferPointer<FoldTable.Entry>
    ) -> Int {
        note(start)
        var i = start
        var last = before.entry.rawValue & (Folder.letter | Folder.digit)
        var written = count
        var begun = startCount
        var entry = before.entry
        while i < end, text[i] < 0x80 {
            entry = table[Int(text[i])]
            let flags = entry.rawValue
            let kind = flags & (Folder.letter | Folder.digit)
            if flags & Folder.unusual != 0 {
                if written == 0 || out[written &- 1] != 32 {
                    out[written] = 32
                    written &+= 1
                    i &+= 1
                    last = 0
                    continue
                }
                // A second space: the text shifts.
                break
            }
            if kind == 0 || kind != last && !(kind == Folder.digit && last != 0) {
                starts[begun] = Int32(truncatingIfNeeded: written)
                begun &+= 1
            }
            last = kind
            out[written] = UInt8(truncatingIfNeeded: flags)
            written &+= 1
            i &+= 1
        }
        if i > start {
            let own = table[Int(text[i &- 1])]
            let isSpace = own.rawValue & Folder.unusual != 0
            before = (i &- 1, written &- 1, isSpace ? .space : own)
        }
        count = written
        startCount = begun
        guard i < end, text[i] < 0x80 else { return i }
        // Dropped, as one before it stands already.
        before = (i, count &- 1, .space)
        return i &+ 1
    }

    /// Marks a block's end with a zero byte, which no term contains.
    mutating func endBlock(at offset: Int) {
        note(offset)
        write(0)
    }

    private static let letter = FoldTable.Entry.letter.rawValue
    private static let digit = FoldTable.Entry.digit.rawValue
    private static let mark = FoldTable.Entry.mark.rawValue
    private static let unspaced = FoldTable.Entry.unspaced.rawValue
    private static let unusual = FoldTable.Entry([.special, .dropped, .space]).rawValue

    @inline(__always)
    private mutating func append(_ entry: FoldTable.Entry, form: UInt32, at offset: Int) {
        note(offset)
        let flags = entry.rawValue
        if flags & Folder.mark != 0 {
            // Belongs to the letter before it and keeps that one's class.
            before = (offset, count, before.entry)
        } else {
            let kind = flags & (Folder.letter | Folder.digit)
            let last = before.entry.rawValue & (Folder.letter | Folder.digit)
            let continues = kind != 0 && (kind == last || kind == Folder.digit && last != 0)
            if !continues || flags & Folder.unspaced != 0 {
                starts[startCount] = Int32(truncatingIfNeeded: count)
                startCount &+= 1
            }
            before = (offset, count, entry)
        }
        encode(form)
    }

    @inline(__always)
    private mutating func note(_ offset: Int) {
        guard offset &- count != shift else { return }
        shift = offset &- count
        steps.append(.init(folded: Int32(truncatingIfNeeded: count), original: Int32(truncatingIfNeeded: offset)))
    }

    @inline(__always)
    private mutating func write(_ byte: UInt8) {
        out[count] = byte
        count &+= 1
    }

    @inline(__always)
    private mutating func encode(_ c: UInt32) {
        if c < 0x80 {
            write(UInt8(truncatingIfNeeded: c))
        } else if c < 0x800 {
            write(UInt8(truncatingIfNeeded: 0xC0 | c >> 6))
            write(UInt8(truncatingIfNeeded: 0x80 | c & 0x3F))
        } else {
            if c < 0x10000 {
                write(UInt8(truncatingIfNeeded: 0xE0 | c >> 12))
            } else {
                write(UInt8(truncatingIfNeeded: 0xF0 | c >> 18))
                write(UInt8(truncatingIfNeeded: 0x80 | c >> 12 & 0x3F))
            }
            write(UInt8(truncatingIfNeeded: 0x80 | c >> 6 & 0x3F))
            write(UInt8(truncatingIfNeeded: 0x80 | c & 0x3F))
        }
    }

    /// The bytes written last are these.
    private func endsWith(_ bytes: StaticString) -> Bool {
        let length = bytes.utf8CodeUnitCount
        guard count >= length else { return false }
        return (0..<length).allSatisfy { out[count - length + $0] == bytes.utf8Start[$0] }
    }

    /// Spaces, invisible characters and those that depend on neighbours. Returns where to go on.
    private mutating func unusual(_ entry: FoldTable.Entry, at i: Int, _ length: Int, _ end: Int) -> Int {
        if entry.contains(.dropped) { return i + length }
        if entry.contains(.space) {
            if count == 0 || out[count - 1] != 32 {
                note(i)
                write(32)
            }
            before = (i, count - 1, .space)
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
            append(.letter, form: endsWith("ե") ? 0x0582 : 0x057E, at: i)
        case 0x0E40 where endsWith("เ"):
            // Two sara e typed for one sara ae look the same.
            out[count - 1] = 0x81
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
        let source = UnsafeBufferPointer(rebasing: text[before.text..<stop])
        guard let base = source.baseAddress, source.count <= 64 else { return stop }
        let composed = [UInt8](unsafeUninitializedCapacity: 96) { buffer, written in
            written = max(0, buffer.baseAddress.map { Int(cicu_nfc(base, Int32(source.count), $0, 96)) } ?? 0)
        }
        guard !composed.isEmpty else { return stop }
        count = before.out
        composed.withUnsafeBufferPointer { composed in
            var k = 0
            // Never more than the cluster's own bytes, as the buffer's size demands.
            while k < composed.count, count - before.out < source.count {
                let (c, length) = decode(composed, k, composed.count)
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
    guard i &+ 1 < end else { return (63, 1) }
    let b = UInt32(text[i &+ 1])
    guard b & 0xC0 == 0x80 else { return (63, 1) }
    if a < 0xE0 { return a >= 0xC2 ? ((a & 0x1F) << 6 | b & 0x3F, 2) : (63, 1) }
    guard i &+ 2 < end else { return (63, 1) }
    let c = UInt32(text[i &+ 2])
    guard c & 0xC0 == 0x80 else { return (63, 1) }
    if a < 0xF0 {
        let codePoint = (a & 0x0F) << 12 | (b & 0x3F) << 6 | c & 0x3F
        return codePoint >= 0x800 ? (codePoint, 3) : (63, 1)
    }
    guard i &+ 3 < end, a < 0xF5 else { return (63, 1) }
    let d = UInt32(text[i &+ 3])
    guard d & 0xC0 == 0x80 else { return (63, 1) }
    let codePoint = (a & 0x07) << 18 | (b & 0x3F) << 12 | (c & 0x3F) << 6 | d & 0x3F
    return codePoint >= 0x10000 && codePoint < 0x110000 ? (codePoint, 4) : (63, 1)
}
