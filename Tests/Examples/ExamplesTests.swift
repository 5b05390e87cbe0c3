import Auditing
import Testing

/// Every example of every bundled check, through the real parser and observer.
@Test func bundledExamplesComeOutAsTheySay() throws {
    let report = try Catalogue.testBundled()
    #expect(report.isGood, "\(report.text)")
}
