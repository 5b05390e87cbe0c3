import Model
import Parsing

/// What a page says of itself in the words of walls, gates and notices (groups `wall.…` of the language files), by where
/// it says it.
struct WallWords {
    /// Parts of the title between separators, or a heading, that a term makes up more or less.
    private var inTitle: [TermGroup: Double] = [:]
    private var inHeading: [TermGroup: Double] = [:]
    /// Blocks that are no headings.
    private(set) var blocks: [TermGroup: Int] = [:]
    private var firstBlock: [TermGroup: Int] = [:]
    private var headingBlock: [TermGroup: Int] = [:]

    /// Reads the page in its own languages, or, where it is short enough for a mistaken language, in all.
    init(_ page: borrowing PageView, title: String?, inAllLanguages: Bool) {
        let numbers = page.lexicon.language(page.language.tag)?.numbers ?? NumberHabits()
        for b in page.document.blocks.indices.prefix(inAllLanguages ? 80 : .max) {
            let block = page.document.blocks[b]
            let hits =
                inAllLanguages
                ? page.lexicon.wallHits(in: page.document.text[block.text], numbers: numbers)[...] : page.hits(in: b)
            for hit in hits where WallWords.groups.contains(hit.group) { add(hit, b, block) }
        }
        for part in WallWords.parts(of: title ?? "") {
            let hits =
                inAllLanguages
                ? page.lexicon.wallHits(in: part, numbers: numbers)
                : page.lexicon.hits(in: part, language: page.language)
            for hit in hits where WallWords.groups.contains(hit.group) {
                let share = Double(hit.range.count) / Double(max(1, part.count))
                inTitle[hit.group] = max(inTitle[hit.group] ?? 0, share)
            }
        }
    }

    /// Groups' names without their family.
    static func group(_ name: String) -> TermGroup? { TermGroup("wall.\(name)") }

    static let groups: Set<TermGroup> = Set(
        ["robot", "notfound", "maintenance", "script", "login", "age", "region", "consent", "parked"].compactMap(group))

    /// The title's part, or the heading's, that the group's words make up, 0…1.
    func title(_ group: TermGroup) -> Double { inTitle[group] ?? 0 }
    func heading(_ group: TermGroup) -> Double { inHeading[group] ?? 0 }
    func said(_ group: TermGroup) -> Int { blocks[group] ?? 0 }

    /// The block that says it first: a heading where there is one.
    func block(_ group: TermGroup) -> Int? { headingBlock[group] ?? firstBlock[group] }

    private mutating func add(_ hit: TermHit, _ b: Int, _ block: TextBlock) {
        if let group = WallWords.group("age"), hit.group == group, let number = hit.first,
            !WallWords.ages.contains(number)
        {
            return
        }
        let isNotice = block.region != .footer && block.region != .navigation
        if block.headingLevel > 0, block.headingLevel <= 3 {
            let share = Double(hit.range.count) / Double(max(1, block.text.count))
            if share > inHeading[hit.group] ?? 0 {
                inHeading[hit.group] = share
                headingBlock[hit.group] = b
            }
        } else if isNotice, block.text.count <= 600 {
            if firstBlock[hit.group] == nil { firstBlock[hit.group] = b }
            blocks[hit.group, default: 0] += 1
        }
    }

    /// Ages at which some country lets people buy something.
    private static let ages: Set<Double> = [16, 18, 19, 20, 21, 25]

    /// "Page not found | Shop" → both sides.
    private static func parts(of title: String) -> [[UInt8]] {
        var parts = [title]
        for separator in [" | ", " – ", " — ", " - ", " · ", " » ", " :: ", " • ", ": "] {
            parts = parts.flatMap { $0.split(separator: separator).map(String.init) }
        }
        return parts.prefix(6).map { Array($0.utf8.prefix(200)) }
    }
}
