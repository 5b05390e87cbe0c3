import Crawling
import Foundation
import Ledger
import Model

/// Keeps a crawl's answers in the ledger as they come. An audit that goes on after a break runs as any other does, but
/// takes from here what was answered before: the order of a crawl depends on answers only, so it ends as an unbroken
/// one would have.
final class AnswerKeeper: AnswerStore {
    /// Beside the reports.
    static let fileName = "crawl.sqlite"

    /// Milliseconds since 1970-01-01T00:00:00Z: when the audit first began.
    let startedAt: Int64
    private let store: CrawlStore
    private let clock: AuditClock
    /// Milliseconds that earlier runs have worked, and when this one began.
    private let earlier: Int64
    private let wentOnAt: Int64
    private let encoder = JSONEncoder()
    private let trouble = Guarded<LedgerError?>(nil)

    init(store: CrawlStore, startedAt: Int64, earlier: Int64, clock: AuditClock) {
        self.store = store
        self.startedAt = startedAt
        self.earlier = earlier
        self.clock = clock
        wentOnAt = clock.now
    }

    /// Milliseconds of work, breaks left out.
    var elapsed: Int64 { earlier + clock.now - wentOnAt }

    /// Why nothing is kept any more; the crawl has to end then.
    var fault: AuditError? {
        trouble.withLock { $0 }.map { .unfinished("\($0); what was kept before is safe: \(Self.wayOn($0.reason))") }
    }

    func answer(to request: FetchRequest) -> Fetched? {
        do {
            guard let kept = try store.answer(for: Self.key(request)) else { return nil }
            guard var fetched = try? JSONDecoder().decode(Fetched.self, from: Data(kept.head.utf8)) else {
                throw LedgerError(.damaged, store.path, "the answer of \(request.url)")
            }
            fetched.body = kept.body
            fetched.isFromStore = true
            return fetched
        } catch {
            note(error)
            return nil
        }
    }

    func keep(_ answers: [(request: FetchRequest, answer: Fetched)]) {
        let kept = answers.compactMap { stored($0.request, $0.answer) }
        guard !kept.isEmpty, trouble.withLock({ $0 == nil }) else { return }
        do {
            try store.keep(kept, elapsed: elapsed)
        } catch {
            note(error)
        }
    }

    /// The audit is done: nothing is left to go on with.
    func discard() {
        // A store that stays is in nobody's way: the next audit takes it over.
        try? store.remove()
    }

    private func stored(_ request: FetchRequest, _ answer: Fetched) -> StoredAnswer? {
        if case .failed(let failure) = answer.outcome, failure.stage == .cancelled { return nil }
        guard let head = try? encoder.encode(answer) else { return nil }
        return StoredAnswer(
            key: Self.key(request), head: String(decoding: head, as: UTF8.self), body: answer.body)
    }

    private func note(_ error: any Error) {
        let error = error as? LedgerError ?? LedgerError(.unusable, store.path, oneLine("\(error)"))
        trouble.withLock { if $0 == nil { $0 = error } }
    }

    private static func key(_ request: FetchRequest) -> AnswerKey {
        let purpose =
            request.pictureOf != nil
            ? "picture" : request.isSecondVisit ? "again" : request.acceptsAnyType ? "file" : "page"
        return AnswerKey(url: request.url, purpose: purpose)
    }

    private static func wayOn(_ reason: LedgerError.Reason) -> String {
        switch reason {
        case .full: "free some space, then go on with --resume"
        case .damaged: "delete it and begin anew"
        default: "mend that, then go on with --resume"
        }
    }
}
