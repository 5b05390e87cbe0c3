extension Registry {
    static let promotions: [RegisteredCheck] = [
        RegisteredCheck(AsteriskUnresolved.self),
        RegisteredCheck(DiscountArithmetic.self),
        RegisteredCheck(EndDateMissing.self),
        RegisteredCheck(EverythingReduced.self),
        RegisteredCheck(ExpiredPromotion.self),
        RegisteredCheck(FreeDeliveryVague.self),
        RegisteredCheck(IlliquidStock.self),
        RegisteredCheck(MinimumHidden.self),
        RegisteredCheck(PressureWording.self),
        RegisteredCheck(PriorPriceUndisclosed.self),
        RegisteredCheck(PromoOutOfStock.self),
        RegisteredCheck(ScarcityInvented.self),
        RegisteredCheck(SingleReceipt.self),
        RegisteredCheck(SubjectToAvailability.self),
        RegisteredCheck(TermsMissing.self),
        RegisteredCheck(UpToThin.self),
        RegisteredCheck(WasNotHigher.self),
    ]
}
