import Foundation

/// The built command line tool, run as users run it.
final class ComebackProcess: @unchecked Sendable {
    // Sendable, because Process may be signalled and waited for from any thread, and nothing else is touched.
    private let process = Process()
    private let output = Pipe()

    /// Beside the tests' own executable, where both are built.
    static let executable: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let folders = [own, CommandLine.arguments[0]].map {
            URL(fileURLWithPath: $0).deletingLastPathComponent().path
        }
        return folders.map { $0 + "/comeback" }.first { FileManager.default.isExecutableFile(atPath: $0) }
            ?? ".build/debug/comeback"
    }()

    init(_ arguments: [String], executable: String = ComebackProcess.executable) throws {
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging([
            "COMEBACK_CLOCK": "1772355600000", "XDG_DATA_HOME": "/nonexistent/comeback",
        ]) { $1 }
        process.standardOutput = output
        process.standardError = output
        try process.run()
    }

    var isRunning: Bool { process.isRunning }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Waits for its end.
    /// - Returns: the exit status, or that of the signal that killed it, and all that it printed.
    func end() async -> (status: Int32, text: String) {
        await withCheckedContinuation { continuation in
            // Blocks, so not on a thread that tasks share.
            Thread.detachNewThread { [self] in
                let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
                process.waitUntilExit()
                continuation.resume(returning: (process.terminationStatus, text))
            }
        }
    }
}
