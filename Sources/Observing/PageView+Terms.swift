import Model
import Parsing

extension PageView {
    /// Mentions of a group that are kept.
    private static let keptTerms = 5

    /// Where the language files' terms stand, by group: whole blocks around them. Groups that name pages, forms,
    /// controls and prices are left to their observers.
    func termMentions() -> [String: [Mention]] {
        var out: [String: [Mention]] = [:]
        let names = lexicon.groups
        let isKept = names.map(PageView.isReported)
        var counts = [Int](repeating: 0, count: names.count)
        var lastBlock = [Int32](repeating: -1, count: names.count)
        for hit in hits {
            let g = Int(hit.group.rawValue)
            guard g < names.count, isKept[g], counts[g] < PageView.keptTerms, lastBlock[g] != hit.block else {
                continue
            }
            lastBlock[g] = hit.block
            counts[g] += 1
            out[names[g], default: []].append(mention(of: hit))
        }
        return out
    }

    private static func isReported(_ group: String) -> Bool {
        !["page.", "form.", "nav.", "price.", "order.", "text."].contains { group.hasPrefix($0) }
    }
}
