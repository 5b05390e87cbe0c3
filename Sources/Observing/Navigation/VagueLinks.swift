import Model
import Parsing

/// Links whose whole text is a phrase that says nothing ("here", "more") in the page's language.
struct VagueLinks {
    private(set) var mentions: [Mention] = []
    private(set) var count = 0
    private var last = -1

    /// `hit` is of the group `nav.vague`.
    mutating func visit(hit: TermHit, of page: borrowing PageView) {
        let document = page.document
        let block = document.blocks[Int(hit.block)]
        var link = -1
        var start = Int.max
        var end = 0
        for p in block.pieces {
            let piece = document.pieces[p]
            if link < 0 {
                guard piece.text.overlaps(hit.range), let a = owner(of: piece.node, document) else { continue }
                link = a
                // Pieces of the link before this one.
                for q in block.pieces where q < p && isInside(document.pieces[q].node, link, document) {
                    start = min(start, document.pieces[q].text.lowerBound)
                }
            }
            guard isInside(piece.node, link, document) else { continue }
            start = min(start, piece.text.lowerBound)
            end = max(end, piece.text.upperBound)
        }
        guard link >= 0, link != last, start < end, isVague(start..<end, hit, page) else {
            return
        }
        guard !saysMore(link, document), leadsSomewhere(link, page) else { return }
        last = link
        count += 1
        if mentions.count < LinkObserver.keptMentions { mentions.append(page.mention(of: link)) }
    }

    private func owner(of node: Int, _ document: Document) -> Int? {
        guard document.nodes[node].flags.contains(.inLink) else { return nil }
        return document.closest(node) { document.nodes[$0].tag == .a && document.has(.href, $0) }
    }

    private func isInside(_ node: Int, _ link: Int, _ document: Document) -> Bool {
        node > link && node < Int(document.nodes[link].end)
    }

    /// The link's words are the hit alone, or another vague phrase where the hit reaches beyond the link ("click here").
    private func isVague(_ words: Range<Int>, _ hit: TermHit, _ page: borrowing PageView) -> Bool {
        if hit.range.lowerBound >= words.lowerBound, hit.range.upperBound <= words.upperBound {
            return isNothingElse(words, than: hit.range, page.document)
        }
        return page.lexicon.isWhole(page.document.text[words], hit.group, language: page.language.tag)
    }

    /// Around the hit stands nothing but white space, punctuation and arrows.
    private func isNothingElse(_ all: Range<Int>, than hit: Range<Int>, _ document: Document) -> Bool {
        let rest = [all.lowerBound..<hit.lowerBound, hit.upperBound..<all.upperBound]
        return rest.allSatisfy { range in
            String(decoding: document.text[range], as: UTF8.self).unicodeScalars.allSatisfy {
                !$0.properties.isAlphabetic && !(48...57).contains($0.value)
            }
        }
    }

    /// A label, a title or a picture's text adds to the words.
    private func saysMore(_ link: Int, _ document: Document) -> Bool {
        for name in [AttributeName.ariaLabel, .ariaLabelledby, .ariaDescribedby, .title] {
            if let value = document.attribute(name, of: link), !value.isBlank { return true }
        }
        return document.descendants(of: link).contains { i in
            if document.nodes[i].isText { return document.nodes[i].isHidden && !document.textBytes(of: i).isBlank }
            if let alt = document.attribute(.alt, of: i) ?? document.attribute(.ariaLabel, of: i) {
                return !alt.isBlank
            }
            return document.nodes[i].tag == .svg
        }
    }

    private func leadsSomewhere(_ link: Int, _ page: borrowing PageView) -> Bool {
        guard let href = page.document.attribute(.href, of: link) else { return false }
        let role = page.document.attribute(.role, of: link)
        return LinkTarget(trimmedBytes(href), domain: []).leadsSomewhere && !(role?.equalsFolded("button") ?? false)
    }
}
