import CZstd

/// Undoes Zstandard (RFC 8878).
final class ZstdDecoder: BodyDecoder {
    private let context: OpaquePointer
    private var scratch = [UInt8](repeating: 0, count: 64 << 10)
    private let limit: Int
    private var produced = 0
    private(set) var isAtEnd = true

    /// Windows of 8 MiB at most, as RFC 9659 asks of this coding.
    private static let windowLog: Int32 = 23

    /// - Parameter limit: Bytes that it gives at most.
    init?(limit: Int) {
        guard let context = ZSTD_createDCtx() else { return nil }
        self.context = context
        self.limit = limit
        _ = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLog)
    }

    deinit { ZSTD_freeDCtx(context) }

    func take(_ input: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) -> DecodingFault?) -> DecodingFault? {
        guard !input.isEmpty else { return nil }
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        while true {
            let (result, count) = step(&source)
            if ZSTD_isError(result) != 0 { return .broken }
            if let fault = scratch.withUnsafeBytes({ give(UnsafeRawBufferPointer(rebasing: $0[..<count])) }) {
                return fault
            }
            produced += count
            if produced > limit { return .tooLong }
            // 0 is a frame's end; another frame may follow.
            isAtEnd = result == 0
            if source.pos == source.size && (isAtEnd || count < scratch.count) { return nil }
        }
    }

    private func step(_ source: inout ZSTD_inBuffer) -> (result: Int, count: Int) {
        scratch.withUnsafeMutableBytes { out in
            var target = ZSTD_outBuffer(dst: out.baseAddress, size: out.count, pos: 0)
            let result = ZSTD_decompressStream(context, &target, &source)
            return (result, target.pos)
        }
    }
}
