/// What tells of groups of pages beyond their own shape, each by a name: the section that they lie in, a parameter, the
/// last name of a path, the place of a link. Of each, how often it brought something new, and how often the same again.
struct KinTable {
    private struct Record {
        var taken = 0
        var answered = 0
        var fresh = 0
        var repeats = 0
    }

    private let limit: Int
    private var numbers = AddressArena()
    private var records: [Record] = []
    /// By number: how likely a page is new by this alone, as if two had been before, and how rarely it is a repeat.
    private(set) var odds: [Double] = []
    private(set) var soundness: [Double] = []

    /// More names than `limit` share the last one's number.
    init(limit: Int) { self.limit = limit }

    func taken(_ index: Int) -> Double { Double(records[index].taken) }
    func fresh(_ index: Int) -> Double { Double(records[index].fresh) }

    mutating func take(_ index: Int) {
        records[index].taken += 1
        weigh(index)
    }

    mutating func learn(_ index: Int, isFresh: Bool, isRepeat: Bool) {
        records[index].answered += 1
        if isFresh { records[index].fresh += 1 }
        if isRepeat { records[index].repeats += 1 }
        weigh(index)
    }

    /// The first page of a shape brought something new.
    mutating func noteBirth(_ index: Int) { records[index].fresh += 1 }

    private mutating func weigh(_ index: Int) {
        let record = records[index]
        // The root, because one page has several kin that are no strangers to one another.
        odds[index] = (Double(record.fresh + 2) / Double(record.taken + 2)).squareRoot()
        soundness[index] = 1 - Double(record.repeats) / Double(max(1, record.answered))
    }

    /// The place of links on a page: a region of a template.
    mutating func place(_ region: UInt8, _ template: Int) -> Int {
        number(of: [UInt8(ascii: "#"), region] + "\(template)".utf8)
    }

    /// The first pages of shapes that were linked from a region.
    mutating func births(_ region: UInt8) -> Int { number(of: [UInt8(ascii: "!"), region]) }

    /// Other spellings of known addresses.
    var late: Int { mutating get { number(of: [UInt8(ascii: "~")]) } }

    /// The section of a shape, and then all else that other shapes have as well.
    mutating func relations(of shape: AddressShape, host: ArraySlice<UInt8>, home: [UInt8]) -> [Int] {
        let section = Array(host) + [UInt8(ascii: "/")] + (shape.segments.first ?? [])
        var found = [number(of: section)]
        // A site can make up hosts as it can make up folders.
        if !host.elementsEqual(home) {
            found += [number(of: [UInt8(ascii: "@")]), number(of: [UInt8(ascii: "@")] + host)]
        }
        if !shape.query.isEmpty {
            found.append(number(of: section + [UInt8(ascii: "?")] + shape.query))
            for name in shape.query.split(separator: UInt8(ascii: "&")) {
                found.append(number(of: [UInt8(ascii: "?")] + name))
            }
        }
        // "/deeper", "/print", "/page/7", "/size-7" behind any address.
        if shape.segments.count > 1, let last = shape.segments.last {
            let word = last.prefix(while: isLetter)
            let before = word.isEmpty ? shape.segments[shape.segments.count - 2] : []
            found.append(number(of: [UInt8(ascii: "*"), UInt8(ascii: "/")] + before + [UInt8(ascii: "/")] + word))
        }
        if shape.segments.count > 2 {
            let ending = AddressShape.ending(of: shape.segments[shape.segments.count - 1])
            found.append(number(of: [UInt8(ascii: "="), UInt8(truncatingIfNeeded: shape.segments.count)] + ending))
        }
        return found
    }

    private mutating func number(of name: [UInt8]) -> Int {
        if let known = numbers.find(name, name.indices) { return Int(known) }
        guard records.count < limit else { return records.count - 1 }
        records.append(Record())
        odds.append(1)
        soundness.append(1)
        return Int(numbers.insert(name, name.indices).index)
    }
}
