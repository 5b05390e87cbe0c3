import Crawling
import Foundation
import Ledger
import Model
import SwiftCSV

/// A CSV file of prices: an agency's own feed, a merchant feed, or what Comeback wrote itself.
struct PriceFeed {
    /// What the file leaves out.
    struct Defaults {
        var host: String?
        /// Milliseconds since 1970-01-01T00:00:00Z.
        var moment: Int64?
        var currency: String?
    }

    private enum Column: String, CaseIterable {
        case date, url, name, brand, sku, gtin, mpn, price, salePrice, highPrice, currency, wasPrice, wasKind
        case availability, place

        /// As merchants' feeds and spreadsheets call them, folded.
        var names: [String] {
            switch self {
            case .date: ["date", "day", "seenat", "timestamp", "checkedat"]
            case .url: ["url", "link", "address", "producturl"]
            case .name: ["name", "title", "product", "productname"]
            case .brand: ["brand", "manufacturer"]
            case .sku: ["sku", "id", "articlenumber", "productid"]
            case .gtin: ["gtin", "ean", "upc", "barcode"]
            case .salePrice: ["saleprice"]
            case .wasPrice: ["wasprice", "was", "oldprice", "regularprice", "compareatprice"]
            default: [rawValue.lowercased()]
            }
        }
    }

    /// By host.
    private(set) var records: [String: [PriceRecord]] = [:]

    /// - Throws: `AuditError.usage` that names the line and what it should be.
    init(path: String, _ defaults: Defaults) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw AuditError.usage("\(path): cannot be read; give an existing CSV file")
        }
        guard var text = String(data: data, encoding: .utf8) else {
            throw AuditError.usage("\(path): is not UTF-8 text; save it as CSV in UTF-8")
        }
        if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
        guard text.utf8.filter({ $0 == UInt8(ascii: "\"") }).count % 2 == 0 else {
            throw AuditError.usage("\(path): is no CSV: a quotation mark is opened and never closed")
        }
        let rows: [[String]]
        let header: [String]
        do {
            let file = try EnumeratedCSV(string: text, delimiter: PriceFeed.delimiter(of: text), loadColumns: false)
            (header, rows) = (file.header, file.rows)
        } catch {
            throw AuditError.usage(
                "\(path): is no CSV: a quotation mark stands within a cell; double it, and put the cell in quotation marks"
            )
        }
        let places = PriceFeed.places(header)
        guard places[.price] != nil || places[.salePrice] != nil else {
            throw AuditError.usage(
                "\(path): its first line names no column “price”; it names \(oneLine(header.joined(separator: ", ")))")
        }
        guard rows.contains(where: { $0.contains { !$0.isEmpty } }) else {
            throw AuditError.usage("\(path): has no line with a price")
        }
        for (index, row) in rows.enumerated() where row.contains(where: { !$0.isEmpty }) {
            let line = Line(cells: row, places: places, number: index + 2, path: path)
            let (host, record) = try line.record(defaults)
            records[host, default: []].append(record)
        }
    }

    /// Spreadsheets of countries with decimal commas part cells by semicolons.
    private static func delimiter(of text: String) -> CSVDelimiter {
        let first = text.prefix { !$0.isNewline }
        if first.contains("\t") { return .tab }
        return first.filter { $0 == ";" }.count > first.filter { $0 == "," }.count ? .semicolon : .comma
    }

    private static func places(_ header: [String]) -> [Column: Int] {
        let names = header.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
        var places: [Column: Int] = [:]
        for column in Column.allCases {
            places[column] = names.firstIndex {
                column.names.contains($0) || column.names.contains(String($0.trimmingPrefix("g")))
            }
        }
        return places
    }

    /// One row, with the number of the line it begins on, as long as no cell breaks one.
    private struct Line {
        let cells: [String]
        let places: [Column: Int]
        let number: Int
        let path: String

        func record(_ defaults: Defaults) throws -> (host: String, record: PriceRecord) {
            let url = try self[.url].map(normalised)
            guard let host = url.map(PriceKeeper.host) ?? defaults.host else {
                throw fault("has no address; name the shop with --site")
            }
            let sale = try amount(.salePrice, defaults)
            let regular = try amount(.price, defaults)
            guard let price = sale ?? regular, price.minor > 0 else { throw fault("has no price") }
            let was = try amount(.wasPrice, defaults) ?? (sale == nil ? nil : regular)
            guard price.currency != nil else { throw fault("has no currency; give its code with --currency") }
            let isAbove = { (other: Money) in other.minor > price.minor && other.currency == price.currency }
            let sighting = PriceSighting(
                seenAt: try moment(defaults), price: price,
                highPrice: try amount(.highPrice, defaults).flatMap { isAbove($0) ? $0 : nil },
                was: was.flatMap { isAbove($0) ? $0 : nil }, wasKind: was == nil ? nil : try wasKind(),
                availability: self[.availability].flatMap(Availability.init(rawValue:)))
            let keys = ProductKeys(
                gtin: self[.gtin].flatMap { $0.count >= 8 && $0.utf8.allSatisfy { (48...57).contains($0) } ? $0 : nil },
                sku: self[.sku],
                mpn: self[.mpn], brand: self[.brand], url: url, name: self[.name])
            guard keys.gtin != nil || keys.sku != nil || keys.url != nil || keys.mpn != nil else {
                throw fault("names no product: it needs a url, a sku, a gtin or an mpn")
            }
            guard let place = self[.place].map(PricePlace.init(rawValue:)) ?? .imported else {
                throw fault("“\(self[.place]?.prefix(40) ?? "")” is no place; write page, listing or imported")
            }
            return (host, PriceRecord(keys: keys, place: place, sighting: sighting))
        }

        /// Recommended prices under their usual names too.
        private func wasKind() throws -> WasPriceKind {
            guard let text = self[.wasKind] else { return .former }
            if let kind = WasPriceKind(rawValue: text) { return kind }
            if ["rrp", "msrp", "srp", "uvp", "list"].contains(text.lowercased()) { return .recommended }
            throw fault("“\(text.prefix(40))” is no kind of price before; write former, recommended or lowest30Days")
        }

        private subscript(column: Column) -> String? {
            guard let place = places[column], cells.indices.contains(place) else { return nil }
            var text = cells[place].trimmingCharacters(in: .whitespaces)
            // What keeps spreadsheets from running a cell.
            if text.hasPrefix("'") { text.removeFirst() }
            return text.isEmpty ? nil : String(text.prefix(2_000))
        }

        /// "1299.00", "1299,00", "1299.00 EUR", "EUR 1299"
        private func amount(_ column: Column, _ defaults: Defaults) throws -> Money? {
            guard let text = self[column] else { return nil }
            let words = text.split(separator: " ")
            let code = words.first { $0.count == 3 && $0.allSatisfy { $0.isASCII && $0.isLetter } }
            let currency = code.map { $0.uppercased() } ?? self[.currency]?.uppercased() ?? defaults.currency
            if let currency, currency.utf8.count != 3 || !currency.allSatisfy(\.isLetter) {
                throw fault("“\(currency.prefix(40))” is no currency; write its code, such as EUR")
            }
            let digits = words.filter { $0 != code }
            if digits.count == 1, let amount = Money(decimal: digits[0].replacing(",", with: "."), currency) {
                return amount
            }
            throw fault("“\(text.prefix(40))” is no amount under “\(column.rawValue)”; write it as 1299.00")
        }

        private func moment(_ defaults: Defaults) throws -> Int64 {
            guard let text = self[.date] else {
                guard let moment = defaults.moment else { throw fault("has no date; give the day with --date") }
                return moment
            }
            guard let moment = Moment.read(text) else {
                throw fault("“\(text.prefix(40))” is no date; write it as 2026-03-01, or 2026-03-01T09:00:00Z")
            }
            return moment
        }

        private func normalised(_ url: String) throws -> String {
            guard let resolver = LinkResolver(base: url), case .success(let address) = resolver.resolve(url) else {
                throw fault("“\(url.prefix(100))” is no web address; write it with https://")
            }
            return address
        }

        private func fault(_ problem: String) -> AuditError {
            AuditError.usage("\(path): line \(number): \(oneLine(problem))")
        }
    }
}

/// Moments as people and files write them.
enum Moment {
    /// "2026-03-01" (its beginning, UTC) or "2026-03-01T09:00:00Z"; milliseconds since 1970-01-01T00:00:00Z.
    static func read(_ text: String) -> Int64? {
        let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            let date = CalendarDate(year: year, month: month, day: day), (1970...2200).contains(year)
        else { return nil }
        if text.utf8.count == 10 { return Int64(date.dayNumber) * 86_400_000 }
        guard let hour = Int(text.dropFirst(11).prefix(2)), hour < 24 else { return nil }
        let moment = try? Date(text, strategy: .iso8601)
        return moment.map { Int64($0.timeIntervalSince1970 * 1000) }
    }
}
