import Foundation
import Model
import Mustache

/// The report as one HTML file without outside resources.
enum HTMLReport {
    static func render(_ result: AuditResult) throws -> String {
        MustacheContentTypes.register(ScalarEscaping(), named: "REPORT")
        var library = MustacheLibrary()
        for name in ["report", "style", "finding", "evidence"] {
            let suffix = name == "style" ? "css" : "mustache"
            guard let url = Bundle.module.url(forResource: "templates/\(name)", withExtension: suffix),
                let text = try? String(contentsOf: url, encoding: .utf8)
            else {
                throw ReportError(description: "report template \(name).\(suffix) is missing from the installation")
            }
            do {
                try library.register(name == "style" ? text : "{{% CONTENT_TYPE:REPORT}}" + text, named: name)
            } catch {
                throw ReportError(description: "report template \(name).\(suffix): \(error)")
            }
        }
        guard let html = library.render(ReportPage(result), withTemplate: "report") else {
            throw ReportError(description: "report template report.mustache could not be rendered")
        }
        return html
    }
}

/// Escapes code point by code point. Mustache's own escaping goes by grapheme, so that `"` followed by a combining
/// mark would get out of an attribute.
struct ScalarEscaping: MustacheContentType {
    func escapeText(_ text: String) -> String {
        guard text.utf8.contains(where: isMarkup) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": out.append(contentsOf: "&lt;".unicodeScalars)
            case ">": out.append(contentsOf: "&gt;".unicodeScalars)
            case "&": out.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
            case "'": out.append(contentsOf: "&#39;".unicodeScalars)
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    private func isMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
