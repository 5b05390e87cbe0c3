import GRDB

/// A database that can't be used: which, and why.
public struct LedgerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What keeps it from being used.
    public enum Reason: Sendable, Hashable {
        /// Another process holds it.
        case inUse
        /// The disk has no more room.
        case full
        /// What stands in it can't be read.
        case damaged
        /// A later version of Comeback has changed its layout.
        case newer
        /// Made by another program.
        case foreign
        /// It can't be made, opened or written.
        case unusable
    }
    /// What keeps it from being used.
    public let reason: Reason
    /// The database's file.
    public let path: String
    /// SQLite's own words; "" where there are none.
    public let detail: String

    /// Each argument becomes the field of its name.
    public init(_ reason: Reason, _ path: String, _ detail: String = "") {
        self.reason = reason
        self.path = path
        self.detail = detail
    }

    /// One line.
    public var description: String {
        switch reason {
        case .inUse: "\(path): another audit, or another program, is using it"
        case .full: "\(path): the disk is full"
        case .damaged: "\(path): is damaged" + (detail.isEmpty ? "" : " (\(detail))")
        case .newer: "\(path): was written by a newer version of Comeback"
        case .foreign: "\(path): is not a file of Comeback's"
        case .unusable: "\(path): cannot be used: \(detail)"
        }
    }

    /// Runs `body`, and says its errors in these words.
    static func wrapping<Value>(_ path: String, _ body: () throws -> Value) throws(LedgerError) -> Value {
        do {
            return try body()
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError {
            throw LedgerError(reason(for: error), path, error.message ?? "")
        } catch {
            throw LedgerError(.unusable, path, "\(error)")
        }
    }

    private static func reason(for error: DatabaseError) -> Reason {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse
        case .SQLITE_FULL: .full
        case .SQLITE_NOTADB: .foreign
        case .SQLITE_CORRUPT: .damaged
        default: .unusable
        }
    }
}
