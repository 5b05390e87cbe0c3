import GRDB
import Model

/// A product of a ledger, as it was last called, and how much of it was seen.
public struct LedgerProduct: Sendable, Hashable {
    /// In this ledger.
    public let number: ProductNumber
    /// As last seen.
    public let keys: ProductKeys
    /// Sightings in all.
    public let sightings: Int
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let first: Int64
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let last: Int64
}

extension PriceLedger {
    /// Products whose address, GTIN, article number or maker's number is `text`, or else whose name or address has it
    /// within; by name, at most `limit`. Empty text means all.
    public func products(matching text: String = "", limit: Int = 1_000_000) throws(LedgerError) -> [LedgerProduct] {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                let exact = try Row.fetchAll(
                    db,
                    sql: PriceLedger.productsSQL(
                        """
                        WHERE product.gtin = :text OR product.sku = :text OR product.mpn = :text OR product.url = :text
                            OR product.id IN (SELECT product FROM productKey WHERE value = :text)
                        """), arguments: ["text": text, "limit": limit])
                guard exact.isEmpty else { return exact.map(LedgerProduct.init(row:)) }
                // instr() rather than LIKE: a per cent sign in a name is one.
                return try Row.fetchAll(
                    db,
                    sql: PriceLedger.productsSQL(
                        """
                        WHERE :text = '' OR instr(lower(coalesce(product.name, '')), lower(:text)) > 0
                            OR instr(lower(coalesce(product.url, '')), lower(:text)) > 0
                        """), arguments: ["text": text, "limit": limit]
                ).map(LedgerProduct.init(row:))
            }
        }
    }

    private static func productsSQL(_ condition: String) -> String {
        """
        SELECT product.*, count(*) AS sightings, min(seenAt) AS firstSeen, max(seenAt) AS lastSighting
        FROM product JOIN sighting ON sighting.product = product.id \(condition)
        GROUP BY product.id ORDER BY product.name, product.url, product.id LIMIT :limit
        """
    }

    /// Everything that is kept, product by product, each product's by time.
    public func forEachRecord(_ body: (PriceRecord) throws -> Void) throws {
        let rows = try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT sighting.*, name, gtin, sku, mpn, brand, url FROM sighting
                        JOIN product ON product.id = sighting.product
                        ORDER BY name, url, product.id, seenAt, place
                        """)
            }
        }
        for row in rows {
            guard let place = PricePlace(rawValue: row["place"]) else { continue }
            try body(PriceRecord(keys: ProductKeys(row: row), place: place, sighting: PriceSighting(row: row)))
        }
    }

    /// Forgets what was seen before a moment, and products of which nothing is left.
    ///
    /// - Parameter moment: milliseconds since 1970-01-01T00:00:00Z.
    /// - Returns: how many sightings and products were forgotten.
    public func prune(before moment: Int64) throws(LedgerError) -> (sightings: Int, products: Int) {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                var counts = (sightings: 0, products: 0)
                try db.inTransaction(.immediate) {
                    try db.execute(sql: "DELETE FROM sighting WHERE seenAt < ?", arguments: [moment])
                    counts.sightings = db.changesCount
                    try db.execute(
                        sql: "DELETE FROM product WHERE id NOT IN (SELECT DISTINCT product FROM sighting)")
                    counts.products = db.changesCount
                    try db.execute(sql: "DELETE FROM audit WHERE at < ?", arguments: [moment])
                    try db.execute(sql: "DELETE FROM countdown WHERE seenAt < ?", arguments: [moment])
                    return .commit
                }
                try db.execute(sql: "VACUUM")
                return counts
            }
        }
    }
}

extension LedgerProduct {
    init(row: Row) {
        number = ProductNumber(row["id"])
        keys = ProductKeys(row: row)
        sightings = row["sightings"]
        first = row["firstSeen"]
        last = row["lastSighting"]
    }
}

extension ProductKeys {
    init(row: Row) {
        self.init(
            gtin: row["gtin"], sku: row["sku"], mpn: row["mpn"], brand: row["brand"], url: row["url"],
            name: row["name"])
    }
}
