import Foundation

/// Serves a generated shop from nginx on loopback and measures, in turn and several times, what fetching it costs,
/// what reading it by bare SAX costs, what the whole audit costs, and what peers cost on the same site.
struct Comparison {
    let work: String
    let comeback: String
    let bench: String

    private let pages = 5_000
    private let rounds = 3
    private let port = 18_431
    private var base: String { "http://127.0.0.1:\(port)" }
    private var words: String { "\(work)/words.log" }
    private var urls: String { "\(work)/urls.txt" }

    func run() throws {
        let site = "\(work)/www"
        print("Writing \(pages) pages to \(site) …")
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        let generator = SiteGenerator(pages: pages, base: base)
        try generator.write(to: site)
        try Data(generator.paths.map { base + $0 }.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: urls))
        let server = try serve(site)
        defer { server.terminate() }
        let contenders = self.contenders
        var results: [String: [Measured]] = [:]
        for round in 1...rounds {
            for (name, command) in contenders {
                print("round \(round) of \(rounds): \(name)")
                results[name, default: []].append(try Measured.run(command, words: words))
            }
        }
        let small = try Measured.run(audit(pages: 1_000), words: words)
        report(contenders.map(\.0), results, small: small)
    }

    private var contenders: [(String, [String])] {
        var list: [(String, [String])] = [
            ("fetch alone", [bench, "fetch", urls]),
            ("fetch and bare SAX", [bench, "sax", urls]),
            ("whole audit", audit(pages: pages)),
        ]
        if isInstalled("wget2") {
            list.append(
                ("wget2", ["wget2", "-q", "-r", "-l", "20", "--max-threads=32", "-O", "/dev/null", base + "/"]))
        }
        if isInstalled("scrapy") {
            list.append(("Scrapy", ["scrapy", "runspider", "--nolog", "-a", "base=\(base)/", "Bench/spider.py"]))
        }
        return list
    }

    private func audit(pages: Int) -> [String] {
        [
            comeback, "audit", base + "/", "--max-pages", "\(pages)", "--concurrency", "32", "--out", "\(work)/report",
            "--ledger", "\(work)/ledger",
        ]
    }

    private func isInstalled(_ name: String) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }

    private func serve(_ root: String) throws -> Process {
        let path = ["/usr/sbin/nginx", "/usr/bin/nginx"].first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let path else { throw BenchError(description: "nginx is missing: run scripts/setup bench") }
        let configuration = """
            daemon off; worker_processes 1; pid \(work)/nginx.pid; error_log \(work)/nginx.log;
            worker_rlimit_nofile 65536;
            events { worker_connections 1024; }
            http { access_log off; types { text/html html; application/xml xml; text/plain txt; image/svg+xml svg; }
            default_type application/octet-stream; keepalive_requests 1000000; sendfile on;
            client_body_temp_path \(work)/t1; proxy_temp_path \(work)/t2; fastcgi_temp_path \(work)/t3;
            uwsgi_temp_path \(work)/t4; scgi_temp_path \(work)/t5;
            server { listen 127.0.0.1:\(port); root \(root); charset utf-8; index index.html; } }

            """
        let file = "\(work)/nginx.conf"
        try Data(configuration.utf8).write(to: URL(fileURLWithPath: file))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-c", file, "-p", work]
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: 1)
        guard process.isRunning else { throw BenchError(description: "nginx did not start; see \(work)/nginx.log") }
        return process
    }

    private func report(_ names: [String], _ results: [String: [Measured]], small: Measured) {
        print("\nMedian of \(rounds) interleaved rounds, \(pages) pages\n")
        print("| | CPU ms a page | pages a second | peak MiB |\n| --- | ---: | ---: | ---: |")
        for name in names {
            let runs = results[name] ?? []
            let cpu = runs.map { $0.cpuSeconds * 1000 / Double(pages) }.median
            let pace = runs.map { Double(pages) / $0.wallSeconds }.median
            print("| \(name) | \(format(cpu, 3)) | \(format(pace, 0)) | \(format(runs.map(\.peak).median, 0)) |")
        }
        let pairs = zip(results["whole audit"] ?? [], results["fetch and bare SAX"] ?? [])
        let ratios = pairs.map { $0.cpuSeconds / $1.cpuSeconds }
        let each = ratios.map { format($0, 2) }.joined(separator: ", ")
        print("\nwhole audit / fetch and bare SAX: \(format(ratios.median, 2)) (rounds: \(each))")
        let peak = (results["whole audit"] ?? []).map(\.peak).median
        print(
            "peak memory at 1,000 pages \(format(small.peak, 0)) MiB, at 5,000 \(format(peak, 0)) MiB: "
                + "ratio \(format(peak / max(small.peak, 1), 2))")
    }

    private func format(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }
}
