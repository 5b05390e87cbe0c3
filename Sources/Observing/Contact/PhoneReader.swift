import Model
import Parsing

/// Finds telephone numbers in a page's visible text.
struct PhoneReader {
    /// What the words before a run of digits make of it.
    enum Context { case phone, fax, otherNumber, unsaid }

    let terms: ContactTerms
    let catalogue: ChannelCatalogue
    let regions: PhoneRegions
    /// At most this many facts from one page.
    static let limit = 40

    /// Numbers of one block; empty for most blocks after a look at its digits.
    func read(block: Int, of page: PageView) -> [PhoneFact] {
        let range = page.document.blocks[block].text
        let runs = PhoneRun.find(in: page.document.text, range)
        return runs.flatMap { read($0, block: block, of: page) }
    }

    private func read(_ run: PhoneRun, block: Int, of page: PageView) -> [PhoneFact] {
        let text = page.document.text
        let whole = edges(of: run.range, block: block, of: page)
        let context = context(of: run.range, block: block, of: page)
        guard context != .fax, context != .otherNumber else { return [] }
        if NumberKinds.isSomethingElse(text[run.range]) { return [] }
        if !run.hasPlus, context == .unsaid, NumberSurroundings.speakAgainst(run.range, in: text, whole) {
            // "$20 415-666-7777": an amount beside a number.
            guard let shorter = NumberSurroundings.withoutAmount(run, in: text, whole) else { return [] }
            let found = find(in: text[shorter.range], run: shorter, context: context, block: whole)
            return found.map { fact($0, at: shorter.range, block: block, of: page) }
        }
        let window = NumberSurroundings.window(around: run.range, in: text, whole)
        let numbers = find(in: text[window], run: run, context: context, block: whole)
        // "02-234-5671-4", "555-01-00/01": the last of several lines beside the whole number.
        if numbers.isEmpty, context == .phone || run.groups >= 3, let shorter = run.withoutLastGroup(text) {
            let found = find(in: text[shorter.range], run: shorter, context: context, block: whole)
            let last = text[shorter.range.upperBound..<run.range.upperBound]
            let others = found.last.flatMap { NumberPlan.neighbour(of: $0, endingIn: last) }
            return (found + (others.map { [$0] } ?? [])).map { fact($0, at: run.range, block: block, of: page) }
        }
        var facts: [PhoneFact] = numbers.compactMap { number in
            let found = window.lowerBound + number.range.lowerBound..<window.lowerBound + number.range.upperBound
            guard found.upperBound <= whole.upperBound, found.overlaps(run.range) else { return nil }
            return fact(number, at: found, block: block, of: page)
        }
        if let last = numbers.last, window.lowerBound + last.range.upperBound < run.range.upperBound {
            let rest = text[(window.lowerBound + last.range.upperBound)..<run.range.upperBound]
            if let other = NumberPlan.neighbour(of: last, endingIn: rest) {
                facts.append(fact(other, at: run.range, block: block, of: page))
            }
        }
        if facts.isEmpty, context == .phone, run.digits.count <= 15 {
            facts = doubtful(run, block: block, of: page)
        }
        return facts
    }

    /// The block, cut where the run fills a text node of its own: "or<b>020 …</b>" is no word with figures.
    private func edges(of run: Range<Int>, block: Int, of page: PageView) -> Range<Int> {
        let whole = page.document.blocks[block].text
        let pieces = page.document.pieces[page.document.blocks[block].pieces]
        let start = pieces.contains { $0.text.lowerBound == run.lowerBound } ? run.lowerBound : whole.lowerBound
        let end = pieces.contains { $0.text.upperBound == run.upperBound } ? run.upperBound : whole.upperBound
        return start..<end
    }

    /// Numbers too short for a plan ("*1577", "1577") that a word calls telephone numbers.
    func readShort(block: Int, of page: PageView) -> [PhoneFact] {
        guard let region = regions.all.first else { return [] }
        let end = page.document.blocks[block].text.upperBound
        return page.hits(in: block).compactMap { hit in
            guard terms.context(of: hit.group) == .phone,
                let code = ShortCode.find(in: page.document.text, hit.range.upperBound..<end)
            else { return nil }
            let written = page.document.text[code]
            guard written.first == UInt8(ascii: "*") || NumberPlan.isShortCode(written, region: region) else {
                return nil
            }
            return PhoneFact(
                raw: String(decoding: written, as: UTF8.self), region: region, validity: .valid, source: .text,
                label: label(before: code, block: block, of: page), mention: page.mention(around: code, in: block))
        }
    }

    /// Valid numbers in the window by the first country that finds any, as far as they look like telephone numbers.
    private func find(
        in window: ArraySlice<UInt8>, run: PhoneRun, context: Context, block: Range<Int>
    ) -> [DialledNumber] {
        if run.hasPlus {
            let found = NumberPlan.find(in: window, region: regions.all.first ?? "ZZ")
            if !found.isEmpty { return found }
        }
        let isWholeBlock = run.range.count * 10 >= block.count * 8
        let isGrouped = run.groups >= 3 || run.hasParenthesis || (run.groups == 2 && run.digits.first == 48)
        let tail = window[min(run.range.upperBound, window.endIndex)...]
        let hasExtension = run.digits.count >= 7 && NumberSurroundings.isBeforeExtension(tail)
        let startsTrunk = run.digits.first == 48 || run.digits.first == 56
        for (index, region) in regions.all.enumerated() {
            let isStrong = index < regions.strong.count
            let isLikely = context == .phone || isGrouped || hasExtension || (isStrong && isWholeBlock && startsTrunk)
            guard isLikely else { continue }
            let found = NumberPlan.find(in: window, region: region)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func fact(_ number: DialledNumber, at range: Range<Int>, block: Int, of page: PageView) -> PhoneFact {
        let raw = String(decoding: page.document.text[range], as: UTF8.self)
        let digits = page.document.text[range].filter(\.isASCIIDigit)
        let (code, national) = PhoneVerdict.split(number, region: number.region ?? "ZZ")
        let isPlaceholder = NumberKinds.isPlaceholder(digits, national: national, callingCode: code)
        return PhoneFact(
            raw: raw, e164: isPlaceholder ? nil : number.e164, region: number.region, line: number.line,
            validity: isPlaceholder ? .placeholder : .valid, source: .text,
            label: label(before: range, block: block, of: page), mention: page.mention(around: range, in: block))
    }

    /// A run that is called a telephone number and is none of the candidates': kept where that is sure, and where its
    /// absence would make a page look as though it had no number.
    private func doubtful(_ run: PhoneRun, block: Int, of page: PageView) -> [PhoneFact] {
        let written = page.document.text[run.range]
        // Two numbers side by side, or one with something else behind it.
        guard !written.contains(UInt8(ascii: "/")), run.digits.count > PhoneRun.fewestDigits else { return [] }
        let regions = self.regions.strong.isEmpty ? [] : self.regions.all
        let verdict = PhoneVerdict(written, regions: regions)
        guard verdict.validity != .valid else { return [] }
        return [
            PhoneFact(
                raw: String(decoding: written, as: UTF8.self), validity: verdict.validity, source: .text,
                mention: page.mention(around: run.range, in: block))
        ]
    }

    // MARK: Words around

    /// The nearest word before the run that says what it is: in its block, or making up the block before.
    private func context(of run: Range<Int>, block: Int, of page: PageView) -> Context {
        var nearest: (context: Context, end: Int)?
        for hit in page.hits(in: block) where hit.range.upperBound <= run.lowerBound {
            guard var context = terms.context(of: hit.group), run.lowerBound - hit.range.upperBound <= 60 else {
                continue
            }
            let start = page.document.blocks[block].text.lowerBound
            if context == .fax, NumberSurroundings.isJoined(page.document.text[start..<hit.range.lowerBound]) {
                context = .phone
            }
            if nearest.map({ hit.range.upperBound >= $0.end }) ?? true { nearest = (context, hit.range.upperBound) }
        }
        let text = page.document.text
        let start = page.document.blocks[block].text.lowerBound
        if NumberSurroundings.isCalledFax(run, in: text, from: start) { return .fax }
        if NumberIcon.saysFax(run, block: block, of: page) { return .fax }
        let isOther = NumberSurroundings.isCalledOther(run, in: text, from: start, words: catalogue.otherNumbers)
        if let nearest {
            let isClose = run.lowerBound - nearest.end <= 12
            return nearest.context == .phone && isOther && !isClose ? .otherNumber : nearest.context
        }
        if isOther { return .otherNumber }
        guard block > 0, run.lowerBound - start <= 8 else { return .unsaid }
        let before = page.document.blocks[block - 1].text
        if before.count <= 60,
            NumberSurroundings.isCalledFax(before.upperBound..<before.upperBound, in: text, from: before.lowerBound)
        {
            return .fax
        }
        guard before.count <= 60,
            let hit = page.hits(in: block - 1).last(where: { terms.context(of: $0.group) != nil }),
            before.upperBound - hit.range.upperBound <= 12
        else { return .unsaid }
        return terms.context(of: hit.group) ?? .unsaid
    }

    /// The words before a link, or its own, say that it is a fax number.
    func isFax(link node: Int, of page: PageView) -> Bool {
        let pieces = page.document.pieces
        let end = Int(page.document.nodes[node].end)
        guard let first = PhoneReader.first(pieces.count, where: { pieces[$0].node > node }), pieces[first].node < end
        else { return false }
        let blocks = page.document.blocks
        guard let block = PhoneReader.first(blocks.count, where: { blocks[$0].pieces.upperBound > first }) else {
            return false
        }
        let words = page.document.text[pieces[first].text]
        let number = words.firstIndex { $0.isASCIIDigit || $0 == UInt8(ascii: "+") } ?? words.startIndex
        return context(of: number..<words.endIndex, block: block, of: page) == .fax
    }

    /// The first of so many places, those that satisfy `test` being the last ones.
    private static func first(_ count: Int, where test: (Int) -> Bool) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if test(middle) { high = middle } else { low = middle + 1 }
        }
        return low < count ? low : nil
    }

    /// A department named before the number in its block, or in the block before.
    private func label(before range: Range<Int>, block: Int, of page: PageView) -> String? {
        guard let department = terms.department else { return nil }
        let here = page.hits(in: block).filter { $0.group == department && $0.range.upperBound <= range.lowerBound + 1 }
        if let hit = here.last, range.lowerBound - hit.range.upperBound <= 60 { return page.words(of: hit) }
        // A heading's department is that of the number below, a numbered line's is its own number's.
        guard block > 0, page.document.blocks[block - 1].text.count <= 80,
            !page.document.text[page.document.blocks[block - 1].text].contains(where: \.isASCIIDigit)
        else { return nil }
        return page.hits(in: block - 1).last { $0.group == department }.map { page.words(of: $0) }
    }
}

extension PageView {
    /// A hit's own words.
    func words(of hit: TermHit) -> String { String(decoding: document.text[hit.range], as: UTF8.self) }
}
