import Model

/// Notes that take something back and have to be opened, or looked for elsewhere.
struct AsteriskBuried: Check {
    static let id = CheckID(.promotions, "asterisk-buried")

    init(settings: NoSettings) {}

    func evaluate(_ page: PageFacts) -> Outcome {
        let marked = page.promotions.claims.filter { $0.marker != nil && $0.noteState != nil }
        guard page.fetch.isSuccess, !marked.isEmpty else { return .notApplicable("no claim with a mark such as *") }
        if let reason = page.truncated { return .undetermined("the page was not read to its end: \(reason)") }
        let found = marked.filter { $0.noteState != .nowhere }
        guard let first = found.first else { return .notApplicable("no mark leads to a note that was found") }
        let buried = found.filter { claim in
            switch claim.noteState {
            case .collapsed: !claim.takesBack.isEmpty
            case .otherPage, .file: claim.leadsByMark
            default: false
            }
        }
        guard !buried.isEmpty else {
            guard let open = found.first(where: { $0.noteState == .onPage }) else {
                return .undetermined(
                    "“\(first.mention.quote.prefix(60))” has a link beside it that may lead to the note")
            }
            let note = "the note stands open, \(AsteriskBuried.distance(open)); its size and contrast were not measured"
            return .pass([Evidence(url: page.url, open.mention, note: note)])
        }
        return .fail(
            Failure(
                evidence: buried.prefix(3).flatMap { claim in
                    [Evidence(url: page.url, claim.mention, note: AsteriskBuried.place(claim))]
                        + (claim.note.map { [Evidence(url: page.url, $0, note: "the note")] } ?? [])
                }, confidence: .likely))
    }

    private static func distance(_ claim: Claim) -> String {
        switch claim.noteDistance ?? 0 {
        case 0: "in the same paragraph"
        case 1: "in the next paragraph"
        default: "\(claim.noteDistance ?? 0) paragraphs on"
        }
    }

    private static func place(_ claim: Claim) -> String {
        switch claim.noteState {
        case .collapsed: "the note has to be opened first"
        case .file: "the mark leads to a file: \(claim.noteLink ?? "")"
        default: "the mark leads to another page: \(claim.noteLink ?? "")"
        }
    }
}
