import Model
import Reporting

/// The version that `comeback --version` prints.
public let comebackVersion = toolVersion

extension AuditSettings {
    /// Takes over what is given.
    /// - Throws: `AuditError.usage` that names the option and its range.
    public mutating func setCrawl(
        maxPages: Int?, maxDepth: Int?, concurrency: Int?, rate: Double?, timeBudget: Double?
    ) throws {
        if let maxPages { crawl.maxPages = try checked(maxPages, 1...1_000_000, "--max-pages") }
        if let maxDepth { crawl.maxDepth = try checked(maxDepth, 0...1_000, "--max-depth") }
        if let concurrency { crawl.concurrency = try checked(concurrency, 1...256, "--concurrency") }
        if let rate { crawl.rate = try checked(rate, 0.01...10_000, "--rate") }
        if let timeBudget { crawl.timeBudget = try checked(timeBudget, 1...1_000_000, "--time-budget") }
    }

    /// Takes a list such as "html,json".
    public mutating func setFormats(_ list: String) throws { formats = try AuditSettings.formats(list) }

    /// Takes a score from 0 to 100.
    public mutating func setFailUnder(_ score: Double) throws {
        failUnder = try checked(score, 0...100, "--fail-under")
    }

    static func formats(_ list: String) throws -> [ReportFormat] {
        let names = list.split(separator: ",").map { String($0.filter { $0 != " " }) }
        let formats = try names.map { name in
            guard let format = ReportFormat(rawValue: name) else {
                throw AuditError.usage("--format: '\(name)' is none of html, json, md")
            }
            return format
        }
        guard !formats.isEmpty else { throw AuditError.usage("--format: name at least one of html, json, md") }
        return formats
    }

    private func checked<Number: Comparable>(
        _ value: Number, _ range: ClosedRange<Number>, _ option: String
    ) throws -> Number {
        guard range.contains(value) else {
            throw AuditError.usage("\(option): \(value) is not from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// Crawl options that differ from their defaults, as the report lists them.
    var crawlDifference: [String: String] {
        let standard = CrawlSettings()
        var out: [String: String] = [:]
        func note<Value: Equatable>(_ key: String, _ value: Value, _ usual: Value, _ text: String) {
            if value != usual { out[key] = text }
        }
        note("max-pages", crawl.maxPages, standard.maxPages, "\(crawl.maxPages)")
        note("max-depth", crawl.maxDepth, standard.maxDepth, crawl.maxDepth.map { "\($0)" } ?? "none")
        note("include", crawl.include, [], crawl.include.joined(separator: " "))
        note("exclude", crawl.exclude, [], crawl.exclude.joined(separator: " "))
        note("concurrency", crawl.concurrency, standard.concurrency, "\(crawl.concurrency)")
        note("rate", crawl.rate, nil, crawl.rate.map { "\($0)" } ?? "")
        note("time-budget", crawl.timeBudget, nil, crawl.timeBudget.map { "\($0) s" } ?? "")
        note("user-agent", crawl.userAgent, standard.userAgent, crawl.userAgent)
        note("language", crawl.language, nil, crawl.language ?? "")
        note("respect-noindex", crawl.respectsNoindex, false, "true")
        note("respect-nofollow", crawl.respectsNofollow, false, "true")
        note("connect-to", crawl.connectTo.isEmpty, true, "another server stood in for the public one")
        note("ca-file", crawl.caFile, nil, "a further certificate authority was trusted")
        return out
    }

    /// Options of judging that differ from their defaults.
    var judgingDifference: [String: String] {
        var out: [String: String] = [:]
        if !only.isEmpty { out["only"] = only.joined(separator: " ") }
        if !skip.isEmpty { out["skip"] = skip.joined(separator: " ") }
        if !checkFolders.isEmpty { out["checks"] = "\(checkFolders.count) folder(s) of further checks" }
        return out
    }
}
