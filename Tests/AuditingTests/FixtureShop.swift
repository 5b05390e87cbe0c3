import Auditing
import Foundation
import Model
import Support

/// The bundled shops, served on loopback and audited as a user would.
enum FixtureShop {
    /// 2026-03-01T09:00:00Z, which the shops' dates are written for.
    static let clock = AuditClock.fixed(1_772_355_600_000)

    static func folder(_ name: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/\(name)").path
    }

    /// A folder of its own, removed by `body`'s end.
    static func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let path = NSTemporaryDirectory() + "comeback-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(path)
    }

    /// Serves the shop, audits it, and hands on the result with what the paths of its URLs begin with.
    static func audit(
        _ name: String, adjust: (inout AuditSettings) -> Void = { _ in }
    ) async throws -> (result: AuditResult, origin: String) {
        let server = try await ShopServer.start(folder: folder(name))
        let result = try await withFolder { out in
            var settings = AuditSettings()
            settings.out = out
            adjust(&settings)
            return try await Auditing.audit(
                server.origin + "/", settings: settings, clock: clock, isStopped: { false }, progress: { _ in }
            ).result
        }
        await server.stop()
        return (result, server.origin)
    }
}
