import CCLD2

/// What a stretch of text was recognised as.
struct Recognition {
    /// BCP 47 primary tag; nil where nothing was recognised.
    var tag: String?
    /// Share of the text, 0…1.
    var share = 0.0
    /// The detector stands by it, and there is enough text.
    var isReliable = false
    /// Every language found with its share.
    var shares: [(tag: String, share: Double)] = []
    var letters = 0
    /// English with its small words: names of goods alone have few.
    var isProse = false

    /// Languages that short texts don't tell apart.
    private static let families: [Set<String>] = [
        ["sk", "cs"], ["hr", "sr", "bs", "sl"], ["no", "da", "nb", "nn", "sv"], ["es", "pt", "gl", "ca"],
        ["id", "ms"], ["az", "tr", "uz", "tk"], ["ru", "uk", "be", "bg", "mk", "sr"], ["kk", "ky"], ["fa", "ar", "ur"],
    ]

    static func areClose(_ a: String, _ b: String) -> Bool {
        a == b || families.contains { $0.contains(a) && $0.contains(b) }
    }

    /// By script alone where it decides, else by CLD2 and the letters that tell close languages apart.
    init(_ text: UnsafeBufferPointer<UInt8>, hints: [String], domain: String?) {
        let scripts = ScriptCount(text)
        letters = scripts.total
        guard var main = scripts.main else { return }
        if main != .latin, scripts[.latin] > scripts[main] {
            // More Latin than the other script: names of goods, or a page in two languages. English doesn't tell.
            detect(text, hints, domain)
            if isReliable, let tag, tag != "en", ScriptCount.script(of: tag) == .latin { main = .latin }
        }
        let own = Double(scripts[main]) / Double(max(1, scripts.total))
        if let tag = Recognition.language(of: main) {
            self.tag = tag
            share = own
            isReliable = scripts[main] >= 12
            shares = [(tag, own)]
            return
        }
        if shares.isEmpty { detect(text, hints, domain) }
        correct(scripts, main, own)
        isProse = tag == "en" && Recognition.hasSmallWords(text)
    }

    /// Up to four letters, packed.
    private static let smallWords = Set(
        "the and of to with for your in is you our we are on from this that it or a be can".split(separator: " ")
            .map { $0.utf8.reduce(0 as UInt32) { $0 << 8 | UInt32($1) } })

    /// Rules most other words out, by their remainder.
    private static let mayBeSmall = smallWords.reduce(0 as UInt64) { $0 | 1 << UInt64($1 % 61) }

    /// A tenth of the words are English's small ones, a third of prose.
    private static func hasSmallWords(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var words = 0
        var small = 0
        var packed: UInt32 = 0
        var length = 0
        for i in 0...text.count {
            let letter = i < text.count ? text[i] | 0x20 : 0
            if letter >= 97 && letter <= 122 {
                packed = packed << 8 | UInt32(letter)
                length += 1
                continue
            }
            if length > 0 { words += 1 }
            if length > 0, length <= 4, mayBeSmall >> UInt64(packed % 61) & 1 == 1, smallWords.contains(packed) {
                small += 1
            }
            packed = 0
            length = 0
        }
        return small * 10 >= words
    }

    private static func language(of script: ScriptCount.Script) -> String? {
        switch script {
        case .armenian: "hy"
        case .thai: "th"
        case .greek: "el"
        case .georgian: "ka"
        case .hebrew: "he"
        case .hangul: "ko"
        case .kana: "ja"
        case .han: "zh"
        default: nil
        }
    }

    private mutating func detect(_ text: UnsafeBufferPointer<UInt8>, _ hints: [String], _ domain: String?) {
        guard let base = text.baseAddress, !text.isEmpty else { return }
        let hint = hints.joined(separator: ",")
        let result = base.withMemoryRebound(to: CChar.self, capacity: text.count) { bytes in
            hint.withCString { hint in
                (domain ?? "").withCString { domain in
                    ccld2_detect(
                        bytes, Int32(clamping: text.count), domain.pointee == 0 ? nil : domain,
                        hint.pointee == 0 ? nil : hint)
                }
            }
        }
        for found in [result.languages.0, result.languages.1, result.languages.2] {
            guard let code = found.code else { continue }
            shares.append((Recognition.primary(String(cString: code)), Double(found.percent) / 100))
        }
        tag = shares.first?.tag
        share = shares.first?.share ?? 0
        isReliable = result.is_reliable && tag != nil
    }

    /// CLD2's names of languages that others call otherwise.
    private static func primary(_ code: String) -> String {
        switch Lexicon.primary(code) {
        case "iw": "he"
        case "nb", "nn": "no"
        case "jw": "jv"
        case let other: other
        }
    }

    /// Letters that one language of a pair lacks outweigh the detector.
    private mutating func correct(_ scripts: ScriptCount, _ main: ScriptCount.Script, _ own: Double) {
        let of = Double(max(1, scripts[main]))
        switch main {
        case .cyrillic:
            if Double(scripts.kazakh) / of > 0.02 {
                if !["kk", "ky", "tt", "ba", "mn"].contains(tag ?? "") { become("kk", own) }
            } else if scripts.belarusian > 0, scripts.russian > 0, scripts.ukrainian > 0 {
                become("be", own)
            } else if scripts.ukrainian > scripts.russian, Double(scripts.ukrainian) / of > 0.01 {
                become("uk", own)
            } else if scripts.ukrainian == 0, tag.map({ ScriptCount.script(of: $0) != .cyrillic }) ?? true {
                become("ru", own, reliable: Double(scripts.russian) / of > 0.005)
            } else if Double(scripts.russian) / of > 0.01, ["uk", "mk", "sr"].contains(tag ?? "") {
                become("ru", own)
            }
        case .latin:
            if Double(scripts.schwa) / of > 0.01 {
                become("az", max(share, tag == "az" ? share : own))
            } else if tag == "az", scripts.schwa == 0, letters > 150 {
                become("tr", share)
            } else if tag == "cs", scripts.czech == 0, scripts.slovak > 0 {
                become("sk", share)
            } else if tag == "sk", scripts.slovak == 0, scripts.czech > 0 {
                become("cs", share)
            }
        default: break
        }
    }

    private mutating func become(_ tag: String, _ share: Double, reliable: Bool = true) {
        if self.tag != tag { shares.insert((tag, share), at: 0) }
        self.tag = tag
        self.share = share
        isReliable = reliable
    }
}
