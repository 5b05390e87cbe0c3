import Model
import Parsing

/// Decides what language a page is in: its text, then what it declares, then what the user or the site's address says.
enum LanguageDetection {
    /// Bytes of text that are looked at.
    private static let sampleSize = 3_000
    /// Bytes of both its ends that suffice where they are in one language beyond doubt.
    private static let endSize = 600
    /// Letters below which the detector errs too often to overrule a declaration.
    private static let enough = 160
    /// Letters that suffice where nothing but a template's "en" speaks against the detector.
    private static let few = 60
    /// Words of a block that can be in another language than its page.
    private static let blockWords = 15

    private static func recognise(_ sample: [UInt8], _ hints: [String], _ domain: String?) -> Recognition {
        if sample.count > endSize * 4 {
            var ends = Array(cut(sample[...], endSize))
            ends.append(32)
            ends += sample.suffix(endSize).drop { $0 & 0xC0 == 0x80 }
            let found = ends.withUnsafeBufferPointer { Recognition($0, hints: hints, domain: domain) }
            if found.isReliable, found.shares.count == 1, found.share >= 0.97 { return found }
        }
        return sample.withUnsafeBufferPointer { Recognition($0, hints: hints, domain: domain) }
    }

    /// `hint` is the user's `--language`, `host` the site's, e.g. "www.shop.az".
    static func facts(of document: Document, hint: String?, host: String) -> LanguageFacts {
        let declared = declaredLanguage(of: document)
        let prior = declared.map(Lexicon.primary)
        let domain = countryDomain(of: host)
        let sample = sample(of: document)
        // Templates declare English whatever their shop is in: that is no hint.
        let hints = [hint.map(Lexicon.primary), prior == "en" ? nil : prior].compactMap(\.self).filter(isTag)
        let found = recognise(sample, hints, domain)
        var facts = LanguageFacts(
            tag: tag(found, prior: prior, hint: hint.map(Lexicon.primary), domain: domain), declared: declared)
        if let detected = found.tag, found.letters >= 40, found.isReliable || found.letters >= enough {
            facts.detected = Recognition.areClose(facts.tag, detected) ? facts.tag : detected
            facts.detectedShare = found.share
        }
        if found.shares.count > 1 || found.share < 0.9 {
            facts.others = others(in: document, than: facts.tag, hints: hints)
        }
        return facts
    }

    /// The recognised language where it is sure, a declared close relative of it, or else what is declared.
    static func tag(_ found: Recognition, prior: String?, hint: String?, domain: String?) -> String {
        let plausible = [prior, hint].compactMap(\.self).filter { candidate in
            isTag(candidate) && (found.letters == 0 || fits(candidate, found))
        }
        guard let detected = found.tag else { return plausible.first ?? "und" }
        // A few English words on a page that declares another language are names of goods.
        let fewAreEnough = (prior ?? "en") == "en" && hint == nil && found.letters >= few && found.share >= 0.85
        let namesOnly = found.tag == "en" && !found.isProse && (prior ?? "en") != "en"
        let isSure = found.isReliable && !namesOnly && (fewAreEnough || found.letters >= enough && found.share >= 0.5)
        if isSure {
            let relative = plausible.first { Recognition.areClose($0, detected) && isUncertain(detected, $0) }
            return relative ?? detected
        }
        // Mixed pages: the declared language if much of the text is in it.
        if let declared = plausible.first(where: { tag in found.shares.contains { $0.tag == tag && $0.share > 0.25 } })
        {
            return declared
        }
        if ScriptCount.script(of: detected) != .latin, found.isReliable { return detected }
        if let first = plausible.first { return first }
        return found.isReliable ? detected : [prior, hint].compactMap(\.self).first(where: isTag) ?? "und"
    }

    /// Pairs whose letters didn't decide: there the declaration does.
    private static func isUncertain(_ detected: String, _ declared: String) -> Bool {
        switch (detected, declared) {
        // Azerbaijani typed without its own letters looks Turkish.
        case ("tr", "az"): true
        // Their own letters decide these.
        case ("az", _), (_, "az"), ("ru", _), (_, "ru"), ("uk", _), ("kk", _): false
        default: true
        }
    }

    /// The text could be in that language as far as its script goes.
    private static func fits(_ tag: String, _ found: Recognition) -> Bool {
        guard let detected = found.tag else { return true }
        let wanted = ScriptCount.script(of: tag)
        let script = ScriptCount.script(of: detected)
        // Serbian, Uzbek and Kazakh have two scripts.
        return wanted == script
            || ["sr", "uz", "kk", "az", "tg"].contains(tag) && (script == .latin || script == .cyrillic)
    }

    static func isTag(_ text: String) -> Bool {
        (2...3).contains(text.utf8.count) && text.utf8.allSatisfy { (97...122).contains($0) }
    }

    /// The `lang` of `<html>` as written; nil where there is none or it is blank.
    private static func declaredLanguage(of document: Document) -> String? {
        guard let html = document.nodes.indices.prefix(8).first(where: { document.nodes[$0].tag == .html }),
            let value = document.attribute(.lang, of: html), !value.isBlank
        else { return nil }
        return String(decoding: collapsed(Array(value), limit: 40), as: UTF8.self)
    }

    /// "az" of "www.shop.az"; nil for generic domains.
    private static func countryDomain(of host: String) -> String? {
        guard let label = host.split(separator: ".").last, label.utf8.count == 2, isTag(String(label)) else {
            return nil
        }
        return String(label)
    }

    /// Running text first, and whatever else stands on the page where there is too little of it.
    private static func sample(of document: Document) -> [UInt8] {
        var sample: [UInt8] = []
        sample.reserveCapacity(sampleSize + 512)
        for pass in 0...1 where pass == 0 || sample.count < 400 {
            for block in document.blocks where isRunning(block) == (pass == 0) {
                if sample.count >= sampleSize { break }
                sample += cut(document.text[block.text], sampleSize)
                sample.append(32)
            }
        }
        return sample
    }

    private static func isRunning(_ block: TextBlock) -> Bool {
        block.text.count >= 40 && block.flags.isDisjoint(with: [.inLink, .inButton, .hidden])
            && (block.region == .main || block.region == .page)
    }

    /// At most `limit` bytes, cut before a character.
    private static func cut(_ text: ArraySlice<UInt8>, _ limit: Int) -> ArraySlice<UInt8> {
        guard text.count > limit else { return text }
        var end = text.startIndex + limit
        while end > text.startIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
        return text[..<end]
    }

    /// Languages of larger blocks of running text that are reliably not the page's, with their share of such blocks.
    private static func others(in document: Document, than tag: String, hints: [String]) -> [String: Double] {
        var bytes: [String: Int] = [:]
        var total = 0
        var looked = 0
        for block in document.blocks where isRunning(block) && looked < 12 {
            let slice = cut(document.text[block.text], 1_500)
            guard Words.count(in: slice) >= blockWords else { continue }
            total += slice.count
            looked += 1
            let found = slice.withUnsafeBufferPointer { Recognition($0, hints: [tag], domain: nil) }
            guard let other = found.tag, found.isReliable, found.share >= 0.8, found.letters >= 60,
                !Recognition.areClose(other, tag)
            else { continue }
            bytes[other, default: 0] += slice.count
        }
        return bytes.mapValues { Double($0) / Double(max(1, total)) }
    }
}
