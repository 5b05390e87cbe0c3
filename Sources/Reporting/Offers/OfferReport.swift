import Foundation
import Model

/// The shop's catalogue as text, row by row, so that no catalogue is too large.
public struct OfferReport {
    private let format: OfferFormat
    private let encoder: JSONEncoder
    private var rows = 0

    /// A file of this format without any offer.
    public init(_ format: OfferFormat) {
        self.format = format
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// What stands before all rows.
    public var head: String {
        switch format {
        case .csv: CSVLine.of(OfferRow.columns)
        case .json: "["
        case .ndjson: ""
        }
    }

    /// What stands behind all rows.
    public var foot: String { format == .json ? "\n]\n" : "" }

    /// The text of the next row.
    ///
    /// - Throws: `ReportError` where a value can't be written as JSON.
    public mutating func row(_ item: CatalogueOffer) throws -> String {
        let row = OfferRow(item)
        defer { rows += 1 }
        if format == .csv { return CSVLine.of(row.cells) }
        let text: String
        do { text = String(decoding: try encoder.encode(row), as: UTF8.self) } catch {
            throw ReportError(description: "an offer of \(item.url) cannot be written as JSON")
        }
        return format == .ndjson ? text + "\n" : (rows == 0 ? "\n" : ",\n") + text
    }
}
