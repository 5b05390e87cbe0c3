extension Registry {
    static let promotions: [RegisteredCheck] = []
}
