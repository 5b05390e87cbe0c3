import Model
import Observing

/// Observes one page of a shop at https://shop.example.
struct ObservedPage {
    /// Read once: the bundled language files.
    private static let lexicon = Result { try Lexicon() }

    let facts: PageFacts
    let links: PageLinks

    init(
        _ html: String, at path: String = "/page", queries: [PageQuery] = [], status: Int = 200,
        wallHeaders: [String]? = nil
    ) throws {
        let url = "https://shop.example\(path)"
        let context = ObservingContext(
            host: "shop.example", domain: "shop.example", seed: "https://shop.example/",
            lexicon: try ObservedPage.lexicon.get(), queries: queries)
        let fetch = FetchFacts(url: url, finalURL: url, status: status, wallHeaders: wallHeaders)
        let observation = observe(Array(html.utf8), fetch: fetch, context: context)
        facts = observation.facts
        links = observation.links
    }

    /// Addresses of the links with a given trait.
    func addresses(_ traits: PageLinks.Traits) -> [String] {
        links.entries.filter { $0.traits.isSuperset(of: traits) }.map {
            String(decoding: links.bytes[$0.href], as: UTF8.self)
        }
    }
}
