/// Letters of a text by script, and those that tell close languages apart.
struct ScriptCount {
    /// Scripts that decide something.
    enum Script: Int, CaseIterable {
        case latin, cyrillic, armenian, thai, greek, georgian, arabic, hebrew, han, kana, hangul, other
    }

    private(set) var letters = [Int](repeating: 0, count: Script.allCases.count)
    /// Ə ə
    private(set) var schwa = 0
    /// І і Ї ї Є є Ґ ґ
    private(set) var ukrainian = 0
    /// Ы ы Э э Ё ё Ъ ъ
    private(set) var russian = 0
    /// Ә ғ қ ң ө ұ ү һ
    private(set) var kazakh = 0
    /// Ў ў
    private(set) var belarusian = 0
    /// Ř ě ů
    private(set) var czech = 0
    /// Ľ ĺ ŕ ô ä
    private(set) var slovak = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var i = 0
        var plain = 0
        defer { letters[Script.latin.rawValue] += plain }
        while i < text.count {
            let b = text[i]
            if b < 0x80 {
                if (b | 0x20) &- 97 < 26 { plain &+= 1 }
                i &+= 1
                continue
            }
            let (c, length) = decode(text, i, text.count)
            i += length
            add(c)
        }
    }

    var total: Int { letters.reduce(0, +) }
    subscript(_ script: Script) -> Int { letters[script.rawValue] }

    /// The script that most of the text's own words are in. Names of goods are Latin everywhere, so Latin must
    /// outweigh another script three to one.
    var main: Script? {
        guard total > 0 else { return nil }
        let others = Script.allCases.dropFirst().max { self[$0] < self[$1] } ?? .other
        return self[others] * 3 > self[.latin] ? others : .latin
    }

    private mutating func add(_ c: UInt32) {
        guard FoldTable.lookUp(c).contains(.letter) else { return }
        switch c {
        case 0x018F, 0x0259: schwa += 1
        case 0x0406, 0x0456, 0x0407, 0x0457, 0x0404, 0x0454, 0x0490, 0x0491: ukrainian += 1
        case 0x042B, 0x044B, 0x042D, 0x044D, 0x0401, 0x0451, 0x042A, 0x044A: russian += 1
        case 0x04D8, 0x04D9, 0x0492, 0x0493, 0x049A, 0x049B, 0x04A2, 0x04A3, 0x04E8, 0x04E9, 0x04B0, 0x04B1, 0x04AE,
            0x04AF, 0x04BA, 0x04BB:
            kazakh += 1
        case 0x040E, 0x045E: belarusian += 1
        case 0x0158, 0x0159, 0x011A, 0x011B, 0x016E, 0x016F: czech += 1
        case 0x013D, 0x013E, 0x0139, 0x013A, 0x0154, 0x0155, 0xD4, 0xF4, 0xC4, 0xE4: slovak += 1
        default: break
        }
        letters[ScriptCount.script(of: c).rawValue] += 1
    }

    private static func script(of c: UInt32) -> Script {
        switch c {
        case 0..<0x0250, 0x0259, 0x1E00..<0x1F00: .latin
        case 0x0370..<0x0400, 0x1F00..<0x2000: .greek
        case 0x0400..<0x0530: .cyrillic
        case 0x0530..<0x0590: .armenian
        case 0x0590..<0x0600: .hebrew
        case 0x0600..<0x0780, 0xFB50..<0xFE00: .arabic
        case 0x0E00..<0x0E80: .thai
        case 0x10A0..<0x1100, 0x1C90..<0x1CC0: .georgian
        case 0x3040..<0x3100: .kana
        case 0xAC00..<0xD7B0: .hangul
        case 0x3400..<0xA000: .han
        default: .other
        }
    }

    /// The script that a language is written in, as far as it is only one.
    static func script(of language: String) -> Script {
        switch language {
        case "ru", "uk", "bg", "be", "kk", "ky", "mk", "mn", "tg": .cyrillic
        case "hy": .armenian
        case "th": .thai
        case "el": .greek
        case "ka": .georgian
        case "ar", "fa", "ur": .arabic
        case "he", "yi": .hebrew
        case "zh": .han
        case "ja": .kana
        case "ko": .hangul
        default: .latin
        }
    }
}
