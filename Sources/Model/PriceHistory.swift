/// What a product is known by, whatever address shows it.
public struct ProductKeys: Codable, Sendable, Hashable {
    /// A GTIN whose check digit is right, digits only.
    public var gtin: String?
    /// The shop's own article number, as written.
    public var sku: String?
    /// The maker's part number, as written.
    public var mpn: String?
    /// As written.
    public var brand: String?
    /// The page's canonical address, normalised.
    public var url: String?
    /// As written; tells products apart that share one of the keys, and never makes two products one by itself.
    public var name: String?

    /// Each argument becomes the field of its name.
    public init(
        gtin: String? = nil, sku: String? = nil, mpn: String? = nil, brand: String? = nil, url: String? = nil,
        name: String? = nil
    ) {
        self.gtin = gtin
        self.sku = sku
        self.mpn = mpn
        self.brand = brand
        self.url = url
        self.name = name
    }
}

/// Where a price was seen. A listing may round, leave out a variant's price or show it without tax: its prices are
/// compared with one another only.
public enum PricePlace: String, Codable, Sendable, Hashable, CaseIterable {
    /// The product's own page.
    case page
    case listing
    /// A file that the user gave, which speaks of the product's own price.
    case imported
}

/// What one product cost at one moment.
public struct PriceSighting: Codable, Sendable, Hashable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var seenAt: Int64
    /// What a visitor paid; the lowest of a range.
    public var price: Money
    /// The highest of a range; nil for a single price.
    public var highPrice: Money?
    /// The higher price that was named beside it.
    public var was: Money?
    /// What `was` was called; nil without one.
    public var wasKind: WasPriceKind?
    /// Nil where nothing told.
    public var availability: Availability?

    /// Each argument becomes the field of its name.
    public init(
        seenAt: Int64, price: Money, highPrice: Money? = nil, was: Money? = nil, wasKind: WasPriceKind? = nil,
        availability: Availability? = nil
    ) {
        self.seenAt = seenAt
        self.price = price
        self.highPrice = highPrice
        self.was = was
        self.wasKind = wasKind
        self.availability = availability
    }
}

/// A product and its price as one audit, or one line of a file, saw them.
public struct PriceRecord: Codable, Sendable, Hashable {
    /// What it is known by.
    public var keys: ProductKeys
    /// Where the price stood.
    public var place: PricePlace
    /// The price.
    public var sighting: PriceSighting

    /// Each argument becomes the field of its name.
    public init(keys: ProductKeys, place: PricePlace, sighting: PriceSighting) {
        self.keys = keys
        self.place = place
        self.sighting = sighting
    }
}

/// Sightings of one product in a row that all say the same.
public struct PriceRun: Codable, Sendable, Hashable {
    /// What all of them say.
    public var price: Money
    /// The highest of a range; nil for a single price.
    public var highPrice: Money?
    /// The higher price that is named beside it.
    public var was: Money?
    /// What `was` is called; nil without one.
    public var wasKind: WasPriceKind?
    /// The first sighting: milliseconds since 1970-01-01T00:00:00Z.
    public var first: Int64
    /// The last one.
    public var last: Int64
    /// How many there are.
    public var sightings: Int
    /// Milliseconds without a sighting from which on a new run begins, even where nothing has changed: what was between
    /// nobody saw.
    public static let splitGap: Int64 = 3 * 86_400_000

    /// A run of one sighting.
    public init(_ sighting: PriceSighting) {
        price = sighting.price
        highPrice = sighting.highPrice
        was = sighting.was
        wasKind = sighting.wasKind
        first = sighting.seenAt
        last = sighting.seenAt
        sightings = 1
    }

    /// Takes in the next sighting; false where it says something else, or came too late.
    public mutating func extend(by sighting: PriceSighting) -> Bool {
        guard sighting.price == price, sighting.highPrice == highPrice, sighting.was == was,
            sighting.wasKind == wasKind, sighting.seenAt - last <= PriceRun.splitGap
        else { return false }
        last = sighting.seenAt
        sightings += 1
        return true
    }
}

/// What a product cost over time, as far as it was seen, this audit's own sighting last.
public struct PriceHistory: Codable, Sendable, Hashable {
    /// The page that states the price in this audit, normalised.
    public var url: String
    /// At most 120 characters.
    public var name: String?
    /// Where the prices were seen: the product's own page, or listings alone.
    public var place: PricePlace
    /// The words of this audit's price.
    public var mention: Mention
    /// The page itself names the lowest price of the last 30 days beside the price before.
    public var namesLowest: Bool
    /// When the whole shop was read without meeting the product, before it was first seen; milliseconds since
    /// 1970-01-01T00:00:00Z, nil where that never was.
    public var absentAt: Int64?
    /// Ascending by time.
    public var runs: [PriceRun]

    /// Each argument becomes the field of its name.
    public init(
        url: String, name: String?, place: PricePlace, mention: Mention, namesLowest: Bool = false,
        absentAt: Int64? = nil, runs: [PriceRun]
    ) {
        self.url = url
        self.name = name
        self.place = place
        self.mention = mention
        self.namesLowest = namesLowest
        self.absentAt = absentAt
        self.runs = runs
    }

    /// Sightings in order, those that say the same taken together.
    public static func runs(of sightings: some Sequence<PriceSighting>) -> [PriceRun] {
        var runs: [PriceRun] = []
        for sighting in sightings {
            if let last = runs.indices.last, runs[last].extend(by: sighting) { continue }
            runs.append(PriceRun(sighting))
        }
        return runs
    }
}

/// What earlier prices say of the price that a reduction is measured by.
public enum PriceVerdict: String, Codable, Sendable, Hashable, CaseIterable {
    /// No lower price was seen in the 30 days before the reduction, and these were watched without a long gap.
    case supported
    /// A lower price was seen in the 30 days before the reduction.
    case contradicted
    /// They were not watched for long enough, or not closely enough.
    case notEnoughHistory
    /// The page leaves open what is compared: a range of prices, or it names the lowest price of 30 days as well.
    case notCompared
}

/// A reduction and what the ledger says of it.
public struct JudgedReduction: Codable, Sendable, Hashable {
    /// The product and its prices over time, this audit's last.
    public var history: PriceHistory
    /// What they say.
    public var verdict: PriceVerdict
    /// When the reduction was first seen: milliseconds since 1970-01-01T00:00:00Z.
    public var since: Int64
    /// Whole days before the reduction that were watched without a long gap; at most the 30 that count.
    public var days: Int
    /// What the verdict rests on, in one line of plain text.
    public var words: String

    /// Each argument becomes the field of its name.
    public init(history: PriceHistory, verdict: PriceVerdict, since: Int64, days: Int, words: String) {
        self.history = history
        self.verdict = verdict
        self.since = since
        self.days = days
        self.words = words
    }
}
