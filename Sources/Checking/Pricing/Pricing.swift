extension Registry {
    static let pricing: [RegisteredCheck] = [
        RegisteredCheck(BrokenProductImage.self),
        RegisteredCheck(CardIncomplete.self),
        RegisteredCheck(ConditionsFar.self),
        RegisteredCheck(CopiedDescriptions.self),
        RegisteredCheck(DeliveryCostUndisclosed.self),
        RegisteredCheck(EmptyCategory.self),
        RegisteredCheck(ListingWithoutPrices.self),
        RegisteredCheck(OrderButtonMissing.self),
        RegisteredCheck(PriceDiffersInListing.self),
        RegisteredCheck(PriceMismatch.self),
        RegisteredCheck(PriceMissing.self),
        RegisteredCheck(PriceNotMachineReadable.self),
        RegisteredCheck(RangeOutOfStock.self),
        RegisteredCheck(StockUnknown.self),
    ]
}
