import Model

/// The result as Markdown (CommonMark with tables), for a pull request or a ticket.
enum MarkdownReport {
    static func render(_ result: AuditResult) -> String {
        var out = "# Retention audit of \(escape(result.site.name))\n\n"
        out += "\(code(result.site.finalURL)), \(Wording.moment(result.startedAt)), Comeback \(result.version)\n\n"
        let card = result.scorecard
        if let overall = card.overall, let letter = card.letter {
            out += "**\(Wording.score(overall)) of 100, \(letter.rawValue)**"
            if let id = card.cappedBy { out += " (held at C by the certain critical defect \(code(id.rawValue)))" }
        } else {
            out += "**No score:** \(result.checks.isEmpty ? "nothing" : "too little") of the shop could be read"
        }
        out += "\n\n" + result.cautions.map { "> \(escape($0))\n\n" }.joined()
        if !result.checks.isEmpty { out += scores(card) + recommendations(result) + findings(result) }
        return out + reach(result) + promotions(result) + promises(result) + notAssessed(result)
    }

    private static func scores(_ card: Scorecard) -> String {
        var out = "| Category | Score | Checks decided | Pages read |\n| --- | ---: | ---: | ---: |\n"
        for c in card.categories {
            out += "| \(Wording.name(c.category)) | \(Wording.score(c.score)) | "
            out += "\(c.checksAssessed) of \(c.checksApplicable) | \(c.pagesAssessed) of \(c.pagesKnown) |\n"
        }
        return out + "\n"
    }

    private static func recommendations(_ result: AuditResult) -> String {
        let winning = result.recommendations.filter { $0.points > 0 }.prefix(5)
        guard !winning.isEmpty else { return "" }
        var out = "## Mend first\n\n"
        for (i, r) in winning.enumerated() {
            out += "\(i + 1). **\(escape(r.title))** — +\(Wording.points(r.points)) points, \(Wording.name(r.effort))"
            if r.confidence == .likely { out += ", to be confirmed" }
            out += "  \n   \(escape(r.why))  \n   \(escape(r.fix))\n"
        }
        return out + "\n"
    }

    private static func findings(_ result: AuditResult) -> String {
        let checks = Dictionary(result.checks.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        var out = "## Findings\n\n"
        if result.findings.isEmpty { out += "None.\n\n" }
        for finding in result.findings {
            guard let check = checks[finding.check] else { continue }
            out += "### \(escape(check.heading))\n\n\(code(check.id.rawValue)), \(check.severity.rawValue), "
            out += "\(finding.confidence.rawValue)"
            if finding.template != nil { out += ", \(Wording.count(finding.pages.count, "page"))" }
            out += "\n\n"
            if let detail = finding.detail { out += "\(escape(detail))\n\n" }
            for e in finding.evidence { out += line(e) }
            if let looked = finding.looked {
                out += "- looked for \(escape(looked.what)) on \(Wording.count(looked.pages, "page")): "
                out += looked.urls.map(code).joined(separator: ", ") + "\n"
            }
            out += "\nWould disprove it: \(escape(check.disproof))\n\n"
        }
        return out
    }

    private static func line(_ e: Evidence) -> String {
        var out = "- \(code(e.url))"
        if !e.quote.isEmpty { out += ": “\(escape(e.quote))”" }
        if let note = e.note { out += " — \(escape(note))" }
        return out + "\n"
    }

    private static func reach(_ result: AuditResult) -> String {
        let rows = ReachRow.rows(result.reach)
        guard let first = rows.first else { return "" }
        var out =
            "## How far it is to a person\n\n\(ReachRow.basis(result.reach))\n\n| What a customer wants | Named for it |"
        out += first.cells.map { " \($0.label) |" }.joined() + "\n| --- | --- |"
        out += first.cells.map { _ in " --- |" }.joined() + "\n"
        for row in rows {
            let named = row.named.map { "\($0.way) \($0.value)" }.joined(separator: ", ")
            out += "| \(row.need) | \(escape(row.unnamed ?? named)) |"
            out += row.cells.map { " \(escape($0.text)) |" }.joined() + "\n"
        }
        return out + "\n"
    }

    private static func promises(_ result: AuditResult) -> String {
        guard !result.promises.isEmpty else { return "" }
        var out = "## What the shop promises\n\n"
        for row in PromiseRow.rows(result.promises) {
            for value in row.values {
                out += "- \(row.name): **\(escape(value.value))**, \(value.pages), \(code(value.url))"
                out += ": “\(escape(value.quote))”\n"
            }
            if let more = row.more { out += "- \(row.name): \(more)\n" }
        }
        return out + "\n"
    }

    private static func promotions(_ result: AuditResult) -> String {
        let rows = PromotionRow.rows(result.promotions)
        let stock = Wording.stock(result.promotions)
        let reductions = ReductionRow.summary(result.promotions)
        guard !rows.isEmpty || stock != nil || reductions != nil else { return "" }
        var out = "## Promotions\n\n"
        for row in rows {
            out += "- \(row.kind), \(row.pages), \(code(row.url)): “\(escape(row.quote))”\n"
            for clause in row.clauses { out += "  - \(escape(clause.words)): “\(escape(clause.quote))”\n" }
            for line in row.lines { out += "  - \(escape(line.words))\n" }
        }
        if let more = PromotionRow.more(result.promotions) { out += "- \(more)\n" }
        if let stock { out += "\n\(stock)\n" }
        if let reductions { out += "\n\(reductions)\n\n" }
        for row in ReductionRow.rows(result.promotions) {
            out += "- \(escape(row.name)), \(row.prices): \(row.verdict). \(escape(row.words)) \(code(row.url))\n"
        }
        return out + "\n"
    }

    private static func notAssessed(_ result: AuditResult) -> String {
        let open = result.checks.filter { $0.verdict == .undetermined }
        guard !open.isEmpty || !result.notAssessed.isEmpty else { return "" }
        var out = "## Not assessed\n\n"
        for check in open { out += "- \(escape(check.title)): \(escape(check.reason ?? ""))\n" }
        for group in UnreadGroup.groups(result) {
            out += "- \(group.count): \(escape(group.reason))"
            if let seen = group.urls.lazy.compactMap(\.seen).first { out += " — seen: \(escape(seen))" }
            out += "\n"
        }
        return out + "\n"
    }

    /// Text that Markdown and the HTML in it take literally.
    static func escape(_ text: String) -> String {
        var out = ""
        for scalar in Wording.safe(text).unicodeScalars {
            if scalar.isASCII, "\\`*_{}[]<>()#+-.!|~&@:".unicodeScalars.contains(scalar) {
                // A full stop, hyphen or bracket inside ordinary words reads better unescaped, and is harmless there.
                if ".-+():@!,&".unicodeScalars.contains(scalar) && !out.isEmpty && !out.hasSuffix("\n") && scalar != "&"
                {
                    out.unicodeScalars.append(scalar)
                    continue
                }
                if scalar == "<" || scalar == ">" || scalar == "&" {
                    out += scalar == "<" ? "&lt;" : scalar == ">" ? "&gt;" : "&amp;"
                    continue
                }
                out += "\\"
            }
            out.unicodeScalars.append(scalar)
        }
        return out
    }

    /// Inline code that no content can close. What could be taken for HTML, a link or a table cell by a reader that
    /// doesn't know code spans is percent-encoded, as it may be in an address.
    static func code(_ text: String) -> String {
        var out = "`"
        for scalar in Wording.safe(text, limit: 300).unicodeScalars {
            switch scalar {
            case "`": out += "%60"
            case "|": out += "%7C"
            case "<": out += "%3C"
            case ">": out += "%3E"
            case "]": out += "%5D"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "`"
    }
}
