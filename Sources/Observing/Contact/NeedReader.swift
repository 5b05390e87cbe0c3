import Model
import Parsing

/// Tells which ways to a person stand beside words that say what they are for: "Complaints: +44 …", a heading
/// "Wholesale" with an address below it, a mailbox called "returns".
struct NeedReader {
    private let page: PageView
    private let facts: ContactFacts
    private let regions: PhoneRegions
    private static let groups: [TermGroup: CustomerNeed] = {
        let all = CustomerNeed.allCases.compactMap { need in TermGroup("need.\(need.rawValue)").map { ($0, need) } }
        return Dictionary(all, uniquingKeysWith: { first, _ in first })
    }()
    /// Words that may stand between a heading and a number without making it another's: "Telephone", "Mon–Fri".
    private static let labels = Set(
        [
            "contact.phoneLabel", "contact.department", "contact.whatsappLabel", "contact.tollFree", "contact.chat",
            "contact.hours", "time.weekday", "form.email", "form.phone",
        ]
        .compactMap { TermGroup($0) })

    /// At most this many facts from one page.
    private static let limit = 40
    /// Blocks below a heading that are still its own.
    private static let reach = 4
    /// Bytes of a block that can be a heading or label of what follows.
    private static let labelLength = 80

    init(page: PageView, facts: ContactFacts, regions: PhoneRegions) {
        self.page = page
        self.facts = facts
        self.regions = regions
    }

    /// `others` are the page's other facts.
    func needs(_ others: PageFacts) -> [NeedContact] {
        var list = List()
        for email in facts.emails where email.source != .structuredData {
            if let need = mailbox(email.address) { list.add(need, .email, email.address, email.mention) }
        }
        let hasContacts =
            !facts.phones.isEmpty || !facts.emails.isEmpty || !facts.messengers.isEmpty || !facts.chats.isEmpty
        for block in hasContacts ? blocks : [] where !page.budget.isOver() {
            let contacts = BlockContacts.find(in: block, of: page, facts, regions)
            guard !contacts.isEmpty else { continue }
            for (contact, own) in zip(contacts, needs(of: contacts, in: block)) {
                let mention = page.mention(around: contact.range, in: block)
                for need in (own.isEmpty ? above(block) : own).sorted() {
                    list.add(need, contact.way, contact.value, mention)
                }
            }
        }
        addByHeading(others, to: &list)
        return list.found
    }

    private struct List {
        var found: [NeedContact] = []
        private var seen: Set<String> = []

        mutating func add(_ need: CustomerNeed, _ way: ContactWay, _ value: String, _ mention: Mention) {
            guard found.count < NeedReader.limit, seen.insert("\(need) \(way) \(value)").inserted else { return }
            found.append(
                NeedContact(need: need, way: way, value: value.cut(to: ShownWay.valueLimit), mention: mention))
        }

        func has(_ value: String) -> Bool { found.contains { $0.value == value } }
    }

    /// On a page whose main heading names one need, what stands in its main part is for that.
    private func addByHeading(_ others: PageFacts, to list: inout List) {
        guard let subject = subject(others) else { return }
        for phone in facts.phones where phone.mention.region == .main && phone.isCallable && !list.has(phone.raw) {
            list.add(subject, .phone, phone.raw, phone.mention)
        }
        for email in facts.emails where email.mention.region == .main && !list.has(email.address) {
            list.add(subject, .email, email.address, email.mention)
        }
        for form in others.forms where form.leadsToPerson && form.mention.region == .main {
            list.add(subject, .form, "", form.mention)
        }
    }

    /// Blocks with a need's words and those below them, ascending.
    private var blocks: [Int] {
        var blocks: [Int] = []
        for hit in page.hits where NeedReader.groups[hit.group] != nil {
            let last = min(Int(hit.block) + NeedReader.reach, page.document.blocks.count - 1)
            var next = max(Int(hit.block), (blocks.last ?? -1) + 1)
            while next <= last {
                blocks.append(next)
                next += 1
            }
        }
        return blocks
    }

    private func mailbox(_ address: String) -> CustomerNeed? {
        let names = page.context.channels.mailboxes
        let local = address.prefix { $0 != "@" }
        if let need = names[String(local)] { return need }
        return local.split { !$0.isLetter }.lazy.compactMap { names[String($0)] }.first
    }

    // MARK: In one block

    /// For each contact of a block, the needs that words beside it name.
    private func needs(of contacts: [BlockContacts.Contact], in block: Int) -> [Set<CustomerNeed>] {
        let hits = page.hits(in: block)
        let text = page.document.blocks[block].text
        var beside = contacts.indices.map { i -> Set<CustomerNeed> in
            let start = i == 0 ? text.lowerBound : contacts[i - 1].range.upperBound
            return label(hits, in: start..<contacts[i].range.lowerBound)
        }
        if beside.first?.isEmpty ?? true {
            // "0800 … (orders), 0801 … (returns)": the words come behind.
            beside = contacts.indices.map { i in
                let end = i + 1 < contacts.count ? contacts[i + 1].range.lowerBound : text.upperBound
                return label(
                    hits, in: contacts[i].range.upperBound..<max(end, contacts[i].range.upperBound), behind: true)
            }
        }
        // "info@shop.com or 0800 …" goes on with what the words were for.
        for i in beside.indices.dropFirst() where beside[i].isEmpty {
            let gap = contacts[i].range.lowerBound - contacts[i - 1].range.upperBound
            if gap <= 24 { beside[i] = beside[i - 1] }
        }
        return beside
    }

    /// The needs that a stretch of text names: by a phrase of several words, or by words that make up most of it.
    private func label(
        _ hits: ArraySlice<TermHit>, in stretch: Range<Int>, behind: Bool = false
    ) -> Set<CustomerNeed> {
        let own = hits.filter { stretch.contains($0.range.lowerBound) && $0.range.upperBound <= stretch.upperBound }
        let needs = own.filter { NeedReader.groups[$0.group] != nil }
        guard !needs.isEmpty else { return [] }
        let isShort = stretch.count <= NeedReader.labelLength && isMostly(own, of: stretch)
        let near = needs.filter { hit in
            if isShort { return true }
            let isPhrase = page.document.text[hit.range].contains(32)
            let distance =
                behind ? hit.range.lowerBound - stretch.lowerBound : stretch.upperBound - hit.range.upperBound
            return isPhrase && distance <= (behind ? 12 : NeedReader.labelLength)
        }
        // "Trade sales" names trade, not sales.
        let whole = near.filter { hit in
            !near.contains { $0.range != hit.range && $0.range.clamped(to: hit.range) == hit.range }
        }
        var found = Set(whole.compactMap { NeedReader.groups[$0.group] })
        if found.contains(.wholesale) { found.remove(.order) }
        return found
    }

    /// Terms make up half of a stretch's letters.
    private func isMostly(_ hits: [TermHit], of stretch: Range<Int>) -> Bool {
        let known = hits.reduce(into: Set<Int>()) { known, hit in
            if NeedReader.groups[hit.group] != nil || NeedReader.labels.contains(hit.group) {
                known.formUnion(hit.range)
            }
        }
        let letters = stretch.count { page.document.text[$0].isASCIILetter || page.document.text[$0] >= 0x80 }
        return known.count * 2 >= letters
    }

    // MARK: Above

    /// The needs that the nearest heading or label above a block names.
    private func above(_ block: Int) -> Set<CustomerNeed> {
        let region = page.document.blocks[block].region
        var passed = 0
        var hasUnknown = false
        var i = block - 1
        while i >= 0, passed < NeedReader.reach, page.document.blocks[i].region == region {
            let one = page.document.blocks[i]
            let hasContact = !BlockContacts.find(in: i, of: page, facts, regions).isEmpty
            if hasContact {
                // What stands between is somebody else's name.
                if hasUnknown || !label(page.hits(in: i), in: one.text).isEmpty { return [] }
            } else {
                let needs = one.text.count <= NeedReader.labelLength ? label(page.hits(in: i), in: one.text) : []
                if !needs.isEmpty { return needs }
                if one.headingLevel > 0 { return [] }
                if !page.hits(in: i).contains(where: { NeedReader.labels.contains($0.group) }) {
                    if hasUnknown || one.text.count > NeedReader.labelLength { return [] }
                    hasUnknown = true
                }
            }
            passed += 1
            i -= 1
        }
        return []
    }

    /// What the page as a whole is for, by its main heading.
    private func subject(_ others: PageFacts) -> CustomerNeed? {
        guard
            let block = page.document.blocks.indices.first(where: {
                page.document.blocks[$0].headingLevel == 1 && page.document.blocks[$0].region == .main
            })
        else { return nil }
        let needs = label(page.hits(in: block), in: page.document.blocks[block].text)
        return needs.count == 1 && ![.product, .listing, .article].contains(others.kind.kind) ? needs.first : nil
    }
}
