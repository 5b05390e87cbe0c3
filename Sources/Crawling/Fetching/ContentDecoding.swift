/// Why a body could not be decompressed.
enum DecodingFault { case broken, tooLong }

/// Undoes one content coding, piece by piece, as bodies come.
protocol BodyDecoder: AnyObject {
    /// The data ended where they say they do. What has no data at all has no end to miss.
    var isAtEnd: Bool { get }
    /// Hands on what `input` brings, as far as that goes; nil where all is well.
    func take(_ input: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) -> DecodingFault?) -> DecodingFault?
}

/// Undoes a body's content codings, one after the other. Here rather than in curl, which takes a body that breaks off
/// for a whole one.
final class ContentDecoding {
    /// What servers are told that may be sent.
    static let accepted = "gzip, deflate, br, zstd"
    /// Codings one upon another that are undone; nobody needs more than one.
    static let mostCodings = 4

    private let stages: [any BodyDecoder]

    /// Nil where one of them isn't known, or there are too many.
    ///
    /// - Parameters:
    ///   - codings: In lower case, in the order in which they were applied.
    ///   - limit: Bytes that each gives at most.
    init?(_ codings: [String], limit: Int) {
        guard codings.count <= Self.mostCodings else { return nil }
        let stages = codings.compactMap { Self.decoder(of: $0, limit: limit) }
        guard stages.count == codings.count else { return nil }
        self.stages = stages.reversed()
    }

    private static func decoder(of coding: String, limit: Int) -> (any BodyDecoder)? {
        switch coding {
        case "gzip", "x-gzip": Inflater(limit: limit)
        case "deflate": Inflater(limit: limit, mayBeRaw: true)
        case "br": BrotliDecoder(limit: limit)
        case "zstd": ZstdDecoder(limit: limit)
        default: nil
        }
    }

    /// The body came to its own end.
    var isAtEnd: Bool { stages.allSatisfy(\.isAtEnd) }

    func take(_ bytes: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) -> DecodingFault?) -> DecodingFault? {
        pass(bytes, 0, give)
    }

    private func pass(
        _ bytes: UnsafeRawBufferPointer, _ stage: Int, _ give: (UnsafeRawBufferPointer) -> DecodingFault?
    ) -> DecodingFault? {
        guard stage < stages.count else { return give(bytes) }
        return stages[stage].take(bytes) { pass($0, stage + 1, give) }
    }
}
