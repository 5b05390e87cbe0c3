import Model
import Parsing

/// Measures a page's own text.
struct ReadabilityObserver: PageObserver {
    private var facts = ReadabilityFacts()
    private var measure: TextMeasure
    private let spoken: LanguageMemory
    private var pictures = PictureObserver()
    private let hasMain: Bool
    private let placeholderTerms: TermGroup?

    /// A block of at least this many words is running text.
    static let leastParagraphWords = 8
    /// A paragraph of more is a wall.
    static let wallWords = 150
    private static let kept = 10

    init(_ page: borrowing PageView) {
        measure = TextMeasure(language: page.language.tag)
        spoken = page.spoken
        let document = page.document
        hasMain = document.blocks.contains { $0.region == .main }
        placeholderTerms = page.lexicon.group("text.placeholder")
    }

    mutating func visit(element i: Int, of page: borrowing PageView) {
        let n = page.document.nodes[i]
        switch n.tag {
        case .img: pictures.visit(picture: i, of: page)
        case .ul, .ol, .dl: if isOwn(n.region), !n.isHidden { facts.lists += 1 }
        default: break
        }
    }

    mutating func visit(block b: Int, of page: borrowing PageView) {
        let document = page.document
        let block = document.blocks[b]
        let reading = reading(of: b, page)
        let words = reading.words
        facts.words += words
        if block.headingLevel > 0, isOwn(block.region) { facts.headings += 1 }
        if let garbled = reading.garbled { note(garbled, b, &facts.garbled, page) }
        if let shout = reading.shout, canShout(block) { note(shout, b, &facts.shouting, page) }
        // Prices, counts and measures are no sentences.
        if words >= ReadabilityObserver.leastParagraphWords, reading.digits * 10 <= block.text.count,
            isParagraph(block, of: document)
        {
            addParagraph(b, page)
        }
    }

    mutating func conclude(_ page: borrowing PageView, into all: inout PageFacts) {
        notePlaceholders(page)
        facts.runningWords = measure.words
        facts.sentences = measure.sentences
        facts.longWords = measure.longWords
        facts.syllables = measure.syllables
        facts.longestSentences = measure.longest.map { sentence in
            MeasuredMention(mention(of: sentence.range, page), value: Double(sentence.words))
        }
        facts.pictures = pictures.count
        facts.picturesWithoutText = pictures.without
        facts.picturesWithoutTextCount = pictures.withoutCount
        if let viewport = all.head.viewport, let block = ViewportZoom.block(in: viewport) {
            facts.zoomBlocked = Mention(quote: block, region: .head, locator: "meta[name=viewport]")
        }
        all.readability = facts
    }

    /// The main part; the whole page but its frame where nothing is marked as main.
    private func isOwn(_ region: PageRegion) -> Bool {
        region == .main || (!hasMain && (region == .page || region == .aside))
    }

    /// Running text: not a link, a heading, a form, a cell of a table, or a row of links.
    private func isParagraph(_ block: TextBlock, of document: Document) -> Bool {
        guard isOwn(block.region), block.headingLevel == 0 else { return false }
        let excluded: Document.Flags = [.inLink, .inButton, .inForm]
        guard block.flags.isDisjoint(with: excluded) else { return false }
        switch document.nodes[block.node].tag {
        case .td, .th, .caption, .dt, .option, .select, .label, .legend, .figcaption, .button, .textarea, .title:
            return false
        default: break
        }
        var linked = 0
        for p in block.pieces where document.nodes[document.pieces[p].node].flags.contains(.inLink) {
            linked += document.pieces[p].text.count
        }
        return linked * 2 <= block.text.count
    }

    /// Where capitals are read as words: not names in links, labels of controls, cells, or footers' legal lines.
    private func canShout(_ block: TextBlock) -> Bool {
        guard block.region != .footer, block.region != .navigation, block.region != .head else { return false }
        return block.flags.isDisjoint(with: [.inLink, .inButton, .inTable, .inForm])
    }

    private mutating func addParagraph(_ b: Int, _ page: borrowing PageView) {
        facts.paragraphs += 1
        let paragraph = paragraph(b, page)
        measure.add(paragraph, at: page.document.blocks[b].text.lowerBound)
        var words = paragraph.words
        if words > ReadabilityObserver.wallWords { words = longestStretch(b, of: page.document) }
        if words > ReadabilityObserver.wallWords, facts.walls.count < ReadabilityObserver.kept {
            facts.walls.append(MeasuredMention(page.mention(block: b), value: Double(words)))
        }
    }

    /// Of the block's text alone: from memory, or read and kept there.
    private func reading(of b: Int, _ page: borrowing PageView) -> BlockReading {
        let text = page.text(of: b)
        if let known = page.memory.readings.value(text) { return known }
        let block = page.document.blocks[b]
        // The pointer doesn't leave this call.
        let new = page.document.text.withUnsafeBufferPointer {
            BlockReading(UnsafeBufferPointer(rebasing: $0[block.text]))
        }
        page.memory.readings.keep(new, for: text)
        return new
    }

    /// The same of its sentences, which depend on the language as well.
    private func paragraph(_ b: Int, _ page: borrowing PageView) -> TextMeasure.Paragraph {
        let text = page.text(of: b)
        if let known = spoken.measures.value(text) { return known }
        let range = page.document.blocks[b].text
        // The pointer doesn't leave this call.
        let new = page.document.text.withUnsafeBufferPointer {
            measure.paragraph(UnsafeBufferPointer(rebasing: $0[range]))
        }
        spoken.measures.keep(new, for: text)
        return new
    }

    /// Words of the longest stretch between line breaks: they divide a paragraph for the eye.
    private func longestStretch(_ b: Int, of document: Document) -> Int {
        let pieces = document.blocks[b].pieces
        var longest = 0
        var start = document.blocks[b].text.lowerBound
        // The pointer doesn't leave this call.
        document.text.withUnsafeBufferPointer { text in
            func close(_ end: Int) {
                longest = max(longest, BlockGlance(text, start..<max(start, end)).words)
                start = end
            }
            for p in pieces.dropFirst() {
                let between = document.pieces[p - 1].node..<document.pieces[p].node
                if between.contains(where: { document.nodes[$0].tag == .br }) {
                    close(document.pieces[p].text.lowerBound)
                }
            }
            close(document.blocks[b].text.upperBound)
        }
        return longest
    }

    /// The first of each block that has any.
    private mutating func notePlaceholders(_ page: borrowing PageView) {
        var last: Int32 = -1
        for hit in page.hits where hit.group == placeholderTerms && hit.block != last {
            guard facts.placeholders.count < ReadabilityObserver.kept else { return }
            last = hit.block
            facts.placeholders.append(page.mention(of: hit))
        }
    }

    /// `range` counts from the block's first byte.
    private func note(_ range: Range<Int>, _ b: Int, _ list: inout [Mention], _ page: borrowing PageView) {
        guard list.count < ReadabilityObserver.kept else { return }
        let start = page.document.blocks[b].text.lowerBound
        list.append(page.mention(around: (range.lowerBound + start)..<(range.upperBound + start), in: b))
    }

    private func mention(of range: Range<Int>, _ page: borrowing PageView) -> Mention {
        let block = page.document.blocks.firstIndex { $0.text.contains(range.lowerBound) } ?? 0
        let start = page.document.text[range].firstIndex { $0 > 32 } ?? range.lowerBound
        return page.mention(words: start..<range.upperBound, in: block)
    }
}
