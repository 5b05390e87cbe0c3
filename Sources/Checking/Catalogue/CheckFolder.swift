import Foundation
import Model

/// A folder of checks: `<category>/<name>.yaml`, beside `languages/<tag>.yaml`.
struct CheckFolder {
    let path: String
    /// Comeback's own: holds other data files too.
    let isBundled: Bool

    /// Its checks, ascending by id.
    func files() throws -> [CheckFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw CatalogueError("no such folder of checks", file: path)
        }
        var found: [CheckFile] = []
        for name in try list(path) where !name.hasPrefix(".") && name != "languages" {
            let inner = path + "/" + name
            if isFile(inner) {
                if !isBundled, hasYAMLName(name), name != CheckFolder.channels { throw misplaced(inner) }
                continue
            }
            for file in try list(inner) where hasYAMLName(file) {
                found.append(try check(in: name, file: file, at: inner + "/" + file))
            }
        }
        return found.sorted { $0.id < $1.id }
    }

    /// Beside the folders of checks: further platforms of messengers, profiles and chats.
    private static let channels = "channels.yaml"

    /// The path of its file of channels; nil without one.
    func channelFile() -> String? {
        let file = path + "/" + CheckFolder.channels
        return isFile(file) ? file : nil
    }

    /// Tags of its word lists.
    func languages() -> Set<String> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/languages")) ?? []
        return Set(names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) })
    }

    private func check(in folder: String, file: String, at place: String) throws -> CheckFile {
        guard Model.Category(rawValue: folder) != nil else { throw misplaced(place) }
        guard file.hasSuffix(".yaml") else { throw CatalogueError("the file's name must end in “.yaml”", file: place) }
        guard let id = CheckID(rawValue: "\(folder)/\(file.dropLast(5))") else {
            throw CatalogueError("the file's name must be of a-z, 0-9 and “-”", file: place)
        }
        guard let text = try? String(contentsOfFile: place, encoding: .utf8) else {
            throw CatalogueError("cannot be read as UTF-8", file: place)
        }
        return CheckFile(id: id, path: place, text: text)
    }

    private func misplaced(_ place: String) -> CatalogueError {
        let names = Model.Category.allCases.map(\.rawValue).joined(separator: ", ")
        return CatalogueError("a check stands in a folder named by its category: \(names)", file: place)
    }

    private func hasYAMLName(_ name: String) -> Bool {
        !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
    }

    private func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    private func list(_ path: String) throws -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: path).sorted() } catch {
            throw CatalogueError("the folder cannot be read", file: path)
        }
    }
}

/// A check's file as found.
struct CheckFile {
    let id: CheckID
    let path: String
    let text: String

    func load(languages: Set<String>) throws -> LoadedCheck {
        let reader = try DefinitionReader(yaml: text, id: id, file: path)
        let definition = try reader.definition()
        if let registered = Registry.byID[id] {
            guard definition.evaluation == nil else {
                throw reader.top.error(
                    "evaluate", "\(id) has logic of its own, which takes settings in place of evaluate")
            }
            let made = try registered.make(SettingsSource(top: reader.top))
            return LoadedCheck(definition: definition, judge: made.judge, logic: made.logic)
        }
        guard let evaluation = definition.evaluation else {
            let hint = NearestName.of(id.rawValue, among: Registry.checks.map(\.id.rawValue))
            let nearest = hint.map { "; did you mean “\($0)”, which has logic in Swift?" } ?? ""
            throw reader.top.error("evaluate", "is missing: a check without logic in Swift needs it\(nearest)")
        }
        guard reader.top.node("settings") == nil else {
            throw reader.top.error("settings", "a check with evaluate has no settings")
        }
        let generic = try GenericCheck(id: id, evaluation: evaluation, languages: languages)
        return LoadedCheck(definition: definition, judge: generic.judge)
    }
}
