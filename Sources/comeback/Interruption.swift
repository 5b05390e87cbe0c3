import Auditing
import Dispatch
import Foundation
import Synchronization

/// Ctrl-C, or SIGTERM: the first finishes what is in flight and writes a labelled partial report, the second stops at
/// once. What was fetched is kept either way.
final class Interruption {
    private let sources: [any DispatchSourceSignal]
    /// One of them came.
    let isRequested: @Sendable () -> Bool

    init() {
        let count = SharedCount()
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                // Other threads are at work: nothing of theirs may be torn down under them.
                if count.value.add(1, ordering: .relaxed).newValue > 1 { _exit(AuditSummary.interruptedStatus) }
                FileHandle.standardError.write(Data("\nFinishing what is in flight (again: stop now)\n".utf8))
            }
            source.resume()
            return source
        }
        isRequested = { count.value.load(ordering: .relaxed) > 0 }
    }
}

/// A count that the signals' handlers and the crawl share.
private final class SharedCount: Sendable {
    let value = Atomic<Int>(0)
}
