extension Registry {
    static let contact: [RegisteredCheck] = []
}
