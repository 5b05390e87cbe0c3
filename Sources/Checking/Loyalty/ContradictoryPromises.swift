import Model

/// Whether one page promises what another takes back: 30 days for returns here, 14 there.
struct ContradictoryPromises: Check {
    struct Settings: Decodable, Sendable {
        /// How many times as long the longer promise must be; less is rounding, or a month against 30 days.
        var ratio: Double
    }
    static let id = CheckID(.loyalty, "contradictory-promises")
    private let ratio: Double

    init(settings: Settings) { ratio = settings.ratio }

    /// Times of delivery differ by place and goods, and warranties by goods.
    private static let kinds: [PromiseKind] = [.returnDays, .answerTime]

    func evaluate(_ site: SiteFacts) -> Outcome {
        let told = site.promises.filter { Self.kinds.contains($0.kind) && $0.span != nil }
        guard !told.isEmpty else {
            return .notApplicable("neither days for returns nor a time for answers is promised")
        }
        for kind in Self.kinds {
            let alone = told.filter { $0.kind == kind && $0.alone > 0 && !$0.isExplained }
                .sorted { ($0.span?.hours ?? 0, $0.url) < ($1.span?.hours ?? 0, $1.url) }
            guard let short = alone.first, let long = alone.last, let a = short.span, let b = long.span,
                b.hours >= a.hours * ratio, short.url != long.url
            else { continue }
            return .fail(
                Failure(
                    evidence: [short, long].map { Evidence(url: $0.url, $0.mention, note: $0.span?.text) },
                    confidence: .likely, detail: "\(a.text) and \(b.text)"))
        }
        return .pass(told.prefix(3).map { Evidence(url: $0.url, $0.mention, note: $0.span?.text) })
    }
}
