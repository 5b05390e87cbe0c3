import Foundation

/// A certificate authority for one test, with what it signs: made by openssl in a folder of its own, valid for days.
public struct TestAuthority: Sendable {
    /// Where its files are.
    public let folder: String
    /// PEM file that a client may trust.
    public var file: String { folder + "/ca.pem" }

    /// Makes the authority's own certificate in an existing folder.
    public init(folder: String) throws {
        self.folder = folder
        let configuration = """
            [ca]
            default_ca = own
            [own]
            database = \(folder)/index.txt
            new_certs_dir = \(folder)
            rand_serial = yes
            default_md = sha256
            policy = any
            copy_extensions = copy
            unique_subject = no
            certificate = \(folder)/ca.pem
            private_key = \(folder)/ca.key
            [any]
            commonName = supplied
            """
        try Data(configuration.utf8).write(to: URL(fileURLWithPath: folder + "/ca.cnf"))
        try Data().write(to: URL(fileURLWithPath: folder + "/index.txt"))
        try OpenSSL.run(
            ["req", "-x509"] + OpenSSL.key("\(folder)/ca.key") + [
                "-out", file, "-subj", "/CN=An authority of a test", "-days", "2", "-addext",
                "basicConstraints=critical,CA:TRUE",
            ])
    }

    /// A certificate for `host`, with its key in the same file; `isExpired` as of 2020.
    public func certificate(for host: String, isExpired: Bool = false) throws -> String {
        let file = folder + "/\(host)\(isExpired ? "-old" : "").pem"
        try OpenSSL.run(
            ["req"] + OpenSSL.key(file + ".key") + [
                "-out", file + ".csr", "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)",
            ])
        let dates = isExpired ? ["-startdate", "20200101000000Z", "-enddate", "20200201000000Z"] : ["-days", "2"]
        try OpenSSL.run(
            ["ca", "-batch", "-notext", "-config", folder + "/ca.cnf", "-in", file + ".csr", "-out", file] + dates)
        return try joined(file)
    }

    /// A certificate that nobody signed.
    public func selfSigned(for host: String) throws -> String {
        let file = folder + "/\(host)-self.pem"
        try OpenSSL.run(
            ["req", "-x509"] + OpenSSL.key(file + ".key") + [
                "-out", file, "-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)", "-days", "2",
            ])
        return try joined(file)
    }

    private func joined(_ file: String) throws -> String {
        let both =
            try Data(contentsOf: URL(fileURLWithPath: file)) + Data(contentsOf: URL(fileURLWithPath: file + ".key"))
        try both.write(to: URL(fileURLWithPath: file))
        return file
    }
}

/// Serves the files of a folder over TLS on loopback, each a whole HTTP answer: `openssl s_server -HTTP`.
public final class TLSServer: @unchecked Sendable {
    /// Where it listens on loopback.
    public let port: UInt16
    // Only touched by `init` and `stop`, which the one owner calls.
    private let process: Process

    /// - Parameter answers: Whole HTTP answers by name, without the slash.
    public init(certificate: String, answers: [String: String], folder: String, options: [String] = []) throws {
        let root = folder + "/" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        for (name, answer) in answers {
            try Data(answer.utf8).write(to: URL(fileURLWithPath: root + "/" + name))
        }
        process = OpenSSL.process(["s_server", "-accept", "127.0.0.1:0", "-HTTP", "-cert", certificate] + options)
        process.currentDirectoryURL = URL(fileURLWithPath: root)
        let out = Pipe()
        process.standardOutput = out
        // s_server ends when its input does.
        process.standardInput = Pipe()
        try process.run()
        var said = ""
        while !said.contains("ACCEPT "), case let data = out.fileHandleForReading.availableData, !data.isEmpty {
            said += String(decoding: data, as: UTF8.self)
        }
        let digits = said.split(separator: "ACCEPT ").last?.split(separator: ":").last?.prefix { $0.isNumber } ?? ""
        guard let port = UInt16(digits) else { throw POSIXError(.EADDRNOTAVAIL) }
        self.port = port
    }

    /// Ends the server at once.
    public func stop() {
        // It inherits this thread's blocked signals, and would never see a polite one.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

private enum OpenSSL {
    static func key(_ file: String) -> [String] {
        ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", file]
    }

    static func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        return process
    }

    static func run(_ arguments: [String]) throws {
        let process = process(arguments)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CocoaError(.executableLoad, userInfo: [NSDebugDescriptionErrorKey: arguments.joined(separator: " ")])
        }
    }
}
