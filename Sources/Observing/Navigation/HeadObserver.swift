import Model
import Parsing

/// Reads what stands in `<head>`; the first of each kind counts.
struct HeadObserver {
    private(set) var facts = HeadFacts()
    /// Content of `og:type`, and whether an article's publishing time stands in a meta.
    private(set) var openGraphType: String?
    private(set) var hasPublishingTime = false
    /// A Content-Security-Policy in a meta lets the browser ask for https: in place of http:.
    private(set) var upgradesInsecureRequests = false
    /// The viewport meta.
    private(set) var viewportNode = -1

    static let keptAlternates = 100

    mutating func visit(element i: Int, of document: Document) {
        switch document.nodes[i].tag {
        case .title: visit(title: i, of: document)
        case .meta: visit(meta: i, of: document)
        case .link: visit(link: i, of: document)
        case .base: if facts.base == nil { facts.base = document.attribute(.href, of: i).map(text) }
        default: break
        }
    }

    private mutating func visit(title i: Int, of document: Document) {
        guard facts.title == nil, document.closest(i, where: { document.nodes[$0].tag == .svg }) == nil else { return }
        var out: [UInt8] = []
        for t in document.descendants(of: i) where document.nodes[t].isText {
            out.append(contentsOf: document.textBytes(of: t))
        }
        facts.title = String(decoding: collapsed(out, limit: 500), as: UTF8.self)
    }

    private mutating func visit(meta i: Int, of document: Document) {
        guard let content = document.attribute(.content, of: i) else { return }
        if facts.refresh == nil { facts.refresh = MetaRefresh.read(document, meta: i) }
        if let name = document.attribute(.name, of: i) {
            if facts.description == nil, name.equalsFolded("description") {
                facts.description = text(content)
            } else if name.equalsFolded("viewport") {
                // Browsers take the last one.
                facts.viewport = text(content)
                viewportNode = i
            } else if facts.robots == nil, name.equalsFolded("robots") {
                facts.robots = text(content).lowercased()
            }
        }
        if let property = document.attribute(.property, of: i) {
            if openGraphType == nil, property.equalsFolded("og:type") { openGraphType = text(content).lowercased() }
            if property.equalsFolded("article:published_time") { hasPublishingTime = true }
        }
        if let equivalent = document.attribute(.httpEquiv, of: i),
            equivalent.equalsFolded("content-security-policy"), content.containsFolded("upgrade-insecure-requests")
        {
            upgradesInsecureRequests = true
        }
    }

    private mutating func visit(link i: Int, of document: Document) {
        guard let rel = document.attribute(.rel, of: i), let href = document.attribute(.href, of: i) else { return }
        if facts.canonical == nil, rel.equalsFolded("canonical") {
            facts.canonical = text(href)
        } else if rel.equalsFolded("alternate"), let language = document.attribute(.hreflang, of: i),
            facts.alternates.count < HeadObserver.keptAlternates
        {
            facts.alternates[text(language)] = text(href)
        }
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: collapsed(Array(bytes), limit: 2_000), as: UTF8.self)
    }
}
