import Foundation

/// A shop as files. `routes.json` in the folder may hold answers by path:
/// `{"/old": {"status": 301, "headers": {"Location": "/new"}}, "/slow": {"file": "index.html", "delay": 0.2}}`.
enum ShopFolder {
    private struct Route: Decodable {
        var status: Int?
        var headers: [String: String]?
        var body: String?
        /// Path of a file within the folder.
        var file: String?
        /// Seconds.
        var delay: Double?
    }

    /// What `routes.json` states; nothing where there is none.
    static func routes(of folder: String) -> [String: ShopServer.Answer] {
        guard let data = FileManager.default.contents(atPath: folder + "/routes.json"),
            let routes = try? JSONDecoder().decode([String: Route].self, from: data)
        else { return [:] }
        return routes.mapValues { route in
            var answer = route.file.flatMap { file(folder + "/" + $0) } ?? .html(route.body ?? "")
            answer.status = route.status ?? 200
            answer.headers.merge(route.headers ?? [:]) { _, stated in stated }
            answer.delay = .seconds(route.delay ?? 0)
            return answer
        }
    }

    /// The file for a request: as named, then with `.html`, then the folder's index. A query is part of the name
    /// behind `@` or `?`, as mirroring tools write it: `index.php?route=a%2Fb` is `index.php@route=a%2Fb.html`.
    static func answer(_ target: String, in folder: String) -> ShopServer.Answer? {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = String(parts[0]).removingPercentEncoding, !path.split(separator: "/").contains("..") else {
            return nil
        }
        var names: [String] = []
        if parts.count == 2, !parts[1].isEmpty {
            let raw = String(parts[1])
            for query in [raw, raw.removingPercentEncoding ?? raw] where !query.contains("/") {
                for mark in ["@", "?"] {
                    names += [
                        "\(path)\(mark)\(query).html", "\(path)\(mark)\(query)",
                        "\(path)/index.html\(mark)\(query).html",
                    ]
                }
            }
        }
        names += path.hasSuffix("/") ? [path + "index.html"] : [path, path + ".html", path + "/index.html"]
        return names.lazy.compactMap { file(folder + $0) }.first
    }

    private static func file(_ path: String) -> ShopServer.Answer? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
            let data = FileManager.default.contents(atPath: path)
        else { return nil }
        let name = path.split(separator: "/").last ?? ""
        let ending = name.contains(".") ? String(name.split(separator: ".").last ?? "").lowercased() : ""
        return ShopServer.Answer(
            headers: ["Content-Type": types[ending] ?? "application/octet-stream"], body: Array(data))
    }

    private static let types = [
        "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json",
        "xml": "application/xml", "txt": "text/plain", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
        "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "ico": "image/x-icon", "pdf": "application/pdf",
        "gz": "application/gzip", "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf",
    ]
}
