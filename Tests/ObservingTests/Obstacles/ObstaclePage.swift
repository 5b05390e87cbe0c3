import Model
import Testing

/// A page, and what should be said of it.
struct ObstaclePage: CustomTestStringConvertible, Sendable {
    var name: String
    var reason: BlockReason?
    var html: String
    var status = 200
    var headers: [String]?
    var path = "/page"

    var testDescription: String { name }

    init(
        _ name: String, _ reason: BlockReason? = nil, _ html: String, status: Int = 200, headers: [String]? = nil,
        path: String = "/page"
    ) {
        self.name = name
        self.reason = reason
        self.html = html
        self.status = status
        self.headers = headers
        self.path = path
    }

    static func html(_ title: String, _ body: String, language: String = "en") -> String {
        "<!doctype html><html lang=\(language)><head><title>\(title)</title></head><body>\(body)</body></html>"
    }

    /// A shop's page around `main`: menu, footer, header.
    static func shop(_ title: String, _ main: String, language: String = "en", body: String = "") -> String {
        let menu = ["Chairs", "Tables", "Lamps", "Beds", "Rugs", "Sofas", "Desks"].map {
            "<li><a href=\"/\($0.lowercased())\">\($0)</a></li>"
        }.joined()
        let footer = ["Contact", "Delivery", "Returns", "Privacy", "Terms", "About us"].map {
            "<li><a href=\"/\($0.lowercased())\">\($0)</a></li>"
        }.joined()
        return """
            <!doctype html><html lang=\(language)><head><title>\(title)</title></head><body \(body)><header><a href="/">Oak &amp; Ash</a>
            <a href="/login">Log in</a><nav><ul>\(menu)</ul></nav></header><main>\(main)</main><footer><ul>\(footer)</ul></footer></body></html>
            """
    }
}
