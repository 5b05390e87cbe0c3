import Model
import Parsing

/// Promises that pictures make by their alternative text: banners.
struct PicturedClaims {
    let page: PageView
    let terms: PromotionTerms
    let money: MoneyReader

    private static let most = 20
    private static let lengths = 8...300

    func claims(of pictures: [Int]) -> [Claim] {
        var found: [Claim] = []
        for node in pictures where found.count < PicturedClaims.most && !page.document.nodes[node].isHidden {
            guard let alt = page.document.attribute(.alt, of: node), PicturedClaims.lengths.contains(alt.count) else {
                continue
            }
            if let claim = claim(of: node, Array(alt)),
                !found.contains(where: { $0.mention.quote == claim.mention.quote })
            {
                found.append(claim)
            }
        }
        return found
    }

    /// The first promise with a figure, or of a gift or a bargain: words such as "sale" promise nothing.
    private func claim(of node: Int, _ alt: [UInt8]) -> Claim? {
        let hits = page.lexicon.hits(in: alt, language: page.language)
        let amounts = money.read(alt, in: 0..<alt.count)
        for hit in hits {
            guard let kind = terms.claim(hit.group) else { continue }
            let reach = (hit.range.lowerBound - 2)..<(hit.range.upperBound + 3)
            let percent = amounts.first {
                $0.nature == .percent && $0.value > 0 && $0.value < 100 && $0.range.overlaps(reach)
            }
            let isPromise =
                switch kind {
                case .percentage, .upTo: percent != nil
                case .gift: true
                case .buyNGetM: hit.first != nil || alt.count <= 80
                default: false
                }
            guard isPromise else { continue }
            return Claim(
                kind: kind, mention: page.mention(of: node, quote: String(decoding: alt, as: UTF8.self)),
                percent: percent?.value)
        }
        return nil
    }
}
