import Model

/// Pictures of products that load, by a sample of them.
struct BrokenProductImage: Check {
    static let id = CheckID(.pricing, "broken-product-image")

    init(settings: NoSettings) {}

    func evaluate(_ site: SiteFacts) -> Outcome {
        guard let pictures = site.pictures else {
            return .undetermined("pictures of products were not asked for before the audit ended")
        }
        guard !pictures.isEmpty else { return .notApplicable("no page that was read shows a picture of a product") }
        let shop = Self.host(site.seed)
        // A host that gives us not one picture may give them to browsers only.
        let giving = Set(pictures.filter { $0.answer == .picture }.map { Self.host($0.url) })
        var broken: [(picture: ShownPicture, word: String, isSure: Bool)] = []
        var loaded = 0
        var reasons: [String: Int] = [:]
        for picture in pictures {
            let host = Self.host(picture.url)
            switch picture.answer {
            case .picture: loaded += 1
            case .missing(let status) where host == shop || giving.contains(host):
                broken.append((picture, "answers \(status)", true))
            case .page where giving.contains(host):
                broken.append((picture, "answers with a page in place of a picture", false))
            case .missing, .page: reasons["\(host) gave none of its pictures", default: 0] += 1
            case .unread(let reason): reasons[reason, default: 0] += 1
            }
        }
        if let doubt = Self.doubt(broken.map(\.picture), of: pictures, shop) { return .undetermined(doubt) }
        let told = loaded + broken.count
        let unread = Self.words(reasons)
        guard told > 0 else { return .undetermined("of \(pictures.count) pictures none could be told: \(unread)") }
        let rest = reasons.isEmpty ? "" : "; \(pictures.count - told) could not be told: \(unread)"
        guard !broken.isEmpty else {
            return .pass([
                Evidence(url: site.seed, quote: "", note: "pictures of products that load: \(told) of \(told)\(rest)")
            ])
        }
        broken.sort { ($0.isSure ? 0 : 1, $0.picture.url) < ($1.isSure ? 0 : 1, $1.picture.url) }
        return .fail(
            Failure(
                evidence: broken.prefix(5).map { Self.evidence($0.picture, $0.word) },
                confidence: broken[0].isSure ? .certain : .likely, share: Double(broken.count) / Double(told),
                detail: "\(broken.count) of \(told) pictures that were asked for\(rest)"))
    }

    /// A shop whose pictures are nearly all gone would have noticed: a copy of it is audited, or it lets browsers only
    /// have them. Nil where some of those on its own host load.
    private static func doubt(_ broken: [ShownPicture], of pictures: [ShownPicture], _ shop: String) -> String? {
        let own = pictures.filter { host($0.url) == shop }
        let gone = broken.filter { host($0.url) == shop }
        guard own.count >= fewestGone, Double(gone.count) >= nearlyAll * Double(own.count), let first = gone.first
        else {
            return nil
        }
        return "\(gone.count) of the \(own.count) pictures on the shop's own host that were asked for are missing, "
            + "\(first.url) among them; when nearly all are, a copy of the shop or a block is likelier than a defect"
    }

    /// Pictures from which on nearly all can be told from a few.
    private static let fewestGone = 5
    private static let nearlyAll = 0.9

    private static func evidence(_ picture: ShownPicture, _ word: String) -> Evidence {
        let shows =
            switch picture.place {
            case .product: "shows the picture"
            case .tile: "shows, in a tile, the picture"
            case .structuredData: "names, in its structured data, the picture"
            }
        return Evidence(
            url: picture.page, quote: picture.product ?? "", note: "\(shows) \(picture.url), which \(word)")
    }

    private static func host(_ url: String) -> String {
        WebAddress.Parts(Substring(url))?.host ?? ""
    }

    private static func words(_ reasons: [String: Int]) -> String {
        reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
            .map { "\($0.value) × \($0.key)" }.joined(separator: ", ")
    }
}
