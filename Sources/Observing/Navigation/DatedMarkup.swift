import Model
import Parsing

/// Markup of the nineties: frames, marquee, blink, font tags, tables for layout, Flash, hit counters. Each kind is
/// kept a few times only; `center` alone says nothing.
struct DatedMarkup {
    private enum Kind: Int, CaseIterable { case frames, marquee, blink, font, layoutTable, flash, counter }
    private(set) var mentions: [Mention] = []
    private var seen = [Int](repeating: 0, count: Kind.allCases.count)
    private static let keptEach = 3

    /// Pictures that show a number of visitors; trackers that show nothing are no counters.
    private static let counters: [StaticString] = [
        "hitwebcounter", "hit-counter", "hitcounter", "freecounter", "flagcounter", "count.cgi", "counter.cgi",
        "counter.yadro.ru/logo", "counter.yadro.ru/hit;", "easyhitcounters", "hits.seeyoufarm",
    ]

    mutating func visit(element i: Int, of page: borrowing PageView) {
        let document = page.document
        let n = document.nodes[i]
        switch n.tag {
        case .frameset: note(.frames, i, page, quote: "<frameset>")
        case .marquee: noteVisible(.marquee, i, page)
        case .blink: noteVisible(.blink, i, page)
        case .font where isStyled(font: i, document): noteVisible(.font, i, page)
        case .table where isLayout(table: i, document): noteVisible(.layoutTable, i, page)
        case .object, .embed: if isFlash(i, document) { note(.flash, i, page, quote: source(i, document)) }
        case .img where isCounter(i, document): note(.counter, i, page, quote: source(i, document))
        default: break
        }
    }

    private mutating func noteVisible(_ kind: Kind, _ i: Int, _ page: borrowing PageView) {
        guard !page.document.nodes[i].isHidden, seen[kind.rawValue] < DatedMarkup.keptEach else { return }
        let words = page.document.visibleText(of: i, limit: 120)
        if !words.isEmpty { note(kind, i, page, quote: words) }
    }

    private mutating func note(_ kind: Kind, _ i: Int, _ page: borrowing PageView, quote: String) {
        guard seen[kind.rawValue] < DatedMarkup.keptEach else { return }
        seen[kind.rawValue] += 1
        mentions.append(page.mention(of: i, quote: quote))
    }

    /// Translation services wrap every text in `font` with a style alone: that is not the author's.
    private func isStyled(font i: Int, _ document: Document) -> Bool {
        document.has(.color, i) || document.has(.face, i) || document.has(.size, i)
    }

    /// The third table within tables, with fixed measures and without anything that tells of data.
    private func isLayout(table i: Int, _ document: Document) -> Bool {
        guard document.nodes[i].flags.contains(.inTable) else { return false }
        var tables = 0
        var isMeasured = false
        var k = i
        while k >= 0 {
            if document.nodes[k].tag == .table {
                if document.has(.role, k) || document.has(.summary, k) { return false }
                tables += 1
                isMeasured = isMeasured || document.has(.width, k) || document.has(.bgcolor, k)
            }
            k = Int(document.nodes[k].parent)
        }
        guard tables >= 3, isMeasured else { return false }
        return !document.descendants(of: i).contains {
            let tag = document.nodes[$0].tag
            return tag == .th || tag == .caption || tag == .thead
        }
    }

    private func isFlash(_ i: Int, _ document: Document) -> Bool {
        if let type = document.attribute(.type, of: i), type.containsFolded("x-shockwave-flash") { return true }
        let address = document.attribute(.src, of: i) ?? document.attribute(named: "data", of: i)
        guard let address else { return false }
        return address.prefix { $0 != 63 && $0 != 35 }.suffix(4).equalsFolded(".swf")
    }

    private func isCounter(_ i: Int, _ document: Document) -> Bool {
        guard let address = document.attribute(.src, of: i), !document.nodes[i].isHidden,
            !isPixel(i, of: document), DatedMarkup.counters.contains(where: { holds($0, in: address) })
        else { return false }
        return document.closest(i, where: { document.nodes[$0].tag == .noscript }) == nil
    }

    private func source(_ i: Int, _ document: Document) -> String {
        let address = document.attribute(.src, of: i) ?? document.attribute(named: "data", of: i)
        return String(decoding: (address ?? []).prefix(Mention.quoteLimit), as: UTF8.self)
    }
}

/// At most 2 pixels wide or high: a tracker, not a picture.
func isPixel(_ i: Int, of document: Document) -> Bool {
    for name in [AttributeName.width, .height] {
        guard let value = document.attribute(name, of: i), value.count <= 3 else { continue }
        let digits = value.prefix { $0 >= 48 && $0 <= 57 }
        if digits.count == 1, let d = digits.first, d <= 50, value.dropFirst().first != 37 { return true }
    }
    return false
}
