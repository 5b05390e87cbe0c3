import Foundation
import Model
import Yams

@testable import Observing

/// A short text as a shop prints it, with what a person reads in it: `Tests/Fixtures/labelled-texts`.
struct LabelledText {
    /// What is read: `hours`, `clock`, `returns`, `free`, `channels`.
    let kind: String
    /// The file's name up to the full stop.
    let language: String
    /// Empty for a near miss.
    let label: Set<String>
    let html: String

    static let kinds = ["hours", "clock", "returns", "free", "channels"]

    /// Of all files, by language.
    static func all() throws -> [String: [LabelledText]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/labelled-texts")
        var out: [String: [LabelledText]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".yaml") {
            let data = try Data(contentsOf: folder.appending(path: name))
            let lists = try YAMLDecoder().decode([String: [[String: String]]].self, from: data)
            let language = String(name.prefix { $0 != "." })
            out[language, default: []] += kinds.flatMap { kind in
                (lists[kind] ?? []).flatMap { $0 }.map { label, html in
                    LabelledText(kind: kind, language: language, label: values(label), html: html)
                }
            }
        }
        return out
    }

    private static func values(_ label: String) -> Set<String> {
        ["no", "none"].contains(label) ? [] : Set(label.components(separatedBy: ", "))
    }

    /// What the observers read, in the label's terms.
    func found() throws -> Set<String> {
        let page = "<!DOCTYPE html><html lang=\"\(language)\"><title>–</title><body><main>\(html)</main></body></html>"
        let facts = try ObservedPage(page, at: "/help").facts
        switch kind {
        case "hours": return facts.terms["contact.hours"] == nil ? [] : ["yes"]
        case "clock":
            let isSaid = facts.terms["contact.roundClock"] != nil
            return isSaid || facts.promises.contains { $0.kind == .roundTheClock } ? ["yes"] : []
        case "returns": return Set(facts.promises.filter { $0.kind == .returnDays }.map(days))
        case "free": return Set(facts.promises.filter { $0.kind == .freeDelivery }.map(sum))
        default:
            let all = facts.contact.messengers + facts.contact.socials
            return Set(all.filter { $0.role == .profile }.map(\.platform))
        }
    }

    /// The label's own words where the length is the same: 14 days for two weeks.
    private func days(_ promise: Promise) -> String {
        let hours = promise.span?.hours ?? 0
        return label.first { LabelledText.hours($0) == hours } ?? "\(Int(hours / 24)) days"
    }

    private static func hours(_ label: String) -> Double? {
        let words = label.split(separator: " ")
        guard words.count == 2, let count = Double(words[0]) else { return nil }
        return TimeUnit.allCases.first { words[1].hasPrefix($0.rawValue) }.map { count * $0.hours }
    }

    /// The label's own words where the amount is the same and no other currency is told.
    private func sum(_ promise: Promise) -> String {
        let amount = promise.amount.flatMap { Double($0.decimal) }
        return label.first { label in
            let words = label.split(separator: " ")
            return words.count == 2 && Double(words[0]) == amount
                && (promise.amount?.currency ?? String(words[1])) == words[1]
        } ?? promise.amount?.text ?? "?"
    }
}
