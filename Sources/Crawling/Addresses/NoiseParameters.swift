/// Query parameters that name the visit, not the page. Two addresses that differ in them only are one page.
enum NoiseParameters {
    /// Of advertising and mailing systems, by their own documentation; lower case.
    private static let tracking: Set<[UInt8]> = bytes([
        "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "fbclid", "yclid", "ysclid", "msclkid", "twclid", "ttclid",
        "igshid", "igsh", "_openstat", "mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "srsltid",
        "epik",
        "vero_id", "vero_conv", "rb_clickid", "s_cid", "wickedid", "oly_anon_id", "oly_enc_id", "_ke", "_kx", "yadclid",
        "yadordid", "rdt_cid", "sc_cid", "li_fat_id",
    ])
    /// Of server software; lower case.
    private static let session: Set<[UInt8]> = bytes([
        "phpsessid", "jsessionid", "oscsid", "zenid", "ceid", "cephoenixid", "sid", "sessionid", "session_id",
        "xtcsid", "modsid", "cfid", "cftoken", "force_sid", "___sid",
    ])
    private static let longest = 12
    /// By length of name, a bit for each first letter that a noise parameter of that length has: sorts out nearly all
    /// others at once.
    private static let firstLetters: [UInt32] = {
        var masks = [UInt32](repeating: 0, count: longest + 1)
        for name in tracking.union(session) where name.count <= longest { masks[name.count] |= bit(name[0]) }
        return masks
    }()

    private static func bit(_ byte: UInt8) -> UInt32 { 1 << UInt32(byte & 31) }

    /// A whole parameter, `name=value` in normal form.
    static func isNoise(_ parameter: ArraySlice<UInt8>) -> Bool {
        guard let first = parameter.first else { return false }
        if lowered(first) == UInt8(ascii: "u"), parameter.count > 4, hasPrefix(parameter, "utm_") { return true }
        guard let name = name(of: parameter) else { return false }
        return tracking.contains(name) || isSession(parameter, name)
    }

    /// A session id; a short value ("sid=12") may be a shop's own number and stays.
    static func isSession(_ parameter: ArraySlice<UInt8>) -> Bool {
        guard let name = name(of: parameter) else { return false }
        return isSession(parameter, name)
    }

    private static func isSession(_ parameter: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
        session.contains(name) && parameter.count - name.count - 1 >= 16
    }

    private static func name(of parameter: ArraySlice<UInt8>) -> [UInt8]? {
        let end =
            parameter.prefix(longest + 1).firstIndex(of: UInt8(ascii: "="))
            ?? (parameter.count <= longest ? parameter.endIndex : nil)
        guard let end, let first = parameter.first, end - parameter.startIndex >= 3,
            firstLetters[end - parameter.startIndex] & bit(first) != 0
        else { return nil }
        return parameter[..<end].map(lowered)
    }

    private static func hasPrefix(_ parameter: ArraySlice<UInt8>, _ prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { wanted in
            parameter.count >= wanted.count && zip(parameter, wanted).allSatisfy { lowered($0) == $1 }
        }
    }

    private static func bytes(_ names: [String]) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }
}
