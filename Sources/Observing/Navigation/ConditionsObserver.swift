import Model
import Parsing

/// Which of delivery, returns and payment a page speaks of. On a product page every word counts, hidden ones, links'
/// addresses and pictures' names too: only where all are silent it says nothing. On other pages only the main part
/// counts, menus and footers being those of every page.
struct ConditionsObserver: PageObserver {
    private var anywhere: Set<PageKind> = []
    private var inMain: Set<PageKind> = []

    /// In the order in which they are told.
    static let topics: [PageKind] = [.delivery, .returns, .payment]

    /// By `TermGroup.rawValue`.
    private static let kinds: [PageKind?] = TermGroups.all.map { group in
        switch group {
        case "topic.delivery", "page.delivery", "delivery.cost", "loyalty.deliveryTime", "promo.freeDelivery",
            "price.delivery":
            .delivery
        case "topic.returns", "page.returns", "loyalty.returns", "loyalty.returnDays": .returns
        case "topic.payment", "page.payment", "payment.method", "price.instalment": .payment
        default: nil
        }
    }

    /// Kinds of pages on which shops tell of all three, under a link of their name.
    private static let general: Set<PageKind> = [.help, .terms, .legal, .delivery, .returns, .payment]

    private static func kind(of group: TermGroup) -> PageKind? { kinds[Int(group.rawValue)] }

    mutating func visit(block b: Int, of page: borrowing PageView) {
        guard anywhere.count < Self.topics.count || inMain.count < Self.topics.count else { return }
        let region = page.document.blocks[b].region
        for hit in page.hits(in: b) {
            guard let kind = Self.kind(of: hit.group) else { continue }
            anywhere.insert(kind)
            if region == .main || region == .page { inMain.insert(kind) }
        }
    }

    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts) {
        var found = facts.kind.kind == .product ? anywhere : inMain
        if facts.kind.kind == .product, found.count < Self.topics.count {
            found.formUnion(unshown(page))
            found.formUnion(addresses(page))
        }
        facts.speaksOf = Self.topics.filter { found.contains($0) || facts.kind.covers($0) }
        // Where the page itself tells all of them, nothing hangs on what other hosts tell.
        let isSilent = facts.speaksOf.count < Self.topics.count
        facts.leadsElsewhere = isSilent && facts.kind.kind == .product && leadsElsewhere(page)
    }

    /// What is told by words that aren't shown: folded parts, names of pictures and controls.
    private func unshown(_ page: borrowing PageView) -> Set<PageKind> {
        let document = page.document
        var words: [UInt8] = []
        func add(_ part: ArraySlice<UInt8>) {
            guard !part.isEmpty, words.count < 200_000 else { return }
            words += part
            words += [32, 59, 32]
        }
        for i in document.nodes.indices {
            let node = document.nodes[i]
            if node.isText {
                guard node.isHidden, node.parent >= 0 else { continue }
                let parent = document.nodes[Int(node.parent)].tag
                if parent != .script, parent != .style { add(document.textBytes(of: i)) }
            } else if !node.present.isEmpty {
                for name in [AttributeName.alt, .title, .ariaLabel, .value] {
                    if let value = document.attribute(name, of: i) { add(value) }
                }
            }
        }
        return Set(page.lexicon.hits(in: words, language: page.language).compactMap { Self.kind(of: $0.group) })
    }

    /// What is told by where links lead, and by what pictures are called.
    private func addresses(_ page: borrowing PageView) -> Set<PageKind> {
        let document = page.document
        var found: Set<PageKind> = []
        for i in document.nodes.indices where !document.nodes[i].isText && !document.nodes[i].present.isEmpty {
            let tag = document.nodes[i].tag
            if tag == .a || tag == .area, let href = document.attribute(.href, of: i) {
                found.formUnion(AddressStems.kinds(in: href))
            }
            guard tag == .img || tag == .svg || tag == .i || tag == .span || tag == .other else { continue }
            // Means of payment are mostly shown as pictures; one in the footer may be theirs under any name.
            if tag == .img, document.nodes[i].region == .footer { found.insert(.payment) }
            for name in [AttributeName.src, .dataSrc, .srcset, .class, .id] {
                guard let value = document.attribute(name, of: i) else { continue }
                if AddressStems.namesPayment(value) { found.insert(.payment) }
            }
        }
        return found
    }

    /// A link to another host, or one that only a script follows, is named as a page of help or terms: nobody reads there.
    private func leadsElsewhere(_ page: borrowing PageView) -> Bool {
        let host = Array(page.context.host.utf8)
        var name = LinkName()
        for i in page.document.nodes.indices {
            let tag = page.document.nodes[i].tag
            if tag == .a, let href = page.document.attribute(.href, of: i) {
                // The host as domain: a help centre on a subdomain of its own isn't read either.
                let target = LinkTarget(trimmedBytes(href), domain: host)
                guard target == .outside || target == .nowhere else { continue }
            } else if tag != .a && tag != .button {
                continue
            }
            name.read(i, of: page.document)
            let hits = page.lexicon.hits(in: name.bytes, language: page.language)
            if hits.contains(where: { PageTopic.kind(of: $0.group).map(Self.general.contains) ?? false }) {
                return true
            }
        }
        return false
    }
}

/// Words for delivery, returns and payment in addresses, which most shops write in Latin letters whatever their language.
enum AddressStems {
    private static let stems: [(kind: PageKind, words: [StaticString])] = [
        (
            .delivery,
            [
                "deliver", "shipping", "shipment", "postage", "dostav", "dostaw", "doprav", "doruc", "dodan", "dodac",
                "versand",
                "liefer", "catdir", "cetdir", "gonder", "araqum", "arakum", "araqman", "livraison", "envio", "entrega",
                "consegn",
                "spedizion", "kargo", "teslimat", "wysylk", "samovyvoz", "jadsong", "chadsong",
                "%e0%b8%88%e0%b8%b1%e0%b8%94",
            ]
        ),
        (
            .returns,
            [
                "return", "refund", "exchange", "vozvrat", "obmen", "vraten", "vratit", "vymen", "reklamac", "odstup",
                "rueckgabe",
                "ruckgabe", "ruecksend", "rucksend", "retour", "widerruf", "umtausch", "reklamation", "qaytar",
                "veradard", "poxanak", "zwrot", "devoluc", "cancellation", "withdrawal",
            ]
        ),
        (
            .payment,
            [
                "payment", "payments", "paying", "oplat", "platezh", "platb", "platob", "uhrad", "splatk", "zahlung",
                "bezahl",
                "zahlarten", "odenis", "odeme", "kredit", "rassroch", "taksit", "vchar", "paiement", "pagament",
                "platnos", "credit", "financ", "instalment", "installment",
            ]
        ),
    ]
    private static let pictures: [StaticString] = [
        "payment", "visa", "mastercard", "maestro", "paypal", "klarna", "amex", "american-express", "applepay",
        "apple-pay",
        "google-pay", "googlepay", "creditcard", "credit-card", "credit_card", "pay-", "pay_",
    ]

    static func kinds(in href: ArraySlice<UInt8>) -> [PageKind] {
        let address = href.prefix(500).map(asciiLower)
        return stems.filter { $0.words.contains { holds($0, in: address[...]) } }.map(\.kind)
    }

    static func namesPayment(_ value: ArraySlice<UInt8>) -> Bool {
        let name = value.prefix(500).map(asciiLower)
        return pictures.contains { holds($0, in: name[...]) }
    }
}
