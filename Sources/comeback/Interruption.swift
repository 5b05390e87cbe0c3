import Dispatch
import Foundation
import Synchronization

/// Ctrl-C: the first finishes what is in flight and writes a labelled partial report, the second stops at once.
final class Interruption: Sendable {
    private let source: any DispatchSourceSignal
    private let count: SharedCount

    init() {
        let count = SharedCount()
        self.count = count
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            if count.value.add(1, ordering: .relaxed).newValue > 1 { Foundation.exit(130) }
            FileHandle.standardError.write(Data("\nFinishing what is in flight (again: stop now)\n".utf8))
        }
        source.resume()
    }

    /// Ctrl-C was pressed.
    var isRequested: Bool { count.value.load(ordering: .relaxed) > 0 }
}

/// A count that the signal's handler and the crawl share.
private final class SharedCount: Sendable {
    let value = Atomic<Int>(0)
}
