import Model

/// Reads a site's sitemaps as seeds: indexes to three levels, at most 50 files and 50,000 addresses.
struct Sitemaps {
    static let fileLimit = 50
    static let urlLimit = 50_000
    static let depthLimit = 3
    /// Bytes of one file after decompression: the protocol's own limit.
    static let sizeLimit = 50 << 20

    let fetcher: Fetcher
    let site: Site
    let settings: CrawlSettings
    /// Reads XML or plain text; on any bytes.
    let read: @Sendable ([UInt8]) -> SitemapContents

    /// Addresses that the files list, and files that could not be read.
    struct Found {
        /// Normalised, in scope, in the order of the files, without repeats within a file's limit.
        var pages: [[UInt8]] = []
        /// By address.
        var unread: [String: FetchOutcome] = [:]
    }

    func found(isStopped: () -> Bool) async -> Found {
        var found = Found()
        guard let resolver = LinkResolver(base: site.home) else { return found }
        var queue: [(url: [UInt8], depth: Int)] = []
        var seen: Set<[UInt8]> = []
        let named = site.robots.robots.sitemaps
        for address in named.isEmpty ? ["/sitemap.xml"] : named {
            add(address, 1, resolver, &queue, &seen)
        }
        var next = 0
        while next < queue.count, next < Self.fileLimit, found.pages.count < Self.urlLimit, !isStopped() {
            let (bytes, depth) = queue[next]
            let url = String(decoding: bytes, as: UTF8.self)
            next += 1
            let (contents, fault) = await contents(of: url)
            if let fault, fault.isTold(isNamed: !named.isEmpty) { found.unread[url] = fault }
            guard let inner = LinkResolver(base: url) else { continue }
            for address in contents.pages.prefix(Self.urlLimit - found.pages.count) {
                var out: [UInt8] = []
                let bytes = Array(address.utf8)
                if inner.resolve(bytes, bytes.indices, into: &out) == nil, site.scope.contains(out) {
                    found.pages.append(out)
                }
            }
            guard depth < Self.depthLimit else { continue }
            for address in contents.sitemaps { add(address, depth + 1, inner, &queue, &seen) }
        }
        return found
    }

    private func add(
        _ address: String, _ depth: Int, _ resolver: LinkResolver, _ queue: inout [(url: [UInt8], depth: Int)],
        _ seen: inout Set<[UInt8]>
    ) {
        guard queue.count < Self.fileLimit, address.utf8.count <= LinkResolver.lengthLimit else { return }
        var out: [UInt8] = []
        let bytes = Array(address.utf8)
        guard resolver.resolve(bytes, bytes.indices, into: &out) == nil, seen.insert(out).inserted else { return }
        queue.append((out, depth))
    }

    /// What the file says, and what came of asking for it where it couldn't be read.
    private func contents(of url: String) async -> (SitemapContents, FetchOutcome?) {
        var request = FetchRequest(url, settings: settings)
        request.acceptsAnyType = true
        request.maxBodyBytes = min(Self.sizeLimit, max(settings.maxBodyBytes, 16 << 20))
        request.keepsCutBody = true
        request.allowsPrivateAddress = site.isPrivate
        let fetched = await fetcher.fetch(request)
        guard let facts = fetched.facts, facts.isSuccess else { return (SitemapContents(), fetched.outcome) }
        guard Gunzip.isGzip(fetched.body) else { return (read(fetched.body), nil) }
        return (read(Gunzip.inflate(fetched.body, limit: Self.sizeLimit)), nil)
    }
}

extension FetchOutcome {
    /// Worth telling of a sitemap: not that the crawl was over, nor that a site which names none has none.
    fileprivate func isTold(isNamed: Bool) -> Bool {
        if case .failed(let failure) = self { failure.stage != .cancelled } else { isNamed }
    }
}
