import Model
import Parsing

/// Reads one tile: name, link, price, stock, picture.
struct TileReader {
    let document: Document
    let names: PageNames

    /// Nil for a tile without a name.
    func read(
        _ root: Int, spots: ArraySlice<PriceSpot>, availability: Availability?, locator: String
    ) -> ProductTile? {
        let subtree = document.subtree(root)
        guard let (name, href) = nameAndLink(subtree) else { return nil }
        let cluster = PriceCluster.ofTile(spots)
        let words = cluster.price.map { quote($0) } ?? document.visibleText(of: root, limit: Mention.quoteLimit)
        var offer = Offer(
            source: .tile,
            mention: Mention(
                quote: words.cut(to: Mention.quoteLimit), region: document.nodes[root].region,
                locator: locator))
        offer.name = name
        offer.url = href
        OfferParts(document: document, locator: locator).fill(&offer, cluster)
        offer.availability = availability
        return ProductTile(
            offer: offer, href: href, hasPicture: hasPicture(subtree), picture: picture(subtree, href: href))
    }

    private func quote(_ spot: PriceSpot) -> String { document.string(of: document.blocks[spot.block]) }

    /// A heading's text, else the longest link's, else a picture's alt; and the link that leads there.
    private func nameAndLink(_ subtree: Range<Int>) -> (String, String?)? {
        var heading: Int?
        var named: String?
        var picture: Int?
        var links: [Int] = []
        for i in subtree {
            let node = document.nodes[i]
            guard !node.isText, !node.isHidden else { continue }
            if heading == nil, node.flags.contains(.inHeading), isHeading(node.tag) { heading = i }
            if named == nil, let property = document.attribute(.itemprop, of: i), property.isFolded("name") {
                named = ElementValue.read(document, i)
            }
            if picture == nil, node.tag == .img, saysName(i) { picture = i }
            if node.tag == .a, let href = document.attribute(.href, of: i), leadsSomewhere(href) { links.append(i) }
        }
        let headingText = heading.map { document.words(of: $0, limit: 200) }.flatMap { $0.isEmpty ? nil : $0 }
        let headingLink = heading.flatMap { linkOf(heading: $0) }
        if let name = named ?? headingText, let headingLink { return (name, document.string(.href, of: headingLink)) }
        let best = longest(links)
        let pictureName = picture.flatMap { document.attribute(.alt, of: $0) }.map(ElementValue.string)
        guard let name = named ?? headingText ?? shortened(best) ?? pictureName else { return nil }
        let link = headingLink ?? best?.node ?? links.first
        return (name, link.flatMap { document.string(.href, of: $0) })
    }

    private func saysName(_ picture: Int) -> Bool {
        guard let alt = document.attribute(.alt, of: picture) else { return false }
        return alt.count > 2 && alt.first != 47 && !alt.has("://")
    }

    /// The link with the longest words.
    private func longest(_ links: [Int]) -> (length: Int, text: String, node: Int)? {
        var best: (length: Int, text: String, node: Int)?
        for i in links {
            let text = document.words(of: i, limit: 200)
            if text.utf8.count > (best?.length ?? 2), !isCart(i), text.contains(where: \.isLetter) {
                best = (text.utf8.count, text, i)
            }
        }
        return best
    }

    /// The link's own words; where the link holds several blocks, the first that is words and no price.
    private func shortened(_ best: (length: Int, text: String, node: Int)?) -> String? {
        guard let best else { return nil }
        let inside = document.subtree(best.node)
        var low = 0
        var high = document.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if document.blocks[middle].pieces.first.map({ document.pieces[$0].node < inside.lowerBound }) ?? true {
                low = middle + 1
            } else {
                high = middle
            }
        }
        var words: [(length: Int, block: TextBlock)] = []
        while low < document.blocks.count, inside.contains(document.blocks[low].node), words.count < 8 {
            let block = document.blocks[low]
            low += 1
            guard block.text.count > 5, !SpotReader.hasDigit(document.text, block) || block.text.count > 24 else {
                continue
            }
            words.append((block.text.count, block))
        }
        guard let longest = words.first(where: { $0.length > 12 }) ?? words.first else { return best.text }
        return String(document.string(of: longest.block).prefix(200))
    }

    private func linkOf(heading: Int) -> Int? {
        for i in document.subtree(heading) where document.nodes[i].tag == .a && document.has(.href, i) { return i }
        return document.closest(heading) { document.nodes[$0].tag == .a && document.has(.href, $0) }
    }

    private func isHeading(_ tag: Tag) -> Bool {
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    private func leadsSomewhere(_ href: ArraySlice<UInt8>) -> Bool {
        guard let first = href.first, first != 35 else { return false }
        guard first == 106 || first == 109 || first == 116 else { return true }
        return !href.starts(with: "javascript:".utf8) && !href.starts(with: "mailto:".utf8)
            && !href.starts(with: "tel:".utf8)
    }

    private func isCart(_ link: Int) -> Bool {
        !names.words(link, of: document).isDisjoint(with: [.cart, .buy, .wish])
    }

    /// The address of the picture that leads to the product as well, or else of the first; badges and stars stand by
    /// themselves.
    private func picture(_ subtree: Range<Int>, href: String?) -> String? {
        let images = subtree.filter {
            document.nodes[$0].tag == .img && !document.nodes[$0].isHidden && !ProductCard.isIcon($0, of: document)
        }
        let linked = images.first { image in
            guard let href, let link = document.closest(image, where: { document.nodes[$0].tag == .a }) else {
                return false
            }
            return document.attribute(.href, of: link)?.elementsEqual(href.utf8) ?? false
        }
        let addresses = PictureAddress(document: document)
        return (linked ?? images.first).flatMap(addresses.of)
    }

    private func hasPicture(_ subtree: Range<Int>) -> Bool {
        subtree.contains { i in
            let tag = document.nodes[i].tag
            if tag == .img || tag == .picture { return true }
            guard let style = document.attribute(.style, of: i) else { return false }
            return style.has("background-image")
        }
    }
}

/// Writes a cluster's amounts into an offer.
struct OfferParts {
    let document: Document
    /// Where it all stands; nil for each amount's own place.
    var locator: String?

    func fill(_ offer: inout Offer, _ cluster: PriceCluster) {
        offer.price = cluster.price?.amount.money
        offer.highPrice = cluster.price?.amount.high
        guard offer.price != nil else { return }
        if let was = cluster.was {
            offer.was = was.amount.money
            offer.wasKind = cluster.wasKind == .unknown ? .former : cluster.wasKind
            offer.wasMention = mention(was)
            // A currency that stands at one of the two amounts only.
            if offer.was?.currency == nil { offer.was = offer.was.map { aligned($0, offer.price?.currency) } }
            if offer.price?.currency == nil { offer.price = offer.price.map { aligned($0, was.amount.money.currency) } }
        }
        if let percent = cluster.percent {
            offer.claimedPercent = percent.amount.value
            offer.percentMention = mention(percent)
        }
    }

    private func aligned(_ money: Money, _ currency: String?) -> Money {
        Money(minor: money.converted(to: currency), currency: currency)
    }

    func mention(_ spot: PriceSpot) -> Mention {
        let block = document.blocks[spot.block]
        let text = String(decoding: document.text[block.text.prefix(1_000)], as: UTF8.self)
        return Mention(
            quote: text.cut(to: Mention.quoteLimit), region: block.region,
            locator: locator ?? document.locator(of: spot.node))
    }
}
