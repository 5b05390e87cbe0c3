import Model
import Parsing

extension PageView {
    /// Answers of one query that are kept.
    private static let keptAnswers = 20

    /// What an auditor's own checks asked for; an empty list means that it was looked for and not found.
    func customAnswers(source: [UInt8]?) -> [String: [Mention]] {
        var out: [String: [Mention]] = [:]
        for query in context.queries {
            if let found = answer(query, source) { out[query.check.rawValue] = found }
        }
        return out
    }

    private func answer(_ query: PageQuery, _ source: [UInt8]?) -> [Mention]? {
        nil
    }
}
