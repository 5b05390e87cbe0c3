/// Undoes gzip, to a bound.
enum Gunzip {
    /// Begins with gzip's mark.
    static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

    /// At most `limit` bytes of what was compressed; as much as could be undone of broken data.
    static func inflate(_ bytes: [UInt8], limit: Int) -> [UInt8] {
        guard let inflater = Inflater(limit: limit) else { return [] }
        var out: [UInt8] = []
        _ = bytes.withUnsafeBytes { all in
            inflater.take(all) { part in
                out.append(contentsOf: part.prefix(limit - out.count))
                return nil
            }
        }
        return out
    }
}
