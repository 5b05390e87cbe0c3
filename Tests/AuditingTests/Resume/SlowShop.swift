import Foundation
import Support

/// A shop of small pages that answer after some milliseconds, other ones each time.
enum SlowShop {
    static let pages = 40

    static func start(delay: ClosedRange<Int> = 0...12) async throws -> ShopServer {
        try await ShopServer.start { target in
            switch target {
            case "/robots.txt": return .text("User-agent: *\nDisallow: /private/\nSitemap: /map.xml\n")
            case "/map.xml":
                return .text("<urlset><url><loc>/p/36</loc></url><url><loc>/private/1</loc></url></urlset>")
            case "/": return page(0, delay: delay)
            case "/img/3.gif": return .html("<h1>Tea</h1>", delay: .milliseconds(Int.random(in: delay)))
            default:
                if target.hasPrefix("/img/"), target != "/img/1.gif" {
                    return .html("GIF89a", delay: .milliseconds(Int.random(in: delay)))
                }
                guard target.hasPrefix("/p/"), let number = Int(target.dropFirst(3)), number < pages else { return nil }
                if number % 13 == 12 { return .redirect("/p/\(number / 2)") }
                if number % 17 == 16 { return .html("<title>Off</title><p>Out of order</p>", status: 500) }
                return page(number, delay: delay)
            }
        }
    }

    private static func page(_ number: Int, delay: ClosedRange<Int>) -> ShopServer.Answer {
        let links = (1...6).map { "<a href=\"/p/\((number * 5 + $0 * $0 * 7) % (pages + 2))\">Tea \($0)</a>" }
        return .html(
            """
            <!doctype html><html lang="en"><head><title>Tea \(number) | Leaf &amp; Pot</title></head><body><nav>
            \(links.joined(separator: "\n"))</nav><h1>Tea \(number)</h1><p>A fine tea for every hour of the day, packed
            by hand.</p><img src="/img/\(number % 9).gif" alt="Tea \(number)" width="500" height="500">
            <p class="price">€ \(number + 2).50</p><button>Add to cart</button><a href="/p/\((number + 1) % pages)">Next</a></body></html>
            """, delay: .milliseconds(Int.random(in: delay)))
    }
}

extension ShopServer {
    /// How often each address was asked for.
    var counts: [String: Int] { Dictionary(requests.map { ($0, 1) }, uniquingKeysWith: +) }

    /// Waits until that many requests have come, or `isOver`.
    func waitForRequests(_ count: Int, unless isOver: () -> Bool) async throws {
        while requests.count < count, !isOver() { try await Task.sleep(for: .milliseconds(1)) }
    }
}
