import CLibXML2
import Model

extension Document {
    /// Elements and texts beyond which expressions aren't evaluated: their time may grow with the square.
    private static let xpathNodeLimit = 50_000

    /// Evaluates XPath expressions on the page that this document was read from. Builds libxml2's tree, at several times
    /// the cost of the document itself: only where an auditor's own checks ask.
    ///
    /// - Parameters:
    ///   - body: The bytes that the document was read from, and `charset` as then.
    /// - Returns: For each expression up to 50 mentions, in document order; empty where nothing was found or the result
    ///   was false, zero or an empty string; nil where it couldn't be evaluated, or the page is too large or was
    ///   truncated.
    public func xpath(_ expressions: [String], html body: [UInt8], charset: String? = nil) -> [[Mention]?] {
        let none = [[Mention]?](repeating: nil, count: expressions.count)
        guard !expressions.isEmpty, truncated == nil, nodes.count <= Self.xpathNodeLimit else { return none }
        let decoded = decode(body, charset: charset, limit: ParseLimits().inputBytes)
        return decoded.withBytes { page in
            XPathQuery.withTree(page) { tree in
                expressions.map { expression in
                    guard expression.utf8.count <= XPathQuery.sizeLimit else { return nil }
                    var found: [Mention] = []
                    let problem = tree.evaluate(expression) { found = mentions(of: $0) }
                    return problem == nil ? found : nil
                }
            }
        } ?? none
    }

    private func mentions(of result: xmlXPathObject) -> [Mention] {
        switch result.type {
        case XPATH_NODESET, XPATH_XSLT_TREE:
            guard let set = result.nodesetval?.pointee, let nodes = set.nodeTab else { return [] }
            return (0..<min(Int(set.nodeNr), XPathQuery.resultLimit)).compactMap { i in
                nodes[i].map { XPathNode(node: $0).mention }
            }
        case XPATH_BOOLEAN: return result.boolval != 0 ? [Mention(quote: "true", region: .page)] : []
        case XPATH_NUMBER:
            guard result.floatval != 0, result.floatval.isFinite else { return [] }
            let isWhole = result.floatval.rounded() == result.floatval && abs(result.floatval) < 1e15
            let quote = isWhole ? String(Int64(result.floatval)) : String(result.floatval)
            return [Mention(quote: quote, region: .page)]
        case XPATH_STRING:
            guard let start = result.stringval else { return [] }
            let quote = quotable(Array(String(cString: start).utf8))
            return quote.isEmpty ? [] : [Mention(quote: quote, region: .page)]
        default: return []
        }
    }
}
