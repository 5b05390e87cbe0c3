import Parsing

/// The part of a viewport's content that forbids zooming (WCAG 2.2, 1.4.4; ACT rule b4f0c3).
enum ViewportZoom {
    /// The offending directive as written; nil where zooming to 200 % is allowed.
    static func block(in content: String) -> String? {
        let bytes = content.utf8
        guard bytes.containsFolded("user-scalable") || bytes.containsFolded("maximum-scale") else { return nil }
        for part in content.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            let sides = part.split(separator: "=", maxSplits: 1).map(bare)
            guard sides.count == 2 else { continue }
            let name = sides[0].lowercased()
            let value = sides[1].lowercased()
            if name == "user-scalable", forbids(scalable: value) { return bare(part) }
            if name == "maximum-scale", let scale = number(value), scale >= 0, scale < 2 { return bare(part) }
        }
        return nil
    }

    /// CSS Device Adaptation: "no", 0, and whatever lies between -1 and 1 mean no; unknown words too.
    private static func forbids(scalable value: String) -> Bool {
        if value == "yes" || value.hasPrefix("device-") { return false }
        if value == "no" { return true }
        guard let number = number(value) else { return false }
        return number > -1 && number < 1
    }

    /// The number at the start; "yes" counts as 1.
    private static func number(_ value: String) -> Double? {
        if value == "yes" { return 1 }
        if value == "no" { return nil }
        return Double(value.prefix { $0.isNumber || $0 == "." || $0 == "-" })
    }

    private static func bare(_ part: some StringProtocol) -> String {
        String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
