import Foundation
import GRDB

/// One crawl's answers in a database, each kept as soon as it has come, so that a crawl that was broken off can go on
/// where it stood. Held by one process at a time. It survives the death of the process at any moment, and a loss of power
/// but for the last answers.
public final class CrawlStore: Sendable {
    /// Bytes that one store takes at most, but for the last answers and 8 MB of SQLite's log: about 200,000 pages.
    public static let byteLimit = 4 << 30

    /// The database's file.
    public let path: String
    private let queue: DatabaseQueue
    private let byteLimit: Int

    /// Opens the store, or makes one.
    ///
    /// - Parameters:
    ///   - byteLimit: answers that come when it is reached are not kept.
    ///   - diskLimit: bytes after which the disk counts as full; for trying that out.
    public init(
        path: String, byteLimit: Int = CrawlStore.byteLimit, diskLimit: Int? = nil
    ) throws(LedgerError) {
        self.path = path
        self.byteLimit = byteLimit
        queue = try LedgerError.wrapping(path) {
            while true {
                let file = Self.identity(path)
                let opened = Result { try Self.open(path, diskLimit: diskLimit) }
                // An audit that ends takes its store away, maybe just while this one opens it.
                if file == nil || file == Self.identity(path) { return try opened.get() }
            }
        }
    }

    private static func open(_ path: String, diskLimit: Int?) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: path, configuration: configuration())
        try queue.inDatabase { db in try CrawlStoreSchema.prepare(db, path: path, diskLimit: diskLimit) }
        try CrawlStoreSchema.migrate(queue)
        return queue
    }

    /// The number of the file that stands there now; nil where none does.
    private static func identity(_ path: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.systemFileNumber] as? Int
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "crawl"
        // Long enough for a glance by another program, short enough for a second audit to be refused at once.
        configuration.busyMode = .timeout(1)
        configuration.prepareDatabase { db in
            // Taken here and held to the end: a second audit can't come in between, and no lock is needed later.
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
        }
        return configuration
    }

    /// The audit whose answers these are; nil for a new store.
    public func run() throws(LedgerError) -> StoredRun? {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                try Row.fetchOne(db, sql: "SELECT seed, settings, startedAt FROM run").map { row in
                    StoredRun(seed: row["seed"], settings: row["settings"], startedAt: row["startedAt"])
                }
            }
        }
    }

    /// Answers that are kept, and the milliseconds that the audit had worked when the last of them came.
    public func extent() throws(LedgerError) -> (answers: Int, elapsed: Int64) {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                let answers = try Int.fetchOne(db, sql: "SELECT count(*) FROM answer") ?? 0
                return (answers, try Int64.fetchOne(db, sql: "SELECT max(elapsed) FROM answer") ?? 0)
            }
        }
    }

    /// Forgets what there was, and begins anew.
    public func begin(_ run: StoredRun) throws(LedgerError) {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                let isNew = try Row.fetchOne(db, sql: "SELECT 1 FROM run") == nil
                try db.inTransaction {
                    try db.execute(sql: "DELETE FROM answer; DELETE FROM run")
                    try db.execute(
                        sql: "INSERT INTO run (id, seed, settings, startedAt) VALUES (1, ?, ?, ?)",
                        arguments: [run.seed, run.settings, run.startedAt])
                    return .commit
                }
                if !isNew { try db.execute(sql: "VACUUM") }
            }
        }
    }

    /// What is kept for `key`; nil where nothing is.
    public func answer(for key: AnswerKey) throws(LedgerError) -> StoredAnswer? {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                let statement = try db.cachedStatement(
                    sql: "SELECT head, size, body FROM answer WHERE url = ? AND purpose = ?")
                guard let row = try Row.fetchOne(statement, arguments: [key.url, key.purpose]) else { return nil }
                let size: Int = row["size"]
                guard size > 0 else { return StoredAnswer(key: key, head: row["head"], body: []) }
                guard let packed: Data = row["body"], let body = Packing.unpack(packed, size: size) else {
                    throw LedgerError(.damaged, path, "the body of \(key.url)")
                }
                return StoredAnswer(key: key, head: row["head"], body: body)
            }
        }
    }

    /// Keeps answers that came together; all are kept when it returns, or none when it throws. Of two for the same
    /// key the first stays. Beyond the limit of bytes none is kept.
    ///
    /// - Parameter elapsed: milliseconds that the audit has worked.
    public func keep(_ answers: [StoredAnswer], elapsed: Int64) throws(LedgerError) {
        try LedgerError.wrapping(path) {
            try queue.inDatabase { db in
                let pages = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA page_count")) ?? 0
                guard pages * CrawlStoreSchema.pageSize < byteLimit else { return }
                try db.inTransaction(.immediate) {
                    let statement = try db.cachedStatement(
                        sql: """
                            INSERT OR IGNORE INTO answer (url, purpose, elapsed, head, size, body)
                            VALUES (?, ?, ?, ?, ?, ?)
                            """)
                    for answer in answers {
                        let packed = Packing.pack(answer.body)
                        guard packed != nil || answer.body.isEmpty else { continue }
                        try statement.execute(arguments: [
                            answer.key.url, answer.key.purpose, elapsed, answer.head, answer.body.count, packed,
                        ])
                    }
                    return .commit
                }
            }
        }
    }

    /// Closes the store and deletes its files. It can't be used afterwards.
    public func remove() throws(LedgerError) {
        try LedgerError.wrapping(path) {
            // While the lock is held, lest the files of a later audit are taken away.
            for file in [path, path + "-wal", path + "-shm"] where FileManager.default.fileExists(atPath: file) {
                try FileManager.default.removeItem(atPath: file)
            }
            try queue.close()
        }
    }
}
