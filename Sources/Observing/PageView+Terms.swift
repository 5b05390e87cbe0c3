import Model
import Parsing

extension PageView {
    /// Mentions of a group that are kept.
    private static let keptTerms = 5
    /// By `TermGroup.rawValue`.
    private static let isStatement = TermGroups.all.map(Set(TermGroups.statements).contains)
    private static let isLinkedPage = TermGroups.all.map(Set(TermGroups.linkedPages).contains)

    /// Where the language files' terms stand, by group: whole blocks around them. Groups that name pages, forms,
    /// controls and prices are left to their observers.
    func termMentions() -> [String: [Mention]] {
        let names = TermGroups.all
        let isKept = PageView.isStatement
        let isPage = PageView.isLinkedPage
        var found = [[Mention]](repeating: [], count: names.count)
        var lastBlock = [Int32](repeating: -1, count: names.count)
        var filled = 0
        let groups = HoursTerms.all
        for hit in hits {
            if hit.group == groups.weekday || hit.group == groups.hours, says(groups.otherTimes, beside: hit) {
                continue
            }
            if hit.group == groups.weekday, let hours = groups.hours.map({ Int($0.rawValue) }) {
                guard found[hours].count < PageView.keptTerms, lastBlock[hours] != hit.block, isBesideTimes(hit) else {
                    continue
                }
                lastBlock[hours] = hit.block
                found[hours].append(mention(of: hit))
                if found[hours].count == 1 { filled += 1 }
                continue
            }
            if hit.group == groups.roundClock, isOrderingOnly(hit, groups) || says(groups.denied, beside: hit) {
                continue
            }
            let g = Int(hit.group.rawValue)
            if isPage[g] {
                guard found[g].isEmpty, let link = linkMention(named: hit) else { continue }
                found[g].append(link)
            } else {
                guard isKept[g], found[g].count < PageView.keptTerms, lastBlock[g] != hit.block else { continue }
                lastBlock[g] = hit.block
                found[g].append(mention(of: hit))
            }
            if found[g].count == 1 { filled += 1 }
        }
        var out = [String: [Mention]](minimumCapacity: filled)
        for (g, mentions) in found.enumerated() where !mentions.isEmpty { out[names[g]] = mentions }
        if out["contact.hours"] == nil, let hours = structured.organizations.first(where: { !$0.openingHours.isEmpty })
        {
            var mention = hours.mention
            mention.quote = hours.openingHours.joined(separator: ", ").cut(to: Mention.quoteLimit)
            out["contact.hours"] = [mention]
        }
        return out
    }

    /// A day of the week with times of day beside it, in its block or in the one after that ("Friday" in one cell).
    private func isBesideTimes(_ hit: TermHit) -> Bool {
        let block = Int(hit.block)
        let own = document.blocks[block].text
        if ClockTimes.hasSpan(document.text, hit.range.upperBound..<min(own.upperBound, hit.range.upperBound + 60)) {
            return true
        }
        // "9am–5pm weekdays"
        if ClockTimes.hasSpan(document.text, max(own.lowerBound, hit.range.lowerBound - 40)..<hit.range.lowerBound) {
            return true
        }
        guard own.count <= 40, own.upperBound - hit.range.upperBound <= 4, block + 1 < document.blocks.count else {
            return false
        }
        let next = document.blocks[block + 1].text
        return next.count <= 40 && ClockTimes.hasSpan(document.text, next)
    }

    /// "Order on our site 24/7": the web shop is open at night, nobody answers.
    private func isOrderingOnly(_ hit: TermHit, _ groups: HoursTerms) -> Bool {
        let block = Int(hit.block)
        var isOrdering = false
        for other in hits(in: block) {
            if groups.people.contains(other.group) { return false }
            if other.group == groups.ordering { isOrdering = true }
        }
        if isOrdering { return true }
        // A bare "24/7" may praise a watch: a number to call or words for people have to stand beside it.
        guard hit.range.count <= 5, document.blocks[block].digits < 9 else { return false }
        return block == 0 || !hits(in: block - 1).contains { groups.people.contains($0.group) }
    }

    /// The link that a hit, with others of its group, makes up most of; nil where it stands in none, or in a longer one.
    private func linkMention(named hit: TermHit) -> Mention? {
        guard let node = link(around: hit) else { return nil }
        let words = document.visibleText(of: node, limit: 120)
        // "Login or register" has two names of one page.
        let named = hits(in: Int(hit.block)).reduce(0) { sum, other in
            sum + (other.group == hit.group && link(around: other) == node ? other.range.count : 0)
        }
        guard named * 10 >= words.utf8.count * 7 else { return nil }
        return mention(of: node, quote: words)
    }
}

/// The groups of terms that hours are told by, looked up once.
private struct HoursTerms {
    static let all = HoursTerms()
    let weekday = TermGroup("time.weekday")
    let hours = TermGroup("contact.hours")
    let roundClock = TermGroup("contact.roundClock")
    let ordering = TermGroup("order.site")
    let otherTimes = TermGroup("reading.otherTimes")
    let denied = TermGroup("reading.denied")
    let people = [
        "contact.phoneLabel", "contact.department", "contact.chat", "contact.whatsappLabel", "contact.callback",
        "contact.tollFree", "contact.hours",
    ].compactMap { TermGroup($0) }
}
