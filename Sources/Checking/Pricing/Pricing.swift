extension Registry {
    static let pricing: [RegisteredCheck] = []
}
