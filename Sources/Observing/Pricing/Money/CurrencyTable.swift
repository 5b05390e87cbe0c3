extension CurrencyToken {
    /// How shops write currencies. Sources: ISO 4217, CLDR's symbols, and habits of the languages' own shops.
    static let table: [CurrencyToken] = signs + words + codes

    private static func make(_ spellings: String, _ codes: String, certain: Bool = true, _ traits: Traits = [])
        -> [CurrencyToken]
    {
        let list = codes.split(separator: " ").map(String.init)
        return spellings.split(separator: "|").map { spelling in
            let letters = spelling.unicodeScalars
            // Thai, Chinese, Japanese and Korean run on without spaces.
            let isWord =
                letters.first.map { Scalars.isLetter($0.value) && $0.value < 0xE00 } ?? false
                || letters.last.map { Scalars.isLetter($0.value) && $0.value < 0xE00 } ?? false
            return CurrencyToken(
                bytes: Array(spelling.utf8), codes: list, isCertain: certain,
                traits: isWord ? traits.union(.word) : traits)
        }
    }

    private static let signs: [CurrencyToken] =
        make("€", "EUR") + make("£", "GBP EGP LBP") + make("₽", "RUB") + make("₴", "UAH") + make("₼|ман.", "AZN")
        + make("֏", "AMD") + make("฿", "THB") + make("₸", "KZT") + make("₺", "TRY") + make("₾", "GEL")
        + make("₹", "INR") + make("₩", "KRW") + make("₫", "VND") + make("₱", "PHP") + make("₪", "ILS")
        + make("₦", "NGN") + make("৳", "BDT") + make("₵", "GHS") + make("₡", "CRC") + make("₲", "PYG")
        + make("₮", "MNT")
        + make("¥|￥", "JPY CNY", certain: false) + make("円", "JPY") + make("元", "CNY TWD")
        + make("원", "KRW") + make("₤", "GBP ITL", certain: false) + make("₶", "FRF")
        + make("$|＄", dollars, certain: false) + make("US$|U$S|$US|US $", "USD")
        + make("A$|AU$|AU $", "AUD") + make("C$|CA$|CAD$|CDN$", "CAD") + make("NZ$", "NZD") + make("HK$", "HKD")
        + make("NT$", "TWD") + make("S$|SG$", "SGD") + make("R$|R $", "BRL") + make("MX$|Mex$", "MXN")
        + make("CLP$", "CLP") + make("AR$", "ARS") + make("S/.|S/", "PEN", .before) + make("Bs.", "BOB", .needsHint)
        + make("¢", "USD CAD AUD NZD", certain: false, [.after, .minorUnit])

    private static let dollars =
        "USD CAD AUD NZD MXN CLP COP ARS SGD HKD TWD BBD BSD BZD FJD JMD TTD XCD UYU"

    private static let words: [CurrencyToken] =
        make("руб|Руб|РУБ", "RUB BYN", .stem) + make("руб.|Руб.|РУБ.|р.|Р.|Р|р", "RUB BYN", .after)
        + make("б.р.|Б.р.|бел. руб.|бел.руб.|бел. р.|бел.р.", "BYN", .after)
        + make("коп|Коп|коп.", "RUB BYN UAH", [.after, .stem, .minorUnit])
        + make("грн|Грн|ГРН|гривен|гривна|гривні|гривень|грн.", "UAH") + make("тенге|тг|тг.|теңге", "KZT", .after)
        + make("manat|Manat|MANAT|манат", "AZN", .stem) + make("man|man.|Man.", "AZN", [.needsHint, .after])
        + make("դրամ|դր|դր.|դր․|Դրամ", "AMD", .stem) + make("драм|dram", "AMD", [.needsHint, .stem])
        + make("лари|ლარი", "GEL") + make("บาท|.-บาท", "THB") + make("บ.", "THB", [.needsHint, .after])
        + make("Baht|baht", "THB", .stem) + make("Kč|KČ|kč|Kc|,-Kč", "CZK") + make("zł|ZŁ|Zł|zl|zł.", "PLN")
        + make("Ft|Ft.", "HUF", [.needsHint, .orStyled, .after])
        + make("ft|forint", "HUF", [.needsHint, .after])
        + make("lei|Lei|leu|LEI|лей", "RON MDL", [.needsHint, .orStyled])
        + make("лв|лв.|ЛВ", "BGN") + make("kn|kn.", "HRK", [.needsHint, .orStyled, .after])
        + make("kr|kr.|Kr|Kr.|KR", "SEK NOK DKK ISK", certain: false)
        + make("Fr.|Fr", "CHF", .needsHint) + make("SFr.|SFr|Sfr.", "CHF")
        + make("TL|tl", "TRY", [.needsHint, .orStyled])
        + make("lira|Lira", "TRY", [.needsHint, .after, .stem])
        + make("Rs.|Rs|rs.|RS.", "INR PKR LKR NPR MUR", certain: false) + make("Rp|Rp.", "IDR")
        + make("RM", "MYR", .before) + make("Php|php|PhP", "PHP")
        + make("DH|Dh|dh|DHS|Dhs", "MAD AED", certain: false, [.needsHint, .orStyled])
        + make("đ|Đ|VNĐ|vnđ|đồng", "VND", .after) + make("R", "ZAR", [.needsHint, .before])
        + make("KSh|Ksh|KSh.", "KES") + make("дин|дин.|din|din.|RSD.", "RSD", [.needsHint, .orStyled, .after, .stem])
        + make("ден|ден.", "MKD", [.needsHint, .orStyled, .after]) + make("сум|so'm|soʻm|so‘m", "UZS", .after)
        + make("сом", "KGS", .after) + make("KM", "BAM", [.needsHint, .after])
        + make("درهم", "AED MAD", certain: false) + make("ريال", "SAR QAR YER OMR", certain: false) + make("ر.س", "SAR")
        + make("جنيه|ج.م", "EGP") + make("د.إ", "AED") + make("د.ك", "KWD") + make("تومان", "IRT")
        + make("euro|Euro|EURO|euros|Euros|eura|eur|Eur|evro|avro|евро|Евро|եվրո|ευρώ", "EUR", .stem)
        + make("usd|Usd", "USD") + make("azn|Azn", "AZN") + make("rub|Rub", "RUB") + make("gbp", "GBP")
        + make("czk", "CZK") + make("pln", "PLN") + make("chf", "CHF") + make("byn", "BYN") + make("uah", "UAH")
        + make("amd", "AMD", [.after, .needsHint, .orStyled]) + make("thb", "THB")
        + make("доллар|долл|долл.", "USD", [.after, .stem]) + make("p", "GBP", [.after, .needsHint, .minorUnit])

    /// ISO codes in capitals; those that are also words or names (AMD, ALL, TOP) need a hint.
    private static let codes: [CurrencyToken] =
        "EUR USD GBP CHF AZN RUB BYN UAH KZT CZK PLN HUF SEK NOK DKK ISK BGN HRK RSD THB INR AED SAR QAR KWD BHD OMR JPY CNY KRW CAD AUD NZD SGD HKD MXN BRL ZAR ILS UZS KGS MDL TWD IDR MYR PHP VND EGP PKR CLP COP ARS UYU NGN KES JOD TND PTE DEM RUR"
        .split(separator: " ").flatMap { make(String($0), $0 == "RUR" ? "RUB" : String($0)) }
        + "AMD GEL RON TRY MAD ALL PEN TOP BAM MKD GHS LKR".split(separator: " ").flatMap {
            make(String($0), String($0), [.needsHint, .orStyled])
        }
}
