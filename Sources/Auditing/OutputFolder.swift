import Foundation
import Model
import Reporting

/// Where reports go. Made and tried before the crawl, so that an hour's work isn't lost to a wrong path; files appear
/// whole or not at all.
struct OutputFolder {
    let path: String

    /// - Throws: `AuditError.usage` where the folder can't be made or written to.
    init(_ path: String) throws {
        self.path = path
        let refused = AuditError.usage("\(path): cannot write there; give a folder you may write to with --out")
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch { throw refused }
        let probe = path + "/.comeback-\(ProcessInfo.processInfo.processIdentifier)"
        guard FileManager.default.createFile(atPath: probe, contents: Data()) else { throw refused }
        try? FileManager.default.removeItem(atPath: probe)
    }

    /// Renders one format after the other to a temporary name, and moves all into place at the end: one text in memory
    /// at a time, and no half of a report where one fails.
    /// - Returns: the files' paths, in the order of `formats`.
    func write(_ result: AuditResult, formats: [ReportFormat]) throws -> [String] {
        var staged: [(partial: String, file: String)] = []
        defer { for item in staged { try? FileManager.default.removeItem(atPath: item.partial) } }
        for format in formats {
            let file = path + "/" + format.fileName
            let partial = path + "/.\(format.fileName).partial"
            staged.append((partial, file))
            do {
                try Data(try render(result, as: format).utf8).write(to: URL(fileURLWithPath: partial))
            } catch let fault as ReportError {
                throw AuditError.usage("\(file): \(fault)")
            } catch {
                throw unwritable(file, error.localizedDescription)
            }
        }
        for item in staged where rename(item.partial, item.file) != 0 {
            throw unwritable(item.file, "the finished file could not be given its name")
        }
        return staged.map(\.file)
    }

    private func unwritable(_ file: String, _ reason: String) -> AuditError {
        AuditError.usage("\(file): cannot be written: \(oneLine(reason)); free some space or give another --out")
    }
}

/// A message without line breaks, cut at 300 characters.
func oneLine(_ text: String) -> String {
    String(text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300))
}
