import Model

/// Puts findings of one check together where they are one problem to whoever mends it.
enum FindingMerge {
    /// A share of the assessed pages from which a defect is taken for the shop's frame and not for single templates'.
    static let wholeShare = 0.9
    private static let frame: Set<PageRegion> = [.header, .navigation, .footer]

    /// - Parameters:
    ///   - findings: of one check, by template and confidence.
    ///   - assessed: pages that passed or failed the check.
    static func merged(_ findings: [Finding], assessed: Int) -> [Finding] {
        var out: [Finding] = []
        for confidence in Confidence.allCases.reversed() {
            let mine = findings.filter { $0.confidence == confidence }
            let pages = mine.reduce(0) { $0 + $1.pages.count }
            if mine.count > 1, Double(pages) >= wholeShare * Double(assessed) {
                out.append(one(mine))
                continue
            }
            let framed = mine.filter(isFramed)
            if framed.count > 1 {
                out.append(one(framed))
                out += mine.filter { !isFramed($0) }
            } else {
                out += mine
            }
        }
        return out
    }

    /// All that was seen stands in the header, the menu or the footer, which templates share.
    private static func isFramed(_ finding: Finding) -> Bool {
        !finding.evidence.isEmpty && finding.evidence.allSatisfy { frame.contains($0.region) }
    }

    /// Pages together, evidence from one template after the other, no template.
    private static func one(_ findings: [Finding]) -> Finding {
        let ordered = findings.sorted { ($0.pages.first ?? "") < ($1.pages.first ?? "") }
        var merged = ordered[0]
        merged.template = nil
        merged.pages = ordered.flatMap(\.pages).sorted()
        merged.evidence = []
        var round = 0
        while merged.evidence.count < FailureGroup.evidenceLimit {
            let next = ordered.compactMap { round < $0.evidence.count ? $0.evidence[round] : nil }
            if next.isEmpty { break }
            merged.evidence += next.prefix(FailureGroup.evidenceLimit - merged.evidence.count)
            round += 1
        }
        merged.evidence.sort { ($0.url, $0.quote) < ($1.url, $1.quote) }
        let details = Set(ordered.map(\.detail))
        merged.detail = details.count == 1 ? merged.detail : nil
        merged.looked = looked(ordered, pages: merged.pages)
        return merged
    }

    private static func looked(_ findings: [Finding], pages: [String]) -> SearchedPlaces? {
        guard let first = findings.compactMap(\.looked).first else { return nil }
        var kinds: [String: Int] = [:]
        for finding in findings {
            for (kind, count) in finding.looked?.kinds ?? [:] { kinds[kind, default: 0] += count }
        }
        return SearchedPlaces(
            pages: pages.count, kinds: kinds, urls: Array(pages.prefix(10)), what: first.what)
    }
}
