/// Finds e-mail addresses in text, plain ones and those written to fool robots.
enum EmailReader {
    struct Found: Hashable {
        /// Lower case.
        var address: String
        /// In the text that was searched.
        var range: Range<Int>
        var isObfuscated: Bool
    }

    /// Addresses with "@", and with "[at]", "(at)", " at … dot "; at most 40.
    static func find(in text: [UInt8], _ range: Range<Int>) -> [Found] {
        var found: [Found] = []
        var i = range.lowerBound
        while i < range.upperBound, found.count < 40 {
            let b = text[i]
            switch b {
            case UInt8(ascii: "@"):
                if let one = plain(at: i, text, range) ?? spaced(at: i, text, range) {
                    found.append(one)
                    i = max(i, one.range.upperBound - 1)
                }
            case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "<"):
                if let end = bracketed(atWords, i, text, range) ?? EmailPhrase.end(i, text, range),
                    let one = join(i, end, text, range, mayDot: true)
                {
                    found.append(one)
                    i = max(i, one.range.upperBound - 1)
                }
            case UInt8(ascii: " "):
                // " at " counts only where " dot " follows: join asks for it.
                if i + 3 < range.upperBound, text[i + 1] | 32 == 0x61, text[i + 2] | 32 == 0x74, text[i + 3] == 32,
                    let one = join(i, i + 4, text, range, mayDot: false)
                {
                    found.append(one)
                    i = max(i, one.range.upperBound - 1)
                } else if let end = spoken(i + 1, text, range), let one = join(i, end, text, range, mayDot: true) {
                    found.append(one)
                    i = max(i, one.range.upperBound - 1)
                }
            default: break
            }
            i += 1
        }
        return found
    }

    /// One string that is meant to be an address, as in mailto:; nil if it cannot be one.
    static func read(_ address: ArraySlice<UInt8>) -> String? {
        let trimmed = Array(address.trimmed)
        guard let at = trimmed.firstIndex(of: UInt8(ascii: "@")),
            let found = plain(at: at, trimmed, 0..<trimmed.count), found.range == 0..<trimmed.count
        else { return nil }
        return found.address
    }

    /// A word for "@" at `i` with a space behind it: the index behind both.
    private static func spoken(_ i: Int, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        guard i + 5 < range.upperBound, text[i] >= 0x80 || text[i] | 32 == 0x7A else { return nil }
        for word in spokenAt where text[i..<range.upperBound].starts(with: word) {
            let end = i + word.count
            if end < range.upperBound, text[end] == 32 { return end + 1 }
        }
        return nil
    }

    // MARK: Shapes

    private static func plain(at: Int, _ text: [UInt8], _ range: Range<Int>) -> Found? {
        let start = localStart(before: at, text, range)
        let end = domainEnd(from: at + 1, text, range)
        // "https://key@errors.example": an address of the web.
        if start - 2 >= range.lowerBound, text[start - 1] == 0x2F, text[start - 2] == 0x2F { return nil }
        return make(start..<at, at + 1..<end, text, isObfuscated: false) ?? turned(start..<end, text)
    }

    /// "moc.pohs@ofni", which a style sheet turns round: no dot behind the "@", a usual ending in front.
    private static func turned(_ range: Range<Int>, _ text: [UInt8]) -> Found? {
        let bytes = Array(text[range].reversed())
        guard let at = bytes.firstIndex(of: 0x40), !bytes[..<at].contains(0x2E),
            let address = address(bytes[..<at], bytes[(at + 1)...]), hasUsualEnding(address)
        else { return nil }
        return Found(address: address, range: range, isObfuscated: true)
    }

    /// "info @ shop.ru"
    private static func spaced(at: Int, _ text: [UInt8], _ range: Range<Int>) -> Found? {
        guard at - 1 > range.lowerBound, text[at - 1] == 32, at + 2 < range.upperBound, text[at + 1] == 32 else {
            return nil
        }
        let start = localStart(before: at - 1, text, range)
        let end = domainEnd(from: at + 2, text, range)
        return make(start..<at - 1, at + 2..<end, text, isObfuscated: true)
    }

    /// What stands between local part and domain lies in `from..<to`.
    private static func join(_ from: Int, _ to: Int, _ text: [UInt8], _ range: Range<Int>, mayDot: Bool) -> Found? {
        var localEnd = from
        while localEnd > range.lowerBound, text[localEnd - 1] == 32 { localEnd -= 1 }
        let localStart = localStart(before: localEnd, text, range)
        var i = to
        while i < range.upperBound, text[i] == 32 { i += 1 }
        let domainStart = i
        var domain: [UInt8] = []
        var words = 0
        while i < range.upperBound, domain.count < 120 {
            let label = text[i..<range.upperBound].prefix {
                $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || (mayDot && $0 == 0x2E)
            }
            guard !label.isEmpty else { break }
            domain += label
            i = label.endIndex
            guard let next = dot(i, text, range) else { break }
            words += 1
            domain.append(UInt8(ascii: "."))
            i = next
        }
        while domain.last == 0x2E { domain.removeLast() }
        // "look at polka dot dresses": bare words have to end in a domain that people have.
        let ending = String(decoding: domain.split(separator: 0x2E).last ?? [], as: UTF8.self).lowercased()
        guard mayDot || (words > 0 && usualEndings.contains(ending)) else { return nil }
        guard let address = address(text[localStart..<localEnd], domain[...]) else { return nil }
        return Found(address: address, range: localStart..<max(i, domainStart), isObfuscated: true)
    }

    /// " dot ", "[dot]", " (точка) ", " . " at `i`: the index behind it.
    private static func dot(_ i: Int, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        var k = i
        while k < range.upperBound, text[k] == 32 { k += 1 }
        if var end = bracketed(dotWords, k, text, range) {
            while end < range.upperBound, text[end] == 32 { end += 1 }
            return end
        }
        guard k > i else { return nil }
        let rest = text[k..<min(range.upperBound, k + 14)].map(\.asciiLowered)
        for word in dotWords where rest.starts(with: word) {
            let end = k + word.count
            if end < range.upperBound, text[end] == 32 { return end + 1 }
        }
        return nil
    }

    /// A word in brackets that begin at `i`: the index behind them.
    private static func bracketed(_ words: [[UInt8]], _ i: Int, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        guard i < range.upperBound, let close = closing[text[i]] else { return nil }
        var k = i + 1
        while k < range.upperBound, text[k] == 32 { k += 1 }
        let rest = text[k..<min(range.upperBound, k + 24)].map(\.asciiLowered)
        guard let word = words.first(where: { rest.starts(with: $0) }) else { return nil }
        k += word.count
        while k < range.upperBound, text[k] == 32 { k += 1 }
        return k < range.upperBound && text[k] == close ? k + 1 : nil
    }

    static let closing: [UInt8: UInt8] = [0x5B: 0x5D, 0x28: 0x29, 0x7B: 0x7D, 0x3C: 0x3E]
    private static let atWords = [
        "at", "@", "ät", "et", "собака", "sobaka", "ат", "эт", "zavináč", "zavinac", "arroba", "klammeraffe", "malpa",
        "małpa", "kukac", "chiocciola", "quyruklu a", "равлик", "шнур", "շնիկ", "էթ", "แอท", "แอด", "arobase",
    ].map { Array($0.utf8) }
    /// Those that nobody writes between two other words for anything else.
    private static let spokenWords = ["собака", "zavináč", "շնիկ", "แอท"]
    private static let spokenAt = spokenWords.map { Array($0.utf8) }
    /// Finds these words in a page's text.
    static let spokenSigns = FingerprintScanner(spokenWords)
    private static let dotWords = [
        "dot", "punkt", "point", "точка", "крапка", "bodka", "tečka", "tecka", "nöqtə", "noqte", "nokta", "kropka",
        "punto", "կետ", "จุด", ".",
    ].map { Array($0.utf8) }

    /// The address ends as most do: an unusual ending may be an address turned round.
    static func hasUsualEnding(_ address: String) -> Bool {
        usualEndings.contains(String(address[(address.lastIndex(of: ".") ?? address.startIndex)...].dropFirst()))
    }

    // MARK: Parts

    private static func localStart(before end: Int, _ text: [UInt8], _ range: Range<Int>) -> Int {
        var i = end
        while i > range.lowerBound, end - i < 65, isLocal(text[i - 1]) { i -= 1 }
        while i < end, text[i] == 0x2E || text[i] == 0x2D || text[i] == 0x27 { i += 1 }
        return i
    }

    private static func domainEnd(from start: Int, _ text: [UInt8], _ range: Range<Int>) -> Int {
        var i = start
        while i < range.upperBound, i - start < 254,
            text[i].isASCIILetter || text[i].isASCIIDigit || text[i] == 0x2D || text[i] == 0x2E
        {
            i += 1
        }
        while i > start, text[i - 1] == 0x2E || text[i - 1] == 0x2D { i -= 1 }
        return i
    }

    private static func isLocal(_ b: UInt8) -> Bool {
        b.isASCIILetter || b.isASCIIDigit || b == 0x2E || b == 0x2D || b == 0x5F || b == 0x2B || b == 0x26 || b == 0x27
    }

    private static func make(_ local: Range<Int>, _ domain: Range<Int>, _ text: [UInt8], isObfuscated: Bool) -> Found? {
        guard !local.isEmpty, !domain.isEmpty, let address = address(text[local], text[domain]) else { return nil }
        return Found(address: address, range: local.lowerBound..<domain.upperBound, isObfuscated: isObfuscated)
    }

    /// Joined and in lower case; nil if no mail could reach it, or nobody means it to.
    static func address(_ local: ArraySlice<UInt8>, _ domain: ArraySlice<UInt8>) -> String? {
        guard !local.isEmpty, local.count <= 64, local.last != 0x2E, domain.count <= 253 else { return nil }
        let labels = domain.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.count >= 2, last.count <= 24 else { return nil }
        guard labels.allSatisfy({ !$0.isEmpty && $0.count <= 63 && $0.first != 0x2D }) else { return nil }
        guard last.allSatisfy(\.isASCIILetter) || last.starts(with: Array("xn--".utf8)) else { return nil }
        let ending = String(decoding: last.map(\.asciiLowered), as: UTF8.self)
        guard !fileEndings.contains(ending) else { return nil }
        let name = String(decoding: local.map(\.asciiLowered), as: UTF8.self)
        let host = String(decoding: domain.map(\.asciiLowered), as: UTF8.self)
        if sampleNames.contains(name), sampleHosts.contains(host) { return nil }
        return "\(name)@\(host)"
    }

    private static let usualEndings: Set<String> = [
        "com", "net", "org", "info", "biz", "eu", "co", "io", "shop", "store", "ru", "az", "sk", "am", "th", "de", "uk",
        "ua", "tr",
        "pl", "es", "fr", "cz", "it", "at", "ch", "us", "ca", "au", "nz", "ie", "by", "kz", "ge", "nl", "be", "hu",
        "ro", "bg", "gr", "pt", "se", "no", "dk", "fi", "lt", "lv", "ee", "si", "hr", "rs", "md", "uz", "kg", "jp",
    ]
    private static let fileEndings: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "ico", "css", "js", "mjs", "pdf", "mp4", "webm", "woff",
        "html", "php",
    ]
    private static let sampleNames: Set<String> = [
        "you", "your", "yourname", "your.name", "name", "user", "username", "email", "example", "someone", "me", "john",
        "jane",
        "johndoe", "john.doe", "your-email", "youremail", "vas", "mustermann", "max.mustermann", "xxx", "test", "mail",
    ]
    private static let sampleHosts: Set<String> = [
        "example.com", "example.org", "example.net", "domain.com", "yourdomain.com", "email.com", "mail.com",
        "company.com",
        "site.com", "domain.tld", "your-domain.com", "website.com", "mysite.com", "test.com", "xxx.xx",
    ]
}
