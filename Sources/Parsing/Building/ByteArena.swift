/// A growing run of bytes outside of Swift's arrays: appending is a copy without uniqueness or exclusivity checks,
/// which a callback per tag would pay thousands of times a page. Its owner must call `free()`.
struct ByteArena {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 1_024)
        base = .allocate(capacity: self.capacity)
    }

    /// Makes room for `extra` more bytes.
    @inline(__always)
    mutating func reserve(_ extra: Int) {
        if count &+ extra > capacity { grow(extra) }
    }

    @inline(never)
    private mutating func grow(_ extra: Int) {
        let larger = max(capacity * 2, count + extra)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (base + count).update(from: bytes, count: length)
        count &+= length
    }

    /// Appends without looking for room: `reserve` came before.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        base[count] = byte
        count &+= 1
    }

    /// A copy as an array.
    func array() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
            buffer.baseAddress?.initialize(from: base, count: count)
            written = count
        }
    }

    /// Gives the memory back; the arena must not be used afterwards.
    func free() { base.deallocate() }
}
