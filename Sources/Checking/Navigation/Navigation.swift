extension Registry {
    static let navigation: [RegisteredCheck] = []
}
