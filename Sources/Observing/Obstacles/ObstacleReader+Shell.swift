import Model
import Parsing

extension ObstacleReader {
    /// Nothing is shown before scripts run: a place for them to write to, or a plea to switch them on.
    var shell: Obstacle? {
        let document = page.document
        guard words <= 25, links <= 3, facts.navigation.headings.isEmpty else { return nil }
        var scripts = 0
        var root: String?
        var plea = false
        for (i, node) in document.nodes.enumerated() where !node.isText {
            switch node.tag {
            case .script: if document.has(.src, i) { scripts += 1 }
            case .frame, .iframe: if document.has(.src, i) { return nil }
            case .noscript: plea = plea || asksForScripts(document.rawText(of: i, limit: 400))
            default:
                guard root == nil, let id = document.string(.id, of: i)?.lowercased() else { break }
                if Self.roots.contains(id) { root = id }
            }
        }
        guard scripts > 0 else { return nil }
        let isSaid = asksForScripts(String(decoding: document.text.prefix(2_000), as: UTF8.self))
        guard root != nil || plea || isSaid || words == 0 && links == 0 else { return nil }
        return obstacle(
            .needsBrowser,
            [
                "\(words) words and \(scripts) scripts", root.map { "an empty place “\($0)”" },
                plea || isSaid ? "a plea for JavaScript" : nil,
            ])
    }

    private func asksForScripts(_ text: String) -> Bool {
        guard let group = WallWords.group("script") else { return false }
        let numbers = page.lexicon.language(page.language.tag)?.numbers ?? NumberHabits()
        return page.lexicon.wallHits(in: text.utf8, numbers: numbers).contains { $0.group == group }
    }

    /// Ids that frameworks give to the element they fill: React, Vue, Next, Nuxt, Gatsby, Angular and kin.
    private static let roots: Set<String> = [
        "root", "app", "__next", "__nuxt", "___gatsby", "main-app", "q-app", "app-root", "react-root", "svelte",
        "ember-application", "vue-app", "app-container", "application", "page-root", "app-mount", "mount",
    ]
}
