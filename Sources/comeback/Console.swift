import ArgumentParser
import Auditing
import Foundation

/// What the user sees while an audit runs and at its end. Progress goes to standard error: one line that is
/// written over on a terminal, a line every five seconds elsewhere.
final class Console: Sendable {
    private let json: Bool
    private let isTerminal: Bool
    private let pacing: Pacing

    init(json: Bool) {
        self.json = json
        isTerminal = !json && isatty(STDERR_FILENO) == 1
        pacing = Pacing(seconds: isTerminal ? 0.1 : 5)
    }

    /// Shows how far the crawl is.
    @Sendable func show(_ progress: AuditProgress) {
        guard pacing.isDue() else { return }
        if json {
            write(progress.json + "\n")
        } else if isTerminal {
            write("\r\u{1B}[2K" + progress.line)
        } else {
            write(progress.line + "\n")
        }
    }

    /// One line before or after the crawl, in place of its progress.
    @Sendable func notice(_ line: String) {
        finish()
        write((json ? encoded(line) : line) + "\n")
    }

    /// Ends the progress line.
    func finish() {
        if isTerminal { write("\r\u{1B}[2K") }
    }

    /// Prints the outcome and where the reports are; throws the exit status when the user stopped it, nothing could be
    /// assessed, or the score is too low.
    func conclude(_ summary: AuditSummary, settings: AuditSettings) throws {
        Swift.print(json ? summary.json : summary.text)
        if summary.isInterrupted { throw ExitCode(AuditSummary.interruptedStatus) }
        if let problem = summary.problem { throw AuditError.nothingAudited(problem) }
        if summary.isBelow(settings.failUnder) { throw ExitCode(1) }
    }

    /// Writes to standard output, nothing added.
    ///
    /// - Throws: `AuditError` where it can't be written, as to a pipe whose reader has gone.
    func print(_ text: String) throws {
        do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch {
            throw AuditError.usage("standard output was closed before all was written; give a file to --out")
        }
    }

    /// One line at the end, for people; nothing in a JSON log.
    func note(_ line: String) {
        if !json { write(line + "\n") }
    }

    private func encoded(_ notice: String) -> String {
        (try? JSONEncoder().encode(["event": "notice", "text": notice])).map { String(decoding: $0, as: UTF8.self) }
            ?? "{}"
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
