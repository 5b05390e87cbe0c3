import Model

extension Site {
    /// Asks once more for pages that the crawl has read, as a new visitor does: without a cookie, and not from a cache.
    /// As far as robots.txt lets us, at the crawl's pace.
    ///
    /// - Parameter robots: The robots.txt of origins that were asked already; others are not visited.
    /// - Returns: what came of each; nil for those that weren't asked for because the run was over.
    public func again(
        _ urls: [String], settings: CrawlSettings, fetcher: Fetcher, robots: [RobotsAnswer]
    ) async -> [Fetched?] {
        var answers = [Fetched?](repeating: nil, count: urls.count)
        await withTaskGroup(of: (Int, Fetched).self) { group in
            for (index, url) in urls.enumerated() {
                if let refusal = refusal(of: url, robots) {
                    answers[index] = Fetched(refusal)
                    continue
                }
                var request = FetchRequest(url, settings: settings)
                request.maxRedirects = 0
                request.isSecondVisit = true
                request.allowsPrivateAddress = isPrivate
                group.addTask { [request] in (index, await fetcher.fetch(request)) }
            }
            for await (index, fetched) in group {
                if case .failed(let failure) = fetched.outcome, failure.stage == .cancelled { continue }
                answers[index] = fetched
            }
        }
        return answers
    }

    private func refusal(of url: String, _ robots: [RobotsAnswer]) -> FetchOutcome? {
        let bytes = Array(url.utf8)
        guard scope.contains(url), let parts = AddressParts(bytes) else { return .skipped(why: .outOfScope) }
        let origin = Fetcher.origin(of: url)
        guard let answer = robots.first(where: { $0.origin == origin }) else { return .skipped(why: .outOfScope) }
        return answer.refusal(of: bytes[parts.path.lowerBound...])
    }
}
