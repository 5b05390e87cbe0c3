import Yams

/// Decodes settings from a YAML node and notes every key that is asked for.
struct SettingsDecoder: Decoder {
    let node: Node
    let codingPath: [any CodingKey]
    let log: SettingsLog
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let mapping = node.mapping else { throw mismatch("must be keys with values") }
        let reading = SettingsReading(path: codingPath, keys: mapping.map(\.key))
        log.readings.append(reading)
        return KeyedDecodingContainer(SettingsKeyed<Key>(decoder: self, reading: reading))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let sequence = node.sequence else { throw mismatch("must be a list") }
        return SettingsUnkeyed(decoder: self, items: Array(sequence))
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { SettingsSingle(decoder: self) }

    func mismatch(_ what: String) -> DecodingError {
        .typeMismatch(Any.self, .init(codingPath: codingPath, debugDescription: what))
    }

    func child(_ node: Node, _ key: any CodingKey) -> SettingsDecoder {
        SettingsDecoder(node: node, codingPath: codingPath + [key], log: log)
    }

    var isNull: Bool { node.null != nil }

    func text() throws -> String {
        guard let text = node.scalar?.string else { throw mismatch("must be text") }
        return text
    }

    func bool() throws -> Bool {
        guard let value = node.bool else { throw mismatch("must be true or false") }
        return value
    }

    func number() throws -> Double {
        guard let scalar = node.scalar, let value = Double.construct(from: scalar), value.isFinite else {
            throw mismatch("must be a number")
        }
        return value
    }

    func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        guard let value = node.int, let integer = Integer(exactly: value) else {
            throw mismatch("must be a whole number")
        }
        return integer
    }
}

/// A place in a list.
struct SettingsIndex: CodingKey {
    let intValue: Int?
    var stringValue: String { "\(intValue ?? 0)" }
    init(_ index: Int) { intValue = index }
    init?(intValue: Int) { self.init(intValue) }
    init?(stringValue: String) { nil }
}

struct SettingsKeyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: SettingsDecoder
    let reading: SettingsReading
    var codingPath: [any CodingKey] { decoder.codingPath }

    var allKeys: [Key] {
        reading.askedForAll = true
        return reading.keys.compactMap { $0.string.flatMap(Key.init(stringValue:)) }
    }

    private func find(_ key: Key) -> SettingsDecoder? {
        reading.asked.insert(key.stringValue)
        guard let pair = decoder.node.mapping?.first(where: { $0.key.string == key.stringValue }) else { return nil }
        return decoder.child(pair.value, key)
    }

    private func at(_ key: Key) throws -> SettingsDecoder {
        guard let found = find(key) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "is missing"))
        }
        return found
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try at(key).isNull }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try at(key).bool() }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try at(key).text() }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try at(key).number() }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { Float(try at(key).number()) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try at(key).integer(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try at(key).integer(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try at(key).integer(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try at(key).integer(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try at(key).integer(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try at(key).integer(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try at(key).integer(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try at(key).integer(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try at(key).integer(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try at(key).integer(type) }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try T(from: try at(key)) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try at(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try at(key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { try at(key) }
}

struct SettingsUnkeyed: UnkeyedDecodingContainer {
    let decoder: SettingsDecoder
    let items: [Node]
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { items.count }
    var isAtEnd: Bool { currentIndex >= items.count }

    init(decoder: SettingsDecoder, items: [Node]) {
        self.decoder = decoder
        self.items = items
    }

    private mutating func next() throws -> SettingsDecoder {
        guard !isAtEnd else { throw decoder.mismatch("has too few items") }
        defer { currentIndex += 1 }
        return decoder.child(items[currentIndex], SettingsIndex(currentIndex))
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, items[currentIndex].null != nil else { return false }
        currentIndex += 1
        return true
    }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: try next()) }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
}

struct SettingsSingle: SingleValueDecodingContainer {
    let decoder: SettingsDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.isNull }
    func decode(_ type: Bool.Type) throws -> Bool { try decoder.bool() }
    func decode(_ type: String.Type) throws -> String { try decoder.text() }
    func decode(_ type: Double.Type) throws -> Double { try decoder.number() }
    func decode(_ type: Float.Type) throws -> Float { Float(try decoder.number()) }
    func decode(_ type: Int.Type) throws -> Int { try decoder.integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try decoder.integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try decoder.integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try decoder.integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try decoder.integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try decoder.integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try decoder.integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try decoder.integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try decoder.integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try decoder.integer(type) }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try T(from: decoder) }
}
