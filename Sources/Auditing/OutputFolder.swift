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

    /// Renders all formats first and writes then, each to a temporary name that is moved into place.
    /// - Returns: the files' paths, in the order of `formats`.
    func write(_ result: AuditResult, formats: [ReportFormat]) throws -> [String] {
        let texts = try formats.map { format in
            do { return (format.fileName, try render(result, as: format)) } catch {
                throw AuditError.usage("\(format.fileName): \(error)")
            }
        }
        return try texts.map { name, text in
            let file = path + "/" + name
            do {
                try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
            } catch {
                throw AuditError.usage("\(file): cannot be written: \(oneLine(error.localizedDescription))")
            }
            return file
        }
    }
}

/// A message without line breaks, cut at 300 characters.
func oneLine(_ text: String) -> String {
    String(text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(300))
}
