import Checking
import Foundation
import Ledger
import Model
import Reporting

/// What a command did to one shop's ledger.
public struct LedgerCount: Sendable, Hashable {
    /// The shop.
    public let host: String
    /// Prices that were taken in, or forgotten.
    public let prices: Int
    /// Products that they belong to, or that went with them.
    public let products: Int
}

/// Takes in a CSV file of prices: all of it, or nothing.
///
/// - Parameters:
///   - folder: the ledgers' folder; made where it isn't there.
///   - site: the host of products without an address.
///   - date: the day of prices without one, "2026-03-01".
///   - currency: ISO 4217 code of amounts without one.
/// - Returns: what was taken in, ascending by host.
/// - Throws: `AuditError.usage` that names the file, the line and what to mend.
public func importPrices(
    from file: String, into folder: String, site: String?, date: String?, currency: String?
) throws -> [LedgerCount] {
    var defaults = PriceFeed.Defaults()
    defaults.host = site.map { $0.contains("://") ? PriceKeeper.host(of: $0) : PriceKeeper.host(of: "https://\($0)") }
    if let date {
        guard let moment = Moment.read(date) else {
            throw AuditError.usage("--date: '\(date)' is no date; write it as 2026-03-01")
        }
        defaults.moment = moment
    }
    if let currency {
        guard currency.count == 3, currency.allSatisfy({ $0.isASCII && $0.isLetter }) else {
            throw AuditError.usage("--currency: '\(currency)' is no ISO 4217 code such as EUR")
        }
        defaults.currency = currency.uppercased()
    }
    let feed = try PriceFeed(path: file, defaults)
    return try feed.records.sorted { $0.key < $1.key }.map { host, records in
        let numbers = try saying { () throws(LedgerError) in
            try LedgerFolder(folder).ledger(for: host).record(records)
        }
        return LedgerCount(host: host, prices: records.count, products: Set(numbers).count)
    }
}

/// Writes every price that is kept as CSV, which `importPrices` understands.
///
/// - Parameter site: only this host; nil for all.
/// - Returns: how many prices were written.
/// - Throws: `AuditError.usage` where a ledger can't be read, and whatever `write` throws.
public func exportPrices(from folder: String, site: String?, write: (String) throws -> Void) throws -> Int {
    let kept = try ledgers(in: folder, site: site)
    try write(PriceReport.head)
    var count = 0
    for (_, ledger) in kept {
        do {
            try ledger.forEachRecord { record in
                try write(PriceReport.row(record))
                count += 1
            }
        } catch let error as LedgerError { throw AuditError.usage("\(error)") }
    }
    return count
}

/// Forgets what was seen before a day.
///
/// - Parameters:
///   - day: the first day that is kept, "2026-03-01".
///   - site: only this host; nil for all.
/// - Throws: `AuditError.usage` where the day or a ledger can't be read.
public func prunePrices(before day: String, in folder: String, site: String?) throws -> [LedgerCount] {
    guard let moment = Moment.read(day) else {
        throw AuditError.usage("--before: '\(day)' is no date; write it as 2026-03-01")
    }
    return try ledgers(in: folder, site: site).map { host, ledger in
        let forgotten = try saying { () throws(LedgerError) in try ledger.prune(before: moment) }
        return LedgerCount(host: host, prices: forgotten.sightings, products: forgotten.products)
    }
}

/// What products cost over time, as text: each price with the days on which it was seen, and what the earlier ones say
/// of a reduction.
///
/// - Parameters:
///   - product: address, GTIN, article number, or a part of the name.
///   - site: only this host; nil for all.
/// - Throws: `AuditError.usage` where no such product is kept, or a ledger can't be read.
public func showPrices(of product: String, in folder: String, site: String?) throws -> String {
    guard !product.isEmpty else {
        throw AuditError.usage("name a product: its address, GTIN or article number, or a part of its name")
    }
    var blocks: [String] = []
    let catalogue = try Catalogue.load(AuditSettings())
    for (host, ledger) in try ledgers(in: folder, site: site) {
        try saying { () throws(LedgerError) in
            for found in try ledger.products(matching: product, limit: 20) {
                let sightings = try ledger.sightings(of: found.number)
                var facts = SiteFacts(seed: "https://\(host)/", now: found.last)
                let history = PriceHistory(
                    url: found.keys.url ?? host, name: found.keys.name, place: .page,
                    mention: Mention(quote: "", region: .page), runs: PriceHistory.runs(of: sightings))
                facts.histories = [history]
                let judged = catalogue.reductions(of: facts)?.first
                blocks.append(PriceReport.text(found.keys, history, judged))
            }
        }
    }
    guard !blocks.isEmpty else {
        throw AuditError.usage("'\(product)': no such product is kept in \(folder); 'comeback ledger export' lists all")
    }
    return blocks.joined(separator: "\n")
}

private func ledgers(in path: String, site: String?) throws -> [(host: String, ledger: PriceLedger)] {
    let folder = LedgerFolder(path)
    let wanted = site.map { PriceKeeper.host(of: $0.contains("://") ? $0 : "https://\($0)") }
    if let wanted, !FileManager.default.fileExists(atPath: folder.file(for: wanted)) {
        let hosts = folder.hosts
        let known = hosts.isEmpty ? "it has none" : "it has \(hosts.prefix(5).joined(separator: ", "))"
        throw AuditError.usage("\(path): there is no ledger of \(wanted); \(known)")
    }
    let hosts = wanted.map { [$0] } ?? folder.hosts
    guard !hosts.isEmpty else {
        throw AuditError.usage(
            "\(path): there is no ledger there; name the folder with --ledger, or audit a shop first")
    }
    return try hosts.map { host in
        (host, try saying { () throws(LedgerError) in try PriceLedger(path: folder.file(for: host), makesFile: false) })
    }
}

/// A ledger's errors in the command line's words.
private func saying<Value>(_ body: () throws(LedgerError) -> Value) throws -> Value {
    do { return try body() } catch { throw AuditError.usage("\(error)") }
}
