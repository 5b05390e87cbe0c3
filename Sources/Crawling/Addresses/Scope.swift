import CPSL
import Model

/// Which URLs belong to the site: those under the seed's registrable domain by the public suffix list; for addresses,
/// localhost and names without one, exactly the seed's host and port.
public struct Scope: Sendable, Hashable {
    /// The home page's host, lower case, without port.
    public let host: String
    /// "shop.example"; the host itself for addresses and loopback.
    public let domain: String
    private let domainBytes: [UInt8]
    /// Host and port, where only these are in scope.
    private let exactAuthority: [UInt8]?

    /// Nil unless `home` is a normalised URL.
    public init?(home: String) {
        let bytes = Array(home.utf8)
        guard let parts = AddressParts(bytes) else { return nil }
        host = String(decoding: bytes[parts.host], as: UTF8.self)
        if let registrable = Self.registrableDomain(of: host) {
            domain = registrable
            exactAuthority = nil
        } else {
            domain = host
            exactAuthority = Array(bytes[parts.authority])
        }
        domainBytes = Array(domain.utf8)
    }

    /// Whether a normalised URL belongs to the site.
    public func contains(_ url: [UInt8]) -> Bool {
        guard let parts = AddressParts(url) else { return false }
        if let exactAuthority { return url[parts.authority].elementsEqual(exactAuthority) }
        let extra = parts.host.count - domainBytes.count
        guard extra >= 0, url[parts.host].dropFirst(extra).elementsEqual(domainBytes) else { return false }
        return extra == 0 || url[parts.host.lowerBound + extra - 1] == UInt8(ascii: ".")
    }

    /// Whether a normalised URL belongs to the site.
    public func contains(_ url: String) -> Bool { contains(Array(url.utf8)) }

    /// "shop.co.uk" of "www.shop.co.uk"; nil for addresses, single labels and public suffixes.
    static func registrableDomain(of host: String) -> String? {
        guard let last = host.utf8.last, !isDigit(last) || host.utf8.contains(where: isLetter),
            host.utf8.first != UInt8(ascii: "["), host.utf8.contains(UInt8(ascii: ".")),
            !host.hasSuffix(".localhost")
        else { return nil }
        // libpsl answers with a place inside the text that it was given, which has to live until that is copied.
        return host.withCString { text in
            psl_registrable_domain(psl_builtin(), text).map { String(cString: $0) }
        }
    }
}
