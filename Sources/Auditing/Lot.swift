/// Draws by lot in a way that gives the same lots to the same things, in whatever order they come.
enum Lot {
    /// FNV-1a, its bits mixed once more: addresses of one shop differ in their last letters only.
    static func number(of bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ hash >> 33
    }
}
