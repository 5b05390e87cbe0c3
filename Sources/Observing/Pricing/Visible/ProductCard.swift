import Model
import Parsing

/// Parts of a product page besides price: description, characteristics, pictures.
struct ProductCard {
    let document: Document
    let zone: ProductZone
    /// For each block, whether it stands in a tile.
    let isInTile: [Bool]
    private let regions: (description: [Range<Int>], specification: [Range<Int>])

    init(document: Document, names: PageNames, zone: ProductZone, isInTile: [Bool]) {
        self.document = document
        self.zone = zone
        self.isInTile = isInTile
        regions = ProductCard.regions(document, names, zone)
    }

    /// Blocks of the product's description: those in elements that are called so, else running text near the heading.
    func description() -> (words: Int, hash: UInt64?, first: Int?) {
        let named = blocks(in: regions.description)
        let chosen = words(of: named) >= 5 ? named : running()
        let count = words(of: chosen)
        return (count, count >= 20 ? hash(chosen) : nil, chosen.first)
    }

    /// Rows of tables and definition lists that hold characteristics.
    func characteristics() -> Int {
        var rows = 0
        let named = regions.specification
        for i in document.nodes.indices where rows < 500 {
            let node = document.nodes[i]
            guard !node.isText, !node.isHidden, node.region != .footer, node.region != .header,
                node.region != .navigation
            else { continue }
            switch node.tag {
            case .tr: if isPair(i) { rows += 1 }
            case .dt: if zone.heading.map({ i > $0 }) ?? true { rows += 1 }
            case .li: if named.contains(where: { $0.contains(i) }), hasColon(i) { rows += 1 }
            default: break
            }
        }
        return rows
    }

    /// Pictures near the heading that are no icons and in no tile, and the address of the one that is marked as the
    /// product's, or else of the first.
    func pictures(tiles: [Range<Int>], limit: Int = 50) -> (count: Int, main: String?) {
        guard let heading = zone.heading else { return (0, nil) }
        let addresses = PictureAddress(document: document)
        var main: String?
        var rank = -1
        let area = zone.area ?? (max(0, heading - 400)..<min(document.nodes.count, heading + 400))
        var sources: Set<ArraySlice<UInt8>> = []
        for i in area where document.nodes[i].tag == .img && sources.count < limit {
            let node = document.nodes[i]
            guard node.region != .header, node.region != .footer, node.region != .navigation,
                !tiles.contains(where: { $0.contains(i) }), !isIcon(i),
                let source = document.attribute(.src, of: i) ?? document.attribute(.dataSrc, of: i)
                    ?? document.attribute(.srcset, of: i), !source.isEmpty
            else { continue }
            let isProducts = document.attribute(.itemprop, of: i)?.isFolded("image") ?? false
            if !isProducts, isOrnament(i, source) { continue }
            sources.insert(source)
            let own = isProducts ? 2 : isLogo(i, source) ? 0 : 1
            guard !node.isHidden, own > rank, let address = addresses.of(i) else { continue }
            main = address
            rank = own
        }
        return (sources.count, main)
    }

    /// Called so by its address or class: the brand's, as a rule. Goods are called so as well, so it only comes last.
    private func isLogo(_ node: Int, _ source: ArraySlice<UInt8>) -> Bool {
        let file = ProductCard.fileName(source)
        return source.containsFolded("logo") || document.attribute(.class, of: node)?.containsFolded("logo") ?? false
            || file.containsFolded(".svg") || ProductCard.ornaments.contains { file.containsFolded($0) }
    }

    /// A drawing or an image in an element that is called an icon, a face or a means of payment.
    private func isOrnament(_ node: Int, _ source: ArraySlice<UInt8>) -> Bool {
        let file = ProductCard.fileName(source)
        func isCalledSo(_ words: ArraySlice<UInt8>) -> Bool {
            ProductCard.ornaments.contains { words.containsFolded($0) }
        }
        if let name = document.attribute(.class, of: node), isCalledSo(name) { return true }
        return file.containsFolded(".svg") && isCalledSo(file)
    }

    private static func fileName(_ source: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let path = source.prefix { $0 != 63 && $0 != 35 }
        return path.lastIndex(of: 47).map { path[($0 + 1)...] } ?? path
    }

    private static let ornaments: [StaticString] = [
        "icon", "sprite", "avatar", "mastercard", "maestro", "paypal", "apple-pay", "applepay", "google-pay",
        "googlepay",
        "klarna", "payment",
    ]

    private func isIcon(_ node: Int) -> Bool { ProductCard.isIcon(node, of: document) }

    /// By its stated size it is under 50 pixels wide or high.
    static func isIcon(_ node: Int, of document: Document) -> Bool {
        for name in [AttributeName.width, .height] {
            guard let value = document.attribute(name, of: node) else { continue }
            let digits = value.prefix { $0 >= 48 && $0 <= 57 }
            if digits.count == 1 || digits.count == 2 && digits.first.map({ $0 < 53 }) == true { return true }
        }
        return false
    }

    /// Outermost elements of the main part, before the heading or after it, whose class or id calls them a description or characteristics.
    private static func regions(_ document: Document, _ names: PageNames, _ zone: ProductZone)
        -> (description: [Range<Int>], specification: [Range<Int>])
    {
        var described: [Range<Int>] = []
        var specified: [Range<Int>] = []
        var i = 0
        while i < document.nodes.count, described.count + specified.count < 40 {
            let node = document.nodes[i]
            defer { i += 1 }
            guard !node.isText, node.count > 0, !node.isHidden, isSection(node.tag), isOwn(node.region) else {
                continue
            }
            let words = names.words(i, of: document)
            let isDescription =
                words.contains(.description) || document.attribute(.itemprop, of: i)?.isFolded("description") == true
            guard isDescription || words.contains(.specification) else { continue }
            let subtree = document.subtree(i)
            if subtree.contains(zone.heading ?? -1) { continue }
            if isDescription, described.last?.upperBound ?? 0 <= i { described.append(subtree) }
            if words.contains(.specification), specified.last?.upperBound ?? 0 <= i { specified.append(subtree) }
        }
        return (described, specified)
    }

    private static func isOwn(_ region: PageRegion) -> Bool { region == .main || region == .page }

    private static func isSection(_ tag: Tag) -> Bool {
        switch tag {
        case .div, .section, .article, .p, .ul, .table, .dl, .td, .other: true
        default: false
        }
    }

    private func blocks(in regions: [Range<Int>]) -> [Int] {
        guard !regions.isEmpty else { return [] }
        return document.blocks.indices.filter { b in
            let block = document.blocks[b]
            return !isInTile[b] && block.headingLevel == 0 && !block.flags.contains(.inTable)
                && regions.contains { $0.contains(block.node) }
        }
    }

    /// Long blocks of text between the heading and 80 blocks on.
    private func running() -> [Int] {
        guard let heading = zone.headingBlock else { return [] }
        return (heading..<min(document.blocks.count, heading + 80)).filter { b in
            let block = document.blocks[b]
            return !isInTile[b] && block.headingLevel == 0 && block.text.count > 80 && !block.flags.contains(.inLink)
                && (block.region == .main || block.region == .page)
        }
    }

    /// Words by spaces; for scripts without spaces, six bytes of three to a word.
    private func words(of blocks: [Int]) -> Int {
        blocks.reduce(0) { count, b in
            let block = document.blocks[b]
            return document.text[block.text].withUnsafeBufferPointer { text in
                let bytes = UnsafeRawBufferPointer(text)
                let wide = block.marks.contains(.beyondASCII) ? ProductCard.wide(in: bytes) : 0
                return count + ProductCard.words(in: bytes) + wide / 6
            }
        }
    }

    /// First bytes of characters of scripts that run on without spaces, such as Thai and Chinese.
    static func wide(in text: UnsafeRawBufferPointer) -> Int {
        var count = 0
        var i = 0
        while i < text.count {
            // Eight bytes of ASCII at once.
            if i &+ 8 <= text.count,
                text.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                i &+= 8
                continue
            }
            let end = min(i &+ 8, text.count)
            while i < end {
                let b = text[i]
                if b == 0xE0 || b >= 0xE3 && b < 0xF0 { count &+= 1 }
                i &+= 1
            }
        }
        return count
    }

    /// How many times a byte that is no space follows a space, or begins the text.
    static func words(in text: UnsafeRawBufferPointer) -> Int {
        guard let first = text.first else { return 0 }
        var count = first == 32 ? 0 : 1
        var i = 0
        // Eight bytes and the eight behind them at once; a byte's top bit is set exactly where it is no space.
        while i &+ 9 <= text.count {
            let here = others(text.loadUnaligned(fromByteOffset: i, as: UInt64.self))
            let next = others(text.loadUnaligned(fromByteOffset: i &+ 1, as: UInt64.self))
            count &+= (~here & next).nonzeroBitCount
            i &+= 8
        }
        while i &+ 1 < text.count {
            if text[i] == 32, text[i &+ 1] != 32 { count &+= 1 }
            i &+= 1
        }
        return count
    }

    /// The top bit of each byte that isn't a space.
    @inline(__always)
    private static func others(_ eight: UInt64) -> UInt64 {
        let apart = eight ^ 0x2020_2020_2020_2020
        return ((apart & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F | apart) & 0x8080_8080_8080_8080
    }

    private func hash(_ blocks: [Int]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for b in blocks {
            document.text[document.blocks[b].text].withUnsafeBufferPointer { text in
                for byte in text where byte > 32 {
                    let lower = byte >= 65 && byte <= 90 ? byte | 32 : byte
                    hash = (hash ^ UInt64(lower)) &* 0x100_0000_01B3
                }
            }
        }
        return hash
    }

    /// A row of two cells, both short, neither with a link around a picture.
    private func isPair(_ row: Int) -> Bool {
        var cells = 0
        for child in document.children(of: row)
        where document.nodes[child].tag == .td || document.nodes[child].tag == .th {
            cells += 1
            if document.subtree(child).count > 12 { return false }
        }
        return cells == 2
    }

    private func hasColon(_ node: Int) -> Bool {
        document.subtree(node).contains { document.nodes[$0].isText && document.textBytes(of: $0).contains(58) }
    }
}
