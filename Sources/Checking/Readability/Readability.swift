extension Registry {
    static let readability: [RegisteredCheck] = []
}
