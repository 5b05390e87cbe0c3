import Foundation
import Model

/// Writes a crawl to a file as it goes; the file gets its name only when the crawl is whole.
final class CrawlRecorder {
    private let path: String
    private let partial: String
    private var handle: FileHandle?
    private let encoder: JSONEncoder

    /// - Throws: `AuditError.usage` where the file can't be made.
    init(path: String, header: SavedCrawl.Header) throws {
        self.path = path
        partial = path + ".partial"
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard FileManager.default.createFile(atPath: partial, contents: nil),
            let handle = FileHandle(forWritingAtPath: partial)
        else { throw AuditError.usage("\(path): cannot be written; give another file to --save-crawl") }
        self.handle = handle
        try write(.header(header))
    }

    func record(_ facts: PageFacts, id: PageID) throws { try write(.page(id: id, facts: facts)) }

    /// Writes the last line and gives the file its name.
    func finish(_ footer: SavedCrawl.Footer) throws {
        try write(.footer(footer))
        try? handle?.close()
        handle = nil
        guard rename(partial, path) == 0 else { throw fault("cannot be given its name") }
    }

    /// Removes what was written of an unfinished crawl.
    func abandon() {
        guard handle != nil else { return }
        try? handle?.close()
        handle = nil
        try? FileManager.default.removeItem(atPath: partial)
    }

    private func write(_ line: SavedCrawl.Line) throws {
        do {
            var data = try encoder.encode(line)
            data.append(10)
            try handle?.write(contentsOf: data)
        } catch {
            throw fault(oneLine(error.localizedDescription))
        }
    }

    private func fault(_ reason: String) -> AuditError {
        AuditError.usage("\(path): \(reason); free some space or give another file to --save-crawl")
    }
}
