/// An address without what servers mostly don't mind: the case of letters, slashes doubled or at the end, what follows a
/// `;`, the name of the index file, the order of parameters. Two addresses that are the same but for these are nearly
/// always one page.
enum BareAddress {
    /// A hash of it.
    static func hash(of url: [UInt8], _ parts: AddressParts) -> UInt64 {
        var bare = Array(url[parts.host])
        for segment in url[parts.path].split(separator: UInt8(ascii: "/")) {
            let name = segment.prefix { $0 != UInt8(ascii: ";") }
            if name.isEmpty { continue }
            bare.append(UInt8(ascii: "/"))
            bare.append(contentsOf: name.lazy.map(lowered))
        }
        for index in indexes where bare.suffix(index.count) == index {
            bare.removeLast(index.count)
            break
        }
        if let query = parts.query {
            let parameters = url[query].split(separator: UInt8(ascii: "&"))
            bare.append(UInt8(ascii: "?"))
            for parameter in parameters.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                bare.append(contentsOf: parameter)
                bare.append(UInt8(ascii: "&"))
            }
        }
        return ByteHash.of(bare, bare.indices, seed: 0)
    }

    private static let indexes = ["/index.html", "/index.htm", "/index.php", "/default.aspx"].map {
        Array($0.utf8)[...]
    }
}
