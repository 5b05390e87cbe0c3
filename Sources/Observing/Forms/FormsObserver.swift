import Model
import Parsing

/// Gathers forms, what they are for, and boxes that are ticked beforehand.
struct FormsObserver: PageObserver {
    private let terms = FormTerms.all
    private var forms: [FormSketch] = []
    /// Controls outside of any form that may work like one.
    private var loose: [FormSketch] = []
    private var hasScript = false

    /// At most this many forms from one page.
    static let limit = 40

    init(context: ObservingContext) {}

    mutating func visit(element node: Int, of page: borrowing PageView) {
        let document = page.document
        switch document.nodes[node].tag {
        case .form:
            if forms.count < FormsObserver.limit { forms.append(FormSketch(node: node, of: document)) }
        case .input, .select, .textarea, .button:
            if let last = forms.indices.last, node < forms[last].end {
                forms[last].take(node, of: document)
            } else if document.nodes[node].tag == .input, !document.nodes[node].isHidden {
                visit(loose: node, of: document)
            }
        case .script:
            if !hasScript, document.attribute(.type, of: node)?.containsFolded("json") != true { hasScript = true }
        default: break
        }
    }

    /// A search field or an address for news that only a script reads.
    private mutating func visit(loose node: Int, of document: Document) {
        guard loose.count < 5 else { return }
        let holder = document.closest(node) { $0 != node && document.nodes[$0].tag.isBlock } ?? node
        var sketch = FormSketch(node: holder, of: document, isForm: false)
        sketch.take(node, of: document)
        sketch.hasHandler = true
        guard sketch.count(.search) + sketch.count(.email) + sketch.count(.text) == 1 else { return }
        loose.append(sketch)
    }

    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts) {
        let page = copy page
        guard !forms.isEmpty || !loose.isEmpty else { return }
        let words = blockWords(of: page)
        facts.forms = forms.indices.map { fact(forms[$0], words[$0], page) }
        for sketch in loose where !facts.forms.contains(where: { $0.purpose == .search }) || sketch.count(.email) > 0 {
            let fact = fact(sketch, [], page)
            let isCalled =
                sketch.count(.search) > 0 || sketch.has("search") || sketch.has("newsletter") || sketch.has("subscri")
            if isCalled, fact.purpose == .search || fact.purpose == .newsletter { facts.forms.append(fact) }
        }
    }

    private func fact(_ form: FormSketch, _ words: Set<TermGroup>, _ page: PageView) -> FormFact {
        var purpose = FormPurposeReader(form: form, words: words, terms: terms).purpose
        // Looking up words in attributes is dear: only where markup and text leave it open.
        if purpose == .other, form.fields.contains(where: { $0.kind != .choice }) {
            let more = words.union(controlWords(of: form, page))
            if more.count > words.count { purpose = FormPurposeReader(form: form, words: more, terms: terms).purpose }
        }
        return FormFact(
            purpose: purpose, action: form.action.map { String(decoding: $0.prefix(400), as: UTF8.self) },
            method: form.isPost ? "post" : "get", fieldCount: form.fieldCount, hasTarget: hasTarget(form),
            preticked: preticked(form, purpose: purpose, page), mention: page.mention(of: form.node))
    }

    /// Without an action a form goes to the page itself, which only a POST, or a script, makes sense of.
    private func hasTarget(_ form: FormSketch) -> Bool {
        if form.hasHandler { return true }
        guard let action = form.action, !action.isEmpty else { return form.isPost || hasScript }
        let isNowhere = action.first == UInt8(ascii: "#") || action.prefix(11).elementsEqual("javascript:".utf8)
        return !isNowhere || hasScript
    }

    /// Groups of terms in the blocks of each form.
    private func blockWords(of page: PageView) -> [Set<TermGroup>] {
        var words = [Set<TermGroup>](repeating: [], count: forms.count)
        guard !forms.isEmpty else { return words }
        let wanted = FormTerms.isWanted
        for hit in page.hits where wanted[Int(hit.group.rawValue)] {
            let node =
                page.textNode(at: hit.range.lowerBound, in: Int(hit.block)) ?? page.document.blocks[Int(hit.block)].node
            if let i = forms.lastIndex(where: { $0.node <= node && node < $0.end }) { words[i].insert(hit.group) }
        }
        return words
    }

    /// Terms in what is no text: buttons' values and placeholders.
    private func controlWords(of form: FormSketch, _ page: PageView) -> Set<TermGroup> {
        var words: Set<TermGroup> = []
        for field in form.fields.prefix(12) where field.kind != .choice {
            let names: [AttributeName] =
                field.kind == .button ? [.value, .ariaLabel, .title] : [.placeholder, .ariaLabel]
            for name in names {
                guard let value = page.document.attribute(name, of: field.node), !value.isBlank else { continue }
                for hit in page.lexicon.hits(in: value.prefix(120), language: page.language.tag) {
                    words.insert(hit.group)
                }
            }
        }
        return words
    }

    // MARK: Boxes

    /// Boxes and switches that are on beforehand and add a consent or a cost.
    private func preticked(_ form: FormSketch, purpose: FormPurpose, _ page: PageView) -> [Mention] {
        switch purpose {
        case .newsletter, .contact, .registration, .order, .review, .callback, .other: break
        case .search, .login, .filter: return []
        }
        var found: [Mention] = []
        for field in form.fields where field.isTicked && found.count < 10 && !page.document.has(.disabled, field.node) {
            let isBox = page.document.attribute(.type, of: field.node)?.equalsFolded("checkbox") ?? false
            let value = page.document.attribute(.value, of: field.node) ?? []
            let isYes =
                value.equalsFolded("1") || value.equalsFolded("yes") || value.equalsFolded("on")
                || value.equalsFolded("true")
            guard isBox || isYes, !page.document.nodes[field.node].isHidden else { continue }
            let label = label(of: field.node, in: page.document)
            let hits = page.lexicon.hits(in: Array(label.utf8), language: page.language.tag)
            let isCalled = FormsObserver.consentNames.contains { field.name.containsFolded($0) }
            let costs = isBox && purpose == .order && FormsObserver.namesAmount(label, page)
            if isCalled || costs || hits.contains(where: { terms.consents.contains($0.group) }) {
                found.append(
                    page.mention(
                        of: field.node, quote: label.isEmpty ? String(decoding: field.name, as: UTF8.self) : label))
            }
        }
        return found
    }

    /// An amount of money with its currency: what ticking the box costs.
    private static func namesAmount(_ label: String, _ page: PageView) -> Bool {
        guard label.utf8.contains(where: { (48...57).contains($0) }) else { return false }
        return MoneyReader(MoneyHabits(page: page)).read(label).contains { $0.nature == .money && $0.hasCurrency }
    }

    private static let consentNames: [StaticString] = [
        "newsletter", "subscri", "optin", "opt_in", "opt-in", "marketing", "mailing", "consent", "agree", "gdpr",
        "insurance", "donat",
        "warranty", "giftwrap", "gift_wrap", "protection",
    ]

    /// The words of a control's `<label>`, around it or by its id, or those right after it.
    private func label(of node: Int, in document: Document) -> String {
        if let label = document.closest(node, where: { document.nodes[$0].tag == .label }) {
            return document.visibleText(of: label, limit: 240)
        }
        if let id = document.attribute(.id, of: node), !id.isEmpty,
            let form = document.closest(node, where: { document.nodes[$0].tag == .form })
        {
            for i in document.descendants(of: form) where document.nodes[i].tag == .label {
                if document.attribute(.for, of: i)?.elementsEqual(id) ?? false {
                    return document.visibleText(of: i, limit: 240)
                }
            }
        }
        let parent = Int(document.nodes[node].parent)
        guard parent >= 0 else { return "" }
        for i in (node + 1)..<max(node + 1, Int(document.nodes[parent].end))
        where document.nodes[i].isText && !document.nodes[i].isHidden {
            let words = String(decoding: collapsed(Array(document.textBytes(of: i)), limit: 240), as: UTF8.self)
            if !words.isEmpty { return words }
        }
        return ""
    }
}
