import Model
import Parsing

@testable import Observing

/// What the pricing observer finds on a page, by itself.
enum PricedPage {
    static let lexicon = try? Lexicon()

    static func facts(_ html: String, language: String, host: String = "shop.example") throws -> PricingFacts {
        let document = Document(html: Array(html.utf8))
        let lexicon = try lexicon ?? Lexicon()
        let context = ObservingContext(host: host, domain: host, seed: "https://\(host)/", lexicon: lexicon)
        let facts = LanguageFacts(tag: language)
        let (hits, ranges) = lexicon.hits(in: document, language: facts)
        let fetch = FetchFacts(url: "https://\(host)/p/1", finalURL: "https://\(host)/p/1", status: 200)
        let page = PageView(
            document: document, fetch: fetch, context: context, language: facts, hits: hits, hitRanges: ranges,
            structured: StructuredData.read(document))
        var out = PageFacts(fetch: fetch)
        let title = document.nodes.firstIndex { !$0.isText && $0.tag == .title }
        out.head.title = title.map { document.visibleText(of: $0) }
        for block in document.blocks where block.headingLevel > 0 {
            out.navigation.headings.append(
                Heading(level: Int(block.headingLevel), text: document.string(of: block), region: block.region))
        }
        var observer = PricingObserver(page)
        for i in document.nodes.indices where !document.nodes[i].isText { observer.visit(element: i, of: page) }
        for b in document.blocks.indices { observer.visit(block: b, of: page) }
        observer.conclude(page, into: &out)
        return out.pricing
    }
}
