import Model

/// Memories that no page uses just now: as many as pages were ever read at once.
final class MemoryPool: Sendable {
    private let idle = Guarded<[PageMemory]>([])

    func take() -> PageMemory { idle.withLock { $0.popLast() } ?? PageMemory() }

    func giveBack(_ memory: PageMemory) { idle.withLock { $0.append(memory) } }
}
