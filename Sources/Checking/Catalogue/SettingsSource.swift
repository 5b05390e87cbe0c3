import Model
import Yams

/// The `settings` of a check's file, decoded into the check's own type. Reads through a decoder of its own because
/// a decoder that knows which keys were asked for can refuse the others.
struct SettingsSource {
    /// The check's whole file.
    let top: YAMLMapping

    func decode<Settings: Decodable>(_ type: Settings.Type) throws -> Settings {
        let node = top.node("settings") ?? Node.mapping(Node.Mapping([]))
        guard node.mapping != nil else { throw top.error("settings", "must be keys with values") }
        let log = SettingsLog()
        let source = SettingsDecoder(node: node, codingPath: [], log: log)
        let settings: Settings
        do { settings = try Settings(from: source) } catch let error as CatalogueError {
            throw error
        } catch let error as DecodingError {
            throw CatalogueError(SettingsSource.message(error), file: top.file, line: node.mark?.line, key: "settings")
        }
        for reading in log.readings { try reading.refuseUnread(file: top.file) }
        return settings
    }

    private static func message(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "“\(path(context.codingPath + [key]))” is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "“\(path(context.codingPath))” \(context.debugDescription)"
        @unknown default: "cannot be read"
        }
    }

    static func path(_ keys: [any CodingKey]) -> String { keys.map(\.stringValue).joined(separator: ".") }
}

/// Which keys of which mappings were asked for.
final class SettingsLog {
    var readings: [SettingsReading] = []
}

/// One mapping of the settings while it is decoded.
final class SettingsReading {
    let path: [any CodingKey]
    let keys: [Node]
    var asked: Set<String> = []
    var askedForAll = false

    init(path: [any CodingKey], keys: [Node]) {
        self.path = path
        self.keys = keys
    }

    func refuseUnread(file: String) throws {
        guard !askedForAll else { return }
        for key in keys {
            let name = key.string ?? ""
            guard !asked.contains(name) else { continue }
            let full = (["settings"] + path.map(\.stringValue) + [name]).joined(separator: ".")
            throw CatalogueError(
                "unknown key\(NearestName.hint(name, among: Array(asked)))", file: file, line: key.mark?.line, key: full
            )
        }
    }
}
