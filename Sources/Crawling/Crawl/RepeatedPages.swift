import Model

/// Pages that were read, by what they say: the same page under another address is read once.
struct RepeatedPages {
    /// Pages that are remembered; more are only compared with these.
    private static let limit = 50_000

    /// By the hash of the body's bytes, and by that of its words.
    private var bodies: [UInt64: PageID] = [:]
    private var words: [UInt64: PageID] = [:]
    /// By what makes a page itself: the first of each.
    private var identities: [UInt64: (page: PageID, sketch: TextSketch)] = [:]

    /// The first page that says the same; nil where there is none, and this page is remembered.
    mutating func twin(of id: PageID, _ body: UInt64, _ sketch: TextSketch) -> PageID? {
        if let first = bodies[body] { return first }
        let tells = sketch.blocks >= TextSketch.fewest
        if tells, let first = words[sketch.whole] { return first }
        if tells, let known = identities[sketch.identity], known.sketch.isNear(sketch) { return known.page }
        guard bodies.count < Self.limit else { return nil }
        bodies[body] = id
        if tells {
            words[sketch.whole] = id
            if identities[sketch.identity] == nil { identities[sketch.identity] = (id, sketch) }
        }
        return nil
    }
}
