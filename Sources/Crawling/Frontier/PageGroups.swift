import Model

/// Known pages that wait, grouped by the shape of their address and by where their link stands. The next one comes from
/// the group that promises most: one that hasn't been looked at before one that has, one that brought something new
/// before one whose pages all came out alike. A shape that wasn't looked at is judged by its kin: the section of the site
/// that it lies in, its parameters there, the place of its link.
struct PageGroups {
    /// Shapes at most, and half of the groups; what comes later is told apart by less.
    static let limit = 4_096
    /// Shapes beyond the limit that are no more than a section and the number of folders.
    static let coarseLimit = 1_024

    /// A value without anything counted by reference: the choice of each page goes over all groups.
    struct Group {
        let shape: Int
        /// Of the path alone, where only the number of a further page stands behind it; -1 for all others.
        let list: Int
        /// In `kin`: the first folder.
        let section: Int
        /// In `kin`: the first pages of all shapes that were linked from such a place of a page.
        let births: Int
        /// Places in `kinOfGroups` of all else that tells of it.
        let kin: Range<Int>
        let lane: Lane
        /// Linked from a menu.
        let isInMenu: Bool
        /// Those that came, whether they wait or not.
        var known = 0
        /// The first in its queue.
        var front: UInt64?
    }

    /// How much the words of an address and its link promise.
    enum Lane: UInt8 { case key, browse, rest, late }

    private var tree = SegmentTree()
    private var shapeNumbers = AddressArena()
    private var groupNumbers: [UInt64: Int] = [:]
    private(set) var shapes: [PageRecord] = []
    /// By shape, in `kin`: the section, then the rest.
    private var kinOfShapes: [[Int]] = []
    /// By shape, as `Group.list`.
    private var lists: [Int] = []
    private(set) var kin = KinTable(limit: limit * 4)
    private(set) var kinOfGroups: [Int] = []
    private(set) var groups: [Group] = []
    /// By group.
    private var queues: [MinHeap] = []
    /// Groups that have something to give.
    private var waiting: [Int] = []
    /// By group, what it was worth when that was last worked out.
    private var values: [Double] = []
    /// Where in `waiting` the next values are worked out anew.
    private var refreshed = 0
    /// Something new was found, which makes its kin worth more at once.
    private var isStale = false
    /// Taken of pages that are named like those that every shop has one of.
    private(set) var keyTaken = 0
    /// Pages read of each template.
    private(set) var byTemplate: [Int] = []
    let maxPages: Int
    /// The home page's host.
    var home: [UInt8] = []

    init(maxPages: Int) { self.maxPages = max(1, maxPages) }

    /// The shape of an address, by number.
    mutating func shape(of url: [UInt8]) -> Int {
        guard let parts = AddressParts(url) else { return 0 }
        let shape = AddressShape(url, parts)
        var node = tree.child(of: 0, url[parts.host], ending: [], most: SegmentTree.hosts, isFolder: false)
        var section = node
        for (index, segment) in shape.segments.enumerated() {
            let isLast = index == shape.segments.count - 1
            node = tree.child(
                of: node, segment[...], ending: isLast ? AddressShape.ending(of: segment) : [UInt8(ascii: "/")],
                most: index == 0 ? SegmentTree.sections : SegmentTree.names, isFolder: !isLast)
            if index == 0 { section = node }
        }
        let key = Self.bytes(node) + shape.query
        if let known = shapeNumbers.find(key, key.indices) { return Int(known) }
        if shapes.count < Self.limit { return insert(key, shape, url[parts.host]) }
        let coarse = Self.bytes(section | 1 << 31) + [UInt8(truncatingIfNeeded: shape.segments.count)]
        if let known = shapeNumbers.find(coarse, coarse.indices) { return Int(known) }
        guard shapes.count < Self.limit + Self.coarseLimit else { return shapes.count - 1 }
        return insert(coarse, shape, url[parts.host])
    }

    private mutating func insert(_ key: [UInt8], _ shape: AddressShape, _ host: ArraySlice<UInt8>) -> Int {
        let isList = ParameterNames.pages.contains(shape.query) && key.count > 5
        lists.append(isList ? shapeNumbers.find(key, 0..<4).map { Int($0) } ?? -1 : -1)
        shapes.append(PageRecord())
        kinOfShapes.append(kin.relations(of: shape, host: host, home: home))
        return Int(shapeNumbers.insert(key, key.indices).index)
    }

    private static func bytes(_ node: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: node >> $0) }
    }

    /// The group of an address of some shape, whose link was first seen in `region` of a page of `template`.
    mutating func group(shape: Int, lane: Lane, region: UInt8, template: Int) -> Int {
        let place = kin.place(region, template)
        let key = UInt64(shape) << 32 | UInt64(place) << 2 | UInt64(lane.rawValue)
        if let known = groupNumbers[key] { return known }
        if groups.count < Self.limit * 2 { return insert(key, shape, lane, region, place) }
        // Wherever it is linked from.
        let coarse = UInt64(shape) << 32 | 0xFFFF_FFFC | UInt64(lane.rawValue)
        if let known = groupNumbers[coarse] { return known }
        guard groups.count < Self.limit * 4 else { return groups.count - 1 }
        return insert(coarse, shape, lane, region, place)
    }

    private mutating func insert(_ key: UInt64, _ shape: Int, _ lane: Lane, _ region: UInt8, _ place: Int) -> Int {
        let first = kinOfGroups.count
        kinOfGroups += kinOfShapes[shape].dropFirst()
        kinOfGroups.append(place)
        if lane == .late { kinOfGroups.append(kin.late) }
        groups.append(
            Group(
                shape: shape, list: lists[shape], section: kinOfShapes[shape][0], births: kin.births(region),
                kin: first..<kinOfGroups.count, lane: lane, isInMenu: region == 1))
        queues.append(MinHeap())
        values.append(0)
        groupNumbers[key] = groups.count - 1
        return groups.count - 1
    }

    /// - Parameter rank: less comes first.
    mutating func add(_ id: PageID, to group: Int, rank: UInt32) {
        groups[group].known += 1
        shapes[groups[group].shape].known += 1
        queues[group].push(UInt64(rank) << 32 | UInt64(id))
        if groups[group].front == nil {
            waiting.append(group)
            values[group] = value(of: groups[group])
        }
        groups[group].front = queues[group].first
    }

    /// The next page and its group; those that wait in a group that is spent come out as `isSpent`.
    mutating func next() -> (id: PageID, group: Int, isSpent: Bool)? {
        refresh()
        guard let at = best(), let item = queues[waiting[at]].pop() else { return nil }
        let index = waiting[at]
        groups[index].front = queues[index].first
        if groups[index].front == nil { waiting.remove(at: at) }
        return (PageID(truncatingIfNeeded: item), index, isSpent(index))
    }

    /// Takes out all that wait in a group.
    mutating func drain(_ group: Int) -> [PageID] {
        var ids: [PageID] = []
        while let item = queues[group].pop() { ids.append(PageID(truncatingIfNeeded: item)) }
        groups[group].front = nil
        waiting.removeAll { $0 == group }
        return ids
    }

    /// Works out some values anew; all of them where groups are few, or where something new came. Thousands for each page
    /// would cost more than the page.
    private mutating func refresh() {
        let count = isStale ? waiting.count : min(waiting.count, max(Self.fewRefreshed, waiting.count / 16))
        isStale = false
        for _ in 0..<count {
            refreshed = refreshed + 1 < waiting.count ? refreshed + 1 : 0
            values[waiting[refreshed]] = value(of: groups[waiting[refreshed]])
        }
    }

    private static let fewRefreshed = 512

    /// The place in `waiting` of the group that promises most. Nearly all that is learnt makes groups worth less, so that
    /// a value from before is too high if anything: the best by such values is worked out anew until it stays the best.
    private mutating func best() -> Int? {
        for _ in 0..<Self.fewRefreshed {
            var best: Int?
            for at in waiting.indices {
                guard let known = best else {
                    best = at
                    continue
                }
                let (one, other) = (values[waiting[at]], values[waiting[known]])
                if one < other || one == other && isBehind(waiting[at], waiting[known]) { continue }
                best = at
            }
            guard let best else { return nil }
            let value = value(of: groups[waiting[best]])
            if value >= values[waiting[best]] { return best }
            values[waiting[best]] = value
        }
        return waiting.indices.max { values[waiting[$0]] < values[waiting[$1]] }
    }

    private func isBehind(_ a: Int, _ b: Int) -> Bool { groups[a].front ?? .max > groups[b].front ?? .max }

    /// Pages of the group's shape are the same again and again.
    func isSpent(_ group: Int) -> Bool { shapes[groups[group].shape].isSpent }

    mutating func take(from index: Int) {
        let group = groups[index]
        if shapes[group.shape].taken == 0 { kin.take(group.births) }
        shapes[group.shape].taken += 1
        kin.take(group.section)
        for place in group.kin { kin.take(kinOfGroups[place]) }
        if group.lane == .key { keyTaken += 1 }
    }

    /// What became of a page of a group.
    mutating func learn(_ index: Int, kind: PageKind?, template: Int?, isFresh: Bool, isRepeat: Bool) {
        let group = groups[index]
        if let template {
            while byTemplate.count <= template { byTemplate.append(0) }
            byTemplate[template] += 1
        }
        isStale = isStale || isFresh
        if isFresh, shapes[group.shape].answered == 0 { kin.noteBirth(group.births) }
        shapes[group.shape].learn(kind, template: template, isFresh: isFresh, isRepeat: isRepeat)
        kin.learn(group.section, isFresh: isFresh, isRepeat: isRepeat)
        for place in group.kin { kin.learn(kinOfGroups[place], isFresh: isFresh, isRepeat: isRepeat) }
    }
}
