import Foundation
import Glibc

/// Answers on loopback with whatever bytes a test states, at whatever speed: for all that a proper HTTP server cannot
/// send. A thread a connection, so that a fault is a plain list of steps.
public final class FaultServer: Sendable {
    /// A request as it came.
    public struct Request: Sendable {
        /// Path and query of the request line.
        public var target: String
        /// Request line and header lines.
        public var head: String
        /// Of the Host line.
        public var host: String {
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("host:") }
                .map { String($0.dropFirst(5).drop { $0 == " " }) } ?? ""
        }
        /// Requests for the same target before this one.
        public var earlier: Int
        /// Requests on the same connection before this one.
        public var onConnection: Int
    }

    /// Where it listens on loopback.
    public let port: UInt16
    /// "http://127.0.0.1:port"
    public var origin: String { "http://127.0.0.1:\(port)" }
    /// In order of arrival.
    public var requests: [Request] { board.requests }
    /// Connections taken so far.
    public var connections: Int { board.connections }

    private let listener: Int32
    private let board: FaultBoard
    private let threads = DispatchGroup()

    /// Listens on a free port.
    ///
    /// - Parameters:
    ///   - routes: By path and query as they stand in the request line.
    ///   - greeting: Played on every connection before anything is read, which then is closed.
    ///   - answer: Asked for what no route has; 404 where it has nothing either.
    public init(
        _ routes: [String: Fault] = [:], greeting: Fault? = nil, answer: (@Sendable (Request) -> Fault?)? = nil
    ) throws {
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        // The kernel's calls take any kind of address by its first field.
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(handle, address, length) | listen(handle, 256) | getsockname(handle, address, &length)
            }
        }
        guard handle >= 0, status == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        listener = handle
        port = UInt16(bigEndian: address.sin_port)
        let notFound = Fault.answer([], status: "404 Not Found")
        board = FaultBoard { request in routes[request.target] ?? answer?(request) ?? notFound }
        accept(greeting)
    }

    deinit { stop() }

    /// Drops all connections and waits for their threads.
    public func stop() {
        guard board.close() else { return }
        shutdown(listener, Int32(SHUT_RDWR))
        threads.wait()
        Glibc.close(listener)
    }

    private func accept(_ greeting: Fault?) {
        threads.enter()
        Thread.detachNewThread { [listener, board, threads] in
            while true {
                let handle = Glibc.accept(listener, nil, nil)
                if handle < 0 {
                    if errno == EINTR || errno == ECONNABORTED { continue }
                    break
                }
                threads.enter()
                Thread.detachNewThread {
                    FaultConnection(handle, board).run(greeting)
                    threads.leave()
                }
            }
            threads.leave()
        }
    }
}

/// What the connections of a server share. Sendable because the lock is held around every access; an NSLock, because
/// the thread sanitiser doesn't see the standard library's mutex on Linux.
final class FaultBoard: @unchecked Sendable {
    private let lock = NSLock()
    private var log: [FaultServer.Request] = []
    private var counts: [String: Int] = [:]
    private var open: Set<Int32> = []
    private var opened = 0
    private var isClosed = false
    private let script: @Sendable (FaultServer.Request) -> Fault

    init(script: @escaping @Sendable (FaultServer.Request) -> Fault) { self.script = script }

    var requests: [FaultServer.Request] { lock.withLock { log } }
    var connections: Int { lock.withLock { opened } }

    /// False when the server is closed.
    func enter(_ handle: Int32) -> Bool {
        lock.withLock {
            guard !isClosed else { return false }
            open.insert(handle)
            opened += 1
            return true
        }
    }

    /// Closes the handle; under the lock, so that `close` never shuts down another's.
    func leave(_ handle: Int32) {
        lock.withLock {
            open.remove(handle)
            _ = Glibc.close(handle)
        }
    }

    func fault(target: String, head: String, onConnection: Int) -> Fault {
        let request = lock.withLock {
            let request = FaultServer.Request(
                target: target, head: head, earlier: counts[target, default: 0], onConnection: onConnection)
            counts[target, default: 0] += 1
            log.append(request)
            return request
        }
        return script(request)
    }

    /// True the first time.
    func close() -> Bool {
        lock.withLock {
            defer { isClosed = true }
            for handle in open { shutdown(handle, Int32(SHUT_RDWR)) }
            return !isClosed
        }
    }
}
