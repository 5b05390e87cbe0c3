import Parsing

/// What follows from a link's or a form's address alone.
struct LinkReading: Sendable {
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        /// A way to reach somebody, or a contact page.
        static let contact = Traits(rawValue: 1)
        /// Puts something into the cart.
        static let cart = Traits(rawValue: 2)
        /// Puts a listing in order.
        static let sorts = Traits(rawValue: 4)
    }

    let target: LinkTarget
    let traits: Traits

    /// - Parameter domain: The site's registrable domain in lower case.
    init(_ written: ArraySlice<UInt8>, domain: [UInt8], _ catalogue: ChannelCatalogue) {
        target = LinkTarget(trimmedBytes(written), domain: domain)
        var traits: Traits = []
        if ContactLink(written, domain: domain, catalogue) != nil { traits.insert(.contact) }
        if OrderControl.isCart(address: written) { traits.insert(.cart) }
        if ListingControls.sorts(address: written) { traits.insert(.sorts) }
        self.traits = traits
    }
}

/// The addresses of one page's links and forms, by element.
struct PageAddresses: Sendable {
    /// By node, an index of `readings`; -1 for an element without an address, and for all where nothing was read.
    fileprivate var places: [Int32] = []
    fileprivate var readings: [LinkReading] = []

    /// Of `<a>` and `<area>` with an href and of forms with an action; nil for others.
    @inline(__always)
    subscript(_ node: Int) -> LinkReading? {
        guard node < places.count else { return nil }
        let place = Int(places[node])
        return place >= 0 && place < readings.count ? readings[place] : nil
    }
}

/// Addresses of earlier pages: menus, footers and tiles lead to the same ones again and again.
struct AddressMemory {
    private var texts = KnownTexts()
    /// By the numbers of `texts`.
    private var known: [LinkReading] = []

    var isFull: Bool { texts.isFull }

    /// Reads each address of a page that wasn't known.
    mutating func read(_ document: Document, domain: [UInt8], _ catalogue: ChannelCatalogue) -> PageAddresses {
        var page = PageAddresses()
        page.places = [Int32](repeating: -1, count: document.nodes.count)
        page.readings.reserveCapacity(192)
        for (i, n) in document.nodes.enumerated() {
            let name: AttributeName
            switch n.tag {
            case .a, .area: name = .href
            case .form: name = .action
            default: continue
            }
            guard n.present.has(name), let value = document.attribute(name, of: i) else { continue }
            page.places[i] = Int32(truncatingIfNeeded: page.readings.count)
            page.readings.append(reading(of: value, domain, catalogue))
        }
        return page
    }

    private mutating func reading(
        of value: ArraySlice<UInt8>, _ domain: [UInt8], _ catalogue: ChannelCatalogue
    ) -> LinkReading {
        let number = value.withUnsafeBufferPointer { Int(texts.number(of: $0)) }
        if number >= 0, number < known.count { return known[number] }
        let new = LinkReading(value, domain: domain, catalogue)
        if number == known.count { known.append(new) }
        return new
    }
}
