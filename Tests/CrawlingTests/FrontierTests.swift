import Foundation
import Model
import Testing

@testable import Crawling

private let home = "https://shop.example/"

private func frontier(_ change: (inout CrawlSettings) -> Void = { _ in }) -> Frontier {
    var settings = CrawlSettings()
    change(&settings)
    var frontier = Frontier(settings: settings)
    frontier.setHome(frontier.addTaken(home, source: .seed))
    return frontier
}

extension Frontier {
    /// Adds a link from the home page to a path.
    mutating fileprivate func link(_ path: String, _ traits: PageLinks.Traits = [], text: String = "") {
        let url = Array((home + path.dropFirst()).utf8)
        _ = add(link: url, url.indices, text: Array(text.utf8)[...], traits: traits, from: 0)
    }

    fileprivate func state(_ path: String) -> State? {
        let url = Array((home + path.dropFirst()).utf8)
        return addresses.find(url, url.indices).map { entries[Int($0)].state }
    }

    fileprivate mutating func order() -> [String] {
        var paths: [String] = []
        while let id = next() { paths.append("/" + addresses.string(id).dropFirst(home.count)) }
        return paths
    }
}

@Suite struct FrontierTests {
    @Test func whatTellsMostComesFirst() {
        var frontier = frontier()
        frontier.link("/p/1")
        frontier.link("/p/2")
        frontier.link("/weiter", .nofollow)
        frontier.link("/women", .inNavigation)
        frontier.link("/kontakt", .inFooter)
        frontier.link("/seite-7", text: "Доставка и оплата")
        frontier.link("/p/1", .inNavigation)
        #expect(frontier.order() == ["/kontakt", "/seite-7", "/women", "/p/1", "/p/2", "/weiter"])
    }

    @Test(arguments: [
        "/cart/add/5", "/?add-to-cart=12", "/index.php?action=buy_now&products_id=8", "/index.php?route=account/logout",
        "/index.php?route=product/compare.add", "/wishlist/index/add/product/3", "/customer/account/logout/",
        "/cart?remove_item=abc", "/my-account/customer-logout/", "/basket/empty", "/log-out",
        "/newsletter/unsubscribe?id=3",
    ])
    func actionsAreNeverAsked(path: String) {
        var frontier = frontier()
        frontier.link(path)
        #expect(frontier.state(path) == .skipped(.action))
    }

    @Test(arguments: [
        "/cart", "/checkout", "/shopping-cart-with-wheels", "/account/login", "/wishlist", "/address", "/p/add-on-lens",
        "/index.php?route=product/product&product_id=4", "/blog/delete-old-photos", "/?p=12",
        "/index.php?view=product&id=3",
        "/page.php", "/style.html", "/v1.2/manual",
    ])
    func pagesAreAsked(path: String) {
        var frontier = frontier()
        frontier.link(path)
        #expect(frontier.state(path) == .queued)
    }

    @Test(arguments: [
        "/list?sort=price", "/list?a=1&orderby=date", "/list?limit=100", "/list?view=grid", "/list?currency=EUR",
        "/a/b/a/b/a/b/a", "/" + (0..<20).map { "f\($0)" }.joined(separator: "/"),
    ])
    func looksAtOnePageAreHeldBack(path: String) {
        var frontier = frontier()
        frontier.link(path)
        #expect(frontier.state(path) == .skipped(.parameterVariant))
    }

    @Test func quotasByKind() {
        var frontier = frontier()
        for n in 1...100 {
            frontier.link("/list?page=\(n)")
            frontier.link("/list?color=\(n)")
            frontier.link("/blog/page/\(n)/")
            frontier.link("/cal?day=\(n)")
            frontier.link("/product?id=\(n)")
        }
        func admitted(_ prefix: String) -> Int {
            frontier.entries.indices.count {
                frontier.entries[$0].state == .queued
                    && frontier.addresses.string(PageID($0)).hasPrefix(home + prefix.dropFirst())
            }
        }
        #expect(admitted("/list?page") == 20)
        #expect(admitted("/list?color") == 2)
        #expect(admitted("/blog/page") == 20)
        #expect(admitted("/cal") == 3)
        #expect(admitted("/product?id") == 100, "numbers of products are no variants")
    }

    @Test func nearerLinkReopensWhatWasTooDeep() {
        var frontier = frontier { $0.maxDepth = 1 }
        frontier.link("/a")
        let url = Array("\(home)deep".utf8)
        _ = frontier.add(link: url, url.indices, text: [], traits: [], from: 1)
        #expect(frontier.state("/deep") == .skipped(.depthLimit))
        frontier.link("/deep")
        #expect(frontier.state("/deep") == .queued)
    }

    @Test func addressesAreNumberedOnce() {
        var arena = AddressArena()
        let all = (0..<20_000).map { "https://shop.example/p/\($0 % 9_000)?x=\($0 % 7)" }
        var numbers: [String: UInt32] = [:]
        for url in all {
            let bytes = Array(url.utf8)
            let (number, isNew) = arena.insert(bytes, bytes.indices)
            #expect(isNew == (numbers[url] == nil))
            #expect(numbers[url, default: number] == number)
            numbers[url] = number
        }
        #expect(arena.count == numbers.count)
        #expect(numbers.allSatisfy { arena.string($0.value) == $0.key })
    }

    @Test(arguments: [
        ("/blog/*", "/blog/a/b", true), ("/blog/*", "/blog", false), ("*/print", "/a/print", true),
        ("/a?c", "/abc", true),
        ("/a?c", "/ac", false), ("/*/x/*", "/a/x/y", true), ("/a", "/a/", false), ("", "/", false), ("*", "/", true),
    ])
    func globs(pattern: String, path: String, isMatch: Bool) {
        #expect(Glob(pattern).matches(Array(path.utf8)[...]) == isMatch)
    }

    @Test func heapGivesTheLeast() {
        var heap = MinHeap()
        let numbers = (0..<500).map { UInt64(($0 * 7919) % 1_000) }
        for number in numbers { heap.push(number) }
        var out: [UInt64] = []
        while let number = heap.pop() { out.append(number) }
        #expect(out == numbers.sorted())
    }
}

@Test func gunzipIsBounded() throws {
    #expect(Gunzip.inflate(Array("no gzip".utf8), limit: 100).isEmpty)
    #expect(Gunzip.inflate([0x1F, 0x8B], limit: 100).isEmpty)
    let hello: [UInt8] = [
        31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 203, 72, 205, 201, 201, 87, 200, 64, 144, 0, 128, 136, 249, 229, 17, 0, 0, 0,
    ]
    #expect(Gunzip.isGzip(hello))
    #expect(Gunzip.inflate(hello, limit: 1_000) == Array("hello hello hello".utf8))
    #expect(Gunzip.inflate(Array(hello.dropLast(9)), limit: 1_000).count <= 17)
    #expect(Gunzip.inflate(hello, limit: 5) == Array("hello".utf8))
}
