enum JSONLDReader {
    static func read(_ bytes: [UInt8], node: Int, into graph: inout EntityGraph) -> Bool { true }
}
