/// Learns which segments of a site's paths vary: below one folder the first few names are kept apart, from then on all
/// further ones are one, but for folders that come again and again. So a shop's sections stay apart and its thousand
/// products come together, and a section that shows up late among made-up names is still found.
struct SegmentTree {
    /// Names kept apart: of hosts, below a host's root, below any other folder.
    static let hosts = 8
    static let sections = 100
    static let names = 10
    /// Folders that are kept apart beyond these, below one folder, and how often one has to come before.
    private static let lateFolders = 120
    private static let oftenEnough: UInt8 = 3
    /// Nodes in all; a site that has more is lumped together.
    static let limit = 16_384

    /// By parent and name; entries are the node's number in four bytes before the name.
    private var known = AddressArena()
    private var children: [UInt16] = [0]
    /// How often a name came that isn't kept apart, by hash: two names rarely share a place, and then only come apart
    /// sooner.
    private var arrivals = [UInt8](repeating: 0, count: 1 << 16)

    /// The node of `name` below `parent`; 0 is the root. `ending` tells apart what is lumped together; the last name of
    /// a path is no folder.
    mutating func child(
        of parent: UInt32, _ name: ArraySlice<UInt8>, ending: ArraySlice<UInt8>, most: Int, isFolder: Bool
    ) -> UInt32 {
        let entry = Self.key(parent, name)
        if let found = known.find(entry, entry.indices) { return found + 1 }
        if Int(children[Int(parent)]) < most || isFolder && isLateFolder(parent, entry, most) {
            if children.count < Self.limit {
                children[Int(parent)] += 1
                return insert(entry)
            }
        }
        let lumped = Self.key(parent, [UInt8(ascii: "*")] + ending)
        if let found = known.find(lumped, lumped.indices) { return found + 1 }
        return children.count < Self.limit * 2 ? insert(lumped) : parent
    }

    private mutating func isLateFolder(_ parent: UInt32, _ entry: [UInt8], _ most: Int) -> Bool {
        guard Int(children[Int(parent)]) < most + Self.lateFolders else { return false }
        let place = Int(truncatingIfNeeded: ByteHash.of(entry, entry.indices, seed: 0)) & (arrivals.count - 1)
        arrivals[place] = min(arrivals[place], .max - 1) + 1
        return arrivals[place] >= Self.oftenEnough
    }

    private mutating func insert(_ entry: [UInt8]) -> UInt32 {
        children.append(0)
        return known.insert(entry, entry.indices).index + 1
    }

    private static func key(_ parent: UInt32, _ name: some Collection<UInt8>) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: parent >> $0) } + name.prefix(60)
    }
}
