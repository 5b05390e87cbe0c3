/// Where a link leads, told from its bytes without resolving it.
enum LinkTarget: Equatable {
    /// Another page of this site, or this page by its address.
    case inside
    /// Another site.
    case outside
    /// A place on this page.
    case fragment
    /// `javascript:` or nothing.
    case nowhere
    /// mailto:, tel: and other schemes.
    case otherScheme

    /// `href` is trimmed; `domain` is the registrable domain in lower case.
    init(_ href: ArraySlice<UInt8>, domain: [UInt8]) {
        guard let first = href.first else {
            self = .nowhere
            return
        }
        if first == 35 {
            self = .fragment
        } else if first == 47 || first == 92 {
            let second = href.dropFirst().first
            self = second == 47 || second == 92 ? LinkTarget.host(href.dropFirst(2), domain: domain) : .inside
        } else if let colon = LinkTarget.schemeEnd(href) {
            let scheme = href[href.startIndex..<colon]
            if LinkTarget.equals(scheme, "http") || LinkTarget.equals(scheme, "https") {
                let rest = href[(colon + 1)...].drop(while: { $0 == 47 || $0 == 92 })
                self = LinkTarget.host(rest, domain: domain)
            } else {
                self = LinkTarget.equals(scheme, "javascript") ? .nowhere : .otherScheme
            }
        } else {
            self = .inside
        }
    }

    /// Leads to a page or a person, not to a place on this page.
    var leadsSomewhere: Bool { self != .fragment && self != .nowhere }

    /// Index of the colon that ends a scheme; nil for a relative reference.
    private static func schemeEnd(_ href: ArraySlice<UInt8>) -> Int? {
        var i = href.startIndex
        while i < href.endIndex, i - href.startIndex < 32 {
            let b = href[i]
            if b == 58 { return i > href.startIndex ? i : nil }
            let isLetter = (b | 32) >= 97 && (b | 32) <= 122
            let isLater = i > href.startIndex && ((b >= 48 && b <= 57) || b == 43 || b == 45 || b == 46)
            guard isLetter || isLater else { return nil }
            i += 1
        }
        return nil
    }

    /// The authority at the start of `rest` against the domain and its subdomains.
    private static func host(_ rest: ArraySlice<UInt8>, domain: [UInt8]) -> LinkTarget {
        var authority = rest.prefix { $0 != 47 && $0 != 63 && $0 != 35 && $0 != 92 }
        if let at = authority.lastIndex(of: 64) { authority = authority[(at + 1)...] }
        if let colon = authority.lastIndex(of: 58), !authority[colon...].contains(93) {
            authority = authority[..<colon]
        }
        guard authority.count >= domain.count, !domain.isEmpty else { return .outside }
        let tail = authority.suffix(domain.count)
        for (a, b) in zip(tail, domain) where asciiLower(a) != b { return .outside }
        if authority.count == domain.count { return .inside }
        return authority[tail.startIndex - 1] == 46 ? .inside : .outside
    }

    private static func equals(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        var k = 0
        for b in bytes {
            if asciiLower(b) != word.utf8Start[k] { return false }
            k += 1
        }
        return true
    }
}

/// ASCII capital to small letter.
@inline(__always)
func asciiLower(_ b: UInt8) -> UInt8 { b >= 65 && b <= 90 ? b + 32 : b }

/// Without white space at both ends.
func trimmedBytes(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = bytes
    while let b = slice.first, b <= 32 { slice = slice.dropFirst() }
    while let b = slice.last, b <= 32 { slice = slice.dropLast() }
    return slice
}
