import Model

extension Site {
    /// Reads the site's pages until all are read or a limit is met.
    ///
    /// `visit` runs in child tasks, many at once; `absorb` and `progress` run one after another in the order in which
    /// pages were chosen. That order depends on the site's answers only and not on their timing: the same site gives
    /// the same pages, ids and order. Throws only what `absorb` throws, and `CancellationError`.
    ///
    /// - Parameters:
    ///   - room: how much is kept; pages beyond it are read for where they lead, and not handed on.
    ///   - readSitemap: reads a sitemap's bytes, already unzipped.
    ///   - isStopped: asked between pages; once true, what is under way is finished and nothing new is begun.
    public func crawl<Product: Sendable>(
        settings: CrawlSettings, room: CrawlRoom = CrawlRoom(), fetcher: Fetcher,
        readSitemap: @Sendable @escaping ([UInt8]) -> SitemapContents,
        isStopped: @Sendable @escaping () -> Bool = { false },
        visit: @Sendable @escaping (FetchFacts, [UInt8]) -> Visited<Product>,
        absorb: (CrawledPage<Product>) throws -> Void,
        progress: (CrawlProgress) -> Void = { _ in }
    ) async throws -> Crawl {
        let sitemaps = Sitemaps(fetcher: fetcher, site: self, settings: settings, read: readSitemap)
        var worker = PageWorker(
            fetcher: fetcher, settings: settings, scope: scope, isPrivate: isPrivate, visit: visit)
        var loop = CrawlLoop<Product>(
            site: self, settings: settings, room: room, fetcher: fetcher, isStopped: isStopped)
        return try await withThrowingTaskGroup(of: PageResult<Product>.self) { group in
            let home = worker.read(answer, for: PageJob(index: 0, id: 0, url: self.home))
            if let page = loop.absorb(home) { try absorb(page) }
            // A host that shows no first page is not asked for others.
            if isOpen {
                worker.missing = await missingPage(worker, home: home, settings: settings)
                let found = await sitemaps.found(isStopped: { loop.isOver })
                for url in found.pages { loop.frontier.add(sitemap: url) }
                loop.unreadSitemaps = found.unread
            }
            progress(loop.progress)
            await loop.choose()
            let reader = worker
            while true {
                while let job = loop.start() {
                    group.addTask { await reader.read(job) }
                }
                guard let result = try await group.next() else { break }
                loop.finished(result)
                while let next = loop.nextInOrder() {
                    if let page = loop.absorb(next) { try absorb(page) }
                    progress(loop.progress)
                    await loop.choose()
                }
                try Task.checkCancellation()
            }
            return loop.conclude()
        }
    }

    /// Asks for an address that cannot exist, as far as robots.txt allows it.
    private func missingPage<Product: Sendable>(
        _ worker: PageWorker<Product>, home: PageResult<Product>, settings: CrawlSettings
    ) async -> MissingPage {
        guard let url = MissingPage.address(home: self.home) else { return .unknown }
        let bytes = Array(url.utf8)
        guard settings.maxPages > 1, let parts = AddressParts(bytes),
            robots.refusal(of: bytes[parts.path.lowerBound...]) == nil
        else {
            return .unknown
        }
        return MissingPage(
            await worker.read(PageJob(index: 0, id: 0, url: url)), home: home, homeURL: self.home)
    }
}
