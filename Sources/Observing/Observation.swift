import Model
import Parsing

/// What came of looking at a page: its facts, and the links that lead on from it.
public struct Observation: Sendable {
    /// What the page says and shows.
    public var facts: PageFacts
    /// Its links as written, for the crawl.
    public var links: PageLinks

    /// Each argument becomes the field of its name.
    public init(facts: PageFacts, links: PageLinks) {
        self.facts = facts
        self.links = links
    }
}

/// Looks at a parsed page once and says what is there. Pure: the same page and context give the same facts.
///
/// - Parameters:
///   - source: The body that the document was read from, for an auditor's XPath queries; without it they stay unanswered.
public func observe(
    _ document: Document, fetch: FetchFacts, context: ObservingContext, source: [UInt8]? = nil
) -> Observation {
    let budget = TimeBudget(milliseconds: context.timeout)
    let memory = context.memories.take()
    defer {
        memory.fresh = nil
        context.memories.giveBack(memory)
    }
    let texts = memory.begin(document, context)
    let language = LanguageDetection.facts(of: document, hint: context.languageHint, host: context.host)
    let (hits, ranges) = context.lexicon.hits(in: document, language: language, texts: texts, memory: memory)
    let page = PageView(
        document: document, fetch: fetch, context: context, language: language, hits: hits, hitRanges: ranges,
        structured: StructuredData.read(document), memory: memory, texts: texts,
        names: memory.names.read(document, context.channels),
        addresses: memory.addresses.read(document, domain: Array(context.domain.utf8), context.channels),
        budget: budget)
    var facts = PageFacts(fetch: fetch)
    facts.language = language
    facts.truncated = document.truncated
    var walk = PageWalk(page)
    walk.run(page)
    walk.conclude(page, into: &facts)
    if budget.isSpent {
        facts.truncated = facts.truncated ?? "looking at it took longer than \(budget.milliseconds) ms"
    }
    var promises = PromiseReader(page)
    facts.promises = promises.promises(facts)
    facts.terms = page.termMentions()
    facts.custom = page.customAnswers(source: source)
    facts.sketch = TextSketch(document, facts)
    facts.obstacle = ObstacleReader(page, facts).conclude()
    return Observation(facts: facts, links: walk.links)
}

/// Reads a page's body and looks at it.
///
/// - Parameters:
///   - body: The response's body, decompressed, in whatever character set it came.
public func observe(_ body: [UInt8], fetch: FetchFacts, context: ObservingContext) -> Observation {
    let document = Document(html: body, charset: fetch.charset, limits: context.limits)
    return observe(document, fetch: fetch, context: context, source: body)
}
