import CCurl
import Glibc
import Model

/// The fetching thread's own state: waiting and running transfers, paces, spare handles.
final class FetchEngine {
    private let inbox: Inbox
    private let multi: UnsafeMutableRawPointer
    private let settings: CrawlSettings
    private let lists: RequestLists
    private let sockets = OpenSockets()
    private var pace: Pace
    /// In order of arrival.
    private var waiting: [Transfer] = []
    private var running: [UnsafeMutableRawPointer: Transfer] = [:]
    private var spare: [UnsafeMutableRawPointer] = []
    /// Cancelled before their order arrived.
    private var earlyCancels: Set<UInt64> = []
    /// Ended, and not yet kept nor handed on.
    private var ended: [(transfer: Transfer, answer: Fetched)] = []
    private let store: (any AnswerStore)?
    private let isStopped: @Sendable () -> Bool
    private let clock = ContinuousClock()
    /// When the whole run is over; nil for never.
    private let deadline: ContinuousClock.Instant?
    private var nextLook: ContinuousClock.Instant
    /// The earliest instant at which the pace lets a waiting transfer start; nil where none waits for that.
    private var nextStart: ContinuousClock.Instant?

    init(_ start: ThreadStart) {
        inbox = start.inbox
        settings = start.settings
        store = start.store
        isStopped = start.isStopped
        deadline = start.deadline
        nextLook = clock.now
        multi = inbox.multi.raw
        lists = RequestLists(settings: settings)
        pace = Pace(settings: settings)
        comeback_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(32, settings.concurrency * 2))
        comeback_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
    }

    func run() {
        while true {
            let letters = inbox.take()
            read(letters)
            if letters.isClosed { break }
            if isStopped() { dropWaiting() }
            startReady()
            var count: Int32 = 0
            curl_multi_perform(multi, &count)
            let isAnyDone = collect()
            look()
            handOn()
            if isAnyDone { continue }
            curl_multi_poll(multi, nil, 0, pollTimeout(), nil)
        }
        shutDown()
    }

    private func read(_ letters: Inbox.Letters) {
        for (host, delay) in letters.slowed { pace.slow(host, to: delay, now: clock.now) }
        for order in letters.orders {
            if let kept = store?.answer(to: order.request) {
                order.reply.resume(returning: kept)
                continue
            }
            let transfer = Transfer(
                order.request, id: order.id, sockets: sockets, reply: order.reply)
            if earlyCancels.remove(order.id) != nil { cancel(transfer) } else { waiting.append(transfer) }
        }
        for id in letters.cancelled {
            if let index = waiting.firstIndex(where: { $0.id == id }) {
                cancel(waiting.remove(at: index))
            } else if let (handle, transfer) = running.first(where: { $0.value.id == id }) {
                release(handle)
                cancel(transfer)
            } else {
                earlyCancels.insert(id)
            }
        }
    }

    /// Ends transfers that overran a budget, and all of them once the run is over.
    private func look() {
        let now = clock.now
        guard now >= nextLook else { return }
        nextLook = now + .milliseconds(lookInterval)
        for (handle, transfer) in running {
            guard let failure = transfer.overrun(EasyHandle(raw: handle), now: now, settings: settings) else {
                transfer.isOverdue = false
                continue
            }
            // The first time, this thread itself may have been too busy to read what had come.
            guard transfer.isOverdue || failure.stage != .timeout else {
                transfer.isOverdue = true
                continue
            }
            let answer = Fetched(.failed(failure))
            _ = learn(from: answer, to: transfer, EasyHandle(raw: handle).address)
            release(handle)
            ended.append((transfer, answer))
        }
        guard let deadline, now >= deadline else { return }
        let over = Fetched.failed(.cancelled, "the time for the whole run was over")
        for (handle, transfer) in running {
            release(handle)
            transfer.reply.resume(returning: over)
        }
        for transfer in waiting { transfer.reply.resume(returning: over) }
        waiting = []
    }

    /// Milliseconds between two looks: a quarter of a second, or of the shortest budget.
    private var lookInterval: Int {
        let shortest = min(1, settings.answerTimeout.bounded, settings.stallTimeout.bounded)
        return max(20, Int(shortest * 250))
    }

    /// What waits for its turn or for its host's pace might wait for minutes: once stopped, it isn't begun any more.
    private func dropWaiting() {
        for transfer in waiting { cancel(transfer) }
        waiting.removeAll()
    }

    private func cancel(_ transfer: Transfer) {
        transfer.reply.resume(returning: .failed(.cancelled, "cancelled"))
    }

    /// Starts what may start now: a free place, and the host's pace allows it.
    private func startReady() {
        nextStart = nil
        let places = max(1, settings.concurrency)
        let now = clock.now
        var index = 0
        while index < waiting.count, running.count < places {
            switch pace.gate(waiting[index].authority, now: now) {
            case .open:
                start(waiting.remove(at: index))
            case .givenUp(let outcome):
                waiting.remove(at: index).reply.resume(returning: Fetched(outcome))
            case .at(let instant):
                nextStart = min(nextStart ?? instant, instant)
                index += 1
            case .full:
                index += 1
            }
        }
    }

    private func start(_ transfer: Transfer) {
        guard let handle = spare.popLast() ?? curl_easy_init() else {
            transfer.reply.resume(returning: .failed(.other, "no curl handle"))
            return
        }
        EasyHandle(raw: handle).prepare(for: transfer, settings: settings, lists: lists)
        let now = clock.now
        transfer.begun = now
        running[handle] = transfer
        pace.began(transfer.authority, now: now)
        let status = curl_multi_add_handle(multi, handle)
        if status != CURLM_OK {
            release(handle)
            transfer.reply.resume(returning: .failed(.other, "curl took no further transfer"))
        }
    }

    private func release(_ handle: UnsafeMutableRawPointer) {
        curl_multi_remove_handle(multi, handle)
        if let transfer = running.removeValue(forKey: handle) { pace.left(transfer.authority) }
        curl_easy_reset(handle)
        if spare.count < settings.concurrency { spare.append(handle) } else { curl_easy_cleanup(handle) }
    }

    /// Deals with transfers that have ended; true if there were any.
    private func collect() -> Bool {
        var left: Int32 = 0
        var isAny = false
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            let result = comeback_message_result(message)
            guard let transfer = running[handle] else { continue }
            isAny = true
            finish(transfer, handle, result)
        }
        return isAny
    }

    /// Keeps what has ended, then resumes who waits for it. Nothing new is begun in between.
    private func handOn() {
        guard !ended.isEmpty else { return }
        store?.keep(ended.map { ($0.transfer.request, $0.answer) })
        for (transfer, answer) in ended { transfer.reply.resume(returning: answer) }
        ended.removeAll(keepingCapacity: true)
    }

    private func finish(_ transfer: Transfer, _ handle: UnsafeMutableRawPointer, _ result: CURLcode) {
        if transfer.hasStray, !transfer.wantsFreshConnection {
            release(handle)
            transfer.wantsFreshConnection = true
            return again(transfer)
        }
        var answer = transfer.answer(result, handle: EasyHandle(raw: handle), settings: settings)
        let mayTryAgain = learn(from: answer, to: transfer, EasyHandle(raw: handle).address)
        release(handle)
        if Transfer.isReset(result), transfer.resets == 0, !transfer.isTooLarge, !transfer.isHeadTooLarge {
            transfer.resets += 1
            return again(transfer)
        }
        if mayTryAgain, transfer.waits < Pace.patience {
            transfer.waits += 1
            return again(transfer)
        }
        if follows(transfer, &answer) { return }
        ended.append((transfer, answer))
    }

    /// Tells the pace how a request ended; true where a refused one is worth another try.
    private func learn(from answer: Fetched, to transfer: Transfer, _ address: Address?) -> Bool {
        let sign: Pace.Sign
        switch answer.outcome {
        case .fetched(let facts):
            let latency = Duration.milliseconds(facts.timeToFirstByte)
            sign = .answer(status: facts.status, latency: latency, retryAfter: facts.retryAfter)
        case .failed(let failure): sign = .failure(failure)
        default: return false
        }
        return pace.learn(transfer.authority, sign, from: address, now: clock.now)
    }

    private func again(_ transfer: Transfer) {
        transfer.prepareForNext()
        waiting.append(transfer)
    }

    private func follows(_ transfer: Transfer, _ answer: inout Fetched) -> Bool {
        if let detour = transfer.detour {
            transfer.detours += 1
            transfer.asked = detour
            again(transfer)
            return true
        }
        guard let next = answer.location, transfer.request.maxRedirects > 0 else { return false }
        if transfer.redirects.count >= transfer.request.maxRedirects {
            answer = .failed(.tooManyRedirects, "more than \(transfer.request.maxRedirects) redirects")
            return false
        }
        if let allows = transfer.request.followsTo, !allows(next) { return false }
        if transfer.redirects.isEmpty { transfer.isFromPrivateAddress = answer.isFromPrivateAddress }
        transfer.redirects.append(Redirect(url: transfer.url, status: transfer.head.status))
        transfer.url = next
        transfer.asked = next
        again(transfer)
        return true
    }

    /// Milliseconds; curl shortens it for its own timers.
    private func pollTimeout() -> Int32 {
        let longest = running.isEmpty && waiting.isEmpty ? 1_000 : Int64(lookInterval)
        guard running.count < max(1, settings.concurrency) else { return Int32(clamping: longest) }
        guard let nextStart else { return Int32(clamping: longest) }
        let wait = (nextStart - clock.now).components
        return Int32(
            clamping: min(longest, max(0, wait.seconds * 1_000 + wait.attoseconds / 1_000_000_000_000_000 + 1)))
    }

    private func shutDown() {
        for (handle, transfer) in running {
            curl_multi_remove_handle(multi, handle)
            curl_easy_cleanup(handle)
            cancel(transfer)
        }
        running = [:]
        for transfer in waiting { cancel(transfer) }
        for handle in spare { curl_easy_cleanup(handle) }
        for order in inbox.end() {
            order.reply.resume(returning: .failed(.cancelled, "the fetcher is closed"))
        }
    }
}
