/// One line of a CSV file by RFC 4180. No library, for it is two rules: quoting, and what a spreadsheet would run.
enum CSVLine {
    static func of(_ cells: [String?]) -> String {
        cells.map { field($0 ?? "") }.joined(separator: ",") + "\r\n"
    }

    /// A cell that a spreadsheet would take for a formula begins with an apostrophe instead (OWASP, "CSV Injection").
    /// Control characters other than line breaks are left out.
    private static func field(_ text: String) -> String {
        var text = String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" }))
        if let first = text.unicodeScalars.first(where: { $0 != " " }), "=+-@|%".unicodeScalars.contains(first) {
            text = "'" + text
        }
        let isPlain = !text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == ";" }
        return isPlain && !text.hasPrefix(" ") && !text.hasSuffix(" ")
            ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
