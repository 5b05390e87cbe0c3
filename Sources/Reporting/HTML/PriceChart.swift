import Model

/// What a product cost over time, as steps; days that nobody watched are dotted, the 30 days before a reduction shaded.
enum PriceChart {
    private static let width = 460.0
    private static let height = 140.0
    private static let left = 64.0
    private static let right = 12.0
    private static let top = 14.0
    private static let bottom = 26.0
    private static let day = 86_400_000.0

    /// "" under two sightings: a single one is no line.
    static func svg(_ judged: JudgedReduction) -> String {
        let runs = judged.history.runs.filter { $0.price.currency == judged.history.runs.last?.price.currency }
        guard let first = runs.first, let last = runs.last, last.last > first.first else { return "" }
        let amounts = runs.flatMap { [$0.price.minor, $0.was?.minor ?? $0.price.minor] }
        guard let low = amounts.min(), let high = amounts.max() else { return "" }
        let scale = Scale(
            from: Double(first.first), to: Double(last.last), low: Double(low) * 0.97, high: max(Double(high) * 1.03, 1)
        )
        var out =
            "<svg class=\"prices\" viewBox=\"0 0 \(Int(width)) \(Int(height))\" role=\"img\" aria-label=\"\(alternative(judged, runs))\">"
        let start = Double(judged.since)
        if judged.since > first.first {
            let from = scale.x(max(Double(first.first), start - 30 * day))
            out +=
                "<rect class=\"window\" x=\"\(f(from))\" y=\"\(f(top))\" width=\"\(f(scale.x(start) - from))\" "
                + "height=\"\(f(height - top - bottom))\"/>"
        }
        for amount in Set([low, high, last.price.minor]).sorted() {
            let y = scale.y(Double(amount))
            let text = Money(minor: amount, currency: last.price.currency).decimal
            out += "<path class=\"grid\" d=\"M\(f(left)) \(f(y))H\(f(width - right))\"/>"
            out += "<text class=\"tick\" x=\"\(f(left - 6))\" y=\"\(f(y + 4))\" text-anchor=\"end\">\(text)</text>"
        }
        out += line(runs, scale, \.price.minor, "paid") + line(runs, scale, { $0.was?.minor }, "was")
        out += label(first.first, scale, "start") + label(last.last, scale, "end")
        if scale.x(start) > left + 90, scale.x(start) < width - right - 90 {
            out += label(judged.since, scale, "middle")
        }
        return out + "</svg>"
    }

    private struct Scale {
        var from: Double
        var to: Double
        var low: Double
        var high: Double

        func x(_ moment: Double) -> Double {
            PriceChart.left + (moment - from) / (to - from) * (PriceChart.width - PriceChart.left - PriceChart.right)
        }
        func y(_ amount: Double) -> Double {
            PriceChart.top + (high - amount) / (high - low) * (PriceChart.height - PriceChart.top - PriceChart.bottom)
        }
    }

    /// Steps; where nobody looked for long, a dotted line leads on.
    private static func line(
        _ runs: [PriceRun], _ scale: Scale, _ amount: (PriceRun) -> Int64?, _ name: String
    ) -> String {
        var whole = ""
        var dotted = ""
        var before: (x: Double, y: Double)?
        for run in runs {
            guard let minor = amount(run) else {
                before = nil
                continue
            }
            let y = scale.y(Double(minor))
            let (x, end) = (scale.x(Double(run.first)), scale.x(Double(run.last)))
            if let before { dotted += "M\(f(before.x)) \(f(before.y))H\(f(x))V\(f(y))" }
            whole += "M\(f(x)) \(f(y))H\(f(max(end, x + 2)))"
            before = (end, y)
        }
        return "<path class=\"\(name) between\" d=\"\(dotted)\"/><path class=\"\(name)\" d=\"\(whole)\"/>"
    }

    private static func label(_ moment: Int64, _ scale: Scale, _ anchor: String) -> String {
        let text = CalendarDate(millisecondsSince1970: moment).text
        return "<text class=\"tick\" x=\"\(f(scale.x(Double(moment))))\" y=\"\(f(height - 8))\" "
            + "text-anchor=\"\(anchor)\">\(text)</text>"
    }

    private static func alternative(_ judged: JudgedReduction, _ runs: [PriceRun]) -> String {
        var prices: [String] = []
        for run in runs {
            let text = "\(run.price.text) from \(CalendarDate(millisecondsSince1970: run.first).text)"
            if prices.last.map({ $0.hasPrefix(run.price.text + " ") }) != true { prices.append(text) }
        }
        let shown = prices.suffix(8).joined(separator: ", ")
        return escaped("Price over time: \(prices.count > 8 ? "lately " : "")\(shown)")
    }

    /// A currency comes from outside.
    private static func escaped(_ text: String) -> String {
        Wording.safe(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    private static func f(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
}
