import Model

/// A way to a person as steps: a ring for where the customer stands, a dot a click, and a sign for what is reached.
enum ReachPicture {
    /// More steps are drawn as so many.
    private static let mostSteps = 4
    private static let step = 20

    static func svg(_ reach: Reach) -> String {
        let steps = min(reach.clicks ?? 1, mostSteps)
        let end = steps == 0 ? 10 : 16 + steps * step
        let width = end + 12
        var out =
            "<svg class=\"steps\" viewBox=\"0 0 \(width) 24\" width=\"\(width)\" height=\"24\" aria-hidden=\"true\">"
        if steps > 0 {
            let dash = reach.state == .found ? "" : " class=\"open\""
            out += "<circle cx=\"6\" cy=\"12\" r=\"4.5\"/><path\(dash) d=\"M13 12H\(end - 11)\"/>"
            for i in 1..<max(steps, 1) { out += "<circle class=\"dot\" cx=\"\(6 + i * step)\" cy=\"12\" r=\"3\"/>" }
        }
        return out + "<g transform=\"translate(\(end - 10) 2)\">\(sign(reach))</g></svg>"
    }

    /// Green for what is a click away, red for what a customer gives up on, nothing for what isn't known.
    static func tone(_ reach: Reach) -> String {
        guard reach.state == .found, let clicks = reach.clicks else {
            return reach.state == .notFound ? "poor" : "unknown"
        }
        if reach.ways.first?.way == .form { return clicks > 1 ? "poor" : "fair" }
        return clicks <= 1 ? "good" : clicks <= 3 ? "fair" : "poor"
    }

    /// In a square of 20.
    private static func sign(_ reach: Reach) -> String {
        switch reach.state {
        case .notFound: return "<path d=\"M4 4l12 12M16 4L4 16\"/>"
        case .notAssessed: return "<path d=\"M6 7a4 4 0 1 1 6 3.5c-1.5 1-2 1.5-2 3M10 17v.1\"/>"
        case .found: break
        }
        switch reach.ways.first?.way {
        case .phone: return "<rect x=\"5\" y=\"1\" width=\"10\" height=\"18\" rx=\"2\"/><path d=\"M9 16h2\"/>"
        case .messenger, .chat: return "<path d=\"M2 3h16v11H9l-4 4v-4H2z\"/>"
        case .email: return "<rect x=\"1\" y=\"4\" width=\"18\" height=\"13\" rx=\"1\"/><path d=\"M2 5l8 6 8-6\"/>"
        case .form, nil:
            return "<rect x=\"3\" y=\"1\" width=\"14\" height=\"18\" rx=\"1\"/><path d=\"M6 6h8M6 10h8M6 14h4\"/>"
        }
    }
}
