import CZlib

/// Undoes gzip, to a bound.
enum Gunzip {
    /// Begins with gzip's mark.
    static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// At most `limit` bytes of what was compressed; as much as could be undone of broken data.
    static func inflate(_ bytes: [UInt8], limit: Int) -> [UInt8] {
        var stream = z_stream()
        guard comeback_inflate_init(&stream) == Z_OK else { return [] }
        defer { inflateEnd(&stream) }
        var out: [UInt8] = []
        var input = bytes
        // zlib only reads the input, though its pointer isn't const; both buffers outlive the calls.
        input.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(clamping: source.count)
            var status = Z_OK
            while status == Z_OK, out.count < limit {
                let room = min(64 << 10, limit - out.count)
                let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(clamping: room)
                    status = CZlib.inflate(&stream, Z_NO_FLUSH)
                    count = room - Int(stream.avail_out)
                }
                out.append(contentsOf: part)
                if part.isEmpty { break }
            }
        }
        return out
    }
}
