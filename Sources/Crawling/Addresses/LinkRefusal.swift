/// Why a link's address leads nowhere that can be crawled.
public enum LinkRefusal: Error, Sendable, Hashable {
    /// mailto:, tel:, javascript:, data: and every other scheme than http and https.
    case scheme
    /// No URL can be made of it: a bad host or port.
    case malformed
    /// Longer than `LinkResolver.lengthLimit` bytes when resolved.
    case tooLong
}
