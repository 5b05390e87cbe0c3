import CLibXML2

/// An XPath 1.0 expression of an auditor's own check. Compiled anew for each page: such checks are few.
public enum XPathQuery {
    /// Longest expression, in bytes.
    static let sizeLimit = 1_000
    /// Nodes that one expression gives at most.
    static let resultLimit = 50
    /// Steps of libxml2's evaluation; some tenths of a second.
    static let operationLimit: UInt = 5_000_000

    /// What is wrong with an expression, in words for the person who wrote it; nil where nothing is. Functions and
    /// prefixes are looked at too, by evaluating it on an empty page.
    public static func problem(with expression: String) -> String? {
        guard !expression.utf8.isEmpty else { return "the XPath is empty" }
        guard expression.utf8.count <= sizeLimit else { return "the XPath is longer than \(sizeLimit) bytes" }
        let empty = Array("<html><head></head><body></body></html>".utf8)
        let problem = empty.withUnsafeBufferPointer { page in
            withTree(page) { tree in tree.evaluate(expression) { _ in } ?? "" } ?? "the XPath could not be tried"
        }
        return problem.isEmpty ? nil : problem
    }

    /// Parses a page into libxml2's own tree for the time of `body`; nil where that fails.
    static func withTree<Result>(_ page: UnsafeBufferPointer<UInt8>, _ body: (XPathTree) -> Result?) -> Result? {
        _ = isLibraryReady
        guard page.count < Int(Int32.max), let parser = htmlNewParserCtxt() else { return nil }
        defer { htmlFreeParserCtxt(parser) }
        comeback_xml_silence(parser)
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue
        let parsed = page.withMemoryRebound(to: CChar.self) {
            htmlCtxtReadMemory(
                parser, $0.baseAddress, Int32(truncatingIfNeeded: $0.count), nil, "UTF-8", Int32(bitPattern: options))
        }
        guard let parsed else { return nil }
        defer { xmlFreeDoc(parsed) }
        return body(XPathTree(document: parsed))
    }
}

/// libxml2's tree of one page.
struct XPathTree {
    fileprivate let document: xmlDocPtr

    /// Evaluates an expression and hands over its result; returns what went wrong, nil for nothing.
    func evaluate(_ expression: String, _ take: (xmlXPathObject) -> Void) -> String? {
        guard let context = xmlXPathNewContext(document) else { return "out of memory" }
        defer { xmlXPathFreeContext(context) }
        context.pointee.opLimit = XPathQuery.operationLimit
        var problem = ""
        return withUnsafeMutablePointer(to: &problem) { problem in
            context.pointee.userData = UnsafeMutableRawPointer(problem)
            context.pointee.error = { target, error in
                guard let problem = target?.assumingMemoryBound(to: String.self), let error else { return }
                if problem.pointee.isEmpty { problem.pointee = describe(error.pointee) }
            }
            guard let result = xmlXPathEvalExpression(expression, context) else {
                return problem.pointee.isEmpty ? "the XPath could not be evaluated" : problem.pointee
            }
            defer { xmlXPathFreeObject(result) }
            take(result.pointee)
            return nil
        }
    }
}

private func describe(_ error: xmlError) -> String {
    let message = error.message.map { String(cString: $0) } ?? "not a valid XPath"
    let words = String(message.prefix { $0 != "\n" })
    guard error.int1 > 0 else { return words }
    return words + " at character \(error.int1)"
}
