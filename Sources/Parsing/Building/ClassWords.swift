/// What the tokens of `class` and `id` attributes say about an element: a token counts as a whole, lower case and
/// without separators ("main-menu", "mainMenu" and "main_menu" are one), or by the words in it.
struct ClassMeaning: OptionSet {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }

    static let footer = ClassMeaning(rawValue: 1)
    /// A name that only a page's own header has.
    static let header = ClassMeaning(rawValue: 1 << 1)
    /// A name that headers of smaller things have as well.
    static let weakHeader = ClassMeaning(rawValue: 1 << 2)
    static let navigation = ClassMeaning(rawValue: 1 << 3)
    static let main = ClassMeaning(rawValue: 1 << 4)
    static let aside = ClassMeaning(rawValue: 1 << 5)
    static let dialog = ClassMeaning(rawValue: 1 << 6)
    static let hidden = ClassMeaning(rawValue: 1 << 7)
    /// Hidden from eyes and read aloud.
    static let assistive = ClassMeaning(rawValue: 1 << 8)
    static let collapse = ClassMeaning(rawValue: 1 << 9)
    static let fade = ClassMeaning(rawValue: 1 << 10)
    static let tabPane = ClassMeaning(rawValue: 1 << 11)
    /// Open, active, shown on some screens: takes `hidden` and the collapsed ones back.
    static let shown = ClassMeaning(rawValue: 1 << 12)
    static let tabs = ClassMeaning(rawValue: 1 << 13)
    static let modal = ClassMeaning(rawValue: 1 << 14)
}

/// The words inside one token.
private struct Words: OptionSet {
    let rawValue: UInt32
    static let footer = Words(rawValue: 1)
    /// Parts of a page that have headers and footers of their own.
    static let component = Words(rawValue: 2)
    static let sidebar = Words(rawValue: 4)
    static let layout = Words(rawValue: 8)
    static let layer = Words(rawValue: 16)
    static let opener = Words(rawValue: 32)
    static let cookie = Words(rawValue: 64)
    static let banner = Words(rawValue: 128)
    static let goods = Words(rawValue: 256)
    static let display = Words(rawValue: 512)
    static let breakpoint = Words(rawValue: 1_024)
}

private func table(_ rows: [(UInt32, String)]) -> NameTable {
    NameTable(rows.flatMap { value, names in names.split(separator: " ").map { (String($0), value) } })
}

private let wholeTokens = table([
    (ClassMeaning.footer.rawValue, "colophon footer"),
    (
        ClassMeaning.header.rawValue,
        """
        siteheader masthead mainheader globalheader headerwrapper headercontainer headermain topheader headertop headerarea \
        shopheader storeheader headerwrap headersite
        """
    ),
    (ClassMeaning.weakHeader.rawValue, "header topbar topline topnav toppanel"),
    (
        ClassMeaning.navigation.rawValue,
        """
        navbar nav navigation mainmenu mainnav topmenu sitenav megamenu navmenu mobilemenu primarymenu primarynav \
        primarynavigation mainnavigation sitenavigation categorymenu categoriesmenu breadcrumb breadcrumbs offcanvasmenu \
        headermenu headernav navmain menumain mobilenav navlinks
        """
    ),
    (
        ClassMeaning.main.rawValue,
        "maincontent sitemain pagecontent contentmain primarycontent sitecontent"
    ),
    (ClassMeaning.aside.rawValue, "columnleft columnright leftcolumn rightcolumn"),
    (ClassMeaning.modal.rawValue, "modal"),
    (ClassMeaning.dialog.rawValue, "modal modaldialog offcanvas"),
    (
        ClassMeaning.hidden.rawValue,
        """
        hidden dnone hide ishidden uhidden invisible displaynone visibilityhidden jshidden visuallyhidden sronly \
        screenreadertext screenreader elementinvisible hiddenvisually a11yhidden a11yvisuallyhidden uvisuallyhidden \
        uihelperhiddenaccessible hiddenaccessible visuallyhiddenfocusable usronly
        """
    ),
    (
        ClassMeaning.assistive.rawValue,
        """
        visuallyhidden sronly screenreadertext screenreader elementinvisible hiddenvisually a11yhidden \
        a11yvisuallyhidden uvisuallyhidden uihelperhiddenaccessible hiddenaccessible visuallyhiddenfocusable usronly
        """
    ),
    (ClassMeaning.collapse.rawValue, "collapse"),
    (ClassMeaning.fade.rawValue, "fade"),
    (ClassMeaning.tabPane.rawValue, "tabpane"),
    (ClassMeaning.shown.rawValue, "show in active navbarcollapse isactive isopen open"),
    (ClassMeaning.tabs.rawValue, "navtabs navpills"),
])

private let wordsOfTokens = table([
    (Words.footer.rawValue, "footer"),
    (
        Words.component.rawValue,
        """
        card panel modal box product item widget table article post entry comment review dialog form list popup block tile \
        drawer cart accordion tab has no with sticky js link column col
        """
    ),
    (Words.sidebar.rawValue, "sidebar"),
    (Words.layout.rawValue, "with has no layout page content main wrapper without body container"),
    (Words.layer.rawValue, "modal popup lightbox"),
    (Words.opener.rawValue, "open trigger btn button link js toggle opener close has no with"),
    (Words.cookie.rawValue, "cookie cookies gdpr"),
    (
        Words.banner.rawValue,
        "banner notice bar consent popup modal message law info overlay alert dialog layer notification warning"
    ),
    (Words.goods.rawValue, "product cat category tag post item policy page"),
    (Words.display.rawValue, "block flex inline grid table cell row visible contents"),
    (Words.breakpoint.rawValue, "d sm md lg xl xxl 2xl"),
])

/// Reads the value of a `class` attribute.
func classMeaning(_ value: UnsafeBufferPointer<UInt8>) -> ClassMeaning {
    var meaning: ClassMeaning = []
    var token = TokenReader()
    for byte in value {
        if byte <= 32 {
            token.finish(into: &meaning)
        } else {
            token.take(byte)
        }
    }
    token.finish(into: &meaning)
    return meaning
}

/// Reads the value of an `id` attribute: names that are too common as classes count here.
func idMeaning(_ value: UnsafeBufferPointer<UInt8>) -> ClassMeaning {
    var meaning = classMeaning(value)
    if meaning.contains(.weakHeader) { meaning.insert(.header) }
    switch value.count {
    case 4 where value.equalsFolded("main"), 4 where value.equalsFolded("menu"),
        7 where value.equalsFolded("content"):
        meaning.insert(value.equalsFolded("menu") ? .navigation : .main)
    default: break
    }
    return meaning.intersection([.footer, .header, .weakHeader, .navigation, .main, .aside, .dialog])
}

/// Hashes one token as a whole and word by word.
private struct TokenReader {
    var whole = NameTable.seed
    var word = NameTable.seed
    var words: Words = []
    var last: Words = []
    var hasColon = false
    var length = 0
    var wasLower = false

    @inline(__always)
    mutating func take(_ byte: UInt8) {
        length &+= 1
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"):
            if byte == UInt8(ascii: ":") {
                hasColon = true
                whole = NameTable.mix(whole, byte)
            }
            endWord()
            wasLower = false
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            if wasLower { endWord() }
            wasLower = false
            add(byte | 32)
        default:
            wasLower = true
            add(byte)
        }
    }

    @inline(__always)
    private mutating func add(_ byte: UInt8) {
        whole = NameTable.mix(whole, byte)
        word = NameTable.mix(word, byte)
    }

    @inline(__always)
    private mutating func endWord() {
        guard word != NameTable.seed else { return }
        last = Words(rawValue: wordsOfTokens.value(hash: word))
        words.formUnion(last)
        word = NameTable.seed
    }

    mutating func finish(into meaning: inout ClassMeaning) {
        guard length > 0 else { return }
        endWord()
        meaning.formUnion(ClassMeaning(rawValue: wholeTokens.value(hash: whole)))
        if !words.isEmpty { judge(into: &meaning) }
        self = TokenReader()
    }

    private func judge(into meaning: inout ClassMeaning) {
        if words.contains(.footer) && words.isDisjoint(with: .component) { meaning.insert(.footer) }
        if words.contains(.sidebar) && words.isDisjoint(with: .layout) { meaning.insert(.aside) }
        if last.contains(.layer) && words.isDisjoint(with: .opener) { meaning.insert(.dialog) }
        if words.contains([.cookie, .banner]) && words.isDisjoint(with: .goods) { meaning.insert(.dialog) }
        if last.contains(.display) && (hasColon || words.contains(.breakpoint)) { meaning.insert(.shown) }
    }
}
