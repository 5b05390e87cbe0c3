import Model

/// Wilson's score interval for a proportion (E. B. Wilson, "Probable inference, the law of succession, and
/// statistical inference", JASA 22, 1927): keeps within 0…1 and holds for small samples.
public enum Wilson {
    /// The 97.5th percentile of the normal distribution, for 95 %.
    public static let z95 = 1.959963984540054

    /// - Parameters:
    ///   - successes: 0…trials.
    ///   - trials: more than 0, else the interval is 0…1.
    /// - Returns: bounds of the proportion, 0…1, `successes / trials` between them.
    public static func interval(successes: Double, trials: Double, z: Double = z95) -> Interval {
        guard trials > 0 else { return Interval(low: 0, high: 1) }
        let p = min(max(successes / trials, 0), 1)
        let square = z * z
        let divisor = 1 + square / trials
        let centre = (p + square / (2 * trials)) / divisor
        let reach = z / divisor * (p * (1 - p) / trials + square / (4 * trials * trials)).squareRoot()
        // The exact bounds at 0 and 1 are 0 and 1; floating point misses them by a hair.
        return Interval(
            low: p == 0 ? 0 : min(max(0, centre - reach), p), high: p == 1 ? 1 : max(min(1, centre + reach), p))
    }
}
