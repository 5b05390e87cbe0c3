import Model
import Parsing

/// Messengers and profiles that stand in text without a link: "WhatsApp: +49 …", "Instagram: @name", "vk.com/name".
struct NamedChannels {
    let channel: Int
    let hit: TermHit
    /// The name, number or address: bytes of the text.
    let range: Range<Int>

    /// Those that are reached by a telephone number.
    private static let byNumber: Set<String> = ["whatsapp", "telegram", "viber", "line"]
    private static let groups: [(group: TermGroup, platform: String)] = TermGroups.channels.compactMap { name in
        TermGroup(name).map { ($0, String(name.dropFirst("channel.".count))) }
    }
    private static let platforms: [TermGroup: String] = Dictionary(
        groups.map { ($0.group, $0.platform) }, uniquingKeysWith: { first, _ in first })

    /// At most 20, in the page's order.
    static func all(in page: PageView, _ catalogue: ChannelCatalogue) -> [NamedChannels] {
        var found: [NamedChannels] = []
        for hit in page.hits where found.count < 20 {
            guard let platform = platforms[hit.group],
                let index = catalogue.channels.firstIndex(where: { $0.platform == platform })
            else { continue }
            let end = page.document.blocks[Int(hit.block)].text.upperBound
            let text = page.document.text[hit.range.lowerBound..<end]
            guard let range = address(text, hit, index, catalogue) ?? name(text, hit, byNumber.contains(platform)),
                page.link(around: hit) == nil
            else { continue }
            found.append(NamedChannels(channel: index, hit: hit, range: range))
        }
        return found
    }

    /// "vk.com/name": the hit is the host.
    private static func address(
        _ text: ArraySlice<UInt8>, _ hit: TermHit, _ channel: Int, _ catalogue: ChannelCatalogue
    ) -> Range<Int>? {
        guard text.dropFirst(hit.range.count).first == UInt8(ascii: "/") else { return nil }
        var written = text.prefix(200).prefix { $0 > 32 && $0 < 0x80 && !",;)\"<>".utf8.contains($0) }
        while let last = written.last, ".!?:".utf8.contains(last) { written = written.dropLast() }
        let address = Array("https://".utf8) + written
        guard let found = catalogue.classify(LinkShape(address[...])), found.channel == channel, found.role == .profile
        else { return nil }
        return written.indices
    }

    /// Behind a colon or dash: "@name", or a number to write to.
    private static func name(_ text: ArraySlice<UInt8>, _ hit: TermHit, _ takesNumber: Bool) -> Range<Int>? {
        var i = hit.range.upperBound
        var isMarked = false
        while i < text.endIndex, i < hit.range.upperBound + 6 {
            let b = text[i]
            // A colon, a dash, the Armenian "՝"; spaces around them.
            if b == UInt8(ascii: ":") || b == UInt8(ascii: "-") || b >= 0x80 {
                isMarked = true
            } else if b != 32, b != 0x28 {
                break
            }
            i += 1
        }
        guard isMarked, i < text.endIndex else { return nil }
        if text[i] == UInt8(ascii: "@") {
            let name = text[(i + 1)...].prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x5F || $0 == 0x2E }
            return (3...40).contains(name.count) ? i..<name.endIndex : nil
        }
        guard takesNumber, text[i] == UInt8(ascii: "+") || text[i].isASCIIDigit else { return nil }
        let number = text[i...].prefix { $0.isASCIIDigit || " +()-.".utf8.contains($0) }
        return (9...15).contains(number.count(where: \.isASCIIDigit)) ? i..<number.endIndex : nil
    }
}
