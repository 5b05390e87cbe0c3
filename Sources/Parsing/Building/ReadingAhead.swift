import CLibXML2
import Glibc

/// Takes runs of plain text straight from the page where libxml2 would copy them byte by byte: what is in `<script>` and
/// `<style>`, and text between tags without a reference in it. libxml2 is then told to go on behind them.
///
/// Its position is a public field, and a callback is the one moment when it stands at a known place: at the `>` of a
/// start tag, or behind that of an end tag. Everything is checked first, and wherever something is unusual libxml2 reads
/// on by itself, with the same result.
extension HTMLReading {
    /// A start tag was read: takes the text behind it.
    mutating func readAhead(in name: UnsafePointer<UInt8>) {
        guard builder.limits.readsAhead, let stream = context?.pointee.input, let cur = stream.pointee.cur,
            let base = stream.pointee.base, cur > base, cur[0] == UInt8(ascii: ">"), let at = place(of: stream)
        else { return }
        let end: Int
        if HTMLReading.isRaw(name) {
            guard let found = endOfRawText(from: at + 1, name) else { return }
            end = found
        } else {
            // Elements that libxml2 implies are announced while it stands in another one's tag.
            guard HTMLReading.isExplicit(name, before: cur, base), let found = endOfText(from: at + 1) else { return }
            end = found
        }
        guard end > at + 1 else { return }
        take(at + 1..<end)
        // The byte before what is next stands for the start tag's end. It was text, and is read by nobody else.
        var next = cur + (end - 1 - at)
        if end > given {
            next = stream.pointee.end - 1
            given = end
        }
        UnsafeMutablePointer(mutating: next).pointee = UInt8(ascii: ">")
        stream.pointee.cur = next
    }

    /// An end tag was read, or an element that has no content: takes the text behind it.
    mutating func readAhead(behind name: UnsafePointer<UInt8>, wasVoid: Bool) {
        guard builder.limits.readsAhead, let parser = context, let stream = parser.pointee.input,
            let cur = stream.pointee.cur, let base = stream.pointee.base, cur > base,
            cur[-1] == UInt8(ascii: ">"), wasVoid || HTMLReading.isTag(name, before: cur - 1, base, "</"),
            parser.pointee.nameNr >= 2, let parent = parser.pointee.nameTab[Int(parser.pointee.nameNr) - 2],
            !HTMLReading.isRaw(parent), !HTMLReading.equals(parent, "html"), !HTMLReading.equals(parent, "head"),
            let at = place(of: stream), let end = endOfText(from: at), end > at, end < given
        else { return }
        take(at..<end)
        stream.pointee.cur = cur + (end - at)
    }

    /// Which byte of the input libxml2 stands at; nil where its buffer doesn't end where the input given so far does.
    private func place(of stream: xmlParserInputPtr) -> Int? {
        guard let cur = stream.pointee.cur, let end = stream.pointee.end, end > cur else { return nil }
        let at = given - (end - cur)
        return at >= 0 && at < given && input[at] == cur[0] ? at : nil
    }

    /// In parts of the size that libxml2 makes.
    private mutating func take(_ range: Range<Int>) {
        guard let base = input.baseAddress else { return }
        lastEvent = range.upperBound
        var start = range.lowerBound
        while start < range.upperBound, !builder.isStopped {
            var end = min(start + 1_000, range.upperBound)
            while end < range.upperBound, input[end] & 0xC0 == 0x80 { end += 1 }
            builder.characters(base + start, end - start)
            start = end
        }
    }

    /// Where the next tag or reference begins; nil where the text is unusual, or ends the page.
    private func endOfText(from start: Int) -> Int? {
        var i = start
        while i < input.count {
            let byte = input[i]
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { return i }
            if HTMLReading.isUnusual(byte) { return nil }
            i &+= 1
        }
        return nil
    }

    /// Where the end tag begins, by libxml2's own rule; nil where there is none, or where something is unusual.
    private func endOfRawText(from start: Int, _ name: UnsafePointer<UInt8>) -> Int? {
        let length = HTMLReading.length(of: name)
        var i = start
        while i < input.count {
            let byte = input[i]
            if byte == UInt8(ascii: "<"), i + 2 + length <= input.count, input[i + 1] == UInt8(ascii: "/"),
                isName(name, length, at: i + 2)
            {
                return i
            }
            if HTMLReading.isUnusual(byte) { return nil }
            i &+= 1
        }
        return nil
    }

    private func isName(_ name: UnsafePointer<UInt8>, _ length: Int, at start: Int) -> Bool {
        (0..<length).allSatisfy { input[start + $0] | 32 == name[$0] }
    }

    /// Control characters are dropped by libxml2, and so are two of the characters that begin with 0xEF.
    @inline(__always)
    private static func isUnusual(_ byte: UInt8) -> Bool {
        byte < 32 && byte != 10 && byte != 9 && byte != 13 || byte == 0xEF
    }

    private static func length(of name: UnsafePointer<UInt8>) -> Int {
        strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))
    }

    private static func equals(_ name: UnsafePointer<UInt8>, _ other: StaticString) -> Bool {
        memcmp(name, other.utf8Start, min(length(of: name), other.utf8CodeUnitCount) + 1) == 0
    }

    private static func isRaw(_ name: UnsafePointer<UInt8>) -> Bool {
        name[0] == UInt8(ascii: "s") && (HTMLReading.equals(name, "script") || HTMLReading.equals(name, "style"))
    }

    /// No element that libxml2 may have made up. Text makes it do so in `<html>` and `<head>`.
    private static func isExplicit(
        _ name: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, _ base: UnsafePointer<UInt8>
    ) -> Bool {
        switch name[0] {
        case UInt8(ascii: "p") where name[1] == 0: isTag(name, before: end, base, "<")
        case UInt8(ascii: "b") where HTMLReading.equals(name, "body"): isTag(name, before: end, base, "<")
        case UInt8(ascii: "h"): !HTMLReading.equals(name, "html") && !HTMLReading.equals(name, "head")
        default: true
        }
    }

    /// The bytes before `end` are the opening and the name.
    private static func isTag(
        _ name: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, _ base: UnsafePointer<UInt8>,
        _ opening: StaticString
    ) -> Bool {
        let length = length(of: name)
        let start = length + opening.utf8CodeUnitCount
        return end - base >= start && memcmp(end - length, name, length) == 0
            && memcmp(end - start, opening.utf8Start, opening.utf8CodeUnitCount) == 0
    }
}
