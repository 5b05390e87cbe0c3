extension Document {
    /// Reads a page. The body may be anything: it is made valid UTF-8 first, and whatever can't be read is left out.
    ///
    /// - Parameters:
    ///   - body: The response's body, decompressed.
    ///   - charset: The `charset` of the Content-Type header, as written; nil where it has none.
    public init(html body: [UInt8], charset: String? = nil, limits: ParseLimits = ParseLimits()) {
        self.init(html: body, charset: charset, limits: limits, isLean: true)
    }

    /// - Parameter isLean: libxml2 is spared what the tree doesn't depend on; it makes no difference to the document.
    package init(html body: [UInt8], charset: String? = nil, limits: ParseLimits = ParseLimits(), isLean: Bool) {
        let decoded = decode(body, charset: charset, limit: limits.inputBytes)
        self = decoded.withBytes {
            HTMLReading.document($0, limits, decoded.encoding, isCut: decoded.isCut, isLean: isLean)
        }
    }
}
