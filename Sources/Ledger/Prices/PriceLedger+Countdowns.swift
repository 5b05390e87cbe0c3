import GRDB
import Model

extension PriceLedger {
    /// Keeps when countdowns were to end. The same end of the same words on one page is kept once, with the last time
    /// that it was seen.
    public func record(_ countdowns: [CountdownSighting]) throws(LedgerError) {
        guard !countdowns.isEmpty else { return }
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                try db.inTransaction(.immediate) {
                    let statement = try db.cachedStatement(
                        sql: """
                            INSERT INTO countdown (url, words, deadline, isZoned, seenAt) VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT DO UPDATE SET seenAt = max(seenAt, excluded.seenAt), isZoned = excluded.isZoned
                            """)
                    for seen in countdowns {
                        try statement.execute(arguments: [
                            seen.url, seen.words, seen.deadline, seen.isZoned, seen.seenAt,
                        ])
                    }
                    return .commit
                }
            }
        }
    }

    /// What was seen of countdowns from a moment on, ascending by page and time.
    ///
    /// - Parameter moment: milliseconds since 1970-01-01T00:00:00Z.
    public func countdowns(since moment: Int64) throws(LedgerError) -> [CountdownSighting] {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM countdown WHERE seenAt >= ? ORDER BY url, seenAt, words, deadline",
                    arguments: [moment]
                ).map { row in
                    CountdownSighting(
                        url: row["url"], words: row["words"], deadline: row["deadline"], isZoned: row["isZoned"],
                        seenAt: row["seenAt"])
                }
            }
        }
    }
}
