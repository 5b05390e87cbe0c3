import Model
import Parsing

/// Tells buttons, forms and links that put a product into the cart.
struct OrderControl {
    let document: Document
    let names: PageNames
    let addresses: PageAddresses

    init(_ page: borrowing PageView) {
        document = page.document
        names = page.names
        addresses = page.addresses
    }

    /// How sure the markup alone makes it; words decide the rest.
    enum Sign { case certain, possible, none }

    /// What an element's tag, classes, name and address say.
    func sign(_ node: Int) -> Sign {
        let n = document.nodes[node]
        guard n.count > 0 || n.tag == .button else { return .none }
        if n.isHidden || n.region == .header || n.region == .navigation || n.region == .footer { return .none }
        if n.tag == .form { return isCartAddress(.action, node) ? .certain : .none }
        guard isControl(node, n.tag) else { return .none }
        if n.tag == .a, isCartAddress(.href, node) { return .certain }
        var words = names.words(node, of: document)
        if n.present.has(.name) { words.formUnion(ClassWords(.name, of: node, in: document)) }
        if let click = document.attribute(.onclick, of: node),
            click.has("cart.add") || click.has("addtocart")
        {
            return .certain
        }
        if words.contains(.wish) { return .none }
        // OpenCart's templates in every language.
        if let id = document.attribute(.id, of: node), id.isFolded("button-cart") { return .certain }
        if words.isSuperset(of: [.add, .cart]) { return .certain }
        if words.contains(.buy), n.tag == .button || n.tag == .input || n.tag == .a && leadsNowhere(node) {
            return .certain
        }
        return .possible
    }

    /// A link that is a button by script.
    private func leadsNowhere(_ node: Int) -> Bool {
        guard let href = document.attribute(.href, of: node) else { return true }
        return href.isEmpty || href.first == UInt8(ascii: "#") || href.has("javascript:")
    }

    func isDisabled(_ node: Int) -> Bool {
        if document.has(.disabled, node) { return true }
        if let value = document.attribute(named: "aria-disabled", of: node), value.isFolded("true") { return true }
        return names.words(node, of: document).contains(.disabled)
    }

    /// Cheap test by tag and names of attributes, before anything else is looked at.
    @inline(__always)
    static func isPossible(_ n: Document.Node) -> Bool {
        switch n.tag {
        case .button, .input, .a, .form: true
        case .div, .span: n.present.has(.role) || n.present.has(.onclick) || n.present.has(.class) && n.count <= 6
        case .other: n.present.has(.role) || n.present.has(.onclick)
        default: false
        }
    }

    private func isControl(_ node: Int, _ tag: Tag) -> Bool {
        switch tag {
        case .button: return true
        case .a: return true
        case .input:
            guard let type = document.attribute(.type, of: node) else { return false }
            return type.isFolded("submit") || type.isFolded("button") || type.isFolded("image")
        case .div, .span, .other:
            if let role = document.attribute(.role, of: node), role.isFolded("button") { return true }
            return document.has(.onclick, node) || isScripted(node)
        default: return false
        }
    }

    /// `<div class="btn add-to-cart">` around nothing but words: a script makes it a button.
    private func isScripted(_ node: Int) -> Bool {
        let n = document.nodes[node]
        guard n.tag != .other, names.words(node, of: document).isSuperset(of: [.add, .cart]) else { return false }
        return document.descendants(of: node).allSatisfy { i in
            switch document.nodes[i].tag {
            case .button, .a, .input, .form, .div: document.nodes[i].isText
            default: true
            }
        }
    }

    /// "cart/add", "add-to-cart", "basket/add/17".
    private func isCartAddress(_ name: AttributeName, _ node: Int) -> Bool {
        if let known = addresses[node] { return known.traits.contains(.cart) }
        return document.attribute(name, of: node).map { OrderControl.isCart(address: $0) } ?? false
    }

    static func isCart(address: ArraySlice<UInt8>) -> Bool {
        guard address.count >= 7 else { return false }
        if address.has("add") || address.has("cart") || address.has("buy") {
            if cartAddresses.contains(where: { address.has($0) }) { return true }
        }
        return hasWord(of: carts, address) && hasWord(of: adding, address)
    }

    /// One of the words begins where letters begin.
    private static func hasWord(of words: [StaticString], _ address: ArraySlice<UInt8>) -> Bool {
        address.withUnsafeBufferPointer { bytes in
            var isInWord = false
            for i in bytes.indices {
                let isLetter = BytePattern.lower(bytes[i]) >= 97 && BytePattern.lower(bytes[i]) <= 122
                defer { isInWord = isLetter }
                guard isLetter, !isInWord else { continue }
                for word in words where begins(word, bytes, i) { return true }
            }
            return false
        }
    }

    private static func begins(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard start + count <= bytes.count else { return false }
        for k in 0..<count where BytePattern.lower(bytes[start + k]) != word.utf8Start[k] { return false }
        return true
    }

    private static let cartAddresses: [StaticString] = [
        "add-to-cart", "add_to_cart", "addtocart", "cart/add", "cart/put", "basket/add", "add-to-basket", "add_product",
        "action=buy_now", "action=add2basket", "additem", "cart?add=",
    ]

    /// Carts and adding in the languages that templates are written in.
    private static let carts: [StaticString] = [
        "basket", "panier", "carrito", "carrello", "koszyk", "kosik", "kosar", "koshik", "sebet", "sepet", "korzin",
        "warenkorb", "winkelwagen", "varukorg",
    ]
    private static let adding: [StaticString] = [
        "add", "dodaj", "pridat", "dobav", "ajout", "aggiungi", "ekle", "elave", "hinzu", "toevoeg",
    ]
}
