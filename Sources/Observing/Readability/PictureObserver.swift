import Model
import Parsing

/// Content pictures and whether they have a text alternative at all. `alt=""` is one: the author says that the
/// picture decorates (WCAG 2.2, 1.1.1, technique H67).
struct PictureObserver {
    private(set) var count = 0
    private(set) var without: [Mention] = []
    private(set) var withoutCount = 0
    private static let kept = 20

    mutating func visit(picture i: Int, of page: borrowing PageView) {
        let document = page.document
        guard isContentPicture(i, of: document) else { return }
        count += 1
        guard !hasText(i, document) else { return }
        withoutCount += 1
        guard without.count < PictureObserver.kept else { return }
        let address = document.attribute(.src, of: i) ?? document.attribute(.dataSrc, of: i) ?? []
        without.append(page.mention(of: i, quote: String(decoding: address.prefix(Mention.quoteLimit), as: UTF8.self)))
    }

    private func hasText(_ i: Int, _ document: Document) -> Bool {
        if document.has(.alt, i) { return true }
        for name in [AttributeName.ariaLabel, .ariaLabelledby, .title] {
            if let value = document.attribute(name, of: i), !value.isBlank { return true }
        }
        if let role = document.attribute(.role, of: i),
            role.equalsFolded("presentation") || role.equalsFolded("none")
        {
            return true
        }
        return document.closest(i) { isSilent($0, document) } != nil
    }

    /// Not for assistive software, or for browsers without scripts only, or one whole with a label.
    private func isSilent(_ i: Int, _ document: Document) -> Bool {
        if document.isAriaHidden(i) || document.nodes[i].tag == .noscript { return true }
        guard let role = document.attribute(.role, of: i) else { return false }
        return role.equalsFolded("img") && document.has(.ariaLabel, i)
    }
}
