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
        for hit in hits {
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
