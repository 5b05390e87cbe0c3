import Model
import Parsing

/// Finds clocks on a page that run down to the end of something, and what tells of that end: attributes, figures in the
/// markup, the page's own script. What counts down to something else isn't told of: orders that leave today, slides,
/// sessions.
struct CountdownReader {
    let page: PageView
    private var found: [Countdown] = []

    static let limit = 20
    private static let attributeLimit = 40

    init(_ page: PageView) { self.page = page }

    /// In the order of the document, those of scripts last.
    mutating func countdowns(_ kind: PageKind) -> [Countdown] {
        // What a cart is held for, or a session lasts, is another matter.
        guard ![.cart, .checkout, .account].contains(kind) else { return [] }
        let places = CountdownPlaces(page).places()
        let scripts = InlineScripts(page.document, besideClock: !places.isEmpty)
        for place in places where found.count < Self.limit && !page.budget.isOver() {
            let before = found.count
            readAttributes(place)
            if found.count == before { readText(place, scripts) }
        }
        if found.count < Self.limit {
            let ours = CountdownScript.countdowns(in: scripts, hasClock: !places.isEmpty)
            found += ours.prefix(Self.limit - found.count)
        }
        return found
    }

    private mutating func readAttributes(_ place: CountdownPlaces.Place) {
        let document = page.document
        for node in place.node..<max(place.node + 1, min(place.end, place.node + 400))
        where !document.nodes[node].isText {
            for a in document.attributes(of: node).prefix(Self.attributeLimit) where found.count < Self.limit {
                let written = document.bytes[Int(a.nameStart)..<Int(a.nameStart) + Int(a.nameCount)]
                let name = a.name == .other ? Array(written) : Array(a.name.text.utf8)
                let value = document.bytes[Int(a.start)..<Int(a.start) + Int(a.count)]
                guard name.starts(with: "data-".utf8) || name.elementsEqual("datetime".utf8), value.count <= 2_000
                else { continue }
                take(name, Array(value), place)
            }
        }
    }

    private mutating func take(_ name: [UInt8], _ value: [UInt8], _ place: CountdownPlaces.Place) {
        let text = String(decoding: name, as: UTF8.self)
        if let first = value.first(where: { $0 > 32 }), first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            for entry in NamedValues.entries(in: value) {
                takeOne(entry.name, entry.value, place, "\(text) \(entry.name)")
            }
        } else {
            takeOne(text, value, place, text)
        }
    }

    private mutating func takeOne(_ name: String, _ value: [UInt8], _ place: CountdownPlaces.Place, _ shown: String) {
        guard found.count < Self.limit else { return }
        let mention = place.mention(or: "\(shown)=\"\(String(decoding: value.prefix(80), as: UTF8.self))\"")
        var countdown = Countdown(mention: mention, source: .attribute, name: shown)
        if CountdownNames.mayBeEnd(name.utf8) || name == "datetime", let moment = MomentReader.moment(value) {
            countdown.deadline = moment.milliseconds
            countdown.isZoned = moment.isZoned
        } else if CountdownNames.isLength(name.utf8) || CountdownNames.isClock(name.utf8),
            let length = Self.length(value, name)
        {
            countdown.remaining = length.milliseconds
            countdown.step = length.step
        } else {
            return
        }
        let isKnown = found.contains {
            $0.mention.locator == mention.locator && $0.deadline == countdown.deadline
                && $0.remaining == countdown.remaining
        }
        if !isKnown { found.append(countdown) }
    }

    /// A number of seconds, unless the name says otherwise, or a clock's figures.
    private static func length(_ value: [UInt8], _ name: String) -> RemainingTime? {
        let text = String(decoding: value.prefix(60), as: UTF8.self)
        guard let number = Int64(text), number > 0 else { return RemainingTime(text) }
        let step: Int64 =
            name.contains("milli") || name.hasSuffix("ms") ? 1 : name.contains("minute") ? 60_000 : 1_000
        let (length, isTooLong) = number.multipliedReportingOverflow(by: step)
        // Below a minute it is how long something is shown or how often a clock ticks.
        return isTooLong || length < 60_000 ? nil : RemainingTime(milliseconds: length, step: max(step, 1_000))
    }

    private mutating func readText(_ place: CountdownPlaces.Place, _ scripts: InlineScripts) {
        let text = page.document.visibleText(of: place.node, limit: 200)
        guard text.utf8.count < 200, let length = RemainingTime(text) ?? figures(in: place) else { return }
        found.append(
            Countdown(
                mention: place.mention(or: text), source: .text, remaining: length.milliseconds, step: length.step,
                mayBeReplaced: scripts.mayWriteClocks))
    }

    /// Figures by what their elements are called: `<b class="hours">02</b>`.
    private func figures(in place: CountdownPlaces.Place) -> RemainingTime? {
        let document = page.document
        var pairs: [(length: Int64, value: Int64)] = []
        for node in place.node..<min(place.end, place.node + 200) where document.nodes[node].isText {
            let digits = document.textBytes(of: node).trimmed
            guard !digits.isEmpty, digits.count <= 3, !document.nodes[node].isHidden,
                let value = Int64(String(decoding: digits, as: UTF8.self))
            else { continue }
            var parent = Int(document.nodes[node].parent)
            for _ in 0..<3 where parent > place.node {
                if let length = unit(of: parent) {
                    pairs.append((length, value))
                    break
                }
                parent = Int(document.nodes[parent].parent)
            }
        }
        return RemainingTime(pairs: pairs)
    }

    private func unit(of node: Int) -> Int64? {
        for name: AttributeName in [.class, .id] {
            guard let value = page.document.attribute(name, of: node), value.count <= 100 else { continue }
            for word in value.split(whereSeparator: { !$0.isASCIILetter }) where word.count > 2 {
                if let length = RemainingTime.unit(String(decoding: word, as: UTF8.self)) { return length }
            }
        }
        return nil
    }
}
