import CUchardet

/// Guesses the character set of bytes that aren't UTF-8; nil where nothing is likely.
func detectedCharacterSet(_ bytes: UnsafeBufferPointer<UInt8>) -> CharacterSet? {
    if looksArmenian(bytes) { return .armenian }
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(262_144))
    sample.withMemoryRebound(to: CChar.self) { _ = uchardet_handle_data(detector, $0.baseAddress, $0.count) }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let label = String(cString: name)
    return label.isEmpty || label == "ASCII" ? nil : CharacterSet(label: label.utf8)
}

/// ARMSCII-8 has small letters at odd bytes from B3 to FD and capitals beside them at even ones, so nearly all of a
/// text's bytes outside ASCII are odd, and a tenth of them are ա (B3): no other set that pages use looks so.
private func looksArmenian(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var upper = 0
    var small = 0
    var ayb = 0
    for byte in bytes.prefix(262_144) where byte >= 0x80 {
        upper += 1
        if byte >= 0xB3 && byte <= 0xFD && byte & 1 == 1 { small += 1 }
        if byte == 0xB3 { ayb += 1 }
    }
    return upper >= 24 && small * 100 >= upper * 82 && ayb * 100 >= upper * 6
}
