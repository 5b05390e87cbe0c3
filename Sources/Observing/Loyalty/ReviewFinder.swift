import Model
import Parsing

/// Counts customer reviews that can be read on the page, by markup of three kinds.
struct ReviewFinder {
    /// Elements that are called reviews, in document order.
    private var called: [Int] = []

    /// Classes of single reviews in shop software and review services.
    private static let names: Set<String> = [
        "review", "review-item", "review_item", "reviewitem", "product-review", "reviews-item", "reviews__item",
        "review-card",
        "reviewcard", "spr-review", "yotpo-review", "jdgm-rev", "loox-review", "stamped-review", "review-entry",
        "review-block",
        "review-box", "customer-review", "customerreview", "user-review", "comment-review", "review__item",
        "product-reviews__item",
        "reviews-list__item", "review-list-item", "feedback-item", "feedback__item",
    ]

    mutating func visit(element node: Int, of document: borrowing Document, names: borrowing PageNames) {
        if document.nodes[node].tag == .blockquote {
            if called.count < 400, !document.nodes[node].isHidden, ReviewFinder.isAmongReviews(node, document) {
                add(node, document)
            }
            return
        }
        let n = document.nodes[node]
        guard n.present.has(.class), !n.isHidden, called.count < 400 else { return }
        let isReview =
            names.ofClass(n)?.traits.contains(.review)
            ?? document.attribute(.class, of: node).map { ReviewFinder.isReview(named: $0) } ?? false
        if isReview { add(node, document) }
    }

    /// A class has a word of `names`.
    static func isReview(named value: ArraySlice<UInt8>) -> Bool {
        guard value.count <= 200,
            holds("eview", in: value) || holds("-rev", in: value) || holds("eedback", in: value)
        else { return false }
        return value.split(separator: 32).contains { token in
            ReviewFinder.names.contains(String(decoding: token.map(\.asciiLowered), as: UTF8.self))
        }
    }

    /// A review's parts may be called so as well: only the outermost counts.
    private mutating func add(_ node: Int, _ document: borrowing Document) {
        if let last = called.last, node < Int(document.nodes[last].end) { return }
        called.append(node)
    }

    /// Stands in something whose class or id speaks of reviews.
    private static func isAmongReviews(_ node: Int, _ document: borrowing Document) -> Bool {
        var i = Int(document.nodes[node].parent)
        for _ in 0..<6 where i >= 0 {
            for name: AttributeName in [.class, .id] {
                guard let value = document.attribute(name, of: i), value.count <= 200 else { continue }
                if value.containsFolded("review") || value.containsFolded("testimonial") { return true }
            }
            i = Int(document.nodes[i].parent)
        }
        return false
    }

    /// Blocks that name a review's author, among reviews.
    private func signed(_ page: PageView) -> [Int] {
        guard let author = page.lexicon.group("review.author") else { return [] }
        var blocks: [Int] = []
        for hit in page.hits where hit.group == author && blocks.last != Int(hit.block) && blocks.count < 400 {
            let block = page.document.blocks[Int(hit.block)]
            if !block.flags.contains(.inForm), ReviewFinder.isAmongReviews(block.node, page.document) {
                blocks.append(Int(hit.block))
            }
        }
        return blocks
    }

    /// The reviews of a page.
    struct Found {
        var count: Int
        var first: Mention?
        /// Elements that hold one each.
        var nodes: [Int]
        /// Places in the structured data's list, of those whose words the page shows.
        var entities: [Int]
    }

    /// How many, the first, and where they stand.
    func find(_ page: PageView) -> Found {
        let byClass = called.filter { isReview($0, page.document) }
        let all = page.structured.graph.entities
        let places = all.indices.filter { all[$0].isA("Review") || all[$0].isA("UserReview") }
        let entities = places.map { all[$0] }
        let marked = entities.filter { $0.source != .jsonLD && isReview($0.node, page.document) }.map(\.node)
        let shown = entities.indices.filter { entities[$0].source == .jsonLD }
            .filter { isShown(entities[$0], page) }
        let nodes = byClass.count >= marked.count ? byClass : marked
        let signed = nodes.isEmpty && shown.isEmpty ? signed(page) : []
        let count = max(nodes.count, shown.count, signed.count)
        let first =
            nodes.first.map { page.mention(of: $0) } ?? signed.first.map { page.mention(block: $0) }
            ?? shown.first.flatMap { ReviewFinder.body(entities[$0]) }.map {
                Mention(quote: String($0.prefix(Mention.quoteLimit)), region: .main)
            }
        return Found(count: count, first: first, nodes: nodes, entities: shown.map { places[$0] })
    }

    /// Has words enough to be one, and is no form to write one.
    private func isReview(_ node: Int, _ document: Document) -> Bool {
        guard !document.nodes[node].isHidden, document.nodes[node].tag != .form else { return false }
        var controls = 0
        for i in document.descendants(of: node) {
            if document.nodes[i].tag == .textarea { return false }
            if document.nodes[i].tag == .li { controls += 1 }
        }
        return controls <= 30 && ReviewFinder.hasWords(node, document)
    }

    /// Twenty bytes of visible text, white space collapsed.
    private static func hasWords(_ node: Int, _ document: Document) -> Bool {
        // Nearly always told by the first words, without making a string of them.
        var room = 799
        var count = 0
        for i in document.descendants(of: node) where room > 0 {
            guard document.nodes[i].isText else {
                room -= 1
                continue
            }
            guard !document.nodes[i].isHidden else { continue }
            let bytes = document.textBytes(of: i)
            for byte in bytes.prefix(room) where byte > 32 && byte != 0xC2 && byte != 0xA0 {
                count += 1
                if count == 20 { return true }
            }
            room -= bytes.count
        }
        return document.visibleText(of: node, limit: 400).utf8.count >= 20
    }

    /// The beginning of a review's words stands on the page too.
    private func isShown(_ entity: EntityGraph.Entity, _ page: PageView) -> Bool {
        guard let words = ReviewFinder.body(entity) else { return false }
        let wanted = collapsed(Array(words.utf8.prefix(40)), limit: 32)
        guard wanted.count >= 12 else { return false }
        return page.document.text.withUnsafeBufferPointer { text in
            wanted.withUnsafeBufferPointer { holds($0, in: text) }
        }
    }

    /// What a review says.
    static func body(_ entity: EntityGraph.Entity) -> String? {
        for property in entity.properties where property.name == "reviewBody" || property.name == "description" {
            if case .text(let words) = property.value, words.utf8.count >= 12 { return words }
        }
        return nil
    }
}
