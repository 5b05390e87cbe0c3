import Model

/// Known pages that wait, grouped by the shape of their address and by where their link stands. The next one comes from
/// the group that promises most: one that hasn't been looked at before one that has, one that brought something new
/// before one whose pages all came out alike. A shape that wasn't looked at is judged by its kin: the section of the site
/// that it lies in, its parameters there, the place of its link.
struct PageGroups {
    /// Groups and shapes at most; what comes later shares the last ones.
    static let limit = 2_048

    /// Addresses of one shape, or links of one place: what was taken of them and what it turned out to be.
    struct Record {
        /// Asked for, whether it has been answered or not.
        var taken = 0
        var answered = 0
        /// Brought a template or a kind of page that wasn't known.
        var fresh = 0
        /// Were the same page as another one, or led to one.
        var repeats = 0
        /// What the last one was.
        var kind: PageKind?

        var repeatShare: Double { answered == 0 ? 0 : Double(repeats) / Double(answered) }
        /// Nothing but the same pages came: no more is asked for.
        var isSpent: Bool { answered >= 8 && repeats * 10 >= answered * 9 }
    }

    struct Group {
        let shape: Int
        /// In `kin`: the section first.
        let kin: [Int]
        let lane: Lane
        var queue = MinHeap()
    }

    /// How much the words of an address and its link promise.
    enum Lane: UInt8 { case key, browse, rest, late }

    private var tree = SegmentTree()
    private var shapeNumbers = AddressArena()
    private var kinNumbers = AddressArena()
    private var groupNumbers: [UInt64: Int] = [:]
    private(set) var shapes: [Record] = []
    /// By shape, in `kin`: the section, its parameters, the same parameters and the same last name anywhere.
    private var sections: [[Int]] = []
    private var kin: [Record] = []
    private(set) var groups: [Group] = []
    /// Groups that have something to give, ascending.
    private var waiting: [Int] = []
    private var keyTaken = 0
    private let maxPages: Int

    init(maxPages: Int) { self.maxPages = max(1, maxPages) }

    /// The shape of an address, by number.
    mutating func shape(of url: [UInt8]) -> Int {
        guard let parts = AddressParts(url) else { return 0 }
        let shape = AddressShape(url, parts)
        var node = tree.child(of: 0, url[parts.host], ending: [], most: SegmentTree.hosts)
        for (index, segment) in shape.segments.enumerated() {
            let isLast = index == shape.segments.count - 1
            node = tree.child(
                of: node, segment[...], ending: isLast ? AddressShape.ending(of: segment) : [UInt8(ascii: "/")],
                most: index == 0 ? SegmentTree.sections : SegmentTree.names)
        }
        let key = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: node >> $0) } + shape.query
        if let known = shapeNumbers.find(key, key.indices) { return Int(known) }
        guard shapes.count < Self.limit else { return Self.limit - 1 }
        shapes.append(Record())
        sections.append(relations(of: shape, host: url[parts.host]))
        return Int(shapeNumbers.insert(key, key.indices).index)
    }

    /// The group of an address of some shape, whose link was first seen in `region` of a page of `template`.
    mutating func group(shape: Int, lane: Lane, region: UInt8, template: Int) -> Int {
        let place = kin(of: [UInt8(ascii: "#"), region] + "\(template)".utf8)
        let key = UInt64(shape) << 32 | UInt64(place) << 2 | UInt64(lane.rawValue)
        if let known = groupNumbers[key] { return known }
        guard groups.count < Self.limit * 2 else { return groups.count - 1 }
        groups.append(Group(shape: shape, kin: sections[shape] + [place], lane: lane))
        groupNumbers[key] = groups.count - 1
        return groups.count - 1
    }

    private mutating func relations(of shape: AddressShape, host: ArraySlice<UInt8>) -> [Int] {
        let section = Array(host) + [UInt8(ascii: "/")] + (shape.segments.first ?? [])
        var found = [kin(of: section)]
        if !shape.query.isEmpty {
            found.append(kin(of: section + [UInt8(ascii: "?")] + shape.query))
            // Further pages of one list say nothing of another's.
            if !ParameterNames.pages.contains(shape.query) { found.append(kin(of: [UInt8(ascii: "?")] + shape.query)) }
        }
        // "/deeper", "/print" behind any address.
        if shape.segments.count > 1, let last = shape.segments.last, last.allSatisfy(isLetter) {
            found.append(kin(of: [UInt8(ascii: "*"), UInt8(ascii: "/")] + last))
        }
        return found
    }

    private mutating func kin(of name: [UInt8]) -> Int {
        if let known = kinNumbers.find(name, name.indices) { return Int(known) }
        guard kin.count < Self.limit * 2 else { return kin.count - 1 }
        kin.append(Record())
        return Int(kinNumbers.insert(name, name.indices).index)
    }

    mutating func add(_ id: PageID, to group: Int, depth: UInt32) {
        groups[group].queue.push(UInt64(depth) << 32 | UInt64(id))
        if groups[group].queue.count == 1 { waiting.append(group) }
    }

    /// The next page and its group; those that wait in a group that is spent come out as `isSpent`.
    mutating func next() -> (id: PageID, group: Int, isSpent: Bool)? {
        var best: (value: Double, item: UInt64, at: Int)?
        for (at, index) in waiting.enumerated() {
            guard let item = groups[index].queue.first else { continue }
            let value = value(of: groups[index])
            if let best, value < best.value || value == best.value && item > best.item { continue }
            best = (value, item, at)
        }
        guard let best else { return nil }
        let index = waiting[best.at]
        guard let item = groups[index].queue.pop() else { return nil }
        if groups[index].queue.first == nil { waiting.remove(at: best.at) }
        return (PageID(truncatingIfNeeded: item), index, shapes[groups[index].shape].isSpent)
    }

    mutating func take(from group: Int) {
        shapes[groups[group].shape].taken += 1
        for index in groups[group].kin { kin[index].taken += 1 }
        if groups[group].lane == .key { keyTaken += 1 }
    }

    /// What became of a page of a group.
    mutating func learn(_ group: Int, kind: PageKind?, isFresh: Bool, isRepeat: Bool) {
        shapes[groups[group].shape].learn(kind, isFresh: isFresh, isRepeat: isRepeat)
        for index in groups[group].kin { kin[index].learn(kind, isFresh: isFresh, isRepeat: isRepeat) }
    }

    /// What one more page of a group is worth.
    private func value(of group: Group) -> Double {
        let shape = shapes[group.shape]
        let section = kin[group.kin[0]]
        // What isn't known of a shape is guessed from its section, as if one page of it had been seen.
        let guess = Double(section.fresh + 1) / Double(section.taken + 1)
        let promise = (Double(shape.fresh) + guess) / Double(shape.taken + 1)
        var related = 1.0
        var fault = 1 - (Double(shape.repeats) + section.repeatShare) / Double(shape.answered + 1)
        for index in group.kin.dropFirst() {
            related *= Double(kin[index].fresh + 2) / Double(kin[index].taken + 2)
            fault *= 1 - kin[index].repeatShare
        }
        let worth = weight(of: group.lane) * Self.weight(of: shape.kind ?? section.kind)
        return worth * promise * related.squareRoot() * (fault + 0.0001)
    }

    /// Pages that every shop has one of come first, as long as they don't use up a small crawl: a site can name
    /// every page "help".
    private func weight(of lane: Lane) -> Double {
        switch lane {
        case .key: 8 / (1 + Double(keyTaken) * 20 / Double(maxPages))
        case .browse: 2
        case .rest: 1.5
        case .late: 0.1
        }
    }

    /// Once it is known what pages of a shape are: what an audit learns most from, and what leads on to more.
    private static func weight(of kind: PageKind?) -> Double {
        switch kind {
        case .product: 4
        case .listing: 6
        case nil: 1
        case .article: 0.5
        case .account, .cart, .checkout, .search: 0.3
        case .other: 0.1
        default: 1
        }
    }
}

extension PageGroups.Record {
    fileprivate mutating func learn(_ kind: PageKind?, isFresh: Bool, isRepeat: Bool) {
        answered += 1
        if isFresh { fresh += 1 }
        if isRepeat { repeats += 1 }
        if let kind { self.kind = kind }
    }
}
