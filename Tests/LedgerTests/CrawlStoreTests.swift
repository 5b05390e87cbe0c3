import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct CrawlStoreTests {
    private let run = StoredRun(seed: "https://shop.example/", settings: "{}", startedAt: 1_700_000_000_000)

    /// The path of a store in a folder of its own, removed by `body`'s end.
    private func withPath(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("comeback-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.appendingPathComponent("crawl.sqlite").path)
    }

    private func answer(_ number: Int, size: Int = 3_000, purpose: String = "page") -> StoredAnswer {
        StoredAnswer(
            key: AnswerKey(url: "https://shop.example/\(number)", purpose: purpose), head: #"{"n":\#(number)}"#,
            body: (0..<size).map { UInt8(truncatingIfNeeded: ($0 * $0 + number) >> 3) })
    }

    @Test(arguments: [0, 1, 100, 70_000, 1_000_000])
    func whatIsKeptComesBack(size: Int) throws {
        try withPath { path in
            let store = try CrawlStore(path: path)
            try store.begin(run)
            let first = answer(1, size: size)
            try store.keep([first, answer(2)], elapsed: 5)
            #expect(try store.answer(for: first.key) == first)
            #expect(try store.answer(for: AnswerKey(url: first.key.url, purpose: "file")) == nil)
            #expect(try store.answer(for: AnswerKey(url: "https://shop.example/3", purpose: "page")) == nil)
        }
    }

    @Test func aStoreThatIsOpenedAgainGoesOn() throws {
        try withPath { path in
            do {
                let store = try CrawlStore(path: path)
                #expect(try store.run() == nil)
                try store.begin(run)
                try store.keep((1...40).map { answer($0) }, elapsed: 300)
                try store.keep([answer(41)], elapsed: 700)
            }
            let store = try CrawlStore(path: path)
            #expect(try store.run() == run)
            #expect(try store.extent() == (41, 700))
            #expect(try store.answer(for: answer(17).key) == answer(17))
            try store.begin(StoredRun(seed: "https://other.example/", settings: "{}", startedAt: 1))
            #expect(try store.extent() == (0, 0))
            #expect(try store.answer(for: answer(17).key) == nil)
        }
    }

    @Test func ofTwoAnswersTheFirstStays() throws {
        try withPath { path in
            let store = try CrawlStore(path: path)
            try store.begin(run)
            var second = answer(1)
            second.head = "{}"
            try store.keep([answer(1)], elapsed: 1)
            try store.keep([second, answer(2)], elapsed: 2)
            #expect(try store.answer(for: second.key) == answer(1))
            #expect(try store.extent().answers == 2)
        }
    }

    @Test func aSecondOneIsRefusedWhileTheFirstLives() throws {
        try withPath { path in
            do {
                let first = try CrawlStore(path: path)
                try first.begin(run)
                let error = #expect(throws: LedgerError.self) { try CrawlStore(path: path) }
                #expect(error?.reason == .inUse)
                #expect(error?.path == path)
                try first.keep([answer(1)], elapsed: 1)
            }
            #expect(try CrawlStore(path: path).extent().answers == 1)
        }
    }

    @Test func aLockOfAnotherProgramIsSaid() throws {
        try withPath { path in
            do { try CrawlStore(path: path).begin(run) }
            let other = try DatabaseQueue(path: path)
            try other.inDatabase { db in
                try db.execute(sql: "BEGIN IMMEDIATE")
                let error = #expect(throws: LedgerError.self) { try CrawlStore(path: path) }
                #expect(error?.reason == .inUse)
                try db.execute(sql: "ROLLBACK")
            }
            try other.close()
            #expect(try CrawlStore(path: path).run() == run)
        }
    }

    @Test func aFullDiskLosesNothingThatWasKept() throws {
        try withPath { path in
            var kept = 0
            do {
                let store = try CrawlStore(path: path, diskLimit: 400_000)
                try store.begin(run)
                let error = #expect(throws: LedgerError.self) {
                    for number in 0..<1_000 {
                        try store.keep([answer(number, size: 20_000)], elapsed: 1)
                        kept += 1
                    }
                }
                #expect(error?.reason == .full)
                #expect(kept > 5)
            }
            let store = try CrawlStore(path: path)
            #expect(try store.extent().answers == kept)
            #expect(try store.answer(for: answer(kept - 1).key) == answer(kept - 1, size: 20_000))
            try store.keep([answer(5_000)], elapsed: 2)
            #expect(try store.extent().answers == kept + 1)
        }
    }

    @Test func beyondItsOwnLimitNothingIsKept() throws {
        try withPath { path in
            let store = try CrawlStore(path: path, byteLimit: 300_000)
            try store.begin(run)
            for number in 0..<200 { try store.keep([answer(number, size: 20_000)], elapsed: 1) }
            let kept = try store.extent().answers
            #expect(kept > 5 && kept < 200)
            #expect(try store.answer(for: answer(0).key) != nil)
        }
    }

    @Test func whatIsNoStoreIsLeftAlone() throws {
        try withPath { path in
            try Data("no database at all, but long enough to be taken for one\n".utf8).write(
                to: URL(fileURLWithPath: path))
            let error = #expect(throws: LedgerError.self) { try CrawlStore(path: path) }
            #expect(error?.reason == .foreign)
            #expect(FileManager.default.contents(atPath: path)?.first == UInt8(ascii: "n"))
        }
        try withPath { path in
            do {
                let other = try DatabaseQueue(path: path)
                try other.write { try $0.execute(sql: "CREATE TABLE diary (entry TEXT)") }
                try other.close()
            }
            let before = FileManager.default.contents(atPath: path)
            let error = #expect(throws: LedgerError.self) { try CrawlStore(path: path) }
            #expect(error?.reason == .foreign)
            #expect(FileManager.default.contents(atPath: path) == before)
        }
    }

    @Test func aLaterLayoutIsRefused() throws {
        try withPath { path in
            do { try CrawlStore(path: path).begin(run) }
            do {
                let later = try DatabaseQueue(path: path)
                try later.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 later')") }
                try later.close()
            }
            let error = #expect(throws: LedgerError.self) { try CrawlStore(path: path) }
            #expect(error?.reason == .newer)
        }
    }

    @Test func damageIsSaid() throws {
        try withPath { path in
            do {
                let store = try CrawlStore(path: path)
                try store.begin(run)
                try store.keep((0..<50).map { answer($0, size: 20_000) }, elapsed: 1)
            }
            var bytes = try #require(FileManager.default.contents(atPath: path))
            for at in stride(from: 4_096, to: bytes.count, by: 3) { bytes[at] ^= 0x5A }
            try bytes.write(to: URL(fileURLWithPath: path))
            let error = #expect(throws: LedgerError.self) {
                let store = try CrawlStore(path: path)
                for number in 0..<50 { _ = try store.answer(for: answer(number).key) }
            }
            #expect(error?.reason == .damaged, "\(error?.description ?? "")")
            #expect(error?.description.contains("\n") == false)
        }
    }

    @Test func aRemovedStoreLeavesNoFile() throws {
        try withPath { path in
            let store = try CrawlStore(path: path)
            try store.begin(run)
            try store.keep([answer(1)], elapsed: 1)
            try store.remove()
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test func packingFailsSafelyOnOtherBytes() {
        let body = [UInt8]("<html>\(String(repeating: "offer ", count: 500))</html>".utf8)
        let packed = Packing.pack(body)
        #expect((packed?.count ?? .max) < body.count / 4)
        #expect(packed.flatMap { Packing.unpack($0, size: body.count) } == body)
        #expect(packed.flatMap { Packing.unpack($0, size: body.count + 1) } == nil)
        #expect(packed.flatMap { Packing.unpack($0.dropLast(3), size: body.count) } == nil)
        #expect(Packing.unpack(Data(repeating: 0xFF, count: 40), size: 1_000) == nil)
    }
}
