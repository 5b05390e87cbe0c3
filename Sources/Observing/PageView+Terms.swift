import Model
import Parsing

extension PageView {
    /// Mentions of a group that are kept.
    private static let keptTerms = 5

    /// Where the language files' terms stand, by group: whole blocks around them. Groups that name pages, forms,
    /// controls and prices are left to their observers.
    func termMentions() -> [String: [Mention]] {
        let names = TermGroups.all
        let isKept = PageView.reported
        let isPage = PageView.linked
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

    /// Groups of which a link is kept that bears the page's name: it tells of a page that wasn't read.
    private static let linkedPages: Set<String> = [
        "page.about", "page.account", "page.blog", "page.giftcards", "page.guides", "page.help", "page.loyalty",
        "page.returns", "page.reviews", "page.warranty", "page.wishlist",
    ]

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

    /// By `TermGroup.rawValue`: groups named in `linkedPages`.
    private static let linked = TermGroups.all.map { linkedPages.contains($0) }

    /// By `TermGroup.rawValue`: groups of which mentions are kept.
    private static let reported = TermGroups.all.map { group in
        !["page.", "form.", "nav.", "price.", "order.", "text.", "wall."].contains { group.hasPrefix($0) }
    }
}
