import CCurl
import Glibc

/// The Retry-After header (RFC 9110, 10.2.3).
enum RetryAfter {
    /// Seconds from `now` on, of a number of seconds or a date in any of HTTP's forms; 0 for a date gone by, nil for
    /// what is neither.
    static func seconds(_ value: [UInt8], now: time_t) -> Int? {
        guard !value.isEmpty, value.count <= 64, !value.contains(0) else { return nil }
        let text = String(decoding: value, as: UTF8.self)
        if value.allSatisfy(isDigit) { return Int(text) ?? .max }
        // Dates begin with the name of a day; curl would read nearly anything as one.
        guard let first = value.first, isLetter(first) else { return nil }
        let date = curl_getdate(text, nil)
        return date < 0 ? nil : max(0, date - now)
    }
}
