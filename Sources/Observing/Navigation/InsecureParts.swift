import Model
import Parsing

/// What a page under https: loads from http:, and forms that post there.
struct InsecureParts {
    private(set) var mentions: [Mention] = []
    private static let kept = 20

    /// Called for pages under https: only.
    mutating func visit(element i: Int, of page: borrowing PageView) {
        let document = page.document
        switch document.nodes[i].tag {
        case .form: check(.action, i, page)
        case .button, .input: check(.formaction, i, page)
        case .script, .iframe, .frame, .img, .embed, .audio, .video, .source: check(.src, i, page)
        case .object: check(document.attribute(named: "data", of: i), i, page)
        case .link:
            guard let rel = document.attribute(.rel, of: i), rel.containsFolded("stylesheet") else { return }
            check(.href, i, page)
        default: break
        }
    }

    private mutating func check(_ name: AttributeName, _ i: Int, _ page: borrowing PageView) {
        check(page.document.attribute(name, of: i), i, page)
    }

    private mutating func check(_ value: ArraySlice<UInt8>?, _ i: Int, _ page: borrowing PageView) {
        guard mentions.count < InsecureParts.kept, let value else { return }
        let address = trimmedBytes(value)
        guard address.count > 7, address.prefix(7).equalsFolded("http://"), !isLoopback(address.dropFirst(7)) else {
            return
        }
        let document = page.document
        // What stands in noscript and template isn't loaded.
        let isInert = document.closest(i) {
            document.nodes[$0].tag == .noscript || document.nodes[$0].tag == .template
        }
        guard isInert == nil else { return }
        mentions.append(page.mention(of: i, quote: String(decoding: address.prefix(Mention.quoteLimit), as: UTF8.self)))
    }

    /// Browsers trust the machine that they run on.
    private func isLoopback(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.starts(with: "localhost".utf8) || rest.starts(with: "127.".utf8)
    }
}
