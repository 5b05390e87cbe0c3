import Model
import Parsing

extension TextSketch {
    private static let size = 16

    /// Of a page whose facts are complete. Sums and minima, so that the order of blocks tells nothing.
    init(_ document: Document, _ facts: PageFacts) {
        self.init()
        var lowest = [UInt32](repeating: .max, count: TextSketch.size)
        // The pointer doesn't leave this call.
        document.text.withUnsafeBufferPointer { text in
            for block in document.blocks where TextSketch.tells(block.region) {
                guard let base = UnsafeBufferPointer(rebasing: text[block.text]).baseAddress else { continue }
                let hash = hashBytes(base, block.text.count)
                whole &+= hash
                blocks += 1
                if !block.marks.contains(.digit) {
                    steady &+= hash
                    steadyBytes += block.text.count
                }
                var x = hash
                for k in 0..<TextSketch.size {
                    x = x &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
                    lowest[k] = min(lowest[k], UInt32(truncatingIfNeeded: x >> 32))
                }
            }
        }
        guard blocks > 0 else { return }
        minima = lowest
        whole = TextSketch.mixed(whole, facts.head.title ?? "")
        identity = TextSketch.identity(of: facts)
    }

    private static func tells(_ region: PageRegion) -> Bool {
        region != .navigation && region != .header && region != .footer
    }

    private static func identity(of facts: PageFacts) -> UInt64 {
        var hash = mixed(0, facts.head.title ?? "")
        for heading in facts.navigation.headings.prefix(3) { hash = mixed(hash, heading.text) }
        let reading = facts.readability
        for number in [reading.runningWords, reading.sentences, facts.pricing.tiles.count] {
            hash = (hash ^ UInt64(truncatingIfNeeded: number)) &* 0x9E37_79B9_7F4A_7C15
        }
        if let own = facts.pricing.visible { hash = mixed(hash, own.name, own.price) }
        for tile in facts.pricing.tiles.prefix(60) { hash = mixed(hash, tile.offer.name, tile.offer.price) }
        return hash
    }

    private static func mixed(_ hash: UInt64, _ name: String?, _ price: Money?) -> UInt64 {
        let named = mixed(hash, name ?? "")
        guard let price else { return named }
        return mixed(named ^ UInt64(bitPattern: price.minor) &* 0x9E37_79B9_7F4A_7C15, price.currency ?? "")
    }

    private static func mixed(_ hash: UInt64, _ words: String) -> UInt64 {
        var words = words
        return words.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return hash &* 0xD6E8_FEB8_6659_FD93 }
            return (hash ^ hashBytes(base, bytes.count)) &* 0xD6E8_FEB8_6659_FD93
        }
    }
}
