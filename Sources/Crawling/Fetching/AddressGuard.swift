import CCurl
import Glibc

/// Tells public addresses from those that only mean something on this machine or its network.
enum AddressGuard {
    /// True for addresses that are routed on the public internet (IANA special-purpose registries).
    static func isPublic(_ address: UnsafePointer<sockaddr>, length: Int) -> Bool {
        switch Int32(address.pointee.sa_family) {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            // The family and the length say that the memory is a sockaddr_in.
            let raw = UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in.self)
            return isPublic(v4: UInt32(bigEndian: raw.sin_addr.s_addr))
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            var raw = UnsafeRawPointer(address).loadUnaligned(as: sockaddr_in6.self)
            return withUnsafeBytes(of: &raw.sin6_addr) { isPublic(v6: Array($0)) }
        default:
            return false
        }
    }

    static func isPublic(v4 address: UInt32) -> Bool {
        let blocks: [(UInt32, Int)] = [
            (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
            (0xAC10_0000, 12), (0xC000_0000, 24), (0xC000_0200, 24), (0xC0A8_0000, 16), (0xC612_0000, 15),
            (0xC633_6400, 24), (0xCB00_7100, 24), (0xE000_0000, 3),
        ]
        return !blocks.contains { block, bits in address >> (32 - bits) == block >> (32 - bits) }
    }

    static func isPublic(v6 bytes: [UInt8]) -> Bool {
        guard bytes.count == 16 else { return false }
        let tail = bytes[12...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        // Forms that carry an IPv4 address: mapped, translated (64:ff9b::/96) and 6to4.
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF { return isPublic(v4: tail) }
        if bytes[..<12].elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) { return isPublic(v4: tail) }
        if bytes[0] == 0x20, bytes[1] == 0x02 {
            return isPublic(v4: bytes[2..<6].reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        }
        // Global unicast is 2000::/3, without documentation (2001:db8::/32) and Teredo (2001::/32).
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        return
            !(bytes[0] == 0x20 && bytes[1] == 0x01
            && ((bytes[2] == 0x0D && bytes[3] == 0xB8) || (bytes[2] == 0 && bytes[3] == 0)))
    }

    /// The same for an address in text, as curl reports it.
    static func isPublic(text: String) -> Bool {
        var v4 = in_addr()
        if inet_pton(AF_INET, text, &v4) == 1 { return isPublic(v4: UInt32(bigEndian: v4.s_addr)) }
        var v6 = in6_addr()
        if inet_pton(AF_INET6, text, &v6) == 1 { return withUnsafeBytes(of: &v6) { isPublic(v6: Array($0)) } }
        return false
    }
}
