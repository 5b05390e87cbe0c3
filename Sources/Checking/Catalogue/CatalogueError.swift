/// Something wrong in a check's file or in a choice of checks: one clear line.
public struct CatalogueError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file as found; nil where the fault is in no file.
    public var file: String?
    /// Counting from 1; nil where unknown.
    public var line: Int?
    /// Dotted path of the key; nil where the fault is in none.
    public var key: String?
    /// What is wrong, and what would be right.
    public var message: String

    init(_ message: String, file: String? = nil, line: Int? = nil, key: String? = nil) {
        self.message = message
        self.file = file
        self.line = line
        self.key = key
    }

    /// One line: file and line, key, what is wrong.
    public var description: String {
        var place = file ?? ""
        if let line, file != nil { place += ":\(line)" }
        if !place.isEmpty { place += ": " }
        if let key, !key.isEmpty { place += "\(key): " }
        return place + message
    }
}
