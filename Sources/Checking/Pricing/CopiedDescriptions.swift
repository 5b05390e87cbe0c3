import Model

/// A description of its own for each product.
struct CopiedDescriptions: Check {
    struct Settings: Decodable, Sendable {
        /// Products with one description from which on they count; pairs are often versions of one thing.
        var fewestCopies: Int
        /// Share of the described products, 0…1, up to which it is no habit.
        var share: Double
    }
    static let id = CheckID(.pricing, "copied-descriptions")
    private let settings: Settings

    init(settings: Settings) { self.settings = settings }

    func evaluate(_ site: SiteFacts) -> Outcome {
        var groups: [UInt64: [ProductSummary]] = [:]
        var described = 0
        for product in site.products {
            guard let hash = product.descriptionHash else { continue }
            described += 1
            groups[hash, default: []].append(product)
        }
        guard described >= settings.fewestCopies else {
            return .notApplicable("fewer than \(settings.fewestCopies) products with a description were read")
        }
        let copied = groups.values.filter { families(of: $0) >= settings.fewestCopies }
            .sorted { ($1.count, $0[0].url) < ($0.count, $1[0].url) }
        let count = copied.reduce(0) { $0 + $1.count }
        let share = Double(count) / Double(described)
        guard share > settings.share, let largest = copied.first else {
            return .pass([
                Evidence(url: site.seed, quote: "", note: "\(described) products, \(groups.count) descriptions")
            ])
        }
        return .fail(
            Failure(
                evidence: largest.prefix(3).map { evidence($0) } + copied.dropFirst().prefix(2).map { evidence($0[0]) },
                confidence: .likely, share: share,
                detail: "\(count) of \(described) products share \(copied.count) description"
                    + (copied.count == 1 ? "" : "s")))
    }

    /// Different products rather than sizes and colours of one: those whose names begin differently.
    private func families(of products: [ProductSummary]) -> Int {
        Set(products.map { ($0.name ?? $0.url).lowercased().split(separator: " ").prefix(2).joined(separator: " ") })
            .count
    }

    private func evidence(_ product: ProductSummary) -> Evidence {
        let mention = product.description ?? Mention(quote: "", region: .main)
        return Evidence(url: product.url, mention, note: product.name.map { "describes “\($0)”" })
    }
}
