import Model
import Parsing

extension PageView {
    /// Answers of one query that are kept.
    private static let keptAnswers = 50

    /// What an auditor's own checks asked for, by check; an empty list means that it was looked for and not found. A
    /// query that couldn't be answered is absent.
    func customAnswers(source: [UInt8]?) -> [String: [Mention]] {
        guard !context.queries.isEmpty else { return [:] }
        var out = xpathAnswers(source)
        guard let queries = context.termQueries, !queries.isEmpty else { return out }
        for check in queries.checks { out[check.rawValue] = [] }
        var last: (check: CheckID, block: Int)?
        for hit in queries.hits(of: self) {
            let key = hit.check.rawValue
            if last.map({ $0 == (hit.check, hit.block) }) ?? false { continue }
            last = (hit.check, hit.block)
            guard (out[key]?.count ?? 0) < PageView.keptAnswers else { continue }
            out[key, default: []].append(mention(around: hit.range, in: hit.block))
        }
        return out
    }

    private func xpathAnswers(_ source: [UInt8]?) -> [String: [Mention]] {
        var out: [String: [Mention]] = [:]
        var checks: [String] = []
        var expressions: [String] = []
        for query in context.queries {
            guard case .xpath(let expression) = query.kind else { continue }
            checks.append(query.check.rawValue)
            expressions.append(expression)
        }
        guard let source, !expressions.isEmpty else { return out }
        let answers = document.xpath(expressions, html: source, charset: fetch.charset)
        for (check, found) in zip(checks, answers) {
            if let found { out[check] = found }
        }
        return out
    }
}
