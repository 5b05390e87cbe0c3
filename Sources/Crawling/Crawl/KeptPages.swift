/// How many pages of each template the audit takes in. A site without end is read on for what is new in it, but one more
/// page like thousands before tells nothing, and everything that is kept of a page grows with their number.
struct KeptPages {
    /// A template may have this many times what room is left: one that is everywhere leaves some to those that come late.
    static let share = 5
    /// Of any template, whatever the others took.
    static let fewest = 8

    /// Pages in all, but for the first few of a template. Besides as many answers that are no page, and pages that are
    /// another one again.
    private let limit: Int
    private var byTemplate: [Int: Int] = [:]
    private var pages = 0
    private var others = 0

    init(room: CrawlRoom) { limit = room.pages }

    /// Whether a page of this template is taken in; counts it.
    mutating func takes(template: Int) -> Bool {
        let known = byTemplate[template, default: 0]
        guard known < Self.fewest || known < Self.share * (limit - pages) else { return false }
        byTemplate[template] = known + 1
        pages += 1
        return true
    }

    /// Whether what came of a further address is kept, where it is no page of its own; counts it.
    mutating func takesOther() -> Bool {
        guard others < limit else { return false }
        others += 1
        return true
    }
}
