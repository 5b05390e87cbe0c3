import Model

/// Every known URL of the site, and which of them is asked for next. Owned by the crawl's loop.
///
/// The order depends on nothing but what was added and learnt before: `PageGroups` says which page promises most. What a
/// site sends without end is bounded here: addresses in number and bytes, those held back in number. No group of pages
/// takes all the room: what comes late still finds some.
struct Frontier {
    /// Bytes of known URLs at most.
    static let byteLimit = 24 << 20
    /// Of these, URLs that are held back: more are counted and forgotten.
    static let heldBackLimit = 20_000
    /// A longer URL is no page that a visitor would meet.
    static let longest = 2_048
    private static let textLimit = 16 << 20

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
        /// In `PageGroups`; -1 for what never waited.
        var group: Int32 = -1
        /// Of a page that was read; -1 for all others.
        var template: Int16 = -1
        /// In `VariantQuota`: the list whose further page or other look it is.
        var family: Int32 = -1
    }

    enum State: Hashable {
        case queued, taken
        case skipped(SkipReason)
    }

    private(set) var addresses = AddressArena()
    private(set) var entries: [Entry] = []
    private(set) var texts: [UInt8] = []
    /// In-scope URLs that came when there was no more room; one may count more than once.
    private(set) var dropped = 0
    /// URLs that were queued at some time: pages as far as one can tell.
    private(set) var candidates = 0

    /// Known URLs at most.
    private let nodeLimit: Int
    private let maxDepth: Int32?
    private let include: [Glob]
    private let exclude: [Glob]
    private var quota: VariantQuota
    private var groups: PageGroups
    private var templates = TemplateIndex()
    private var heldBack = 0
    /// Of URLs with tokens, the hash of what is left without them.
    private var withoutTokens: Set<UInt64> = []
    private var passing = PassingQueue()
    /// Of the URLs that were queued, by `BareAddress`.
    private var bare: Set<UInt64> = []
    /// A group may know this many times as many URLs as there is room left for.
    private static let groupShare = 2

    init(settings: CrawlSettings, room: CrawlRoom = CrawlRoom()) {
        nodeLimit = room.addresses
        maxDepth = settings.maxDepth.map { Int32(clamping: $0) }
        include = settings.include.map(Glob.init)
        exclude = settings.exclude.map(Glob.init)
        quota = VariantQuota(maxPages: settings.maxPages)
        groups = PageGroups(maxPages: settings.maxPages)
    }

    /// Adds a URL that is dealt with elsewhere: the home page, and hops that led to it.
    mutating func addTaken(_ url: String, source: LinkGraph.Source) -> PageID {
        let bytes = Array(url.utf8)
        let (id, isNew) = addresses.insert(bytes, bytes.indices)
        if isNew { entries.append(Entry(state: .taken, source: source)) }
        return id
    }

    mutating func setHome(_ id: PageID) {
        entries[Int(id)].depth = 0
        let url = addresses[id]
        if let parts = AddressParts(url) { groups.home = Array(url[parts.host]) }
    }

    /// Adds an in-scope URL that `referrer` links to; nil for a page that is none of those kept. Nil when there is no
    /// more room.
    mutating func add(
        link source: [UInt8], _ url: Range<Int>, text: ArraySlice<UInt8>, traits: PageLinks.Traits,
        from referrer: PageID?
    ) -> PageID? {
        let parent = referrer.map { entries[Int($0)].depth } ?? -1
        var new = Entry(state: .queued, source: .link, depth: parent < 0 ? -1 : parent &+ 1, referrer: referrer)
        new.traits = traits
        guard let (id, isNew) = insert(source, url, new, text) else { return nil }
        if isNew { return id }
        let index = Int(id)
        if entries[index].referrer == nil {
            entries[index].referrer = referrer
            entries[index].traits = traits
        }
        if entries[index].text.isEmpty { keep(text, for: index) }
        let isNearer = new.depth >= 0 && (entries[index].depth < 0 || new.depth < entries[index].depth)
        if isNearer {
            entries[index].depth = new.depth
            if entries[index].state == .skipped(.depthLimit) { reopen(id) }
        }
        return id
    }

    /// Adds an in-scope URL that a sitemap names.
    mutating func add(sitemap url: [UInt8]) {
        guard let (id, _) = insert(url, url.indices, Entry(state: .queued, source: .sitemap), []) else { return }
        entries[Int(id)].inSitemap = true
    }

    /// Adds the in-scope target of a redirect; it stands as near as the page that redirects.
    mutating func add(redirect url: [UInt8], from source: PageID?) -> (id: PageID, isNew: Bool)? {
        let depth = source.map { entries[Int($0)].depth } ?? -1
        guard
            let (id, isNew) = insert(url, url.indices, Entry(state: .queued, source: .redirect, depth: depth), [])
        else { return nil }
        if depth >= 0, entries[Int(id)].depth < 0 || depth < entries[Int(id)].depth { entries[Int(id)].depth = depth }
        return (id, isNew)
    }

    /// The next URL to ask for; it is taken from then on.
    mutating func next() -> PageID? {
        while let (id, group, isSpent) = groups.next() {
            let index = Int(id)
            if isSpent {
                for id in [id] + groups.drain(group) where entries[Int(id)].state == .queued {
                    entries[Int(id)].state = .skipped(.repeats)
                }
            }
            guard entries[index].state == .queued else { continue }
            if quota.isClosed(entries[index].family) {
                entries[index].state = .skipped(.repeats)
                continue
            }
            entries[index].state = .taken
            groups.take(from: group)
            return id
        }
        return nil
    }

    /// The next URL to be read in passing: one that there was no room for, when nothing else waits.
    mutating func nextInPassing() -> [UInt8]? {
        while let (url, group) = passing.next() {
            if !groups.isSpent(group), addresses.find(url, url.indices) == nil { return url }
        }
        return nil
    }

    /// Finds a place for a URL that was read in passing and brought something new; nil where it got one meanwhile.
    mutating func promote(_ url: [UInt8], _ template: Int) -> PageID? {
        let (id, isNew) = addresses.insert(url, url.indices)
        guard isNew else { return nil }
        entries.append(Entry(state: .taken, source: .link, template: Int16(clamping: template)))
        return id
    }

    /// The template of a page that was read, and whether no other page before was of it; nil for what isn't a page.
    mutating func template(of character: PageCharacter?) -> (number: Int, isFresh: Bool)? {
        guard let character, character.obstacle == nil else { return nil }
        let known = templates.count
        let number = templates.assign(kind: character.kind, sketch: character.shape)
        return (number, templates.count > known)
    }

    /// What a page that was taken turned out to be; nil for one that couldn't be read. Called before its links are
    /// added.
    /// - Returns: the page's template.
    @discardableResult
    mutating func learn(_ id: PageID, _ character: PageCharacter?, isRepeat: Bool) -> Int? {
        let template = template(of: character)
        if let template { entries[Int(id)].template = Int16(clamping: template.number) }
        let entry = entries[Int(id)]
        quota.learn(entry.family, isRepeat: isRepeat)
        guard entry.group >= 0 else { return template?.number }
        // A list that shows no goods leads nowhere, whatever its address says.
        let isEmptyListing = character.map { $0.kind == .listing && !$0.hasTiles } ?? false
        groups.learn(
            Int(entry.group), kind: isEmptyListing ? .other : character?.kind, template: template?.number,
            isFresh: template?.isFresh ?? false, isRepeat: isRepeat)
        return template?.number
    }

    /// A URL that was taken and isn't asked for after all.
    mutating func skip(_ id: PageID, _ reason: SkipReason) { entries[Int(id)].state = .skipped(reason) }

    /// Gives up what is still queued, and all that was needed to choose; returns whether there was any.
    mutating func close(_ reason: SkipReason) -> Bool {
        groups = PageGroups(maxPages: 1)
        quota = VariantQuota(maxPages: 1)
        withoutTokens = []
        passing = PassingQueue()
        bare = []
        var isAny = false
        for index in entries.indices where entries[index].state == .queued {
            entries[index].state = .skipped(reason)
            isAny = true
        }
        return isAny
    }

    /// The number of a URL; a new one is queued, or noted as held back. Nil when there is no room for it.
    private mutating func insert(
        _ source: [UInt8], _ url: Range<Int>, _ new: Entry, _ text: ArraySlice<UInt8>
    ) -> (PageID, isNew: Bool)? {
        if let known = addresses.find(source, url) { return (known, false) }
        guard url.count <= Self.longest else {
            dropped += 1
            return nil
        }
        var entry = new
        let bytes = Array(source[url])
        judge(bytes, &entry, text)
        if entry.state != .queued {
            guard heldBack < Self.heldBackLimit, share > 0 else {
                dropped += 1
                return nil
            }
            heldBack += 1
        } else if !hasRoom(for: Int(entry.group)) {
            dropped += 1
            passing.add(bytes, group: Int(entry.group))
            return nil
        }
        let (id, _) = addresses.insert(bytes, bytes.indices)
        entries.append(entry)
        keep(text, for: Int(id))
        if entry.state == .queued { queue(id) }
        return (id, true)
    }

    /// The fuller the room, the fewer a group may have: a site that makes up addresses of one form without end leaves
    /// some for those of other forms. A group of up to two thirds of the room doesn't notice.
    private func hasRoom(for group: Int) -> Bool {
        Double(groups.groups[group].known) < Double(Self.groupShare * nodeLimit) * share
    }

    /// The share of the room that is left.
    private var share: Double {
        min(
            1 - Double(entries.count) / Double(nodeLimit),
            1 - Double(addresses.bytes.count) / Double(Self.byteLimit))
    }

    private mutating func keep(_ text: ArraySlice<UInt8>, for index: Int) {
        guard !text.isEmpty, texts.count < Self.textLimit else { return }
        let start = UInt32(clamping: texts.count)
        texts.append(contentsOf: text)
        entries[index].text = start..<UInt32(clamping: texts.count)
    }

    /// A page that a nearer link leads to now.
    private mutating func reopen(_ id: PageID) {
        var entry = entries[Int(id)]
        let text = Array(texts[Int(entry.text.lowerBound)..<Int(entry.text.upperBound)])
        judge(addresses[id], &entry, text[...])
        entries[Int(id)] = entry
        if entry.state == .queued { queue(id) }
    }

    private mutating func queue(_ id: PageID) {
        candidates += 1
        if let hash = bareHash(addresses[id]) { bare.insert(hash) }
        let entry = entries[Int(id)]
        // Of a list, the first pages first.
        let page = VariantQuota.pageNumber(of: addresses[id])
        let depth = entry.depth < 0 ? Self.unlinkedDepth : UInt32(entry.depth)
        groups.add(id, to: Int(entry.group), rank: page ?? depth)
    }

    /// Groups of pages so far.
    var groupCount: Int { groups.groups.count }

    /// Where URLs without a link to them stand among the others.
    private static let unlinkedDepth: UInt32 = 3

    /// Gives a new URL its group, or says why it isn't asked for.
    private mutating func judge(_ url: [UInt8], _ entry: inout Entry, _ text: ArraySlice<UInt8>) {
        let words = AddressTraits(url)
        if let reason = refusal(url, &entry, words) {
            entry.state = .skipped(reason)
            return
        }
        let shape = groups.shape(of: url)
        if groups.shapes[shape].isSpent || isKnownWithoutToken(url, shape) {
            entry.state = .skipped(.repeats)
            return
        }
        entry.state = .queued
        let isKey =
            entry.source == .redirect || words.isKeyPage
            || KeyWords.contain(text: String(decoding: text, as: UTF8.self))
        let isBrowsed = !entry.traits.isDisjoint(with: [.inNavigation, .inHeader]) || words.isListing
        let isLate = bareHash(url).map(bare.contains) ?? false || entry.traits.contains(.nofollow)
        let lane: PageGroups.Lane = isLate ? .late : isKey ? .key : isBrowsed ? .browse : .rest
        let template = entry.referrer.map { Int(entries[Int($0)].template) } ?? -1
        entry.group = Int32(groups.group(shape: shape, lane: lane, region: Self.region(of: entry), template: template))
    }

    private static func region(of entry: Entry) -> UInt8 {
        if entry.source != .link { return entry.source == .sitemap ? 3 : 4 }
        if !entry.traits.isDisjoint(with: [.inNavigation, .inHeader]) { return 1 }
        return entry.traits.contains(.inFooter) ? 2 : 0
    }

    private func bareHash(_ url: [UInt8]) -> UInt64? {
        AddressParts(url).map { BareAddress.hash(of: url, $0) }
    }

    /// Once pages of a shape came again under another token, a token tells nothing there.
    private mutating func isKnownWithoutToken(_ url: [UInt8], _ shape: Int) -> Bool {
        guard let rest = AddressShape.withoutTokens(url), withoutTokens.count < nodeLimit else { return false }
        let isNew = withoutTokens.insert(ByteHash.of(rest, rest.indices, seed: 0)).inserted
        return !isNew && groups.shapes[shape].repeats > 1
    }

    private mutating func refusal(_ url: [UInt8], _ entry: inout Entry, _ words: AddressTraits) -> SkipReason? {
        guard let parts = AddressParts(url) else { return .scheme }
        if words.isFile { return .notAPage }
        if words.isAction { return .action }
        let path = url[parts.path]
        if exclude.contains(where: { $0.matches(path) }) { return .excluded }
        if !include.isEmpty, !include.contains(where: { $0.matches(path) }) { return .excluded }
        if let maxDepth, entry.depth < 0 || entry.depth > maxDepth { return .depthLimit }
        let (isAdmitted, family) = quota.admits(url)
        entry.family = family
        if quota.isClosed(family) { return .repeats }
        return isAdmitted ? nil : .parameterVariant
    }
}
