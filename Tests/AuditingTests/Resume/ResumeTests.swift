import Foundation
import Support
import Testing

/// The built tool is killed and stopped as machines and people do it, and goes on.
@Suite(.serialized) struct ResumeTests {
    private static let concurrency = 4

    private func arguments(_ server: ShopServer, _ out: String, _ more: [String] = []) -> [String] {
        ["audit", server.origin + "/", "--out", out, "--concurrency", "\(Self.concurrency)"] + more
    }

    private func reports(_ folder: String) -> [String: Data] {
        let names = ["report.json", "report.html", "report.md"]
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                FileManager.default.contents(atPath: "\(folder)/\(name)").map { (name, $0) }
            })
    }

    private func isStoreThere(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/crawl.sqlite")
    }

    /// Audits without a break.
    private func unbroken(_ server: ShopServer, _ out: String) async throws -> (reports: [String: Data], [String: Int])
    {
        let before = server.counts
        let (status, text) = try await ComebackProcess(arguments(server, out)).end()
        #expect(status == 0, "\(text)")
        #expect(!isStoreThere(out))
        let written = reports(out)
        try #require(written.count == 3)
        return (written, server.counts.merging(before) { $0 - $1 })
    }

    @Test func killedAtAnyMomentItGoesOn() async throws {
        try await FixtureShop.withFolder { folder in
            let server = try await SlowShop.start()
            let (expected, asked) = try await unbroken(server, folder + "/whole")
            let before = server.requests.count
            let total = asked.values.reduce(0, +)
            try #require(total > 20)
            var kills = 0
            var moment = 0
            var random: UInt64 = 0x9E37_79B9_7F4A_7C15
            while true {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                moment += 1 + Int(random >> 33) % (total / 2)
                let run = try ComebackProcess(arguments(server, folder + "/broken", kills == 0 ? [] : ["--resume"]))
                try await server.waitForRequests(before + moment) { !run.isRunning }
                if run.isRunning, moment < total { run.signal(SIGKILL) }
                let (status, text) = await run.end()
                if status == 0 { break }
                #expect(status == SIGKILL, "\(text)")
                kills += 1
                try #require(kills < 50)
            }
            await server.stop()
            #expect(kills > 1)
            #expect(reports(folder + "/broken") == expected)
            #expect(!isStoreThere(folder + "/broken"))
            let all = Dictionary(server.requests[before...].map { ($0, 1) }, uniquingKeysWith: +)
            #expect(Set(all.keys) == Set(asked.keys))
            let twice = all.reduce(0) { $0 + $1.value - (asked[$1.key] ?? 0) }
            #expect(twice <= kills * Self.concurrency)
        }
    }

    @Test func ctrlCOnceWritesAPartialReportAndLosesNothing() async throws {
        try await FixtureShop.withFolder { folder in
            let server = try await SlowShop.start(delay: 5...25)
            let (expected, asked) = try await unbroken(server, folder + "/whole")
            let before = server.requests.count
            let out = folder + "/broken"
            let first = try ComebackProcess(arguments(server, out))
            try await server.waitForRequests(before + 15) { !first.isRunning }
            first.signal(SIGINT)
            let (status, text) = await first.end()
            #expect(status == 130, "\(text)")
            #expect(text.contains("--resume"))
            let partial = String(decoding: reports(out)["report.md"] ?? Data(), as: UTF8.self)
            #expect(partial.contains("stopped by hand: this is a partial report"))
            #expect(isStoreThere(out))
            let second = try await ComebackProcess(arguments(server, out, ["--resume"])).end()
            #expect(second.status == 0, "\(second.text)")
            #expect(reports(out) == expected)
            #expect(Dictionary(server.requests[before...].map { ($0, 1) }, uniquingKeysWith: +) == asked)
            await server.stop()
        }
    }

    @Test func ctrlCTwiceStopsAtOnce() async throws {
        try await FixtureShop.withFolder { folder in
            let server = try await ShopServer.start(routes: [
                "/": .html("<h1>Shop</h1><p>Tea and pots</p><a href=\"/slow\">Slow</a>"),
                "/slow": .html("<h1>At last</h1>", delay: .seconds(25)),
            ])
            let run = try ComebackProcess(arguments(server, folder))
            while run.isRunning, !server.requests.contains("/slow") { try await Task.sleep(for: .milliseconds(2)) }
            run.signal(SIGINT)
            while run.isRunning {
                try await Task.sleep(for: .milliseconds(20))
                run.signal(SIGINT)
            }
            let (status, text) = await run.end()
            await server.stop()
            #expect(status == 130, "\(text)")
            #expect(reports(folder).isEmpty)
            #expect(isStoreThere(folder))
        }
    }

    @Test func twoAuditsInOneFolder() async throws {
        try await FixtureShop.withFolder { folder in
            let server = try await SlowShop.start(delay: 20...60)
            let first = try ComebackProcess(arguments(server, folder))
            try await server.waitForRequests(8) { !first.isRunning }
            first.signal(SIGSTOP)
            let second = try await ComebackProcess(arguments(server, folder)).end()
            #expect(second.status == 2)
            #expect(second.text.contains("crawl.sqlite: another audit"), "\(second.text)")
            #expect(second.text.split(separator: "\n").count == 1)
            first.signal(SIGCONT)
            let (status, text) = await first.end()
            await server.stop()
            #expect(status == 0, "\(text)")
            #expect(server.counts.values.allSatisfy { $0 == 1 })
        }
    }

    /// A file system of its own needs a user namespace, which some systems refuse.
    private static let mayMount: Bool = {
        let trial = Process()
        trial.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        trial.arguments = ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
        trial.standardError = FileHandle.nullDevice
        guard (try? trial.run()) != nil else { return false }
        trial.waitUntilExit()
        return trial.terminationStatus == 0
    }()

    @Test(.enabled(if: mayMount)) func aFullDiskKeepsWhatItHas() async throws {
        try await FixtureShop.withFolder { folder in
            let server = try await SlowShop.start()
            let (expected, asked) = try await unbroken(server, folder + "/whole")
            let before = server.requests.count
            let command = ([ComebackProcess.executable] + arguments(server, "$1/full"))
                .map { "\"\($0)\"" }.joined(separator: " ")
            let script = """
                mkdir "$1/full" && mount -t tmpfs -o size=96k tmpfs "$1/full" || exit 90
                \(command); [ $? = 4 ] || exit 91
                mount -o remount,size=64m "$1/full"
                \(command) --resume || exit 92
                mkdir "$1/kept" && cp "$1/full/"report.* "$1/kept"
                """
            let run = try ComebackProcess(["-rm", "sh", "-c", script, "sh", folder], executable: "/usr/bin/unshare")
            let (status, text) = await run.end()
            await server.stop()
            #expect(status == 0, "\(text)")
            #expect(text.contains("crawl.sqlite: the disk is full; what was kept before is safe"))
            #expect(reports(folder + "/kept") == expected)
            let all = Dictionary(server.requests[before...].map { ($0, 1) }, uniquingKeysWith: +)
            let twice = all.reduce(0) { $0 + $1.value - (asked[$1.key] ?? 0) }
            #expect(twice <= 2 * Self.concurrency, "what came when nothing could be kept")
        }
    }
}
