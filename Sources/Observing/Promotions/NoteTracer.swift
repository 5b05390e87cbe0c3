import Model
import Parsing

/// Finds the note that a claim's mark promises: open on the page, closed, on another page, in a file, or nowhere.
struct NoteTracer {
    /// A note, and where it is.
    struct Trace {
        var state: NoteState
        var note: Mention?
        /// Of a note that stands on the page.
        var block: Int?
        /// As written.
        var link: String?
        /// The mark itself is the link.
        var leadsByMark = false
        /// Clauses of a note that isn't shown, which nobody else reads.
        var hiddenClauses: [ConditionKind] = []
    }

    let page: PageView
    let terms: PromotionTerms
    private let index: NoteIndex
    /// Blocks on either side of a claim in which a link to terms counts as beside it.
    private static let reach = 3
    private static let noteLimit = 600

    init(page: PageView, terms: PromotionTerms) {
        self.page = page
        self.terms = terms
        index = NoteIndex(page)
    }

    /// - Parameters:
    ///   - mark: "*", "†", "1".
    ///   - offset: where it stands in the page's text.
    ///   - block: the claim's.
    func trace(_ mark: String, at offset: Int, in block: Int) -> Trace {
        let link = link(at: offset, in: block)
        if let target = link.target { return shown(target) }
        if let note = index.note(for: mark, after: block, speaksOfTerms: speaksOfTerms) {
            let isClosed = page.document.blocks[note.block].flags.contains(.collapsed)
            return Trace(
                state: isClosed ? .collapsed : .onPage, note: page.mention(words: note.range, in: note.block),
                block: note.block)
        }
        if let href = link.href {
            return Trace(state: NoteTracer.isFile(href) ? .file : .otherPage, link: href, leadsByMark: true)
        }
        if let hidden = hiddenNote(mark) { return hidden }
        if let href = termsLink(near: block) {
            return Trace(state: NoteTracer.isFile(href) ? .file : .otherPage, link: href)
        }
        return Trace(state: .nowhere)
    }

    private func speaksOfTerms(_ note: NoteIndex.Note) -> Bool { isTermsBlock(note.block) }

    func isTermsBlock(_ block: Int) -> Bool {
        page.hits(in: block).contains {
            terms.condition($0.group) != nil || $0.group == terms.terms || $0.group == terms.until
                || terms.claim($0.group) != nil
        }
    }

    // MARK: Links

    /// Where the link around a mark leads: to an element of this page, or elsewhere.
    private func link(at offset: Int, in block: Int) -> (target: Int?, href: String?) {
        let document = page.document
        guard let text = page.textNode(at: offset, in: block), document.nodes[text].flags.contains(.inLink),
            let link = document.closest(text, where: { document.nodes[$0].tag == .a }),
            let href = document.attribute(.href, of: link)?.trimmed, !href.isEmpty
        else { return (nil, nil) }
        guard href.first == UInt8(ascii: "#") else {
            // A link around the whole announcement leads to its goods; the mark's own leads to its note.
            let isOwn = document.visibleText(of: link, limit: 40).utf8.count <= 12
            let words = String(decoding: href, as: UTF8.self)
            return (nil, isOwn && !words.lowercased().hasPrefix("javascript:") ? words : nil)
        }
        let id = href.dropFirst()
        guard !id.isEmpty else { return (nil, nil) }
        let node = document.nodes.indices.first { i in
            !document.nodes[i].isText && document.attribute(.id, of: i).map { $0.elementsEqual(id) } ?? false
        }
        return (node.flatMap { document.rawText(of: $0, limit: 40).utf8.count >= 8 ? $0 : nil }, nil)
    }

    /// The note that a mark's link leads to on this page.
    private func shown(_ node: Int) -> Trace {
        let document = page.document
        let isShown = document.visibleText(of: node, limit: 40).utf8.count >= 8
        guard isShown else { return hidden(node, document.rawText(of: node, limit: NoteTracer.noteLimit)) }
        let isClosed = document.nodes[node].flags.contains(.collapsed)
        let block = document.blocks.firstIndex { $0.node >= node && $0.node < Int(document.nodes[node].end) }
        return Trace(state: isClosed ? .collapsed : .onPage, note: page.mention(of: node), block: block)
    }

    private func termsLink(near block: Int) -> String? {
        for other in max(0, block - 2)...(block + NoteTracer.reach)
        where page.document.blocks.indices.contains(other) {
            for hit in page.hits(in: other) where hit.group == terms.terms {
                if let link = page.link(around: hit), let href = page.document.string(.href, of: link) { return href }
            }
        }
        return nil
    }

    private static func isFile(_ href: String) -> Bool {
        let path = href.lowercased().prefix { $0 != "?" && $0 != "#" }
        return [".pdf", ".doc", ".docx", ".odt", ".rtf"].contains { path.hasSuffix($0) }
    }

    // MARK: What is not shown

    /// A text that the page holds without showing it, and that begins with the mark.
    private func hiddenNote(_ mark: String) -> Trace? {
        let document = page.document
        for i in document.nodes.indices where document.nodes[i].isText && document.nodes[i].isHidden {
            let bytes = document.textBytes(of: i)
            guard bytes.count >= 20 + mark.utf8.count, let start = bytes.firstIndex(where: { $0 > 32 }),
                bytes[start...].starts(with: mark.utf8), !isCode(i)
            else { continue }
            let text = Array(bytes[start...].prefix(NoteTracer.noteLimit))
            guard let (found, _) = NoteMark.opening(at: 0, in: text, end: text.count), found == mark else { continue }
            return hidden(i, String(decoding: text, as: UTF8.self))
        }
        return nil
    }

    private func isCode(_ node: Int) -> Bool {
        let parent = Int(page.document.nodes[node].parent)
        guard parent >= 0 else { return true }
        switch page.document.nodes[parent].tag {
        case .script, .style, .noscript, .template, .title: return true
        default: return false
        }
    }

    private func hidden(_ node: Int, _ words: String) -> Trace {
        let kinds = page.lexicon.hits(in: Array(words.utf8), language: page.language).compactMap { hit in
            terms.condition(hit.group) ?? (terms.part(hit.group).contains(.without) ? .exclusion : nil)
        }
        return Trace(
            state: .collapsed, note: page.mention(of: node, quote: words),
            hiddenClauses: ConditionKind.allCases.filter(Set(kinds).contains))
    }
}
