import Model

extension SiteFacts {
    /// Products that said to have more pieces left on a second visit than on the first, in order; without those where
    /// the words tell of new goods.
    ///
    /// - Parameter restockWords: lower case.
    func risingStock(restockWords: [String]) -> [Evidence] {
        (revisits ?? []).compactMap { visit in
            guard let then = visit.then.piecesLeft, let now = visit.now?.piecesLeft, now.number > then.number else {
                return nil
            }
            let words = ([then.mention, now.mention] + (visit.now?.claims ?? [])).map { $0.quote.lowercased() }
            guard !restockWords.contains(where: { wanted in words.contains { $0.contains(wanted) } }) else {
                return nil
            }
            return Evidence(
                url: visit.url, now.mention,
                note: "said \(then.number) on the first visit and \(now.number) on a second one "
                    + "\((visit.elapsed + 500) / 1_000) s later")
        }
    }
}
