import Foundation
import Model
import Yams

/// The list of defects that were planted in a fixture shop: check id → where, in `planted.yaml` beside its pages.
struct PlantedDefects {
    /// Where a defect stands.
    enum Extent: Equatable {
        /// The shop as a whole.
        case site
        /// Every page that was read.
        case everyPage
        /// These paths.
        case pages(Set<String>)
    }

    let extents: [String: Extent]

    init(shop: String) throws {
        let text = try String(contentsOfFile: FixtureShop.folder(shop) + "/planted.yaml", encoding: .utf8)
        var extents: [String: Extent] = [:]
        for (key, value) in try Yams.compose(yaml: text)?.mapping ?? [:] {
            guard let id = key.string else { continue }
            if let paths = value.sequence {
                extents[id] = .pages(Set(paths.compactMap(\.string)))
            } else {
                extents[id] = value.string == "every page" ? .everyPage : .site
            }
        }
        self.extents = extents
    }

    /// What differs between the list and the findings, a line each; empty where they agree both ways.
    func differences(from result: AuditResult, origin: String) -> [String] {
        var lines: [String] = []
        let found = Dictionary(grouping: result.findings, by: \.check.rawValue)
        for id in Set(extents.keys).union(found.keys).sorted() {
            guard let planted = extents[id] else {
                let evidence = found[id]?.first?.evidence.first
                lines.append("\(id): made up: \(evidence?.url ?? "") \(evidence?.quote ?? "") \(evidence?.note ?? "")")
                continue
            }
            guard let findings = found[id] else {
                let check = result.checks.first { $0.id.rawValue == id }
                lines.append("\(id): missed (\(check?.verdict.rawValue ?? "no such check"): \(check?.reason ?? ""))")
                continue
            }
            lines += Self.difference(id, planted, findings, result, origin)
        }
        return lines
    }

    private static func difference(
        _ id: String, _ planted: Extent, _ findings: [Finding], _ result: AuditResult, _ origin: String
    ) -> [String] {
        let seen = Set(findings.flatMap(\.pages).map { String($0.dropFirst(origin.count)) })
        let expected: Set<String>
        switch planted {
        case .site: return []
        case .everyPage: expected = Set(result.pages.map { String($0.url.dropFirst(origin.count)) })
        case .pages(let paths): expected = paths
        }
        let missed = expected.subtracting(seen).sorted()
        let extra = seen.subtracting(expected).sorted()
        return (missed.isEmpty ? [] : ["\(id): missed on \(missed)"])
            + (extra.isEmpty ? [] : ["\(id): made up on \(extra)"])
    }
}
