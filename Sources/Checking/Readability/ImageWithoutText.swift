import Model

/// Pictures of goods and banners without words for those who don't see them.
struct ImageWithoutText: Check {
    static let id = CheckID(.readability, "image-without-text")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        guard page.kind.kind == .product || page.kind.kind == .listing else {
            return .notApplicable("only for products and listings")
        }
        let text = page.readability
        guard text.pictures > 0 else { return .notApplicable("no pictures in the page's main part") }
        let words = "\(text.picturesWithoutTextCount) of \(text.pictures) pictures"
        guard text.picturesWithoutTextCount > 0 else {
            return .pass([Evidence(url: page.url, quote: "", region: .main, note: words + " without a text")])
        }
        return .fail(
            Failure(
                evidence: text.picturesWithoutText.prefix(3).map {
                    Evidence(url: page.url, $0, note: "a picture without alternative text")
                }, detail: words))
    }
}
