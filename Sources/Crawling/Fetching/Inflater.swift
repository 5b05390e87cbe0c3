import CZlib

/// Undoes gzip and deflate piece by piece, as bodies come.
final class Inflater: BodyDecoder {
    /// zlib keeps the stream's address, so it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var scratch = [UInt8](repeating: 0, count: 64 << 10)
    private let limit: Int
    private var produced = 0
    private var isBegun = false
    /// After its end came what is no more of it.
    private var isOver = false
    /// At its beginning and after its end: too few bytes to tell what they are.
    private var held: [UInt8] = []
    private static let mark: [UInt8] = [0x1F, 0x8B]
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
    func take(_ input: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) -> DecodingFault?) -> DecodingFault? {
        guard !input.isEmpty, !isOver else { return nil }
        let isWithin = isBegun && !isAtEnd
        if isWithin || (!isBegun && held.isEmpty && input.count >= Self.mark.count) { return feed(input, give) }
        held += input
        guard held.count >= Self.mark.count else {
            isAtEnd = isBegun
            return nil
        }
        let next = held
        held = []
        guard !isBegun || beginsAnew(next[...]) else { return nil }
        return next.withUnsafeBytes { feed($0, give) }
    }

    private func feed(_ input: UnsafeRawBufferPointer, _ give: (UnsafeRawBufferPointer) -> DecodingFault?)
        -> DecodingFault?
    {
        lay(input)
        while true {
            let (status, count) = step()
            if status == Z_DATA_ERROR, !isBegun, mayBeRaw {
                // Servers say deflate and leave zlib's frame out: browsers take it.
                mayBeRaw = false
                guard inflateReset2(stream, -15) == Z_OK else { return .broken }
                lay(input)
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
                let left = input.suffix(Int(stream.pointee.avail_in))
                if left.count < Self.mark.count { held = Array(left) }
                guard left.count >= Self.mark.count, beginsAnew(left) else { return nil }
            } else if status != Z_OK, status != Z_BUF_ERROR {
                return .broken
            } else if status == Z_BUF_ERROR || (stream.pointee.avail_in == 0 && count < scratch.count) {
                return nil
            }
        }
    }

    /// zlib only reads, though its pointer isn't const; the input outlives the calls.
    private func lay(_ input: UnsafeRawBufferPointer) {
        stream.pointee.next_in = input.baseAddress.map {
            UnsafeMutablePointer(mutating: $0.assumingMemoryBound(to: UInt8.self))
        }
        stream.pointee.avail_in = UInt32(clamping: input.count)
    }

    /// What follows the end is no more of it, unless it begins like another of its kind (RFC 1952, 2.2).
    private func beginsAnew(_ bytes: some Collection<UInt8>) -> Bool {
        isOver = !bytes.starts(with: Self.mark) || inflateReset(stream) != Z_OK
        isAtEnd = isOver
        return !isOver
    }

    private func step() -> (status: Int32, count: Int) {
        scratch.withUnsafeMutableBytes { out in
            stream.pointee.next_out = out.baseAddress?.assumingMemoryBound(to: UInt8.self)
            stream.pointee.avail_out = UInt32(clamping: out.count)
            let status = inflate(stream, Z_NO_FLUSH)
            return (status, out.count - Int(stream.pointee.avail_out))
        }
    }
}
