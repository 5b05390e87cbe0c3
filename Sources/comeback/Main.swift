import ArgumentParser
import Auditing
import Foundation

/// Will a shop's customers come back?
@main
struct Comeback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comeback",
        abstract: "Audits an online shop for what makes its customers come back, or not.",
        discussion: """
            Exit status: 0 done, 1 score below --fail-under, 2 wrong usage, 3 nothing could be audited
            (a shop that is there gets a report that says why),
            4 what was fetched could no more be kept (free some space, then --resume), 130 stopped by Ctrl-C: once
            finishes what is in flight and writes a partial report, twice stops at once; --resume goes on.
            Shell completions: comeback --generate-completion-script bash|zsh|fish
            """,
        version: comebackVersion,
        subcommands: [AuditCommand.self, JudgeCommand.self, OffersCommand.self, LedgerCommand.self, ChecksCommand.self]
    )

    static func main() async {
        // A reader that goes away (`| head`) is no reason to die by a signal: writes fail instead.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as AuditError {
            fail(error.description, status: error.exitStatus)
        } catch let status as ExitCode {
            Foundation.exit(status.rawValue)
        } catch {
            let code = exitCode(for: error)
            if code == .success { exit(withError: error) }
            fail(message(for: error), status: code == .validationFailure ? 2 : 1, usage: fullMessage(for: error))
        }
    }

    private static func fail(_ line: String, status: Int32, usage: String? = nil) -> Never {
        let text = usage ?? "comeback: \(line)"
        FileHandle.standardError.write(Data((text + "\n").utf8))
        Foundation.exit(status)
    }
}
