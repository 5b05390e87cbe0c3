/// What scripts do to a literal that hides an address.
enum Literal {
    /// Letters moved by 13 places.
    static func shifted(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { b in
            switch b {
            case 65...90: (b - 65 + 13) % 26 + 65
            case 97...122: (b - 97 + 13) % 26 + 97
            default: b
            }
        }
    }

    /// Base64 (RFC 4648) with or without its padding; nil for anything else, and for more than 400 bytes.
    static func base64(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count >= 8, text.count <= 400 else { return nil }
        var out: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for b in text {
            let value: UInt8
            switch b {
            case 65...90: value = b - 65
            case 97...122: value = b - 71
            case 48...57: value = b + 4
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="): continue
            default: return nil
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return out
    }

    /// "%40", "&#64;", "&#x40;", "&commat;", "&period;" and "&amp;" as the characters that they stand for.
    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
        var out: [UInt8] = []
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "&"), let (character, next) = reference(bytes, i) {
                out.append(character)
                i = next
            } else {
                out.append(bytes[i])
                i += 1
            }
        }
        return out
    }

    private static func reference(_ bytes: [UInt8], _ start: Int) -> (UInt8, next: Int)? {
        let limit = min(bytes.count, start + 10)
        guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = bytes[(start + 1)..<end]
        switch String(decoding: name, as: UTF8.self) {
        case "commat": return (0x40, end + 1)
        case "period": return (0x2E, end + 1)
        case "amp": return (0x26, end + 1)
        default: break
        }
        guard name.first == UInt8(ascii: "#") else { return nil }
        let digits = String(decoding: name.dropFirst(), as: UTF8.self)
        let value = digits.first == "x" || digits.first == "X" ? UInt8(digits.dropFirst(), radix: 16) : UInt8(digits)
        guard let value, value < 0x80 else { return nil }
        return (value, end + 1)
    }
}
