import Foundation
import Model
import Parsing
import Yams

/// The platforms of `checks/channels.yaml`: what their links look like and which scripts their widgets load.
public struct ChannelCatalogue: Sendable {
    /// Where a platform's link belongs in `ContactFacts`.
    public enum Kind: String, Sendable { case messenger, social, chat }

    struct Channel: Sendable {
        var platform: String
        var kind: Kind
        var profile: [LinkPattern]
        var share: [LinkPattern]
        var reserved: Set<String>
    }

    let channels: [Channel]
    let freemail: Set<String>
    /// Words before numbers that are not for the telephone, lower case.
    let otherNumbers: Set<String>
    /// Names of mailboxes, lower case, by the need that they are for.
    let mailboxes: [String: CustomerNeed]
    private let hosts: [UInt64: (host: [UInt8], channel: Int)]
    private let schemes: [[UInt8]: Int]
    private let scanner: FingerprintScanner
    private let fingerprints: [(text: String, channel: Int)]

    private static let bundledSource: ChannelSource? = {
        let file = Bundle.module.url(forResource: "channels", withExtension: "yaml")
        return file.flatMap { try? String(contentsOf: $0, encoding: .utf8) }
            .flatMap { try? ChannelSource(yaml: $0, file: "channels.yaml") }
    }()

    /// The catalogue that comes with Comeback; empty if its file is missing from the installation.
    public static let bundled = bundledSource.map(ChannelCatalogue.init) ?? ChannelCatalogue(entries: [])

    /// Reads a catalogue; throws a `ChannelCatalogueError` that names the file and the key at fault.
    public init(yaml: String, file: String) throws {
        self.init(source: try ChannelSource(yaml: yaml, file: file))
    }

    /// The bundled catalogue with an auditor's own files: a platform of a known name takes the known one's place, words
    /// and mailbox providers are added. Throws a `ChannelCatalogueError` that names the file and the key at fault.
    public init(adding files: [String]) throws {
        guard !files.isEmpty else {
            self = .bundled
            return
        }
        var whole = ChannelCatalogue.bundledSource ?? ChannelSource()
        for file in files {
            guard let yaml = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw ChannelCatalogueError(description: "\(file): cannot be read as UTF-8")
            }
            whole.add(try ChannelSource(yaml: yaml, file: file))
        }
        self.init(source: whole)
    }

    init(source: ChannelSource) {
        self.init(
            entries: source.entries, freemail: source.freemail, otherNumbers: source.otherNumbers,
            mailboxes: source.mailboxes)
    }

    init(
        entries: [ChannelSource.Entry], freemail: Set<String> = [], otherNumbers: Set<String> = [],
        mailboxes: [String: CustomerNeed] = [:]
    ) {
        var hosts: [UInt64: (host: [UInt8], channel: Int)] = [:]
        var schemes: [[UInt8]: Int] = [:]
        var fingerprints: [(text: String, channel: Int)] = []
        for (index, entry) in entries.enumerated() {
            for host in entry.hosts { hosts[ChannelCatalogue.hash(host.utf8)] = (Array(host.utf8), index) }
            for scheme in entry.schemes { schemes[Array(scheme.utf8)] = index }
            fingerprints += entry.scripts.map { ($0, index) }
        }
        channels = entries.map {
            Channel(
                platform: $0.platform, kind: $0.kind, profile: $0.profile.map(LinkPattern.init),
                share: $0.share.map(LinkPattern.init), reserved: $0.reserved)
        }
        self.freemail = freemail
        self.otherNumbers = otherNumbers
        self.mailboxes = mailboxes
        self.hosts = hosts
        self.schemes = schemes
        self.fingerprints = fingerprints
        scanner = FingerprintScanner(fingerprints.map(\.text))
    }

    /// What a link leads to; nil for an address that is no platform's.
    func classify(_ link: LinkShape) -> (channel: Int, role: ChannelFact.Role)? {
        if !link.isWeb {
            guard !link.scheme.isEmpty, let index = schemes[link.scheme.map(\.asciiLowered)] else { return nil }
            return (index, ChannelCatalogue.leadsSomewhere(link) ? .profile : .barePlatform)
        }
        guard let index = channel(of: link.host) else { return nil }
        let channel = channels[index]
        let segments = link.segments
        // "send?phone=…&text=…" names somebody although it carries a text.
        if channel.profile.contains(where: { $0.asksForParameter && $0.matches(link, segments: segments) }) {
            return (index, .profile)
        }
        if channel.share.contains(where: { $0.matches(link, segments: segments) }) { return (index, .share) }
        if let first = segments.first, channel.reserved.contains(String(decoding: first, as: UTF8.self)) {
            return (index, .barePlatform)
        }
        let isProfile = channel.profile.contains { $0.matches(link, segments: segments) }
        return (index, isProfile ? .profile : .barePlatform)
    }

    /// Calls `found` with the number and place of each widget's fingerprint in some bytes.
    func scan(_ bytes: ArraySlice<UInt8>, _ found: (Int, Int) -> Void) { scanner.scan(bytes, found) }

    /// The same in bytes that lie anywhere.
    @inline(__always)
    func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ found: (Int, Int) -> Void) { scanner.scan(bytes, found) }

    /// A widget's fingerprint stands in some bytes.
    func hasFingerprint(_ bytes: ArraySlice<UInt8>) -> Bool {
        var isFound = false
        scanner.scan(bytes) { _, _ in isFound = true }
        return isFound
    }

    /// The words that tell a widget, and its channel.
    func fingerprint(_ index: Int) -> (text: String, channel: Int) { fingerprints[index] }

    private func channel(of host: LinkShape.Bytes) -> Int? {
        var name = host
        for _ in 0..<6 {
            if let found = hosts[ChannelCatalogue.hash(name)], LinkPattern.isHost(name, in: found.host) {
                return found.channel
            }
            guard let dot = name.firstIndex(of: UInt8(ascii: ".")) else { return nil }
            name = name[(dot + 1)...]
        }
        return nil
    }

    /// FNV-1a over small letters: looks a host up without making an array of it.
    private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1.asciiLowered)) &* 0x100_0000_01B3 }
    }

    /// An app link that names somebody: whatsapp://send?text=… only hands on the page.
    private static func leadsSomewhere(_ link: LinkShape) -> Bool {
        let names = ["phone", "number", "chatURI", "domain", "to", "id"]
        if names.contains(where: { link.parameter(Array($0.utf8)) != nil }) { return true }
        return link.scheme.equalsFolded("skype") && link.path.count > 2
            || link.scheme.equalsFolded("line") && link.path.starts(with: Array("ti/p".utf8))
            || link.scheme.equalsFolded("viber") && link.host.elementsEqual("chat".utf8) && !link.query.isEmpty
    }
}
