import CZlib

/// Undoes gzip and deflate piece by piece, as bodies come.
final class Inflater {
    enum Fault { case broken, tooLong }

    /// zlib keeps the stream's address, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var scratch = [UInt8](repeating: 0, count: 64 << 10)
    private let limit: Int
    private var produced = 0
    private var isBegun = false
    private var mayBeRaw: Bool
    /// The data ended where they say they do. What has no data at all has no end to miss.
    private(set) var isAtEnd = true

    /// - Parameters:
    ///   - limit: Bytes that it gives at most.
    ///   - mayBeRaw: The data may lack zlib's frame.
    init?(limit: Int, mayBeRaw: Bool = false) {
        self.limit = limit
        self.mayBeRaw = mayBeRaw
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard comeback_inflate_init(stream) == Z_OK else {
            stream.deallocate()
            return nil
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Hands on what `input` brings, as far as that goes; nil where all is well.
    func take(_ input: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) -> Fault?) -> Fault? {
        guard let start = input.baseAddress, !input.isEmpty else { return nil }
        // What follows the end is no more of it, unless it begins anew (RFC 1952, 2.2).
        if isBegun, isAtEnd, !begins(input[...]) { return nil }
        // zlib only reads, though its pointer isn't const; the input outlives the call.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: start.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(clamping: input.count)
        while true {
            let wasBegun = isBegun
            let (status, count) = step()
            if status == Z_DATA_ERROR, !wasBegun, mayBeRaw {
                // Servers say deflate and leave zlib's frame out: browsers take it.
                mayBeRaw = false
                guard inflateReset2(stream, -15) == Z_OK else { return .broken }
                stream.pointee.next_in = UnsafeMutablePointer(mutating: start.assumingMemoryBound(to: UInt8.self))
                stream.pointee.avail_in = UInt32(clamping: input.count)
                isBegun = false
                continue
            }
            isBegun = true
            if let fault = scratch.withUnsafeBytes({ give(UnsafeRawBufferPointer(rebasing: $0[..<count])) }) {
                return fault
            }
            produced += count
            if produced > limit { return .tooLong }
            isAtEnd = status == Z_STREAM_END
            if isAtEnd {
                let left = Int(stream.pointee.avail_in)
                guard begins(input.suffix(left)), inflateReset(stream) == Z_OK else { return nil }
            } else if status != Z_OK, status != Z_BUF_ERROR {
                return .broken
            } else if status == Z_BUF_ERROR || (stream.pointee.avail_in == 0 && count < scratch.count) {
                return nil
            }
        }
    }

    private func step() -> (status: Int32, count: Int) {
        scratch.withUnsafeMutableBytes { out in
            stream.pointee.next_out = out.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(clamping: out.count)
            let status = inflate(stream, Z_NO_FLUSH)
            return (status, out.count - Int(stream.pointee.avail_out))
        }
    }

    private func begins(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }
}
