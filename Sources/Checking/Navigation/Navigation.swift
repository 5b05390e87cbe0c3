extension Registry {
    static let navigation: [RegisteredCheck] = [
        RegisteredCheck(BreadcrumbsMissing.self),
        RegisteredCheck(DeadLink.self),
        RegisteredCheck(HeadingMissing.self),
        RegisteredCheck(InsecurePage.self),
        RegisteredCheck(LanguageUndeclared.self),
        RegisteredCheck(ListingWithoutFilters.self),
        RegisteredCheck(MenuMissing.self),
        RegisteredCheck(OrphanPage.self),
        RegisteredCheck(ProductTooDeep.self),
        RegisteredCheck(RedirectChain.self),
        RegisteredCheck(SearchMissing.self),
        RegisteredCheck(SlowResponse.self),
        RegisteredCheck(TitleDuplicate.self),
        RegisteredCheck(ViewportMissing.self),
    ]
}
