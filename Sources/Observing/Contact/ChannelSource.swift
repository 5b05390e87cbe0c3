import Model
import Yams

/// What is wrong with a file of channels.
public struct ChannelCatalogueError: Error, CustomStringConvertible, Sendable {
    /// One line that names the file and the key.
    public let description: String
}

/// `checks/channels.yaml` as written.
struct ChannelSource {
    struct Entry {
        var platform: String
        var kind: ChannelCatalogue.Kind
        var hosts: [String] = []
        var profile: [String] = []
        var share: [String] = []
        var reserved: Set<String> = []
        var schemes: [String] = []
        var scripts: [String] = []
    }
    var entries: [Entry] = []
    var freemail: Set<String> = []
    var otherNumbers: Set<String> = []
    /// Names of mailboxes, by the need that they are for.
    var mailboxes: [String: CustomerNeed] = [:]

    init() {}

    /// Takes over another file's entries, in place of those of the same name.
    mutating func add(_ other: ChannelSource) {
        let names = Set(other.entries.map(\.platform))
        entries.removeAll { names.contains($0.platform) }
        entries += other.entries
        freemail.formUnion(other.freemail)
        otherNumbers.formUnion(other.otherNumbers)
        mailboxes.merge(other.mailboxes) { _, new in new }
    }

    init(yaml: String, file: String) throws {
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch { throw ChannelSource.fault(file, "is not YAML: \(error)") }
        guard let mapping = root?.mapping else { throw ChannelSource.fault(file, "is not a mapping") }
        for (key, value) in mapping {
            switch key.string ?? "" {
            case "freemail":
                freemail = try ChannelSource.rows(value, "freemail", file)
            case "otherNumbers":
                otherNumbers = try ChannelSource.rows(value, "otherNumbers", file)
            case "mailboxes":
                mailboxes = try ChannelSource.mailboxes(value, file)
            case "channels":
                guard let list = value.sequence else { throw ChannelSource.fault(file, "channels is not a list") }
                entries = try list.map { try ChannelSource.entry($0, file) }
            case let other: throw ChannelSource.fault(file, "has an unknown key \"\(other)\"")
            }
        }
    }

    private static func entry(_ node: Node, _ file: String) throws -> Entry {
        guard let mapping = node.mapping, let platform = mapping["platform"]?.string else {
            throw fault(file, "has an entry without platform")
        }
        guard let kind = mapping["kind"]?.string.flatMap(ChannelCatalogue.Kind.init) else {
            throw fault(file, "\(platform): kind is none of messenger, social, chat")
        }
        guard let source = mapping["source"]?.string, !source.isEmpty else {
            throw fault(file, "\(platform): source is missing")
        }
        var entry = Entry(platform: platform, kind: kind)
        for (key, value) in mapping {
            switch key.string ?? "" {
            case "platform", "kind", "source": break
            case "hosts": entry.hosts = try strings(value, "\(platform): hosts", file).map { $0.lowercased() }
            case "profile": entry.profile = try strings(value, "\(platform): profile", file)
            case "share": entry.share = try strings(value, "\(platform): share", file)
            case "reserved": entry.reserved = Set(try strings(value, "\(platform): reserved", file))
            case "schemes": entry.schemes = try strings(value, "\(platform): schemes", file).map { $0.lowercased() }
            case "scripts": entry.scripts = try strings(value, "\(platform): scripts", file)
            case let other: throw fault(file, "\(platform): unknown key \"\(other)\"")
            }
        }
        if let short = entry.scripts.first(where: { $0.utf8.count < FingerprintScanner.shortest }) {
            throw fault(file, "\(platform): \"\(short)\" in scripts is under \(FingerprintScanner.shortest) bytes")
        }
        return entry
    }

    private static func mailboxes(_ node: Node, _ file: String) throws -> [String: CustomerNeed] {
        guard let mapping = node.mapping else { throw fault(file, "mailboxes is not a mapping") }
        var out: [String: CustomerNeed] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard let need = CustomerNeed(rawValue: name) else {
                let needs = CustomerNeed.allCases.map(\.rawValue).joined(separator: ", ")
                throw fault(file, "mailboxes: \"\(name)\" is none of \(needs)")
            }
            for word in try strings(value, "mailboxes: \(name)", file) { out[word.lowercased()] = need }
        }
        return out
    }

    /// A list of lists of strings.
    private static func rows(_ node: Node, _ key: String, _ file: String) throws -> Set<String> {
        guard let rows = node.sequence else { throw fault(file, "\(key) is not a list") }
        return Set(try rows.flatMap { try strings($0, key, file) }.map { $0.lowercased() })
    }

    /// A list of strings, or one string.
    private static func strings(_ node: Node, _ key: String, _ file: String) throws -> [String] {
        if let one = node.string { return [one] }
        guard let list = node.sequence else { throw fault(file, "\(key) is not a list of words") }
        return try list.map { item in
            guard let word = item.string, !word.isEmpty else { throw fault(file, "\(key) is not a list of words") }
            return word
        }
    }

    private static func fault(_ file: String, _ message: String) -> ChannelCatalogueError {
        ChannelCatalogueError(description: "\(file): \(message)")
    }
}
