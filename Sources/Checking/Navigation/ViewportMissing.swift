import Model

/// A viewport that follows the width of the screen.
struct ViewportMissing: Check {
    static let id = CheckID(.navigation, "viewport-missing")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        guard let viewport = page.head.viewport else {
            if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
            return .fail(
                Failure(
                    evidence: [Evidence(url: page.url, quote: "", note: "no viewport is declared")],
                    looked: page.searched(for: "a viewport declaration in the head")))
        }
        let evidence = Evidence(
            url: page.url, quote: viewport.cut(to: Mention.quoteLimit), region: .head,
            locator: "meta[name=viewport]")
        if isResponsive(viewport) { return .pass([evidence]) }
        var shown = evidence
        shown.note = "doesn't follow the screen's width"
        return .fail(Failure(evidence: [shown]))
    }

    /// Browsers lay out for the screen's width by either of the two.
    private func isResponsive(_ viewport: String) -> Bool {
        let text = viewport.utf8.allSatisfy { $0 < 128 } ? viewport : viewport.filter { !$0.isWhitespace }
        return text.lowercased().utf8.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }.contains { part in
            let bare = part.filter { $0 > 32 }
            return bare.elementsEqual("width=device-width".utf8) || bare.starts(with: "initial-scale=".utf8)
        }
    }
}
