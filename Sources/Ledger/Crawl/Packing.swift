import CLZ4
import Foundation

/// Bodies made smaller by LZ4: a page of 70 KB takes a fifth of its room and less time than to write it whole.
enum Packing {
    static func pack(_ body: [UInt8]) -> Data? {
        guard !body.isEmpty, let size = Int32(exactly: body.count) else { return nil }
        let bound = LZ4_compressBound(size)
        guard bound > 0 else { return nil }
        var packed = Data(count: Int(bound))
        // LZ4 reads and writes within the sizes it is given.
        let count = packed.withUnsafeMutableBytes { target in
            body.withUnsafeBytes { source in
                LZ4_compress_default(
                    source.bindMemory(to: CChar.self).baseAddress, target.bindMemory(to: CChar.self).baseAddress,
                    size, bound)
            }
        }
        guard count > 0 else { return nil }
        return packed.prefix(Int(count))
    }

    /// Nil where the bytes aren't what `pack` made of `size` bytes.
    static func unpack(_ packed: Data, size: Int) -> [UInt8]? {
        guard size > 0, let room = Int32(exactly: size), let length = Int32(exactly: packed.count) else { return nil }
        var count: Int32 = 0
        let body = [UInt8](unsafeUninitializedCapacity: size) { target, initialized in
            count = packed.withUnsafeBytes { source in
                // Checks every length that stands in the bytes against both sizes.
                LZ4_decompress_safe(
                    source.bindMemory(to: CChar.self).baseAddress,
                    UnsafeMutableRawPointer(target.baseAddress)?.assumingMemoryBound(to: CChar.self), length, room)
            }
            initialized = max(0, Int(count))
        }
        return count == room ? body : nil
    }
}
