import Glibc

/// The sockets of connections that were opened, to be looked at before one is used again. On the fetching thread only.
final class OpenSockets {
    /// Those that were closed meanwhile are found out when they are looked at, and left out.
    private var handles: Set<Int32> = []
    private static let limit = 1_024

    func add(_ handle: Int32) {
        if handles.count >= Self.limit { handles = handles.filter { Self.port(of: $0) != nil } }
        handles.insert(handle)
    }

    /// Bytes have come on the connection from `port` that nobody has read yet. Whatever they are, they are no answer
    /// to a request that is still to be sent: a server that speaks unasked may have them taken for the next page.
    func isStray(from port: Int32) -> Bool {
        for handle in handles {
            guard let own = Self.port(of: handle) else {
                handles.remove(handle)
                continue
            }
            guard own == port else { continue }
            var byte: UInt8 = 0
            if recv(handle, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) > 0 { return true }
        }
        return false
    }

    /// Of this end of a TCP connection; nil for what is none, or none any more.
    private static func port(of handle: Int32) -> Int32? {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        // The kernel writes no more than `length` bytes, and both families' addresses fit in the storage.
        let family = withUnsafeMutableBytes(of: &address) { raw -> Int32? in
            guard let start = raw.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                getsockname(handle, start, &length) == 0
            else { return nil }
            return Int32(start.pointee.sa_family)
        }
        return withUnsafeBytes(of: &address) { raw in
            switch family {
            case AF_INET: Int32(UInt16(bigEndian: raw.loadUnaligned(as: sockaddr_in.self).sin_port))
            case AF_INET6: Int32(UInt16(bigEndian: raw.loadUnaligned(as: sockaddr_in6.self).sin6_port))
            default: nil
            }
        }
    }
}
