import CCurl
import Model

/// What tasks hand to the fetching thread. The only thing that both sides touch.
final class Inbox: Sendable {
    /// Everything that came in since the thread last looked.
    struct Letters {
        var orders: [Transfer.Order] = []
        var cancelled: [UInt64] = []
        var slowed: [(host: String, delay: Double)] = []
        var isClosed = false
    }

    private struct State {
        var letters = Letters()
        var lastID: UInt64 = 0
        /// The thread has ended: nobody will look any more.
        var isOver = false
    }

    private let state = Guarded(State())
    let multi: MultiHandle

    init?() {
        guard let multi = MultiHandle() else { return nil }
        self.multi = multi
    }

    func newID() -> UInt64 {
        state.withLock {
            $0.lastID &+= 1
            return $0.lastID
        }
    }

    func add(_ order: Transfer.Order) {
        let isTaken = state.withLock { state in
            if state.isOver || state.letters.isClosed { return false }
            state.letters.orders.append(order)
            return true
        }
        if isTaken {
            multi.wake()
        } else {
            order.reply.resume(returning: .failed(.cancelled, "the fetcher is closed"))
        }
    }

    func cancel(_ id: UInt64) {
        state.withLock { $0.letters.cancelled.append(id) }
        multi.wake()
    }

    func slow(_ host: String, _ delay: Double) {
        state.withLock { $0.letters.slowed.append((host, delay)) }
        multi.wake()
    }

    func close() {
        state.withLock { $0.letters.isClosed = true }
        multi.wake()
    }

    /// For the thread: takes what is there. Once closed, stays closed.
    func take() -> Letters {
        state.withLock { state in
            defer {
                let isClosed = state.letters.isClosed
                state.letters = Letters()
                state.letters.isClosed = isClosed
            }
            return state.letters
        }
    }

    /// For the thread, as its last act; returns orders that came in meanwhile.
    func end() -> [Transfer.Order] {
        state.withLock { state in
            state.isOver = true
            defer { state.letters = Letters() }
            return state.letters.orders
        }
    }
}

/// A curl multi handle. Sendable because every task may call `wake`, which curl allows from any thread; all else is
/// called by the fetching thread only, and the handle lives until the last owner lets go.
final class MultiHandle: @unchecked Sendable {
    let raw: UnsafeMutableRawPointer

    init?() {
        guard let raw = curl_multi_init() else { return nil }
        self.raw = raw
    }

    deinit { curl_multi_cleanup(raw) }

    func wake() { curl_multi_wakeup(raw) }
}
