/// A character set that pages are decoded from.
struct CharacterSet: Sendable, Hashable {
    /// The Encoding Standard's name for it.
    var name: String
    /// glibc iconv's.
    var iconv: String
    /// One byte a character: decoded by a table.
    var isSingleByte: Bool

    static let utf8 = CharacterSet(name: "UTF-8", iconv: "UTF-8", isSingleByte: false)
    static let utf16LE = CharacterSet(name: "UTF-16LE", iconv: "UTF-16LE", isSingleByte: false)
    static let utf16BE = CharacterSet(name: "UTF-16BE", iconv: "UTF-16BE", isSingleByte: false)
    static let windows1252 = CharacterSet(name: "windows-1252", iconv: "CP1252", isSingleByte: true)
    static let armenian = CharacterSet(name: "ARMSCII-8", iconv: "ARMSCII-8", isSingleByte: true)

    /// The character set that a label ("cp1251", "Latin1") means by the Encoding Standard; nil for unknown ones.
    init?(label: some Collection<UInt8>) {
        var folded = ""
        for byte in label.prefix(40) where byte > 32 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'") {
            folded.unicodeScalars.append(Unicode.Scalar(byte >= 65 && byte <= 90 ? byte | 32 : byte))
        }
        guard let found = Self.byLabel[folded] else { return nil }
        self = found
    }

    private init(name: String, iconv: String, isSingleByte: Bool) {
        self.name = name
        self.iconv = iconv
        self.isSingleByte = isSingleByte
    }

    private static let byLabel: [String: CharacterSet] = {
        var all: [String: CharacterSet] = [:]
        for (name, iconv, isSingleByte, labels) in rows {
            let set = CharacterSet(name: name, iconv: iconv, isSingleByte: isSingleByte)
            all[name.lowercased()] = set
            for label in labels.split(separator: " ") { all[String(label)] = set }
        }
        return all
    }()

    /// https://encoding.spec.whatwg.org/#names-and-labels, and ARMSCII-8, which the standard leaves out.
    private static let rows: [(String, String, Bool, String)] = [
        (
            "UTF-8", "UTF-8", false,
            "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig utf8mb4"
        ),
        ("IBM866", "CP866", true, "866 cp866 csibm866"),
        ("ISO-8859-2", "ISO-8859-2", true, "iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2 iso-ir-101"),
        ("ISO-8859-3", "ISO-8859-3", true, "iso8859-3 iso88593 iso_8859-3 latin3 l3"),
        ("ISO-8859-4", "ISO-8859-4", true, "iso8859-4 iso88594 iso_8859-4 latin4 l4"),
        ("ISO-8859-5", "ISO-8859-5", true, "iso8859-5 iso88595 iso_8859-5 cyrillic csisolatincyrillic"),
        ("ISO-8859-6", "ISO-8859-6", true, "iso8859-6 iso88596 iso_8859-6 arabic asmo-708 ecma-114"),
        ("ISO-8859-7", "ISO-8859-7", true, "iso8859-7 iso88597 iso_8859-7 greek greek8 elot_928 ecma-118"),
        (
            "ISO-8859-8", "ISO-8859-8", true,
            "iso8859-8 iso88598 iso_8859-8 hebrew visual iso-8859-8-i logical iso-8859-8-e"
        ),
        ("ISO-8859-10", "ISO-8859-10", true, "iso8859-10 iso885910 latin6 l6"),
        ("ISO-8859-13", "ISO-8859-13", true, "iso8859-13 iso885913"),
        ("ISO-8859-14", "ISO-8859-14", true, "iso8859-14 iso885914"),
        ("ISO-8859-15", "ISO-8859-15", true, "iso8859-15 iso885915 iso_8859-15 latin9 l9 csisolatin9 latin-9"),
        ("ISO-8859-16", "ISO-8859-16", true, "iso8859-16"),
        ("KOI8-R", "KOI8-R", true, "koi koi8 koi8_r cskoi8r"),
        ("KOI8-U", "KOI8-U", true, "koi8-ru"),
        ("macintosh", "MACINTOSH", true, "mac x-mac-roman csmacintosh"),
        ("x-mac-cyrillic", "MAC-CYRILLIC", true, "x-mac-ukrainian mac-cyrillic maccyrillic"),
        ("windows-874", "CP874", true, "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620 cp874"),
        ("windows-1250", "CP1250", true, "cp1250 x-cp1250 windows1250 win-1250"),
        ("windows-1251", "CP1251", true, "cp1251 x-cp1251 windows1251 win-1251 win1251 cp-1251"),
        (
            "windows-1252", "CP1252", true,
            """
            ansi_x3.4-1968 ascii us-ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso8859-1 iso88591 iso_8859-1 \
            iso_8859-1:1987 l1 latin1 latin-1 x-cp1252 windows1252 win-1252
            """
        ),
        ("windows-1253", "CP1253", true, "cp1253 x-cp1253"),
        (
            "windows-1254", "CP1254", true,
            "cp1254 x-cp1254 windows1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5"
        ),
        ("windows-1255", "CP1255", true, "cp1255 x-cp1255"),
        ("windows-1256", "CP1256", true, "cp1256 x-cp1256"),
        ("windows-1257", "CP1257", true, "cp1257 x-cp1257"),
        ("windows-1258", "CP1258", true, "cp1258 x-cp1258"),
        ("ARMSCII-8", "ARMSCII-8", true, "armscii8 armscii"),
        ("GBK", "GBK", false, "gb2312 gb_2312 gb_2312-80 chinese csgb2312 x-gbk cp936 euc-cn iso-ir-58"),
        ("gb18030", "GB18030", false, ""),
        ("Big5", "BIG5-HKSCS", false, "big5-hkscs big5hkscs cn-big5 csbig5 x-x-big5"),
        ("EUC-JP", "EUC-JP", false, "eucjp x-euc-jp cseucpkdfmtjapanese"),
        ("ISO-2022-JP", "ISO-2022-JP", false, "csiso2022jp"),
        (
            "Shift_JIS", "CP932", false,
            "shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932"
        ),
        ("EUC-KR", "CP949", false, "euckr cp949 ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 uhc"),
        ("UTF-16LE", "UTF-16LE", false, "utf-16 utf16 ucs-2 unicode iso-10646-ucs-2"),
        ("UTF-16BE", "UTF-16BE", false, "unicodefffe"),
    ]
}
