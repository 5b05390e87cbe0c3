import Crawling
import Foundation
import Ledger
import Model

extension AnswerKeeper {
    /// Opens the store beside the reports and goes on with the audit in it, or begins a new one; nil with `--no-store`.
    ///
    /// - Parameter notice: gets a line that the user should see before the crawl.
    /// - Throws: `AuditError.usage` where the store can't be used, or holds another audit than is asked for.
    static func open(
        seed: String, _ settings: AuditSettings, in output: OutputFolder, _ clock: AuditClock,
        notice: (String) -> Void
    ) throws -> AnswerKeeper? {
        guard settings.keepsAnswers else {
            guard !settings.resumes else {
                throw AuditError.usage("--resume: needs the store that --no-store goes without; leave one of them out")
            }
            return nil
        }
        do {
            let store = try CrawlStore(path: output.path + "/" + fileName)
            let run = StoredRun(seed: seed, settings: AnswerSettings.text(settings.crawl), startedAt: clock.now)
            let extent = try store.extent()
            if settings.resumes, let stored = try store.run() {
                try check(stored, run, store.path)
                notice("Going on with the audit of \(stored.seed): \(extent.answers) answers are kept.")
                return AnswerKeeper(store: store, startedAt: stored.startedAt, earlier: extent.elapsed, clock: clock)
            }
            if settings.resumes {
                notice("\(output.path) holds no unfinished audit: beginning anew.")
            } else if extent.answers > 0 {
                notice(
                    "\(store.path) held an unfinished audit (\(extent.answers) answers), which gives way to this one; "
                        + "--resume would have gone on with it.")
            }
            try store.begin(run)
            return AnswerKeeper(store: store, startedAt: run.startedAt, earlier: 0, clock: clock)
        } catch let error as LedgerError {
            throw AuditError.usage("\(error); \(advice(error.reason))")
        }
    }

    private static func check(_ stored: StoredRun, _ run: StoredRun, _ path: String) throws {
        guard Site.normalisedSeed(stored.seed) == Site.normalisedSeed(run.seed) else {
            throw AuditError.usage(
                "\(path): holds an audit of \(stored.seed); go on with that address, or give this one its own --out")
        }
        guard let name = AnswerSettings.difference(stored.settings, run.settings) else { return }
        throw AuditError.usage(
            "\(path): the audit in it ran with another \(name), and the shop may answer otherwise now; "
                + "give the same \(name), or begin anew without --resume")
    }

    private static func advice(_ reason: LedgerError.Reason) -> String {
        switch reason {
        case .inUse: "wait for its end, or give another folder with --out"
        case .full: "free some space, or go without it with --no-store"
        case .damaged: "delete it and begin anew"
        case .newer: "use that version, or delete the file"
        case .foreign: "move it away, or give another folder with --out"
        case .unusable: "give another folder with --out, or go without it with --no-store"
        }
    }
}

/// The settings that decide what a server answers. Others may change from one run of a crawl to the next: how many
/// pages, which, how fast, and for how long.
enum AnswerSettings {
    static func text(_ settings: CrawlSettings) -> String {
        let usual = CrawlSettings()
        var settings = settings
        settings.maxPages = usual.maxPages
        settings.maxDepth = usual.maxDepth
        settings.include = usual.include
        settings.exclude = usual.exclude
        settings.concurrency = usual.concurrency
        settings.rate = usual.rate
        settings.timeBudget = usual.timeBudget
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(settings)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The first setting that isn't the same, as configuration files name it; nil where all are.
    static func difference(_ a: String, _ b: String) -> String? {
        guard a != b else { return nil }
        let (a, b) = (values(a), values(b))
        let name = Set(a.keys).union(b.keys).sorted().first { a[$0] != b[$0] }
        return name.map { $0.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined() } ?? "set of options"
    }

    private static func values(_ text: String) -> [String: NSObject] {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: NSObject] ?? [:]
    }
}
