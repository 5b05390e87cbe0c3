import Model

/// What an example says of later and of earlier visits.
extension DefinitionReader {
    func revisits(_ mapping: YAMLMapping) throws -> [String: ExampleVisit]? {
        guard mapping.node("revisits") != nil else { return nil }
        let revisits = try mapping.mapping("revisits")
        var found: [String: ExampleVisit] = [:]
        for key in revisits.keys {
            let visit = try revisits.mapping(key)
            try visit.allowOnly(["after", "html", "copy"])
            guard let after = Int(exactly: try visit.number("after")), after >= 0 else {
                throw visit.error("after", "must be a whole number of seconds")
            }
            found[try address(key, revisits, key)] = ExampleVisit(
                after: after, html: visit.node("html") == nil ? nil : try html(visit, "html"),
                copy: visit.node("copy") == nil ? nil : try visit.choice("copy", CopySign.self))
        }
        return found
    }

    func countdowns(_ mapping: YAMLMapping) throws -> [String: [ExampleEnd]]? {
        guard mapping.node("countdowns") != nil else { return nil }
        let countdowns = try mapping.mapping("countdowns")
        var found: [String: [ExampleEnd]] = [:]
        for key in countdowns.keys {
            found[try address(key, countdowns, key)] = try countdowns.strings(key).map { text in
                guard let end = ExampleEnd(text) else {
                    throw countdowns.error(key, "“\(text)” is not like “5: 2026-02-27T12:00:00Z, Sale ends in”")
                }
                return end
            }
        }
        return found
    }
}
