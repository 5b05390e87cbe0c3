extension Registry {
    static let pricing: [RegisteredCheck] = [
        RegisteredCheck(PriceMismatch.self)
    ]
}
