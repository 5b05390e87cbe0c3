import Model

/// The queues of the frontier and the order in which they are served.
struct Lanes {
    enum Lane { case key, browse, rest, late }

    /// Where URLs without a link to them stand among the others.
    static let unlinkedDepth: UInt32 = 3

    private var key = MinHeap()
    private var browse = MinHeap()
    private var rest = MinHeap()
    private var late = MinHeap()
    /// Key pages served before the others at most: a site can name every page "help".
    private let keyLimit: Int
    private var keyServed = 0
    private var turn = 0

    init(maxPages: Int) { keyLimit = max(20, maxPages / 4) }

    mutating func add(_ id: PageID, to lane: Lane, depth: UInt32) {
        let item = UInt64(depth) << 32 | UInt64(id)
        switch lane {
        case .key: key.push(item)
        case .browse: browse.push(item)
        case .rest: rest.push(item)
        case .late: late.push(item)
        }
    }

    mutating func next() -> PageID? {
        if keyServed < keyLimit, let item = key.pop() {
            keyServed += 1
            return PageID(truncatingIfNeeded: item)
        }
        turn += 1
        // One listing, then two of the others, so that a large menu doesn't use up a small crawl.
        let item =
            turn % 3 == 1
            ? browse.pop() ?? rest.pop() ?? key.pop() ?? late.pop()
            : rest.pop() ?? browse.pop() ?? key.pop() ?? late.pop()
        return item.map { PageID(truncatingIfNeeded: $0) }
    }
}
