import CBrotli

/// Undoes brotli (RFC 7932).
final class BrotliDecoder: BodyDecoder {
    private let state: OpaquePointer
    private var scratch = [UInt8](repeating: 0, count: 64 << 10)
    private let limit: Int
    private var produced = 0
    private(set) var isAtEnd = true

    /// - Parameter limit: Bytes that it gives at most.
    init?(limit: Int) {
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
        self.state = state
        self.limit = limit
    }

    deinit { BrotliDecoderDestroyInstance(state) }

    func take(_ input: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) -> DecodingFault?) -> DecodingFault? {
        // What follows the end is no more of it.
        if BrotliDecoderIsFinished(state) != 0 || input.isEmpty { return nil }
        var left = input.count
        // The decoder reads on from where it stopped; the input outlives the call.
        var next = input.bindMemory(to: UInt8.self).baseAddress
        while true {
            let (result, count) = step(&left, &next)
            if result == BROTLI_DECODER_RESULT_ERROR { return .broken }
            if let fault = scratch.withUnsafeBytes({ give(UnsafeRawBufferPointer(rebasing: $0[..<count])) }) {
                return fault
            }
            produced += count
            if produced > limit { return .tooLong }
            isAtEnd = result == BROTLI_DECODER_RESULT_SUCCESS
            if result != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT { return nil }
        }
    }

    private func step(_ left: inout Int, _ next: inout UnsafePointer<UInt8>?) -> (BrotliDecoderResult, count: Int) {
        scratch.withUnsafeMutableBufferPointer { out in
            var room = out.count
            var target = out.baseAddress
            let result = BrotliDecoderDecompressStream(state, &left, &next, &room, &target, nil)
            return (result, out.count - room)
        }
    }
}
