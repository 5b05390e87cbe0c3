import Testing

@testable import Crawling

/// A robots.txt, a crawler, and the paths that are open and closed to it.
struct RobotsCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let agent: String
    let open: [String]
    let closed: [String]

    init(_ name: String, _ file: String, _ agent: String = "FooBot", open: [String] = [], closed: [String] = []) {
        testDescription = name
        self.file = file
        self.agent = agent
        self.open = open
        self.closed = closed
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let robots = Robots(parsing: Array(file.utf8), for: agent)
        for path in open {
            #expect(robots.allows(Array(path.utf8)), "\(path) is open", sourceLocation: sourceLocation)
        }
        for path in closed {
            #expect(!robots.allows(Array(path.utf8)), "\(path) is closed", sourceLocation: sourceLocation)
        }
    }
}
