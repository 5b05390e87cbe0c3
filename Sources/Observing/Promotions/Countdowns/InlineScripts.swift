import Parsing

/// The scripts that stand in a page itself and may be about clocks.
struct InlineScripts {
    /// One script.
    struct Script {
        /// As written.
        var source: [UInt8]
        /// Lower case, without white space and comments.
        var compact: [UInt8]
        /// For each byte of `compact`, where it stands in `source`.
        var places: [Int]
        var locator: String
    }

    /// Those that speak of clocks.
    private(set) var scripts: [Script] = []
    /// Something loaded, or some script here that knows of dates or asks the server, may write figures into the page.
    private(set) var mayWriteClocks = false

    /// Bytes of a script that is read: larger ones are programs and libraries.
    private static let longest = 64 << 10
    private static let limit = 8

    /// - Parameter besideClock: a clock stands on the page; without one, few scripts are worth reading.
    init(_ document: Document, besideClock: Bool) {
        let words = besideClock ? Self.clocks : Self.surest
        for node in document.nodes.indices where document.nodes[node].tag == .script && !document.nodes[node].isText {
            if let type = document.attribute(.type, of: node), type.containsFolded("json") { continue }
            if document.has(.src, node) {
                mayWriteClocks = true
                continue
            }
            let inner = node + 1
            guard inner < document.nodes.count, document.nodes[inner].isText,
                Int(document.nodes[inner].parent) == node
            else { continue }
            let source = document.textBytes(of: inner)
            if besideClock, !mayWriteClocks {
                mayWriteClocks =
                    source.count > Self.longest || Self.writers.contains { source.containsFolded($0) }
            }
            guard source.count <= Self.longest, scripts.count < Self.limit,
                words.contains(where: { source.containsFolded($0) })
            else { continue }
            let (compact, places) = Self.compact(Array(source))
            scripts.append(
                Script(
                    source: Array(source), compact: compact, places: places, locator: document.locator(of: node)))
        }
    }

    private static let surest: [StaticString] = ["countdown", "timer"]
    private static let clocks: [StaticString] = [
        "countdown", "count_down", "timer", "deadline", "timeleft", "time_left", "endtime", "enddate", "end_time",
        "end_date",
    ]
    private static let writers: [StaticString] = [
        "date", "fetch(", "xmlhttp", "ajax", "import", "axios", "createelement",
    ]

    private static func compact(_ source: [UInt8]) -> ([UInt8], [Int]) {
        var compact: [UInt8] = []
        var places: [Int] = []
        var i = 0
        var quote: UInt8?
        while i < source.count {
            let byte = source[i]
            let next = i + 1 < source.count ? source[i + 1] : 0
            if let open = quote {
                if byte == 92 { i += 1 } else if byte == open || byte == 10 && open != 96 { quote = nil }
            } else if byte == 34 || byte == 39 || byte == 96 {
                quote = byte
            } else if byte == 47, next == 47 {
                i = source[i...].firstIndex(of: 10) ?? source.count
                continue
            } else if byte == 47, next == 42 {
                i += 2
                while i + 1 < source.count, !(source[i] == 42 && source[i + 1] == 47) { i += 1 }
                i += 2
                continue
            }
            // A line's end ends a statement that has no semicolon.
            if byte > 32 || byte == 10 {
                compact.append(byte &- 65 < 26 ? byte | 32 : byte)
                places.append(min(i, source.count - 1))
            }
            i += 1
        }
        return (compact, places)
    }
}
