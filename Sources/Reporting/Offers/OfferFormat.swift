/// How `comeback offers` writes the catalogue.
public enum OfferFormat: String, Sendable, CaseIterable {
    /// RFC 4180: UTF-8, CRLF, a header line.
    case csv
    /// One array.
    case json
    /// One object a line.
    case ndjson
}
