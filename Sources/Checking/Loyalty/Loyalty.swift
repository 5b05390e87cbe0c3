extension Registry {
    static let loyalty: [RegisteredCheck] = []
}
