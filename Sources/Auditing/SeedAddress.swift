import Crawling
import Foundation

/// The address that a user typed.
enum SeedAddress {
    /// - Throws: `AuditError.usage` where it isn't an http or https address, with the likely right one.
    static func checked(_ text: String) throws -> String {
        let shown = oneLine(text)
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
}
