/// What was found where a page was expected: a wall, a gate, a notice. Told only by several signs that don't depend on
/// one another.
public struct Obstacle: Codable, Sendable, Hashable {
    /// What stood there.
    public var reason: BlockReason
    /// What it was told by, in a line for people: whose it is where that is known, and the signs.
    public var seen: String

    /// Each argument becomes the field of its name.
    public init(_ reason: BlockReason, seen: String) {
        self.reason = reason
        self.seen = seen
    }
}

/// What a page turned out to be, as far as the crawl's further course depends on it.
public struct PageCharacter: Sendable, Hashable {
    /// What kind of page it was taken for.
    public var kind: PageKind
    /// The shape of its DOM.
    public var shape: ShapeSketch
    /// What stands in the page's place.
    public var obstacle: Obstacle?
    /// The address that the page names as its own, as written.
    public var canonical: String?
    /// Where it sends its visitor before it can be read, as written.
    public var forward: String?
    /// What it says.
    public var sketch: TextSketch
    /// A list that says it is empty.
    public var isEmptyList: Bool
    /// Goods stand on it side by side.
    public var hasTiles: Bool

    /// Each argument becomes the field of its name.
    public init(
        kind: PageKind = .other, shape: ShapeSketch = ShapeSketch(), obstacle: Obstacle? = nil,
        canonical: String? = nil, forward: String? = nil, sketch: TextSketch = TextSketch(), isEmptyList: Bool = false,
        hasTiles: Bool = true
    ) {
        self.hasTiles = hasTiles
        self.sketch = sketch
        self.isEmptyList = isEmptyList
        self.kind = kind
        self.shape = shape
        self.obstacle = obstacle
        self.canonical = canonical
        self.forward = forward
    }
}

extension PageFacts {
    /// What the crawl is told of the page.
    public var character: PageCharacter {
        PageCharacter(
            kind: kind.kind, shape: shape, obstacle: obstacle, canonical: head.canonical,
            forward: head.refresh?.forward, sketch: sketch,
            isEmptyList: pricing.emptyListing != nil && pricing.tiles.isEmpty, hasTiles: !pricing.tiles.isEmpty)
    }
}
