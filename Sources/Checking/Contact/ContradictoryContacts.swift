import Model

/// One shop, two main numbers: pages that each show a single number, or structured data and text, name different ones; or
/// text and structured data name different postal addresses.
struct ContradictoryContacts: Check {
    static let id = CheckID(.contact, "contradictory-contacts")

    init(settings: NoSettings) {}

    func evaluate(_ site: SiteFacts) -> Outcome {
        let numbers = judgeNumbers(site.numbers)
        guard let places = judgePlaces(site.addresses) else { return numbers }
        switch (numbers, places) {
        case (.fail(var failure), .fail(let other)):
            failure.evidence += other.evidence
            failure.detail = [failure.detail, other.detail].compactMap { $0 }.joined(separator: "; ")
            return .fail(failure)
        case (.fail, _): return numbers
        case (_, .fail), (.notApplicable, _): return places
        default: return numbers
        }
    }

    /// Nil where there aren't just one address in text and one in structured data: branches, or nothing to compare.
    private func judgePlaces(_ addresses: SiteAddresses) -> Outcome? {
        guard addresses.shown.count == 1, addresses.structured.count == 1, let text = addresses.shown.first,
            let data = addresses.structured.first
        else { return nil }
        guard text.postalCode != data.postalCode else { return .pass([text.evidence]) }
        var second = data.evidence
        second.note = "in the structured data"
        return .fail(
            Failure(
                evidence: [text.evidence, second], confidence: .likely,
                detail: "postal codes \(text.postalCode) and \(data.postalCode)"))
    }

    private func judgeNumbers(_ numbers: SiteNumbers) -> Outcome {
        let shown = Set(numbers.lone.map(\.e164)).union(numbers.together)
        guard !shown.isEmpty || !numbers.structured.isEmpty else {
            return .notApplicable("no telephone number on the pages read")
        }
        // Several branches, departments or lines beside each other: nobody can tell which is the main one.
        guard numbers.together.isEmpty else {
            return .pass(numbers.lone.prefix(2).map(\.evidence) + numbers.structured.prefix(1).map(\.evidence))
        }
        guard numbers.lone.count <= 2, numbers.structured.count <= 1 else {
            return .undetermined("different pages show different numbers, as shops with several branches do")
        }
        if numbers.lone.count == 2 { return judge(numbers.lone[0], numbers.lone[1], "on another page") }
        if let text = numbers.lone.first, let structured = numbers.structured.first, text.e164 != structured.e164 {
            return judge(text, structured, "in the structured data")
        }
        return .pass((numbers.lone + numbers.structured).prefix(2).map(\.evidence))
    }

    private func judge(_ one: NamedNumber, _ other: NamedNumber, _ place: String) -> Outcome {
        guard isRival(one, other) else {
            return .undetermined("\(one.e164) and \(other.e164) may be lines for different callers")
        }
        var second = other.evidence
        second.note = "\(other.e164) \(place)"
        var first = one.evidence
        first.note = one.e164
        return .fail(
            Failure(
                evidence: [first, second], confidence: .likely,
                detail: "\(one.e164) and \(other.e164) are each named as the shop's only number, and never together"))
    }

    /// Of one country, one price to call and one language, and without a department beside either.
    private func isRival(_ one: NamedNumber, _ other: NamedNumber) -> Bool {
        one.region == other.region && (one.line == .tollFree) == (other.line == .tollFree)
            && one.language == other.language && !one.hasLabel && !other.hasLabel
    }
}
