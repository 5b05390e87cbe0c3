import CZlib

/// Bodies that are small as sent and large when decoded.
public enum Bomb {
    /// gzip of `count` letters.
    public static func gzip(_ count: Int) -> [UInt8] {
        deflated([UInt8](repeating: 0x41, count: count), windowBits: 31)
    }

    /// gzip of anything.
    public static func gzip(of bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 31) }

    /// Without zlib's frame, as some servers mean deflate.
    public static func rawDeflate(_ count: Int) -> [UInt8] {
        deflated([UInt8](repeating: 0x41, count: count), windowBits: -15)
    }

    /// zlib's own form, which HTTP calls deflate.
    public static func deflate(_ count: Int) -> [UInt8] {
        deflated([UInt8](repeating: 0x41, count: count), windowBits: 15)
    }

    /// A zstd frame of run-length blocks, 128 KiB for four bytes each (RFC 8878, 3.1.1.2).
    public static func zstd(blocks: Int) -> [UInt8] {
        // Magic number; no checksum, no content size, a window of 128 KiB.
        var out: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 7 << 3]
        for block in 0..<blocks {
            let header = UInt32(128 << 10) << 3 | 1 << 1 | (block == blocks - 1 ? 1 : 0)
            out += [UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16 & 0xFF), 0x41]
        }
        return out
    }

    /// A brotli stream of meta-blocks of 16 MiB: one literal, copied on and on (RFC 7932).
    public static func brotli(blocks: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(0, 1)
        for _ in 0..<blocks {
            let length = 1 << 24
            // Not last; length in six nibbles; compressed.
            bits.write(0, 1)
            bits.write(2, 2)
            bits.write(length - 1, 24)
            bits.write(0, 1)
            // One block type each; no postfix, no direct distances; context mode; one tree each.
            bits.write(0, 3)
            bits.write(0, 6)
            bits.write(0, 2)
            bits.write(0, 2)
            // Prefix codes of one symbol each: the literal, "insert 1, copy 2118 and more", "distance 1 or 2".
            for (symbol, width) in [(0x41, 8), (384 + 1 << 3 + 7, 10), (16, 6)] {
                bits.write(1, 2)
                bits.write(0, 2)
                bits.write(symbol, width)
            }
            bits.write(length - 1 - 2_118, 24)
            bits.write(0, 1)
        }
        bits.write(3, 2)
        return bits.bytes
    }

    private static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
        var stream = z_stream()
        let version = zlibVersion()
        guard
            deflateInit2_(
                &stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, version,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return [] }
        defer { deflateEnd(&stream) }
        var input = bytes
        var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
        // zlib's pointers are good until this call ends.
        let count = input.withUnsafeMutableBufferPointer { source in
            out.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                CZlib.deflate(&stream, Z_FINISH)
                return target.count - Int(stream.avail_out)
            }
        }
        return Array(out[..<count])
    }
}

/// Bits, the lowest first.
private struct BitWriter {
    var bytes: [UInt8] = []
    private var used = 8

    mutating func write(_ value: Int, _ width: Int) {
        for bit in 0..<width {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << used }
            used += 1
        }
    }
}
