import Crawling
import Foundation

/// The address that a user typed.
enum SeedAddress {
    /// - Throws: `AuditError.usage` where it isn't an http or https address, with the likely right one.
    static func checked(_ text: String) throws -> String {
        let shown = oneLine(withoutUser(text))
        guard shown == oneLine(text) else {
            throw AuditError.usage(
                "'\(shown)': leave the user and password out; Comeback sends none, and they would stand in reports")
        }
        guard let scheme = text.range(of: "://").map({ text[..<$0.lowerBound].lowercased() }) else {
            let guess = Site.normalisedSeed(text).map { "; did you mean \($0) ?" } ?? ""
            throw AuditError.usage("'\(shown)' has no http:// or https:// in front\(guess)")
        }
        guard scheme == "http" || scheme == "https" else {
            throw AuditError.usage("'\(shown)': only http:// and https:// addresses can be audited")
        }
        guard Site.normalisedSeed(text) != nil else { throw AuditError.usage("'\(shown)' is not a web address") }
        return text
    }

    /// The address without what stands before an @ in its authority: errors are printed and logged.
    private static func withoutUser(_ text: String) -> String {
        let start = text.range(of: "//")?.upperBound ?? text.startIndex
        let end = text[start...].firstIndex { "/?#\\".contains($0) } ?? text.endIndex
        guard let at = text[start..<end].lastIndex(of: "@") else { return text }
        return String(text[..<start] + text[text.index(after: at)...])
    }
}
