import Model

extension FactIndex {
    static let terms: [FactEntry] = TermGroups.statements.map { group in
        words(termsPrefix + group, "words of “\(group)”", "words of the language files' group \(group)") {
            $0.terms[group] ?? []
        }
    }

    static let linkedPages: [FactEntry] = TermGroups.linkedPages.map { group in
        words(termsPrefix + group, "links that bear a name of the language files' group \(group)") {
            $0.terms[group] ?? []
        }
    }
}
