import Dispatch
import Foundation
import Synchronization

/// Ctrl-C: the first finishes what is in flight and writes a labelled partial report, the second stops at once.
final class Interruption {
    private let source: any DispatchSourceSignal
    /// Ctrl-C was pressed.
    let isRequested: @Sendable () -> Bool

    init() {
        let count = SharedCount()
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            if count.value.add(1, ordering: .relaxed).newValue > 1 { Foundation.exit(130) }
            FileHandle.standardError.write(Data("\nFinishing what is in flight (again: stop now)\n".utf8))
        }
        source.resume()
        isRequested = { count.value.load(ordering: .relaxed) > 0 }
    }
}

/// A count that the signal's handler and the crawl share.
private final class SharedCount: Sendable {
    let value = Atomic<Int>(0)
}
