import Parsing

/// E-mail addresses that a script puts together from literals. Nothing is run: strings that are joined, turned round,
/// shifted, decoded or written out as character codes are worked out, all else is passed over.
enum ScriptEmails {
    /// Bytes; longer scripts are a site's machinery.
    static let longest = 20_000
    private static let signs = FingerprintScanner([
        "document.write", "fromCharCode", ".reverse()", "unescape(", "decodeURI", "innerHTML", "location.href",
        "'mailto:", "\"mailto:", "mailto:' ", "mail&#116;o", "charCodeAt", ".textContent", ".innerText", "setAttribute",
    ])

    /// A script of most pages has nothing of the kind.
    static func mayHold(_ script: ArraySlice<UInt8>) -> Bool {
        var isFound = false
        signs.scan(script) { _, _ in isFound = true }
        return isFound && script.withUnsafeBufferPointer(hasSign)
    }

    /// "@", "&#64;", "%40", "\\x40", "\\u0040", "atob(", "fromCharCode(": one of them has to make the sign.
    private static func hasSign(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var i = 0
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "@"): return true
            case UInt8(ascii: "4")
            where i >= 2 && bytes[i - 1] == UInt8(ascii: "6") && bytes[i - 2] == UInt8(ascii: "#"):
                return true
            case UInt8(ascii: "0") where i >= 2 && bytes[i - 1] == UInt8(ascii: "4"):
                let before = bytes[i - 2]
                if before == UInt8(ascii: "%") || before == UInt8(ascii: "x") || before == UInt8(ascii: "0") {
                    return true
                }
            case UInt8(ascii: "(") where i >= 4:
                if bytes[i - 1] == UInt8(ascii: "b"), bytes[i - 2] == UInt8(ascii: "o") { return true }
                if bytes[i - 1] == UInt8(ascii: "e"), bytes[i - 2] == UInt8(ascii: "d"),
                    bytes[i - 4] == UInt8(ascii: "C")
                {
                    return true
                }
            default: break
            }
            i += 1
        }
        return false
    }

    /// At most ten addresses, each once.
    static func read(_ script: ArraySlice<UInt8>) -> [String] {
        var found: [String] = []
        var reader = ScriptReader(Array(script.prefix(longest)))
        for value in reader.values() where found.count < 10 {
            let text = Literal.plain(value.text)
            guard text.contains(UInt8(ascii: "@")) || text.containsFolded("[at]") else { continue }
            let isWritten = value.isComposed || text.containsFolded("mailto:")
            guard isWritten else { continue }
            let decoded = text.containsFolded("%40") ? text[...].percentDecoded : text
            for one in EmailReader.find(in: decoded, 0..<decoded.count) where !found.contains(one.address) {
                found.append(one.address)
            }
        }
        return found
    }
}
