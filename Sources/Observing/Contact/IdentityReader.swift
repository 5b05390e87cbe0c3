import Model
import Parsing

/// Who runs the shop and where: registration numbers, legal names, addresses.
struct IdentityReader {
    let terms: ContactTerms
    let page: PageView
    /// At most this many of each.
    private static let limit = 5

    func legalIdentity(kind: PageKind) -> [Mention] {
        var found: [Mention] = []
        var blocks: Set<Int32> = []
        for hit in page.hits where found.count < IdentityReader.limit {
            guard isIdentity(hit, kind: kind), blocks.insert(hit.block).inserted else { continue }
            found.append(page.mention(of: hit))
        }
        if found.isEmpty { found += bareNumbers(kind: kind) }
        return found
    }

    /// Numbers behind a register's name that it doesn't give out.
    func doubtfulIdentity() -> [Mention] {
        var found: [Mention] = []
        for hit in page.hits where found.count < IdentityReader.limit && hit.group == terms.registration {
            if verdict(hit) == .doubtful { found.append(page.mention(of: hit)) }
        }
        return found
    }

    /// Of the number behind a word such as "VAT no."; nil where none follows in its block.
    private func verdict(_ hit: TermHit) -> RegistrationWords.Verdict? {
        let text = page.document.text
        let last = page.document.blocks[Int(hit.block)].text.upperBound
        let end = max(hit.range.upperBound, min(last, hit.range.upperBound + 40))
        guard text[hit.range.lowerBound..<end].contains(where: \.isASCIIDigit) else { return nil }
        // Some terms take the number in.
        let split = text[hit.range].firstIndex(where: \.isASCIIDigit) ?? hit.range.upperBound
        return RegistrationWords.verdict(text[hit.range.lowerBound..<split], text[split..<end])
    }

    /// VAT ids without a word beside them, at the foot of a page or where a seller introduces itself.
    private func bareNumbers(kind: PageKind) -> [Mention] {
        let isOwn = [.contact, .about, .legal, .terms].contains(kind)
        for (index, block) in page.document.blocks.enumerated() where block.digits >= 8 {
            guard isOwn || block.region == .footer, block.text.count <= 600 else { continue }
            let words = page.document.text[block.text].split { !$0.isASCIILetter && !$0.isASCIIDigit }
            for word in words where word.count >= 10 && word.first.map(\.isASCIILetter) == true {
                if VATNumber.isPlausible(String(decoding: word, as: UTF8.self)) == true {
                    return [page.mention(around: word.startIndex..<word.endIndex, in: index)]
                }
            }
        }
        return []
    }

    private func isIdentity(_ hit: TermHit, kind: PageKind) -> Bool {
        if hit.group == terms.registration {
            // The words with a number: a heading alone identifies nobody.
            guard let verdict = verdict(hit) else { return nextBlockIsNumber(hit) }
            return verdict == .possible
        }
        guard hit.group == terms.legalForm else { return false }
        switch kind {
        case .contact, .about, .legal, .terms, .privacy, .returns: return true
        default: break
        }
        let block = page.document.blocks[Int(hit.block)]
        let isCopyright =
            page.document.text[block.text].containsFolded("©") || page.document.text[block.text].containsFolded("(c)")
        return isCopyright || block.region == .footer
    }

    /// A table's next cell: a label in one block, the number in another.
    private func nextBlockIsNumber(_ hit: TermHit) -> Bool {
        let next = Int(hit.block) + 1
        guard next < page.document.blocks.count else { return false }
        let words = page.document.text[page.document.blocks[next].text]
        return words.count <= 30 && words.filter(\.isASCIIDigit).count >= 5
    }

    func postalAddresses(elements: [Int]) -> [Mention] {
        var found: [Mention] = []
        for node in elements where found.count < IdentityReader.limit {
            let words = page.document.visibleText(of: node, limit: 400)
            if IdentityReader.isAddress(Array(words.utf8)) { found.append(page.mention(of: node, quote: words)) }
        }
        for organization in page.structured.organizations where found.count < IdentityReader.limit {
            guard let address = organization.address, address.utf8.count >= 8 else { continue }
            var mention = organization.mention
            mention.quote = String(address.prefix(Mention.quoteLimit))
            if !found.contains(mention) { found.append(mention) }
        }
        for hit in page.hits where hit.group == terms.address && found.count < IdentityReader.limit {
            if let mention = address(at: hit), !found.contains(mention) { found.append(mention) }
        }
        return found
    }

    /// The block with the word "address", or the one after it where that is only a heading.
    private func address(at hit: TermHit) -> Mention? {
        let block = Int(hit.block)
        let words = page.document.blocks[block].text
        if hit.range.count + 12 < words.count {
            return IdentityReader.isAddress(Array(page.document.text[hit.range.upperBound..<words.upperBound]))
                ? page.mention(of: hit) : nil
        }
        guard block + 1 < page.document.blocks.count else { return nil }
        let next = page.document.text[page.document.blocks[block + 1].text]
        return IdentityReader.isAddress(Array(next)) ? page.mention(block: block + 1) : nil
    }

    /// Has a number and words, as a street and a house have, and is no mere telephone number or e-mail address.
    private static func isAddress(_ words: [UInt8]) -> Bool {
        guard words.count >= 12, words.count <= 400, words.contains(where: \.isASCIIDigit) else { return false }
        // A theme's own filling.
        if words.containsFolded("address line") { return false }
        let letters = words.filter { $0.isASCIILetter || $0 >= 0x80 }.count
        return letters >= 8 && !(words.contains(UInt8(ascii: "@")) && words.count < 50)
    }
}
