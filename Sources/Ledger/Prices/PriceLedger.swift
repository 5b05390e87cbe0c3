import Foundation
import GRDB
import Model

/// What one shop's products cost over time, in a database of its own. Several processes may use it at once.
public final class PriceLedger: Sendable {
    /// The database's file.
    public let path: String
    let queue: DatabaseQueue

    /// Opens the ledger, or makes one.
    ///
    /// - Parameter makesFile: false refuses a file that isn't there.
    public init(path: String, makesFile: Bool = true) throws(LedgerError) {
        self.path = path
        queue = try LedgerError.wrapping(path) {
            guard makesFile || FileManager.default.fileExists(atPath: path) else {
                throw LedgerError(.unusable, path, "there is no such file")
            }
            var configuration = Configuration()
            configuration.label = "prices"
            // Another audit of the same shop writes its prices in a fraction of that.
            configuration.busyMode = .timeout(20)
            configuration.foreignKeysEnabled = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try PriceLedgerSchema.prepare(queue, path: path)
            return queue
        }
    }

    /// Keeps what was seen; all of it is kept when this returns, or nothing when it throws. The same product at the
    /// same moment and place is kept once, as last given.
    ///
    /// - Parameter audit: the audit that saw all of them; nil for a file.
    /// - Returns: the ledger's number of each record's product.
    @discardableResult
    public func record(
        _ records: [PriceRecord], of audit: LedgerAudit? = nil
    ) throws(LedgerError) -> [ProductNumber] {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                var numbers: [ProductNumber] = []
                try db.inTransaction(.immediate) {
                    let isNew = try Row.fetchOne(db, sql: "SELECT 1 FROM product LIMIT 1") == nil
                    var identities = ProductIdentities(records.map(\.keys), looksUp: !isNew || audit == nil)
                    for record in records {
                        let number = try identities.number(of: record.keys, at: record.sighting.seenAt, in: db)
                        try PriceLedger.insert(record, product: number, db)
                        numbers.append(ProductNumber(number))
                    }
                    if let audit {
                        try db.execute(
                            sql: "INSERT OR REPLACE INTO audit (at, isWhole, products) VALUES (?, ?, ?)",
                            arguments: [audit.at, audit.isWhole, records.count])
                    }
                    return .commit
                }
                return numbers
            }
        }
    }

    /// What was seen of a product at some places, ascending by time.
    ///
    /// - Parameter since: milliseconds since 1970-01-01T00:00:00Z.
    public func sightings(
        of product: ProductNumber, at places: Set<PricePlace> = Set(PricePlace.allCases), since: Int64 = 0
    ) throws(LedgerError) -> [PriceSighting] {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT * FROM sighting WHERE product = ? AND seenAt >= ? ORDER BY seenAt, place")
                return try Row.fetchAll(statement, arguments: [product.value, since])
                    .filter { row in PricePlace(rawValue: row["place"]).map(places.contains) ?? false }
                    .map(PriceSighting.init(row:))
            }
        }
    }

    /// The last audit before a moment that read the whole shop; nil where there is none.
    ///
    /// - Parameter moment: milliseconds since 1970-01-01T00:00:00Z, as is the result.
    public func wholeAudit(before moment: Int64) throws(LedgerError) -> Int64? {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                try Int64.fetchOne(
                    db, sql: "SELECT max(at) FROM audit WHERE at < ? AND isWhole AND products > 0",
                    arguments: [moment])
            }
        }
    }

    private static func insert(_ record: PriceRecord, product: Int64, _ db: Database) throws {
        let sighting = record.sighting
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO sighting
                    (product, seenAt, place, price, highPrice, currency, was, wasCurrency, wasKind, availability)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            product, sighting.seenAt, record.place.rawValue, sighting.price.minor, sighting.highPrice?.minor,
            sighting.price.currency, sighting.was?.minor, sighting.was?.currency, sighting.wasKind?.rawValue,
            sighting.availability?.rawValue,
        ])
    }
}

/// An audit that put prices into a ledger.
public struct LedgerAudit: Sendable, Hashable {
    /// When it began: milliseconds since 1970-01-01T00:00:00Z.
    public var at: Int64
    /// It read every page that it knew of.
    public var isWhole: Bool

    /// Each argument becomes the field of its name.
    public init(at: Int64, isWhole: Bool) {
        self.at = at
        self.isWhole = isWhole
    }
}

/// A product's number in one ledger.
public struct ProductNumber: Sendable, Hashable {
    let value: Int64
    init(_ value: Int64) { self.value = value }
}

extension PriceSighting {
    init(row: Row) {
        let currency: String? = row["currency"]
        let high: Int64? = row["highPrice"]
        let was: Int64? = row["was"]
        let wasCurrency: String? = row["wasCurrency"]
        let kind: String? = row["wasKind"]
        let availability: String? = row["availability"]
        self.init(
            seenAt: row["seenAt"], price: Money(minor: row["price"], currency: currency),
            highPrice: high.map { Money(minor: $0, currency: currency) },
            was: was.map { Money(minor: $0, currency: wasCurrency) },
            wasKind: kind.flatMap(WasPriceKind.init(rawValue:)),
            availability: availability.flatMap(Availability.init(rawValue:)))
    }
}
