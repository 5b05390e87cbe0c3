import Model
import Parsing

/// Gathers the ways to reach somebody: telephones, e-mails, messengers, profiles, chats, addresses.
struct ContactObserver: PageObserver {
    private let terms: ContactTerms
    private let catalogue: ChannelCatalogue
    private let domain: [UInt8]
    private var facts = ContactFacts()
    /// Links to dial, read once the page's country is known.
    private var dialLinks: [(node: Int, number: ArraySlice<UInt8>)] = []
    private var addresses: [Int] = []
    private var hidden = HiddenContacts()
    private var seenTargets: Set<String> = []

    /// At most this many facts of one kind from one page.
    static let limit = 40

    init(context: ObservingContext) {
        terms = ContactTerms.all
        catalogue = context.channels
        domain = Array(context.domain.utf8)
    }

    mutating func visit(element node: Int, of page: borrowing PageView) {
        switch page.document.nodes[node].tag {
        case .a, .area:
            visit(link: node, of: page)
            fallthrough
        case .span, .div, .p:
            guard page.document.nodes[node].present.has(.other),
                let address = EmailAttributes.read(node, of: page.document)
            else { return }
            add(email: address, .obfuscated, page.mention(of: node, quote: address))
        case .img: hidden.see(image: node, of: page.document)
        case .script: hidden.see(script: node, of: page.document)
        case .address:
            if !page.document.nodes[node].isHidden, addresses.count < 10 { addresses.append(node) }
        default: break
        }
    }

    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts) {
        let page = copy page
        var regions = PhoneRegions(page: page, facts: facts)
        let marked = MarkedBlocks(page.document)
        readEmails(marked.emails, of: page)
        readPhones(marked.numbers, of: page, regions: &regions)
        let short = PhoneReader(terms: terms, catalogue: catalogue, regions: regions)
        for block in marked.codes where self.facts.phones.count < PhoneReader.limit && !page.budget.isOver() {
            for phone in short.readShort(block: block, of: page) { add(phone: phone) }
        }
        readHidden(page, regions: regions)
        readStructured(page, regions: regions)
        findWidgets(page)
        for named in NamedChannels.all(in: page, catalogue) {
            add(channel: named.channel, .profile, target: page.document.text[named.range], page.mention(of: named.hit))
        }
        let identity = IdentityReader(terms: terms, page: page)
        self.facts.legalIdentity = identity.legalIdentity(kind: facts.kind.kind)
        self.facts.doubtfulIdentity = identity.doubtfulIdentity()
        self.facts.postalAddress = identity.postalAddresses(elements: addresses)
        self.facts.contactLinks += ContactLinks.named(terms.contactPage, of: page, known: self.facts.contactLinks)
        self.facts.needs = NeedReader(page: page, facts: self.facts, regions: regions).needs(facts)
        facts.contact = self.facts
    }

    // MARK: Links

    private mutating func visit(link node: Int, of page: borrowing PageView) {
        // Most links are known to lead elsewhere.
        if let known = page.addresses[node], !known.traits.contains(.contact) { return }
        guard let written = page.document.attribute(.href, of: node),
            let link = ContactLink(written, domain: domain, catalogue)
        else { return }
        let href = written.trimmed
        switch link {
        case .page: add(contactPage: node, href, of: page)
        case .protectedEmail(let address): add(email: address, .obfuscated, page.mention(of: node, quote: address))
        case .dial(let link):
            guard dialLinks.count < ContactObserver.limit else { return }
            dialLinks.append((node, link.path.isEmpty ? link.host : link.path))
        case .mail(let link): visit(mailto: node, link, href, of: page)
        case .channel(let index, let role): add(channel: index, role, target: href, page.linkMention(node, href))
        }
    }

    private mutating func add(contactPage node: Int, _ href: ArraySlice<UInt8>, of page: borrowing PageView) {
        guard facts.contactLinks.count < 10 else { return }
        let target = String(decoding: href.prefix(400), as: UTF8.self)
        guard seenTargets.insert("page " + target).inserted else { return }
        facts.contactLinks.append(
            ChannelFact(platform: "page", role: .page, target: target, mention: page.linkMention(node, href)))
    }

    private mutating func visit(
        mailto node: Int, _ link: LinkShape, _ href: ArraySlice<UInt8>, of page: borrowing PageView
    ) {
        let list = link.path.percentDecoded[...]
        // "mailto:?subject=…" hands the page on to a friend.
        if list.isBlank, !link.query.isEmpty { return }
        let addresses = list.split(separator: UInt8(ascii: ","), maxSplits: 10).map { EmailReader.read($0) }
        if addresses.isEmpty || addresses.contains(nil) {
            guard !ContactObserver.isSample(list), facts.brokenLinks.count < 20 else { return }
            facts.brokenLinks.append(page.linkMention(node, href))
            return
        }
        for case let address? in addresses { add(email: address, .link, page.linkMention(node, href)) }
    }

    /// "you@example.com": a sample, neither an address nor broken.
    private static func isSample(_ list: ArraySlice<UInt8>) -> Bool {
        list.containsFolded("example.") || list.containsFolded("yourdomain") || list.containsFolded("domain.com")
    }

    // MARK: Text

    private mutating func readEmails(_ blocks: [Int], of page: PageView) {
        for block in blocks {
            for found in EmailBlock.read(block, of: page) {
                add(
                    email: found.address, found.isObfuscated ? .obfuscated : .text,
                    page.mention(around: found.range, in: block))
            }
        }
    }

    private mutating func readPhones(_ blocks: [Int], of page: PageView, regions: inout PhoneRegions) {
        regions.learn(from: dialLinks.map(\.number), blocks: blocks, of: page)
        let reader = PhoneReader(terms: terms, catalogue: catalogue, regions: regions)
        // Software that makes links of all numbers makes them of fax numbers too.
        for (node, number) in dialLinks where !reader.isFax(link: node, of: page) {
            switch DialLink.read(number, regions: regions) {
            case .broken:
                guard facts.brokenLinks.count < 20 else { continue }
                facts.brokenLinks.append(page.linkMention(node, page.document.attribute(.href, of: node) ?? number))
            case .number(let raw, let verdict):
                add(
                    phone: PhoneFact(
                        raw: raw, e164: verdict.number?.e164, region: verdict.number?.region,
                        line: verdict.number?.line ?? .other, validity: verdict.validity, source: .link,
                        mention: page.linkMention(node, number)))
            }
        }
        for block in blocks where facts.phones.count < PhoneReader.limit && !page.budget.isOver() {
            for phone in reader.read(block: block, of: page) { add(phone: phone) }
        }
        // A link's label stands in the text: "Sales: +1 …".
        for i in facts.phones.indices where facts.phones[i].label == nil {
            facts.phones[i].label =
                facts.phones.first { $0.e164 != nil && $0.e164 == facts.phones[i].e164 && $0.label != nil }?.label
        }
    }

    private mutating func readStructured(_ page: PageView, regions: PhoneRegions) {
        for organization in page.structured.organizations {
            for email in organization.emails {
                let bytes = Array(email.utf8)[...]
                let plain = bytes.starts(with: Array("mailto:".utf8)) ? bytes.dropFirst(7) : bytes
                if let address = EmailReader.read(plain) { add(email: address, .structuredData, organization.mention) }
            }
            for telephone in organization.telephones {
                let verdict = PhoneVerdict(Array(telephone.utf8)[...], regions: regions.all)
                guard verdict.validity != .undecided else { continue }
                add(
                    phone: PhoneFact(
                        raw: String(telephone.prefix(60)), e164: verdict.number?.e164, region: verdict.number?.region,
                        line: verdict.number?.line ?? .other, validity: verdict.validity, source: .structuredData,
                        mention: organization.mention))
            }
        }
    }

    /// What no text node shows: words of images, addresses that scripts put together.
    private mutating func readHidden(_ page: PageView, regions: PhoneRegions) {
        for image in hidden.images {
            let words = Array(page.document.attribute(.alt, of: image) ?? [])
            for found in EmailReader.find(in: words, 0..<words.count) {
                add(email: found.address, .obfuscated, page.mention(of: image, quote: found.address))
            }
            for number in HiddenContacts.numbers(in: words, regions: regions) {
                let raw = String(decoding: words[number.range], as: UTF8.self)
                add(
                    phone: PhoneFact(
                        raw: raw, e164: number.e164, region: number.region, line: number.line, validity: .valid,
                        source: .imageText, mention: page.mention(of: image, quote: raw)))
            }
        }
        for script in hidden.scripts where !page.budget.isOver() {
            for address in ScriptEmails.read(page.document.bytes[script.text]) {
                add(email: address, .obfuscated, page.mention(of: script.node, quote: address))
            }
        }
    }

    // MARK: Keeping

    private mutating func add(email address: String, _ source: EmailFact.Source, _ mention: Mention) {
        guard facts.emails.count < ContactObserver.limit, seenTargets.insert("\(source.rawValue) \(address)").inserted
        else { return }
        let domain = String(address[address.index(after: address.lastIndex(of: "@") ?? address.startIndex)...])
        facts.emails.append(
            EmailFact(
                address: address, source: source, isFreemail: catalogue.freemail.contains(domain), mention: mention))
    }

    private mutating func add(phone: PhoneFact) {
        let key = "\(phone.source.rawValue) \(phone.e164 ?? phone.raw)"
        guard facts.phones.count < PhoneReader.limit, seenTargets.insert(key).inserted else { return }
        facts.phones.append(phone)
    }

    private mutating func add(
        channel index: Int, _ role: ChannelFact.Role, target: ArraySlice<UInt8>, _ mention: Mention
    ) {
        let channel = catalogue.channels[index]
        let target = String(decoding: target.prefix(400), as: UTF8.self)
        guard seenTargets.insert("\(channel.platform) \(target)").inserted else { return }
        let fact = ChannelFact(platform: channel.platform, role: role, target: target, mention: mention)
        switch channel.kind {
        case .messenger: if facts.messengers.count < ContactObserver.limit { facts.messengers.append(fact) }
        case .social: if facts.socials.count < ContactObserver.limit { facts.socials.append(fact) }
        // A chat's own site is no chat.
        case .chat where role == .share || role == .barePlatform: break
        case .chat: if facts.chats.count < ContactObserver.limit { facts.chats.append(fact) }
        }
    }

    private mutating func findWidgets(_ page: PageView) {
        for found in WidgetFinder.find(catalogue, in: page.document, names: page.names) {
            let channel = catalogue.channels[found.channel]
            let known = channel.kind == .chat ? facts.chats : facts.messengers
            guard !known.contains(where: { $0.platform == channel.platform && $0.role == .widget }) else { continue }
            add(
                channel: found.channel, .widget, target: Array(found.fingerprint.utf8)[...],
                page.mention(of: found.node, quote: found.fingerprint))
        }
    }
}
