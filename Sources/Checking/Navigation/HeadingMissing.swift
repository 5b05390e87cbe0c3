import Model

/// One main heading that says what the page is about.
struct HeadingMissing: Check {
    static let id = CheckID(.navigation, "heading-missing")
    /// More are not kept of a page, so a later one may have been missed.
    private static let keptHeadings = 60

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let headings = page.navigation.headings
        let main = headings.filter { $0.level == 1 }
        guard let first = main.first else { return none(page) }
        // A logo is a heading in many themes: only what stands in the main part competes.
        var texts: Set<String> = []
        let rivals = main.filter { $0.region == .main && texts.insert($0.text.lowercased()).inserted }
        guard rivals.count > 1 else { return .pass([evidence(page, first)]) }
        return .fail(
            Failure(
                evidence: rivals.prefix(3).map { evidence(page, $0) }, confidence: .likely,
                detail: "\(rivals.count) main headings in the page's main part"))
    }

    private func none(_ page: PageFacts) -> Outcome {
        if let hidden = page.navigation.hiddenMainHeading { return .pass([Evidence(url: page.url, hidden)]) }
        guard page.navigation.headings.count < HeadingMissing.keptHeadings else {
            return .undetermined("the page has more headings than are looked at")
        }
        if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        guard page.readability.words > 0 else { return .undetermined("the page as sent has no visible text") }
        let next = page.navigation.headings.first
        let evidence = next.map {
            Evidence(
                url: page.url, quote: $0.text, region: $0.region, locator: "h\($0.level)",
                note: "the first heading of the page is one of level \($0.level)")
        }
        return .fail(
            Failure(
                evidence: [evidence ?? Evidence(url: page.url, quote: "", note: "no heading at all")],
                looked: page.searched(for: "a main heading (h1) that is shown or read out")))
    }

    private func evidence(_ page: PageFacts, _ heading: Heading) -> Evidence {
        Evidence(url: page.url, quote: heading.text, region: heading.region, locator: "h1")
    }
}
