import Model

/// The six categories as horizontal bars, with the interval of a sampled score as a whisker.
enum CategoryChart {
    static func svg(_ categories: [CategoryScore]) -> String {
        let rowHeight = 46
        let height = categories.count * rowHeight + 20
        var out = """
            <svg class="chart" viewBox="0 0 600 \(height)" role="img" aria-labelledby="chart-title chart-text">
            <title id="chart-title">Scores by category, 0 to 100</title>
            <desc id="chart-text">\(description(categories))</desc>

            """
        for mark in [0, 25, 50, 75, 100] {
            let x = position(Double(mark))
            out += """
                <line class="grid" x1="\(x)" y1="4" x2="\(x)" y2="\(height - 18)"/>
                <text class="tick" x="\(x)" y="\(height - 4)" text-anchor="middle">\(mark)</text>

                """
        }
        for (i, category) in categories.enumerated() { out += row(category, top: i * rowHeight) }
        return out + "</svg>"
    }

    private static func row(_ category: CategoryScore, top: Int) -> String {
        let name = Wording.name(category.category)
        var out = """
            <text class="name" x="0" y="\(top + 14)">\(name)</text>
            <rect class="track" x="0" y="\(top + 20)" width="\(position(100))" height="12" rx="2"/>

            """
        guard let score = category.score else {
            return out + "<text class=\"none\" x=\"596\" y=\"\(top + 31)\" text-anchor=\"end\">not assessed</text>\n"
        }
        out += """
            <rect class="bar \(band(score))" x="0" y="\(top + 20)" width="\(max(2, position(score)))" height="12" rx="2"/>
            <text class="value" x="596" y="\(top + 31)" text-anchor="end">\(Wording.score(score))</text>

            """
        if let interval = category.interval {
            let (low, high, y) = (position(interval.low), position(interval.high), top + 26)
            out += """
                <path class="whisker" d="M\(low) \(y - 4)v8M\(low) \(y)H\(high)M\(high) \(y - 4)v8"/>

                """
        }
        return out
    }

    private static func position(_ score: Double) -> Int { Int((score * 5.4).rounded()) }

    /// By the whole number that stands beside it.
    private static func band(_ score: Double) -> String {
        let shown = score.rounded()
        return shown >= 80 ? "good" : shown >= 50 ? "fair" : "poor"
    }

    private static func description(_ categories: [CategoryScore]) -> String {
        categories.map { "\(Wording.name($0.category)): \($0.score == nil ? "not assessed" : Wording.score($0.score))" }
            .joined(separator: "; ")
    }
}
