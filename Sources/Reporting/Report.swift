import Model

/// The shapes that a report can be written in.
public enum ReportFormat: String, Sendable, CaseIterable {
    case html, json, md

    /// The file's name in the output folder.
    public var fileName: String { "report.\(rawValue)" }
}

/// A report could not be made.
public struct ReportError: Error, CustomStringConvertible {
    /// One line.
    public let description: String
}

/// Renders a result. The bytes depend on the result alone.
public func render(_ result: AuditResult, as format: ReportFormat) throws -> String {
    switch format {
    case .html: try HTMLReport.render(result)
    case .json: try JSONReport.render(result)
    case .md: MarkdownReport.render(result)
    }
}
