import Model

/// Every known URL of the site, and which of them is asked for next. Owned by the crawl's loop.
///
/// The order depends on nothing but what was added before: first pages that every shop has one of, then listings and
/// other pages in turn, nearest to the home page first, then variants and links marked nofollow.
struct Frontier {
    /// Known URLs at most.
    static let nodeLimit = 200_000

    /// What is kept of a URL; its address and link text stand in the arena and in `texts`.
    struct Entry {
        var state: State
        var source: LinkGraph.Source
        var inSitemap = false
        /// Clicks from the home page by the shortest way known so far; -1 for none.
        var depth: Int32 = -1
        var referrer: PageID?
        var text: Range<UInt32> = 0..<0
        var traits: PageLinks.Traits = []
    }

    enum State: Hashable {
        case queued, taken
        case skipped(SkipReason)
    }

    private(set) var addresses = AddressArena()
    private(set) var entries: [Entry] = []
    private(set) var texts: [UInt8] = []
    /// In-scope URLs that came when there was no more room.
    private(set) var dropped = 0
    /// URLs that were queued at some time: pages as far as one can tell.
    private(set) var candidates = 0

    private let maxDepth: Int32?
    private let include: [Glob]
    private let exclude: [Glob]
    private var quota: VariantQuota
    private var lanes: Lanes

    init(settings: CrawlSettings) {
        maxDepth = settings.maxDepth.map { Int32(clamping: $0) }
        include = settings.include.map(Glob.init)
        exclude = settings.exclude.map(Glob.init)
        quota = VariantQuota(maxPages: settings.maxPages)
        lanes = Lanes(maxPages: settings.maxPages)
    }

    /// Adds a URL that is dealt with elsewhere: the home page, and hops that led to it.
    mutating func addTaken(_ url: String, source: LinkGraph.Source) -> PageID {
        let bytes = Array(url.utf8)
        let (id, isNew) = addresses.insert(bytes, bytes.indices)
        if isNew { entries.append(Entry(state: .taken, source: source)) }
        return id
    }

    mutating func setHome(_ id: PageID) { entries[Int(id)].depth = 0 }

    /// Adds an in-scope URL that `referrer` links to. Nil when there is no more room.
    mutating func add(
        link source: [UInt8], _ url: Range<Int>, text: ArraySlice<UInt8>, traits: PageLinks.Traits,
        from referrer: PageID
    ) -> PageID? {
        guard let (id, isNew) = insert(source, url, .link) else { return nil }
        let index = Int(id)
        let parent = entries[Int(referrer)].depth
        let depth = parent < 0 ? -1 : parent &+ 1
        if entries[index].referrer == nil {
            entries[index].referrer = referrer
            entries[index].traits = traits
        }
        if entries[index].text.isEmpty { keep(text, for: index) }
        let isNearer = depth >= 0 && (entries[index].depth < 0 || depth < entries[index].depth)
        if isNearer { entries[index].depth = depth }
        if isNew || (isNearer && entries[index].state == .skipped(.depthLimit)) { judge(id) }
        return id
    }

    /// Adds an in-scope URL that a sitemap names.
    mutating func add(sitemap url: [UInt8]) {
        guard let (id, isNew) = insert(url, url.indices, .sitemap) else { return }
        entries[Int(id)].inSitemap = true
        if isNew { judge(id) }
    }

    /// Adds the in-scope target of a redirect; it stands as near as the page that redirects.
    mutating func add(redirect url: [UInt8], from source: PageID) -> PageID? {
        guard let (id, isNew) = insert(url, url.indices, .redirect) else { return nil }
        let depth = entries[Int(source)].depth
        if depth >= 0, entries[Int(id)].depth < 0 || depth < entries[Int(id)].depth { entries[Int(id)].depth = depth }
        if isNew { judge(id, isRedirect: true) }
        return id
    }

    /// The next URL to ask for; it is taken from then on.
    mutating func next() -> PageID? {
        while let id = lanes.next() {
            guard entries[Int(id)].state == .queued else { continue }
            entries[Int(id)].state = .taken
            return id
        }
        return nil
    }

    /// A URL that was taken and isn't asked for after all.
    mutating func skip(_ id: PageID, _ reason: SkipReason) { entries[Int(id)].state = .skipped(reason) }

    /// Gives up what is still queued; returns whether there was any.
    mutating func close(_ reason: SkipReason) -> Bool {
        var isAny = false
        for index in entries.indices where entries[index].state == .queued {
            entries[index].state = .skipped(reason)
            isAny = true
        }
        return isAny
    }

    private mutating func insert(
        _ source: [UInt8], _ url: Range<Int>, _ kind: LinkGraph.Source
    ) -> (PageID, isNew: Bool)? {
        if entries.count >= Self.nodeLimit {
            guard let known = addresses.find(source, url) else {
                dropped += 1
                return nil
            }
            return (known, false)
        }
        let (id, isNew) = addresses.insert(source, url)
        if isNew { entries.append(Entry(state: .queued, source: kind)) }
        return (id, isNew)
    }

    private mutating func keep(_ text: ArraySlice<UInt8>, for index: Int) {
        guard !text.isEmpty else { return }
        let start = UInt32(clamping: texts.count)
        texts.append(contentsOf: text)
        entries[index].text = start..<UInt32(clamping: texts.count)
    }

    /// Queues a new URL in its lane, or says why not.
    private mutating func judge(_ id: PageID, isRedirect: Bool = false) {
        let url = addresses[id]
        let entry = entries[Int(id)]
        let words = AddressTraits(url)
        if let reason = refusal(url, entry, words) {
            entries[Int(id)].state = .skipped(reason)
            return
        }
        entries[Int(id)].state = .queued
        candidates += 1
        let text = String(decoding: texts[Int(entry.text.lowerBound)..<Int(entry.text.upperBound)], as: UTF8.self)
        let lane: Lanes.Lane =
            if isRedirect || words.isKeyPage || KeyWords.contain(text: text) {
                .key
            } else if entry.traits.contains(.nofollow) {
                .late
            } else if !entry.traits.isDisjoint(with: [.inNavigation, .inHeader]) || words.isListing {
                .browse
            } else {
                .rest
            }
        lanes.add(id, to: lane, depth: entry.depth < 0 ? Lanes.unlinkedDepth : UInt32(entry.depth))
    }

    private mutating func refusal(_ url: [UInt8], _ entry: Entry, _ words: AddressTraits) -> SkipReason? {
        guard let parts = AddressParts(url) else { return .scheme }
        if words.isFile { return .notAPage }
        if words.isAction { return .action }
        let path = url[parts.path]
        if exclude.contains(where: { $0.matches(path) }) { return .excluded }
        if !include.isEmpty, !include.contains(where: { $0.matches(path) }) { return .excluded }
        if let maxDepth, entry.depth < 0 || entry.depth > maxDepth { return .depthLimit }
        return quota.admits(url) ? nil : .parameterVariant
    }
}
