import CJSON

extension JSONValue {
    /// Nested arrays and objects that are read.
    static let depthLimit: Int32 = 64
    /// Longer texts aren't read, in bytes.
    static let sizeLimit = 4 << 20

    /// Reads JSON as it is found in pages: as it is where it is valid, else after mending what is commonly broken. Nil
    /// where nothing could be read, and for anything but an object or an array. Several values become one array.
    public static func read(tolerant bytes: some Collection<UInt8>) -> JSONReading? {
        guard bytes.count <= sizeLimit else { return nil }
        let text = unwrapped(Array(bytes))
        guard !text.isEmpty else { return nil }
        if isPlain(text), let value = parse(text, isStrict: true) { return JSONReading(value: value, isMended: false) }
        let values = mendedJSON(text).compactMap { parse($0, isStrict: false) }
        guard let first = values.first else { return nil }
        return JSONReading(value: values.count == 1 ? first : .array(values), isMended: true)
    }

    /// The same without word of mending.
    public static func parse(tolerant bytes: some Collection<UInt8>) -> JSONValue? { read(tolerant: bytes)?.value }

    /// Neither control characters in strings nor single quotes around them: json-c lets them pass when strict.
    private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        var isInString = false
        var isEscaped = false
        for byte in text {
            if isInString {
                if byte < 32 { return false }
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte == UInt8(ascii: "'") {
                return false
            }
        }
        return true
    }

    private static func parse(_ text: ArraySlice<UInt8>, isStrict: Bool) -> JSONValue? {
        guard let first = text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            let tokener = json_tokener_new_ex(depthLimit)
        else { return nil }
        defer { json_tokener_free(tokener) }
        if isStrict { json_tokener_set_flags(tokener, JSON_TOKENER_STRICT) }
        let root = text.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                json_tokener_parse_ex(tokener, $0.baseAddress, Int32(truncatingIfNeeded: $0.count))
            }
        }
        defer { json_object_put(root) }
        guard json_tokener_get_error(tokener) == json_tokener_success, let root else { return nil }
        // Without an end in sight json-c asks for more; with bytes left over the text isn't one value.
        guard text.dropFirst(Int(clamping: json_tokener_get_parse_end(tokener))).isBlank else { return nil }
        return value(of: root, depth: 0)
    }

    private static func value(of object: OpaquePointer?, depth: Int32) -> JSONValue {
        guard let object, depth <= depthLimit else { return .null }
        switch json_object_get_type(object) {
        case json_type_boolean: return .bool(json_object_get_boolean(object) != 0)
        case json_type_int, json_type_double:
            // json-c keeps a double's text, and prints an integer as it was.
            let literal = json_object_to_json_string(object).map { String(cString: $0) } ?? ""
            let number = json_object_get_double(object)
            return number.isFinite ? .number(number, literal: literal) : .null
        case json_type_string:
            let count = Int(json_object_get_string_len(object))
            guard let start = json_object_get_string(object), count > 0 else { return .string("") }
            return .string(
                String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self))
        case json_type_array:
            let count = json_object_array_length(object)
            return .array((0..<count).map { value(of: json_object_array_get_idx(object, $0), depth: depth + 1) })
        case json_type_object: return .object(members(of: object, depth: depth))
        default: return .null
        }
    }

    private static func members(of object: OpaquePointer, depth: Int32) -> [Member] {
        var members: [Member] = []
        var entry = json_object_get_object(object)?.pointee.head
        while let current = entry {
            if let name = current.pointee.k {
                let child = current.pointee.v.map { OpaquePointer($0) }
                members.append(
                    Member(
                        String(cString: name.assumingMemoryBound(to: CChar.self)), value(of: child, depth: depth + 1)))
            }
            entry = current.pointee.next
        }
        return members
    }
}
