import Model

/// Pages that were read, by what they say: the same page under another address is read once.
struct RepeatedPages {
    /// Pages that are remembered; more are only compared with these.
    private static let limit = 30_000

    /// By the hash of the body's bytes, and by that of its words.
    private var bodies: [UInt64: PageID] = [:]
    private var words: [UInt64: PageID] = [:]
    /// By what makes a page itself: the first of each.
    private var identities: [UInt64: (page: PageID, sketch: TextSketch)] = [:]

    /// A page came already that is the same in all that makes it itself: title, headings, goods, prices, length of its
    /// text. What else it says, and where it leads, may differ.
    func isLikeAnother(_ sketch: TextSketch) -> Bool {
        guard sketch.blocks >= Self.rich, let known = identities[sketch.identity] else { return false }
        return known.sketch.blocks >= Self.rich
    }

    /// Blocks of text from which on a page has enough of its own to be known again.
    private static let rich = 12

    /// The first page that says the same; nil where there is none, and this page is remembered if it has an id.
    mutating func twin(of id: PageID?, _ body: UInt64, _ sketch: TextSketch) -> PageID? {
        if let first = bodies[body] { return first }
        let tells = sketch.blocks >= TextSketch.fewest
        if tells, let first = words[sketch.whole] { return first }
        if tells, let known = identities[sketch.identity], known.sketch.isNear(sketch) { return known.page }
        guard let id, bodies.count < Self.limit else { return nil }
        bodies[body] = id
        if tells {
            words[sketch.whole] = id
            if identities[sketch.identity] == nil { identities[sketch.identity] = (id, sketch) }
        }
        return nil
    }
}
