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

    /// The same for an address in text, as curl reports it.
    static func isPublic(text: String) -> Bool {
        var v4 = in_addr()
        if inet_pton(AF_INET, text, &v4) == 1 { return isPublic(v4: UInt32(bigEndian: v4.s_addr)) }
        var v6 = in6_addr()
        if inet_pton(AF_INET6, text, &v6) == 1 { return withUnsafeBytes(of: &v6) { isPublic(v6: Array($0)) } }
        return false
    }

    /// Whether an address may be connected to. Those of the link and of a cloud's metadata never: no shop is there, and
    /// what is there talks to whoever asks from this machine.
    static func mayBeAsked(_ address: UnsafePointer<sockaddr>, length: Int, allowsPrivate: Bool) -> Bool {
        if isPublic(address, length: length) { return true }
        var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        guard allowsPrivate,
            getnameinfo(
                address, socklen_t(clamping: length), &name, socklen_t(clamping: name.count), nil, 0, NI_NUMERICHOST)
                == 0
        else { return false }
        let text = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return mayBeAsked(text: text, allowsPrivate: true)
    }

    /// The same for an address in text.
    static func mayBeAsked(text: String, allowsPrivate: Bool) -> Bool {
        if isPublic(text: text) { return true }
        guard allowsPrivate else { return false }
        // A link-local address has its interface behind a percent sign.
        let bare = String(text.prefix { $0 != "%" })
        var v4 = in_addr()
        if inet_pton(AF_INET, bare, &v4) == 1 { return !isMetadata(v4: UInt32(bigEndian: v4.s_addr)) }
        var v6 = in6_addr()
        guard inet_pton(AF_INET6, bare, &v6) == 1 else { return false }
        let bytes = withUnsafeBytes(of: &v6) { Array($0) }
        if bytes.starts(with: mapped) || bytes.starts(with: translated) {
            return !isMetadata(v4: bytes[12..<16].reduce(0) { $0 << 8 | UInt32($1) })
        }
        return !(bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80) && bytes != metadata6
    }

    /// Link-local, and the metadata services of Alibaba, Azure and Oracle.
    private static func isMetadata(v4 address: UInt32) -> Bool {
        address >> 16 == 0xA9FE || [0x6464_64C8, 0xA83F_8110, 0xC000_00C0].contains(address)
    }

    /// fd00:ec2::254 of Amazon.
    private static let metadata6: [UInt8] = [0xFD, 0, 0x0E, 0xC2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x54]

    static func isPublic(v4 address: UInt32) -> Bool {
        !closed4.contains { block in address >> (32 - block.bits) == block.prefix >> (32 - block.bits) }
    }

    static func isPublic(v6 bytes: [UInt8]) -> Bool {
        guard bytes.count == 16 else { return false }
        func embedded(at start: Int) -> UInt32 { bytes[start..<(start + 4)].reduce(0) { $0 << 8 | UInt32($1) } }
        // Forms that lead to an IPv4 address: mapped (::ffff:0:0/96) and translated (64:ff9b::/96).
        if bytes.starts(with: mapped) || bytes.starts(with: translated) { return isPublic(v4: embedded(at: 12)) }
        // Global unicast is 2000::/3; loopback, link-local, unique local, multicast, and IPv4-compatible and local
        // translated forms lie outside.
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        // 6to4: 2002::/16.
        if bytes.starts(with: [0x20, 0x02]) { return isPublic(v4: embedded(at: 2)) }
        return !closed6.contains { block in
            zip(block.prefix, bytes).enumerated().allSatisfy { index, pair in
                let bits = min(8, max(0, block.bits - index * 8))
                return (pair.0 ^ pair.1) >> (8 - bits) == 0
            }
        }
    }

    private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    private static let translated: [UInt8] = [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]

    private static let closed4: [(prefix: UInt32, bits: UInt32)] = [
        // This host; private use; shared by carriers (and a cloud's metadata, 100.100.100.200); loopback.
        (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8),
        // Link-local (with the metadata of most clouds); private use; protocol assignments; documentation.
        (0xA9FE_0000, 16), (0xAC10_0000, 12), (0xC000_0000, 24), (0xC000_0200, 24),
        // 6to4 relays, deprecated; private use; benchmarks; documentation, twice.
        (0xC058_6300, 24), (0xC0A8_0000, 16), (0xC612_0000, 15), (0xC633_6400, 24), (0xCB00_7100, 24),
        // Multicast, reserved and broadcast; Azure's metadata, on a public-looking address of its own.
        (0xE000_0000, 3), (0xA83F_8110, 32),
    ]

    private static let closed6: [(prefix: [UInt8], bits: Int)] = [
        // Protocol assignments with Teredo, benchmarks and ORCHID; documentation, twice.
        ([0x20, 0x01, 0x00], 23), ([0x20, 0x01, 0x0D, 0xB8], 32), ([0x3F, 0xFF, 0x00], 20),
    ]
}
