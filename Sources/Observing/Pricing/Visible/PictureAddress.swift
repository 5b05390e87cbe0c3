import Parsing

/// Tells which address a browser asks for to show a picture: of several sizes one of middling width, and where a script
/// puts the picture in its place later, the one that the script will take.
struct PictureAddress {
    let document: Document

    /// As written; nil for a picture that stands in the page itself, and for placeholders with nothing behind them.
    func of(_ image: Int) -> String? {
        let source = document.closest(image) { document.nodes[$0].tag == .picture }
            .flatMap { picture in ((picture + 1)..<max(picture + 1, image)).first { isPlainSource($0) } }
        let isLazy = document.classContains("lazy", image)
        for node in [source, image].compactMap(\.self) {
            let ways = isLazy ? [lazy, own] : [own, lazy]
            for way in ways { if let found = way(node) { return found } }
        }
        return nil
    }

    /// For every screen, in a format that all browsers of today know.
    private func isPlainSource(_ node: Int) -> Bool {
        guard document.nodes[node].tag == .source, !document.has(.media, node) else { return false }
        guard let type = document.attribute(.type, of: node) else { return true }
        return ["image/webp", "image/jpeg", "image/png", "image/avif"].contains { type.elementsEqual($0.utf8) }
    }

    private func own(_ node: Int) -> String? {
        (document.attribute(.srcset, of: node).flatMap(PictureAddress.middling)
            ?? document.attribute(.src, of: node)).flatMap(PictureAddress.real)
    }

    private func lazy(_ node: Int) -> String? {
        if let written = document.attribute(.dataSrc, of: node), let found = PictureAddress.real(written) {
            return found
        }
        for name in ["data-srcset", "data-lazy-srcset", "data-lazy-src", "data-lazy", "data-original"] {
            guard let written = document.attribute(named: name, of: node) else { continue }
            let one = name.hasSuffix("srcset") ? PictureAddress.middling(written) : written
            if let found = one.flatMap(PictureAddress.real) { return found }
        }
        return nil
    }

    /// Of the candidates of a `srcset`, the one for plain screens, or the narrowest from 600 pixels on.
    static func middling(_ set: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var plain: ArraySlice<UInt8>?
        var wide: (width: Int, url: ArraySlice<UInt8>)?
        for (url, descriptor) in candidates(set) {
            if descriptor.last == UInt8(ascii: "w"),
                let width = Int(String(decoding: descriptor.dropLast(), as: UTF8.self))
            {
                let known = wide?.width ?? 0
                if known < 600 ? width > known : (600..<known).contains(width) { wide = (width, url) }
            } else if plain == nil {
                plain = url
            }
        }
        return wide?.url ?? plain
    }

    /// Addresses with their descriptors ("2x", "600w", ""), at most 40. A comma parts two candidates only where white
    /// space is beside it: addresses hold commas as well.
    private static func candidates(_ set: ArraySlice<UInt8>) -> [(ArraySlice<UInt8>, ArraySlice<UInt8>)] {
        var out: [(ArraySlice<UInt8>, ArraySlice<UInt8>)] = []
        var words = set.split { $0 <= 0x20 }[...]
        while var url = words.popFirst(), out.count < 40 {
            while url.first == UInt8(ascii: ",") { url.removeFirst() }
            guard !url.isEmpty else { continue }
            if url.last == UInt8(ascii: ",") {
                while url.last == UInt8(ascii: ",") { url.removeLast() }
                out.append((url, []))
                continue
            }
            let descriptor = words.popFirst() ?? []
            out.append((url, descriptor.prefix { $0 != UInt8(ascii: ",") }))
        }
        return out
    }

    /// Something that can be asked for, and no stand-in.
    static func real(_ written: ArraySlice<UInt8>) -> String? {
        guard let first = written.first(where: { $0 > 0x20 }), first != UInt8(ascii: "#"), written.count <= 2_000,
            !schemes.contains(where: { written.startsFolded($0) }), !templates.contains(where: { written.has($0) })
        else { return nil }
        let path = written.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let name = path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)
        guard !standIns.contains(where: { name.has($0) }) else { return nil }
        return String(decoding: written, as: UTF8.self)
    }

    private static let schemes: [StaticString] = ["data:", "about:", "blob:", "javascript:", "file:", "cid:"]
    /// Of pages whose template was never filled in, or is filled in by scripts.
    private static let templates: [StaticString] = ["{{", "{%", "${", "<%", "[["]
    private static let standIns: [StaticString] = [
        "placeholder", "blank", "spacer", "transparent", "loading", "loader", "lazy", "pixel", "1x1", "empty",
    ]
}

extension ArraySlice<UInt8> {
    /// Begins with these letters in any case.
    fileprivate func startsFolded(_ other: StaticString) -> Bool {
        drop { $0 <= 0x20 }.prefix(other.utf8CodeUnitCount).isFolded(other)
    }
}
