import Model

/// A picture that some page shows.
public struct WantedPicture: Sendable, Hashable {
    /// Normalised.
    public var url: String
    /// Normalised address of the page.
    public var page: String

    /// Each argument becomes the field of its name.
    public init(url: String, page: String) {
        self.url = url
        self.page = page
    }
}

extension Site {
    /// Hosts besides the site's own whose pictures are asked for.
    private static let foreignOrigins = 8

    /// Asks for pictures as a browser does that shows them, as far as robots.txt lets us, at the crawl's pace. Of each,
    /// no more is read than tells what it is.
    ///
    /// - Parameters:
    ///   - robots: The robots.txt of origins that were asked already.
    ///   - isWall: whether a page that came in a picture's place is something that keeps visitors out.
    ///   - words: why an outcome tells nothing.
    /// - Returns: what came of each; nil for those that weren't asked for because the run was over.
    public func answers(
        to pictures: [WantedPicture], settings: CrawlSettings, fetcher: Fetcher, robots: [RobotsAnswer],
        isWall: @Sendable @escaping (FetchFacts, [UInt8]) -> Bool,
        words: @Sendable @escaping (_ url: String, FetchOutcome) -> String
    ) async -> [PictureAnswer?] {
        var gate = PictureGate(known: robots, room: Site.foreignOrigins)
        var answers = [PictureAnswer?](repeating: nil, count: pictures.count)
        var open: [Int] = []
        for (index, picture) in pictures.enumerated() {
            let isOwn = scope.contains(picture.url)
            let refusal = await gate.refusal(of: picture.url, isOwn: isOwn) { origin in
                await fetcher.robots(
                    for: origin + "/", settings: settings, allowsPrivateAddress: isPrivate && isOwn)
            }
            switch refusal {
            case .some(.skipped(why: .timeBudget)): continue
            case .some(let outcome): answers[index] = .unread(words(picture.url, outcome))
            case nil: open.append(index)
            }
        }
        await withTaskGroup(of: (Int, Fetched).self) { group in
            for index in open {
                var request = FetchRequest(picture: pictures[index].url, on: pictures[index].page, settings: settings)
                request.allowsPrivateAddress = isPrivate && scope.contains(pictures[index].url)
                group.addTask { [request] in (index, await fetcher.fetch(request)) }
            }
            for await (index, fetched) in group {
                answers[index] = PictureAnswer(fetched, url: pictures[index].url, isWall: isWall, words: words)
            }
        }
        return answers
    }
}

/// Asks each origin's robots.txt once.
private struct PictureGate {
    var known: [RobotsAnswer]
    /// Further origins that may be asked.
    var room: Int

    mutating func refusal(
        of url: String, isOwn: Bool, ask: (_ origin: String) async -> RobotsAnswer
    ) async -> FetchOutcome? {
        let bytes = Array(url.utf8)
        guard let parts = AddressParts(bytes) else { return .skipped(why: .scheme) }
        let path = bytes[parts.path.lowerBound...]
        let origin = Fetcher.origin(of: url)
        if let answer = known.first(where: { $0.origin == origin }) { return answer.refusal(of: path) }
        guard room > 0 else { return .skipped(why: .outOfScope) }
        room -= 1
        let answer = await ask(origin)
        known.append(answer)
        return answer.refusal(of: path)
    }
}

extension PictureAnswer {
    /// Nil where the run was over before it came.
    init?(
        _ fetched: Fetched, url: String, isWall: (FetchFacts, [UInt8]) -> Bool,
        words: (_ url: String, FetchOutcome) -> String
    ) {
        guard let facts = fetched.facts else {
            if case .failed(let failure) = fetched.outcome, failure.stage == .cancelled { return nil }
            self = .unread(words(url, fetched.outcome))
            return
        }
        switch facts.status {
        case 404, 410: self = .missing(status: facts.status)
        case 200..<300: self = PictureAnswer(facts, fetched.body, isWall: isWall)
        default:
            let outcome = BlockReason(status: facts.status).map { FetchOutcome.blocked(by: $0) } ?? fetched.outcome
            self = .unread(words(url, outcome))
        }
    }

    private init(_ facts: FetchFacts, _ body: [UInt8], isWall: (FetchFacts, [UInt8]) -> Bool) {
        if PictureBody.isPicture(body) {
            self = .picture
        } else if PictureBody.isPage(body, type: facts.contentType) {
            self = isWall(facts, body) ? .unread("a wall against robots stands in its place") : .page
        } else if body.allSatisfy({ $0 <= 0x20 }) {
            self = .unread("the answer is empty")
        } else if facts.contentType.hasPrefix("image/") {
            self = .picture
        } else {
            self = .unread("the answer is neither a picture nor a page (\(facts.contentType))")
        }
    }
}

/// Tells pictures and pages by how they begin, which is what browsers go by as well.
enum PictureBody {
    static func isPicture(_ body: [UInt8]) -> Bool {
        if signatures.contains(where: { body.starts(with: $0) }) { return true }
        let brand = body.dropFirst(8).prefix(4)
        if body.starts(with: Array("RIFF".utf8)) { return brand.elementsEqual("WEBP".utf8) }
        return body.dropFirst(4).starts(with: Array("ftyp".utf8))
            && ["avif", "avis", "heic", "heix", "mif1", "msf1"].contains { brand.elementsEqual($0.utf8) }
    }

    /// HTML, whatever its header says.
    static func isPage(_ body: [UInt8], type: String) -> Bool {
        var rest = body[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        rest = rest.drop { $0 <= 0x20 }
        let start = rest.prefix(14).map(lowered)
        if start.starts(with: Array("<!doctype html".utf8)) || start.starts(with: Array("<html".utf8)) { return true }
        guard ["text/html", "application/xhtml+xml"].contains(type) else { return false }
        return start.first == UInt8(ascii: "<") && !start.starts(with: Array("<svg".utf8))
            && !start.starts(with: Array("<?xml".utf8))
    }

    /// PNG, JPEG, GIF, BMP, icon, JPEG XL bare and in its box.
    private static let signatures: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("BM".utf8), [0, 0, 1, 0], [0xFF, 0x0A],
        [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20],
    ]
}

extension LinkResolver {
    /// The normalised address of a picture, with all its parameters; nil where it isn't http or https.
    public func picture(_ written: String) -> String? {
        var resolver = self
        resolver.keepsNoise = true
        guard case .success(let url) = resolver.resolve(written) else { return nil }
        return url
    }
}
