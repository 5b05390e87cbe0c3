import Foundation

/// A file that is written piece by piece and gets its name only when it is whole.
public final class PartialFile {
    private let path: String
    private let partial: String
    private var handle: FileHandle?

    /// - Throws: `AuditError.usage` where the file can't be made.
    public init(_ path: String) throws {
        self.path = path
        partial = path + ".partial"
        guard FileManager.default.createFile(atPath: partial, contents: nil),
            let handle = FileHandle(forWritingAtPath: partial)
        else { throw AuditError.usage("\(path): cannot be written; give a file in a folder you may write to") }
        self.handle = handle
    }

    /// - Throws: `AuditError.usage`, for instance when the disk is full.
    public func write(_ text: String) throws {
        do { try handle?.write(contentsOf: Data(text.utf8)) } catch {
            throw AuditError.usage("\(path): \(oneLine(error.localizedDescription)); free some space")
        }
    }

    /// Gives the file its name, over an older one.
    public func finish() throws {
        try? handle?.close()
        handle = nil
        guard rename(partial, path) == 0 else { throw AuditError.usage("\(path): cannot be given its name") }
    }

    /// Removes what was written, unless it is finished.
    public func abandon() {
        guard handle != nil else { return }
        try? handle?.close()
        handle = nil
        try? FileManager.default.removeItem(atPath: partial)
    }
}
