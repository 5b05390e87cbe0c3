import FlyingFox
import FlyingSocks
import Foundation

/// Serves a shop on loopback: a folder, routes given in code, or both. Routes win.
public final class ShopServer: Sendable {
    /// What one URL answers.
    public struct Answer: Sendable {
        /// HTTP status.
        public var status: Int
        /// Sent as given.
        public var headers: [String: String]
        /// Sent as given.
        public var body: [UInt8]
        /// Waits before it answers.
        public var delay: Duration

        /// Each argument becomes the field of its name.
        public init(
            status: Int = 200, headers: [String: String] = [:], body: [UInt8] = [], delay: Duration = .zero
        ) {
            self.status = status
            self.headers = headers
            self.body = body
            self.delay = delay
        }

        /// A page of UTF-8.
        public static func html(_ text: String, status: Int = 200, delay: Duration = .zero) -> Answer {
            Answer(
                status: status, headers: ["Content-Type": "text/html; charset=utf-8"], body: Array(text.utf8),
                delay: delay)
        }

        /// Plain text, such as a robots.txt.
        public static func text(_ text: String, status: Int = 200) -> Answer {
            Answer(status: status, headers: ["Content-Type": "text/plain"], body: Array(text.utf8))
        }

        /// On to another address.
        public static func redirect(_ location: String, status: Int = 301) -> Answer {
            Answer(status: status, headers: ["Location": location])
        }
    }

    /// The port it listens on.
    public let port: UInt16
    /// "http://127.0.0.1:port"
    public var origin: String { "http://127.0.0.1:\(port)" }
    /// Targets (path and query) that were asked for, in order of arrival.
    public var requests: [String] { log.all }

    private let server: HTTPServer
    private let task: Task<Void, any Error>
    private let log: LogBox

    /// Starts on a free port, or on `port`. `routes` are by path and query as they stand in the request line;
    /// `answer` is asked for what no route and no file has.
    public static func start(
        folder: String? = nil, port: UInt16 = 0, routes: [String: Answer] = [:],
        answer: (@Sendable (_ target: String) -> Answer?)? = nil
    ) async throws -> ShopServer {
        let log = LogBox()
        var routes = routes
        if let folder { routes.merge(ShopFolder.routes(of: folder)) { given, _ in given } }
        let known = routes
        let handler = ClosureHTTPHandler { request in
            let target = request.target.rawValue
            log.add(target)
            let found = known[target] ?? folder.flatMap { ShopFolder.answer(target, in: $0) } ?? answer?(target)
            let answer = found ?? .html("<!doctype html><title>Not found</title><h1>Not found</h1>", status: 404)
            if answer.delay > .zero { try await Task.sleep(for: answer.delay) }
            return Self.response(answer)
        }
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: 120, logger: .disabled, handler: handler)
        let task = Task { try await server.run() }
        // Machines under a sanitiser, or busy with other tests, are slow to come to it.
        try await server.waitUntilListening(timeout: 120)
        guard case .ip4(_, let port)? = await server.listeningAddress else {
            task.cancel()
            throw SocketError.unsupportedAddress
        }
        return ShopServer(port: port, server: server, task: task, log: log)
    }

    private init(port: UInt16, server: HTTPServer, task: Task<Void, any Error>, log: LogBox) {
        self.port = port
        self.server = server
        self.task = task
        self.log = log
    }

    /// Stops listening and drops its connections.
    public func stop() async {
        await server.stop()
        task.cancel()
    }

    private static func response(_ answer: Answer) -> HTTPResponse {
        var headers = HTTPHeaders()
        for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
        return HTTPResponse(
            statusCode: HTTPStatusCode(answer.status, phrase: "Status"), headers: headers, body: Data(answer.body))
    }
}

/// The list of requests, shared with the server's closure. Sendable because the lock is held around every access; an
/// NSLock, because the thread sanitiser doesn't see the standard library's mutex on Linux.
final class LogBox: @unchecked Sendable {
    private let lock = NSLock()
    private var targets: [String] = []

    var all: [String] { lock.withLock { targets } }

    func add(_ target: String) { lock.withLock { targets.append(target) } }
}
