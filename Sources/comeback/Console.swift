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

    /// Ends the progress line.
    func finish() {
        if isTerminal { write("\r\u{1B}[2K") }
    }

    /// Prints the outcome and where the reports are; throws the exit status when the score is too low.
    func conclude(_ summary: AuditSummary, settings: AuditSettings) throws {
        print(json ? summary.json : summary.text)
        if summary.isBelow(settings.failUnder) { throw ExitCode(1) }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
