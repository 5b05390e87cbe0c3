import Model

/// A number in a text, and whether it is money.
struct Amount: Sendable, Hashable {
    /// What the number is.
    enum Nature: Sendable, Hashable {
        /// Stands beside a currency.
        case money
        /// Could be money, without a currency.
        case bare
        case percent, date, time, phone, measure, rating, code
    }
    /// What the amount is for, from the words right behind it.
    enum Per: Sendable, Hashable {
        case whole
        /// "/kg", "per 100 ml"
        case unit
        /// "/month"
        case period
    }
    /// The whole of it with currency and sign: bytes of the text that was read.
    var range: Range<Int>
    var nature: Nature
    /// Hundredths where the currency is unknown; meaningless for dates, times, phones and codes.
    var money: Money
    /// The upper end of "10 – 20 €"; nil for a single amount.
    var high: Money?
    /// A sign or word for a currency stands beside it, even one that can mean several.
    var hasCurrency = false
    /// "-5 €", "+ 5 €", "−10 %".
    var sign: Int8 = 0
    var per = Per.whole
    /// Written with decimals or groups: more like a price than "12".
    var isStyled = false
    /// Where cents begin can't be told: better left alone.
    var isDoubtful = false

    /// The plain number, e.g. 20 for "-20 %".
    var value: Double
}

/// What a page's money is likely to be.
struct MoneyHabits: Sendable, Hashable {
    /// ISO codes, likeliest first: what the page's structured data says, its country, its language.
    var currencies: [String]
    /// An ordinary space may part groups of digits.
    var spaceGroups: Bool

    init(currencies: [String] = [], spaceGroups: Bool = true) {
        self.currencies = currencies
        self.spaceGroups = spaceGroups
    }
}
