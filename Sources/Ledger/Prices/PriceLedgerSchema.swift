import GRDB

/// The layout of a shop's ledger, and its versions.
enum PriceLedgerSchema {
    /// "cmbl": says that a database is ours, and no crawl's.
    static let applicationID = 0x636D_626C

    /// Refuses what isn't ours before anything is written to it, and brings an older layout up to date.
    static func prepare(_ queue: DatabaseQueue, path: String) throws {
        try queue.inDatabase { db in
            let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
            guard id == applicationID || isEmpty else { throw LedgerError(.foreign, path) }
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
            if id != applicationID { try db.execute(sql: "PRAGMA application_id = \(applicationID)") }
            guard try !migrator.hasBeenSuperseded(db) else { throw LedgerError(.newer, path) }
        }
        try migrator.migrate(queue)
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 prices") { db in
            try db.execute(
                sql: """
                    CREATE TABLE audit (
                        at INTEGER PRIMARY KEY,
                        isWhole INTEGER NOT NULL,
                        products INTEGER NOT NULL
                    ) WITHOUT ROWID;
                    CREATE TABLE product (
                        id INTEGER PRIMARY KEY,
                        name TEXT,
                        gtin TEXT,
                        sku TEXT,
                        mpn TEXT,
                        brand TEXT,
                        url TEXT,
                        lastSeen INTEGER NOT NULL
                    );
                    CREATE TABLE productKey (
                        kind TEXT NOT NULL,
                        value TEXT NOT NULL,
                        product INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
                        PRIMARY KEY (kind, value, product)
                    ) WITHOUT ROWID;
                    CREATE INDEX productKeyByProduct ON productKey (product);
                    CREATE TABLE sighting (
                        product INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
                        seenAt INTEGER NOT NULL,
                        place TEXT NOT NULL,
                        price INTEGER NOT NULL,
                        highPrice INTEGER,
                        currency TEXT,
                        was INTEGER,
                        wasCurrency TEXT,
                        wasKind TEXT,
                        availability TEXT,
                        PRIMARY KEY (product, seenAt, place)
                    ) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("2 countdowns") { db in
            try db.execute(
                sql: """
                    CREATE TABLE countdown (
                        url TEXT NOT NULL,
                        words TEXT NOT NULL,
                        deadline INTEGER NOT NULL,
                        isZoned INTEGER NOT NULL,
                        seenAt INTEGER NOT NULL,
                        PRIMARY KEY (url, words, deadline)
                    ) WITHOUT ROWID;
                    """)
        }
        return migrator
    }
}
