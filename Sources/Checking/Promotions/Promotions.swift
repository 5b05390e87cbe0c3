extension Registry {
    static let promotions: [RegisteredCheck] = [
        RegisteredCheck(DiscountArithmetic.self)
    ]
}
