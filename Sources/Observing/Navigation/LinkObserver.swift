import Model
import Parsing

/// Gathers every address that a page refers to, names its links, and keeps those that have no name.
struct LinkObserver {
    private(set) var links = PageLinks()
    private(set) var linkCount = 0
    private(set) var internalCount = 0
    private(set) var nameless: [Mention] = []
    private(set) var namelessCount = 0
    /// Of the link read last.
    private(set) var name = LinkName()
    private let domain: [UInt8]

    static let keptMentions = 20

    init(domain: [UInt8]) { self.domain = domain }

    /// An `<a>` or `<area>`; nil where it has no href.
    mutating func visit(link i: Int, of page: borrowing PageView) -> LinkTarget? {
        guard let raw = page.document.attribute(.href, of: i) else { return nil }
        let n = page.document.nodes[i]
        let href = trimmedBytes(raw)
        let target = page.addresses[i]?.target ?? LinkTarget(href, domain: domain)
        if n.tag == .area {
            let alt = page.document.attribute(.alt, of: i) ?? []
            append(href, text: alt, traits: [.notAnAnchor], of: i, page.document)
            return target
        }
        name.read(i, of: page.document)
        append(href, text: name.bytes[...], traits: [], of: i, page.document)
        if !n.isHidden {
            if target.leadsSomewhere { linkCount += 1 }
            if target == .inside { internalCount += 1 }
            if name.bytes.isEmpty, !href.isEmpty { note(nameless: i, href: href, page) }
        }
        return target
    }

    /// Anything but an anchor that refers to a page or a picture.
    mutating func visit(reference i: Int, of document: Document) {
        switch document.nodes[i].tag {
        case .link: visit(headLink: i, of: document)
        case .iframe, .frame: append(.src, of: i, document, traits: .notAnAnchor)
        case .form:
            if let method = document.attribute(.method, of: i), method.equalsFolded("post") { return }
            append(.action, of: i, document, traits: .notAnAnchor)
        case .base where links.base == nil: links.base = document.string(.href, of: i)
        default: break
        }
    }

    /// A meta element that leads on.
    mutating func visit(_ refresh: DeclaredRefresh, _ i: Int, of document: Document) {
        append(Array(refresh.target.utf8)[...], text: [], traits: [.notAnAnchor, .leadsOn], of: i, document)
    }

    /// A content picture.
    mutating func visit(picture i: Int, of document: Document) {
        let address = document.attribute(.src, of: i)
        let isData = address.map { $0.starts(with: "data:".utf8) } ?? true
        append(isData ? .dataSrc : .src, of: i, document, traits: .image)
    }

    private mutating func visit(headLink i: Int, of document: Document) {
        guard let rel = document.attribute(.rel, of: i) else { return }
        let isPlain = rel.equalsFolded("canonical") || rel.equalsFolded("next") || rel.equalsFolded("prev")
        let isAlternate = rel.equalsFolded("alternate") && document.attribute(.type, of: i) == nil
        if isPlain || isAlternate { append(.href, of: i, document, traits: .notAnAnchor) }
    }

    private mutating func append(
        _ attribute: AttributeName, of i: Int, _ document: Document, traits: PageLinks.Traits
    ) {
        guard let value = document.attribute(attribute, of: i) else { return }
        let href = trimmedBytes(value)
        guard !href.isEmpty else { return }
        append(href, text: [], traits: traits, of: i, document)
    }

    private mutating func append(
        _ href: ArraySlice<UInt8>, text: ArraySlice<UInt8>, traits: PageLinks.Traits, of i: Int,
        _ document: borrowing Document
    ) {
        guard !href.isEmpty else { return }
        var traits = traits
        if document.has(.rel, i), let rel = document.attribute(.rel, of: i), rel.containsFolded("nofollow") {
            traits.insert(.nofollow)
        }
        switch document.nodes[i].region {
        case .navigation: traits.insert(.inNavigation)
        case .footer: traits.insert(.inFooter)
        case .header: traits.insert(.inHeader)
        default: break
        }
        // The pointers don't leave this call.
        href.withUnsafeBufferPointer { href in
            text.withUnsafeBufferPointer { links.append(href: href, text: $0, traits: traits) }
        }
    }

    private mutating func note(nameless i: Int, href: ArraySlice<UInt8>, _ page: borrowing PageView) {
        let document = page.document
        if let role = document.attribute(.role, of: i), !role.equalsFolded("link") { return }
        // Not for assistive software at all: a second link over a picture, as a rule.
        if let index = document.attribute(named: "tabindex", of: i), index.first == 45 { return }
        if document.closest(i, where: { document.isAriaHidden($0) }) != nil { return }
        // Content that only a script or a plug-in names.
        if document.descendants(of: i).contains(where: { isOpaque(document.nodes[$0].tag) }) { return }
        namelessCount += 1
        guard nameless.count < LinkObserver.keptMentions else { return }
        nameless.append(page.mention(of: i, quote: String(decoding: href.prefix(Mention.quoteLimit), as: UTF8.self)))
    }

    private func isOpaque(_ tag: Tag) -> Bool {
        switch tag {
        case .iframe, .object, .embed, .canvas, .video, .audio, .slot, .button: true
        default: false
        }
    }
}
