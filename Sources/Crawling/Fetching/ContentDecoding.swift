/// Undoes a body's content codings, one after the other.
final class ContentDecoding {
    /// Codings one upon another that are undone; nobody needs more than one.
    private static let mostCodings = 4

    private let stages: [Inflater]

    /// Nil where one of them isn't ours to undo, or there are too many.
    ///
    /// - Parameters:
    ///   - codings: In lower case, in the order in which they were applied.
    ///   - limit: Bytes that each gives at most.
    init?(_ codings: [String], limit: Int) {
        guard codings.count <= Self.mostCodings, codings.allSatisfy(Self.isOurs) else { return nil }
        let stages = codings.compactMap { Inflater(limit: limit, mayBeRaw: $0 == "deflate") }
        guard stages.count == codings.count else { return nil }
        self.stages = stages.reversed()
    }

    /// Whether a coding is one of those that are asked for.
    static func isOurs(_ coding: String) -> Bool { ["gzip", "x-gzip", "deflate"].contains(coding) }

    /// The body came to its own end.
    var isAtEnd: Bool { stages.allSatisfy(\.isAtEnd) }

    func take(_ bytes: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) -> Inflater.Fault?) -> Inflater.Fault? {
        pass(bytes, 0, give)
    }

    private func pass(
        _ bytes: UnsafeRawBufferPointer, _ stage: Int, _ give: (UnsafeRawBufferPointer) -> Inflater.Fault?
    ) -> Inflater.Fault? {
        guard stage < stages.count else { return give(bytes) }
        return stages[stage].take(bytes) { pass($0, stage + 1, give) }
    }
}
