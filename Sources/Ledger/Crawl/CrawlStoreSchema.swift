import GRDB

/// The layout of a crawl's database, and its versions.
enum CrawlStoreSchema {
    /// "cmbk": says that a database is ours.
    static let applicationID = 0x636D_626B
    /// SQLite's usual one; larger ones cost more a commit.
    static let pageSize = 4_096

    /// Refuses what isn't ours before anything is written to it, and brings an older layout up to date.
    static func prepare(_ db: Database, path: String, diskLimit: Int?) throws {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
        guard id == applicationID || isEmpty else { throw LedgerError(.foreign, path) }
        // NORMAL waits for the disk at checkpoints only: a killed process loses nothing, a loss of power the last answers.
        try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA journal_mode = WAL")
        if id != applicationID { try db.execute(sql: "PRAGMA application_id = \(applicationID)") }
        if let diskLimit { try db.execute(sql: "PRAGMA max_page_count = \(diskLimit / pageSize)") }
        guard try !migrator.hasBeenSuperseded(db) else { throw LedgerError(.newer, path) }
    }

    static func migrate(_ queue: DatabaseQueue) throws { try migrator.migrate(queue) }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 answers") { db in
            try db.execute(
                sql: """
                    CREATE TABLE run (
                        id INTEGER PRIMARY KEY CHECK (id = 1),
                        seed TEXT NOT NULL,
                        settings TEXT NOT NULL,
                        startedAt INTEGER NOT NULL
                    );
                    CREATE TABLE answer (
                        url TEXT NOT NULL,
                        purpose TEXT NOT NULL,
                        elapsed INTEGER NOT NULL,
                        head TEXT NOT NULL,
                        size INTEGER NOT NULL,
                        body BLOB,
                        UNIQUE (url, purpose)
                    );
                    """)
        }
        return migrator
    }
}
