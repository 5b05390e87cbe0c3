import Foundation
import Model
import Yams

@testable import Observing

/// A sentence with the kinds of clauses that a person reads in it: `Tests/Fixtures/labelled-clauses`.
struct LabelledClause {
    /// Each kind with what it names, "" where nothing is.
    let labels: [ConditionKind: String]
    let text: String
    let language: String

    /// A promotion's terms are headed so.
    static let headings = [
        "en": "Terms of the promotion", "de": "Aktionsbedingungen", "ru": "Условия акции", "sk": "Podmienky akcie",
        "az": "Kampaniyanın şərtləri", "hy": "Ակցիայի պայմանները", "th": "เงื่อนไขโปรโมชั่น",
        "pl": "Regulamin promocji", "cs": "Podmínky akce", "uk": "Умови акції", "tr": "Kampanya koşulları",
        "es": "Condiciones de la promoción", "fr": "Conditions de la promotion",
        "it": "Regolamento della promozione",
    ]

    /// Of all files, by language.
    static func all() throws -> [String: [LabelledClause]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/labelled-clauses")
        var out: [String: [LabelledClause]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".yaml") {
            let data = try Data(contentsOf: folder.appending(path: name))
            let language = String(name.prefix { $0 != "." })
            for entry in try YAMLDecoder().decode([[String: String]].self, from: data) {
                for (label, text) in entry {
                    out[language, default: []].append(
                        LabelledClause(labels: read(label), text: text, language: language))
                }
            }
        }
        return out
    }

    private static func read(_ label: String) -> [ConditionKind: String] {
        var out: [ConditionKind: String] = [:]
        for part in label.components(separatedBy: ", ") {
            let words = part.split(separator: "=")
            if let kind = words.first.flatMap({ ConditionKind(rawValue: String($0)) }) {
                out[kind] = words.count > 1 ? String(words[1]) : ""
            }
        }
        return out
    }

    /// What the observers read.
    func found() throws -> [Condition] {
        let heading = LabelledClause.headings[language] ?? ""
        let page = """
            <!DOCTYPE html><html lang="\(language)"><title>–</title><body><main><h1>\(heading)</h1>\
            <p>\(text)</p></main></body></html>
            """
        return try ObservedPage(page, at: "/actions").facts.promotions.conditions.filter { $0.mention.quote != heading }
    }

    /// What a clause names, in the label's terms.
    static func named(_ condition: Condition) -> String {
        switch condition.kind {
        case .minimumPurchase: condition.amount.flatMap { Double($0.decimal) }.map { "\(Int($0))" } ?? ""
        case .minimumQuantity: condition.count.map(String.init) ?? ""
        case .dates:
            condition.until.map { String(format: "%04d-%02d-%02d", $0.year, $0.month, $0.day) } ?? ""
        default: ""
        }
    }
}
