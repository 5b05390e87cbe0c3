import Crawling
import Foundation
import Ledger
import Model

/// Puts an audit's prices into the shop's ledger, and brings what it knows of earlier ones.
struct PriceKeeper {
    private let folder: LedgerFolder

    /// Nil where no ledger is wanted, or the usual folder can't be used, which is said.
    ///
    /// - Throws: `AuditError.usage` where the folder that the user named can't be used.
    static func open(_ settings: AuditSettings, notice: (String) -> Void) throws -> PriceKeeper? {
        guard let path = settings.ledger ?? settings.usualLedger else { return nil }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            guard FileManager.default.isWritableFile(atPath: path) else { throw CocoaError(.fileWriteNoPermission) }
        } catch {
            let line = "\(path): no ledger of prices can be kept there"
            guard settings.ledger == nil else {
                throw AuditError.usage("\(line); give a folder you may write to with --ledger")
            }
            notice("\(line): this audit goes without; --ledger names another folder, --no-ledger silences this.")
            return nil
        }
        return PriceKeeper(folder: LedgerFolder(path))
    }

    /// Keeps the site's prices, and notes what its reduced products cost before, or why the ledger failed: a report
    /// without it is worth more than none.
    func keep(_ site: SiteFacts, in footer: inout SavedCrawl.Footer) {
        let isWhole = footer.stop == nil && !site.coverage.isSample
        do {
            footer.histories = try keep(site, isWhole: isWhole)
            footer.countdownHistories = try keepCountdowns(site)
        } catch { footer.ledgerFault = oneLine("\(error)") }
    }

    /// Earlier audits whose countdowns count: what ended longer ago is another offer.
    private static let countdownReach: Int64 = 90 * 86_400_000

    private func keepCountdowns(_ site: SiteFacts) throws(LedgerError) -> [CountdownHistory] {
        let sightings = site.countdowns.compactMap { CountdownSighting($0, at: site.now) }
        guard !sightings.isEmpty else { return [] }
        let ledger = try folder.ledger(for: PriceKeeper.host(of: site.seed))
        let earlier = try ledger.countdowns(since: site.now - Self.countdownReach)
        try ledger.record(sightings)
        return CountdownHistory.histories(of: site.countdowns, among: earlier, at: site.now)
    }

    private func keep(_ site: SiteFacts, isWhole: Bool) throws(LedgerError) -> [PriceHistory] {
        let records = PriceRecords(site)
        guard !records.records.isEmpty else { return [] }
        let ledger = try folder.ledger(for: PriceKeeper.host(of: site.seed))
        let numbers = try ledger.record(records.records, of: LedgerAudit(at: site.now, isWhole: isWhole))
        return try records.histories(numbers, in: ledger, now: site.now)
    }

    /// What a shop's ledger is called by: the host, with a port that isn't the usual one, without "www.".
    static func host(of url: String) -> String {
        let origin = Fetcher.origin(of: url)
        let host = origin.range(of: "://").map { String(origin[$0.upperBound...]) } ?? origin
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }
}
