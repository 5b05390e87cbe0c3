import Glibc

/// One connection of a `FaultServer`, on its own thread.
struct FaultConnection {
    private let handle: Int32
    private let board: FaultBoard

    init(_ handle: Int32, _ board: FaultBoard) {
        self.handle = handle
        self.board = board
    }

    func run(_ greeting: Fault?) {
        guard board.enter(handle) else {
            Glibc.close(handle)
            return
        }
        defer { board.leave(handle) }
        if let greeting {
            if play(greeting) { drain() }
            return
        }
        var pending: [UInt8] = []
        var count = 0
        while let head = readHead(&pending) {
            let target = head.split(separator: " ", maxSplits: 2).dropFirst().first.map(String.init) ?? ""
            let fault = board.fault(target: target, head: head, onConnection: count)
            count += 1
            guard play(fault) else { return }
            guard fault.keepsAlive else { return drain() }
        }
    }

    /// Up to and without the empty line; nil when the other side is gone.
    private func readHead(_ pending: inout [UInt8]) -> String? {
        let end: [UInt8] = [13, 10, 13, 10]
        while true {
            if let at = pending.indices.first(where: { pending[$0...].starts(with: end) }) {
                let head = String(decoding: pending[..<at], as: UTF8.self)
                pending.removeSubrange(..<(at + end.count))
                return head
            }
            var buffer = [UInt8](repeating: 0, count: 16_384)
            let count = recv(handle, &buffer, buffer.count, 0)
            guard count > 0, pending.count < 1 << 20 else { return nil }
            pending += buffer[..<count]
        }
    }

    /// False when the other side went away, or a reset was asked for.
    private func play(_ fault: Fault) -> Bool {
        for step in fault.steps {
            switch step {
            case .send(let bytes): if !send(bytes) { return false }
            case .sendAgain(let bytes, let times, let every):
                var left = times ?? Int.max
                // Without a pause, many at once: a call for each few bytes would keep a processor busy.
                let many = every > .zero || times != nil || bytes.isEmpty ? 1 : max(1, 65_536 / bytes.count)
                let bytes = [[UInt8]](repeating: bytes, count: many).flatMap { $0 }
                while left > 0 {
                    if !send(bytes) || (every > .zero && !wait(every)) { return false }
                    left -= 1
                }
            case .wait(let time): if !wait(time) { return false }
            case .hold:
                while wait(.seconds(60)) {}
                return false
            case .reset:
                var option = linger(l_onoff: 1, l_linger: 0)
                setsockopt(handle, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
                return false
            }
        }
        return true
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                // The offset is within the array as long as the loop runs.
                Glibc.send(handle, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    /// False when the other side goes away, or the server stops, before the time is over.
    private func wait(_ time: Duration) -> Bool {
        // POLLRDHUP, which Glibc's module leaves out: the other side has closed.
        var poll = pollfd(fd: handle, events: 0x2000, revents: 0)
        let parts = time.components
        let milliseconds = parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000
        return Glibc.poll(&poll, 1, Int32(clamping: milliseconds)) == 0
    }

    /// Ends sending and reads what is left: closed with bytes unread, a connection ends with a reset.
    private func drain() {
        shutdown(handle, Int32(SHUT_WR))
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while recv(handle, &buffer, buffer.count, 0) > 0 {}
    }
}
