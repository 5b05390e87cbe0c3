/// One path rule of `checks/channels.yaml`, e.g. "/channel/*", "wa.me/*", "/send?phone", "/@*", "/sharer/**".
struct LinkPattern: Sendable {
    private enum Part: Sendable {
        case exactly([UInt8])
        /// Begins so and goes on.
        case beginning([UInt8])
    }
    /// Nil where any of the entry's hosts will do.
    private let host: [UInt8]?
    private let parts: [Part]
    private let mayGoOn: Bool
    private let parameter: [UInt8]?

    init(_ rule: String) {
        let halves = rule.utf8.split(separator: UInt8(ascii: "?"), maxSplits: 1)
        parameter = halves.count > 1 ? Array(halves[1]) : nil
        let path = rule.utf8.prefix { $0 != UInt8(ascii: "?") }
        let slash = path.firstIndex(of: 0x2F) ?? path.endIndex
        host = slash == path.startIndex ? nil : Array(path[..<slash])
        var parts: [Part] = []
        var mayGoOn = false
        for segment in path[slash...].split(separator: 0x2F) {
            if segment.elementsEqual("**".utf8) {
                mayGoOn = true
            } else if segment.last == UInt8(ascii: "*") {
                parts.append(.beginning(Array(segment.dropLast())))
            } else {
                parts.append(.exactly(Array(segment)))
            }
        }
        self.parts = parts
        self.mayGoOn = mayGoOn
    }

    var asksForParameter: Bool { parameter != nil }

    func matches(_ link: LinkShape, segments: [LinkShape.Bytes]) -> Bool {
        if let host, !LinkPattern.isHost(link.host, in: host) { return false }
        guard segments.count == parts.count || (mayGoOn && segments.count > parts.count) else { return false }
        for (segment, part) in zip(segments, parts) {
            switch part {
            case .exactly(let wanted):
                guard segment.elementsEqual(wanted) else { return false }
            case .beginning(let wanted):
                guard segment.count > wanted.count, segment.starts(with: wanted) else { return false }
            }
        }
        return parameter.map { link.parameter($0) != nil } ?? true
    }

    /// `host` is `domain` or below it; `domain` in lower case.
    static func isHost(_ host: LinkShape.Bytes, in domain: [UInt8]) -> Bool {
        guard host.count >= domain.count else { return false }
        let tail = host.suffix(domain.count)
        guard zip(tail, domain).allSatisfy({ $0.asciiLowered == $1 }) else { return false }
        return tail.startIndex == host.startIndex || host[tail.startIndex - 1] == UInt8(ascii: ".")
    }
}
