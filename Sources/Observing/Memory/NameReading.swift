import Parsing

/// What a value of `class` or `id` says by its own words, for all who ask about it.
struct NameReading: Sendable {
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        /// A single review is called so.
        static let review = Traits(rawValue: 1)
        /// A product in a list is called so.
        static let product = Traits(rawValue: 2)
        /// "card", "item" and the like.
        static let card = Traits(rawValue: 4)
        /// A chat widget's fingerprint stands in it.
        static let widget = Traits(rawValue: 8)
    }

    let marks: ClassMarks
    let words: ClassWords
    let traits: Traits
    /// Of the first word without its figures, which siblings of one kind share.
    let shape: UInt64

    init(_ value: ArraySlice<UInt8>, _ catalogue: ChannelCatalogue) {
        (marks, words) = value.withUnsafeBufferPointer { (ClassMarks($0), ClassWords($0)) }
        var traits: Traits = []
        if ReviewFinder.isReview(named: value) { traits.insert(.review) }
        if TileFinder.isProduct(named: value) { traits.insert(.product) }
        if TileFinder.isCard(named: value) { traits.insert(.card) }
        if catalogue.hasFingerprint(value) { traits.insert(.widget) }
        self.traits = traits
        shape = TileFinder.shape(named: value)
    }
}

/// What the classes and ids of one page say, by element.
struct PageNames: Sendable {
    /// By `Node.classIndex`; empty for a page of which nothing was read beforehand.
    fileprivate var classes: [NameReading] = []
    /// By node, an index of `known`; -1 for an element without an id, or with one that isn't remembered.
    fileprivate var ids: [Int32] = []
    fileprivate var known: [NameReading] = []

    private static let telling: AttributeSet = [AttributeSet(.class), AttributeSet(.id)]

    /// Of an element with a class; nil where its class isn't listed.
    @inline(__always)
    func ofClass(_ node: Document.Node) -> NameReading? {
        let index = Int(node.classIndex)
        return index > 0 && index < classes.count ? classes[index] : nil
    }

    /// Of an element with an id; nil where it isn't remembered.
    @inline(__always)
    func ofID(_ node: Int) -> NameReading? {
        guard node < ids.count else { return nil }
        let index = Int(ids[node])
        return index >= 0 && index < known.count ? known[index] : nil
    }

    /// What class and id say of a part in the page.
    @inline(__always)
    func marks(_ node: Int, of document: borrowing Document) -> ClassMarks {
        let n = document.nodes[node]
        guard !n.present.isDisjoint(with: PageNames.telling) else { return [] }
        var marks: ClassMarks = []
        if n.present.has(.class) { marks = ofClass(n)?.marks ?? ClassMarks(.class, of: node, in: document) }
        if n.present.has(.id) { marks.formUnion(ofID(node)?.marks ?? ClassMarks(.id, of: node, in: document)) }
        return marks
    }

    /// What the words of class and id hint at.
    @inline(__always)
    func words(_ node: Int, of document: borrowing Document) -> ClassWords {
        let n = document.nodes[node]
        guard !n.present.isDisjoint(with: PageNames.telling) else { return [] }
        var words: ClassWords = []
        if n.present.has(.class) { words = ofClass(n)?.words ?? ClassWords(.class, of: node, in: document) }
        if n.present.has(.id) { words.formUnion(ofID(node)?.words ?? ClassWords(.id, of: node, in: document)) }
        return words
    }
}

/// Classes and ids of earlier pages: a site's pages share nearly all of theirs.
struct NameMemory {
    private var texts = KnownTexts()
    /// By the numbers of `texts`.
    private var readings: [NameReading] = []

    var isFull: Bool { texts.isFull }

    /// Reads each class of a page once, and looks up its ids.
    mutating func read(_ document: Document, _ catalogue: ChannelCatalogue) -> PageNames {
        var page = PageNames()
        page.classes.reserveCapacity(document.classes.count)
        for value in document.classes { page.classes.append(reading(of: document.bytes[value], catalogue).reading) }
        guard document.present.has(.id) else { return page }
        page.ids = [Int32](repeating: -1, count: document.nodes.count)
        for i in document.nodes.indices where document.has(.id, i) {
            guard let value = document.attribute(.id, of: i) else { continue }
            let number = number(of: value)
            guard number >= 0 else { continue }
            if number == readings.count { readings.append(NameReading(value, catalogue)) }
            page.ids[i] = Int32(truncatingIfNeeded: number)
        }
        page.known = readings
        return page
    }

    private mutating func reading(
        of value: ArraySlice<UInt8>, _ catalogue: ChannelCatalogue
    ) -> (reading: NameReading, number: Int) {
        let number = number(of: value)
        if number >= 0, number < readings.count { return (readings[number], number) }
        let new = NameReading(value, catalogue)
        if number == readings.count { readings.append(new) }
        return (new, number)
    }

    private mutating func number(of value: ArraySlice<UInt8>) -> Int {
        value.withUnsafeBufferPointer { Int(texts.number(of: $0)) }
    }
}
