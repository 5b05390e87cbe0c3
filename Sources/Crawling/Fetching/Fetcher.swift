import CCurl
import Glibc
import Model

/// Asks for URLs over HTTP. One thread of its own drives curl and resumes whoever waits, so no task is ever blocked.
public final class Fetcher: Sendable {
    private let inbox: Inbox
    private let settings: CrawlSettings
    private let thread: Guarded<pthread_t?>
    /// When the run's time is over: from then on every request fails at once. Nil without `timeBudget`.
    let deadline: ContinuousClock.Instant?

    /// Starts the thread; `settings` bound every request. Nil if the system gives no curl handle or thread.
    ///
    /// - Parameters:
    ///   - store: keeps every answer, and is asked before the network is.
    ///   - isStopped: asked every second and more often; once true, what the network is busy with is finished, and all
    ///     else ends with `failed(.cancelled)`.
    public init?(
        settings: CrawlSettings, store: (any AnswerStore)? = nil,
        isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
        guard Self.curlIsReady, let inbox = Inbox() else { return nil }
        self.inbox = inbox
        self.settings = settings
        deadline = settings.timeBudget.map { ContinuousClock.now + .seconds($0.bounded) }
        let start = Unmanaged.passRetained(
            ThreadStart(inbox: inbox, settings: settings, store: store, deadline: deadline, isStopped: isStopped))
        var handle = pthread_t()
        // The thread takes over the retain, or it is undone here.
        let status = pthread_create(
            &handle, nil,
            { raw in
                guard let raw else { return nil }
                let start = Unmanaged<ThreadStart>.fromOpaque(raw).takeRetainedValue()
                FetchEngine(start).run()
                return nil
            }, start.toOpaque())
        guard status == 0 else {
            start.release()
            return nil
        }
        thread = Guarded(handle)
    }

    deinit { close() }

    /// Until the run's time is over; nil without `timeBudget`.
    public var timeLeft: Duration? { deadline.map { $0 - .now } }

    /// Asks for a page with the settings' limits, following redirects.
    public func fetch(_ url: String) async -> Fetched { await fetch(FetchRequest(url, settings: settings)) }

    /// Asks for a URL. Cancelling the task ends the transfer with `failed(.cancelled)`.
    public func fetch(_ request: FetchRequest) async -> Fetched {
        let id = inbox.newID()
        let slot = Guarded<Fetched?>(nil)
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let reply = Transfer.Reply(slot: slot, continuation: continuation)
                inbox.add(Transfer.Order(request: request, id: id, reply: reply))
            }
        } onCancel: {
            inbox.cancel(id)
        }
        return slot.withLock { $0 } ?? .failed(.other, "no answer was handed on")
    }

    /// Asks the host of `url` at most once in `delay` seconds from now on: robots.txt's Crawl-delay.
    public func slow(_ url: String, to delay: Double) { inbox.slow(Self.authority(of: url), delay) }

    /// "host:port" of a normalised URL; "" for anything else.
    static func authority(of url: String) -> String {
        let bytes = Array(url.utf8)
        return AddressParts(bytes).map { String(decoding: bytes[$0.authority], as: UTF8.self) } ?? ""
    }

    /// Ends what is under way with `failed(.cancelled)` and joins the thread. Further requests fail at once.
    public func close() {
        let joined = thread.withLock { handle in
            defer { handle = nil }
            return handle
        }
        guard let joined else { return }
        inbox.close()
        pthread_join(joined, nil)
    }

    private static let curlIsReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}

/// What the thread is started with.
final class ThreadStart: Sendable {
    let inbox: Inbox
    let settings: CrawlSettings
    let store: (any AnswerStore)?
    let deadline: ContinuousClock.Instant?
    let isStopped: @Sendable () -> Bool

    init(
        inbox: Inbox, settings: CrawlSettings, store: (any AnswerStore)?, deadline: ContinuousClock.Instant?,
        isStopped: @escaping @Sendable () -> Bool
    ) {
        self.inbox = inbox
        self.settings = settings
        self.store = store
        self.deadline = deadline
        self.isStopped = isStopped
    }
}

extension Transfer {
    /// A request on its way to the thread.
    struct Order: Sendable {
        let request: FetchRequest
        let id: UInt64
        let reply: Reply
    }

    /// Hands the answer to who waits for it. By way of a lock: where a continuation is resumed before its task has begun
    /// to wait, the thread sanitiser doesn't see how the runtime orders the two.
    struct Reply: Sendable {
        let slot: Guarded<Fetched?>
        let continuation: CheckedContinuation<Void, Never>

        func resume(returning answer: Fetched) {
            slot.withLock { $0 = answer }
            continuation.resume()
        }
    }
}
