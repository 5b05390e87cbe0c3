import Model
import Parsing

extension PageView {
    /// Mentions of a group that are kept.
    private static let keptTerms = 5
    /// By `TermGroup.rawValue`.
    private static let isStatement = TermGroups.all.map(Set(TermGroups.statements).contains)
    private static let isLinkedPage = TermGroups.all.map(Set(TermGroups.linkedPages).contains)
    private static let hours = TermGroups.all.firstIndex(of: "contact.hours") ?? 0
    private static let clock = TermGroups.all.firstIndex(of: "contact.roundClock") ?? 0

    /// Where the language files' terms stand, by group: whole blocks around them. Groups that name pages, forms,
    /// controls and prices are left to their observers.
    func termMentions() -> [String: [Mention]] {
        let names = TermGroups.all
        let isKept = PageView.isStatement
        let isPage = PageView.isLinkedPage
        let (hours, clock) = (PageView.hours, PageView.clock)
        var found = [[Mention]](repeating: [], count: names.count)
        var lastBlock = [Int32](repeating: -1, count: names.count)
        var filled = 0
        let open = OpenHours(self)
        func keep(_ group: Int, _ hit: TermHit) {
            guard found[group].count < PageView.keptTerms, lastBlock[group] != hit.block else { return }
            lastBlock[group] = hit.block
            found[group].append(mention(of: hit))
            if found[group].count == 1 { filled += 1 }
        }
        for hit in hits {
            if open.concernsHours(hit) {
                if found[hours].count < PageView.keptTerms, lastBlock[hours] != hit.block, open.isTold(by: hit) {
                    keep(hours, hit)
                }
                continue
            }
            if open.concernsClock(hit) {
                if found[clock].count < PageView.keptTerms, open.isRoundClock(hit), !open.isOrderingOnly(hit) {
                    keep(clock, hit)
                }
                continue
            }
            let g = Int(hit.group.rawValue)
            if isPage[g] {
                guard found[g].isEmpty, let link = linkMention(named: hit) else { continue }
                found[g].append(link)
                if found[g].count == 1 { filled += 1 }
            } else if isKept[g] {
                keep(g, hit)
            }
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
