extension Registry {
    static let navigation: [RegisteredCheck] = [
        RegisteredCheck(BreadcrumbsMissing.self),
        RegisteredCheck(DeadLink.self),
        RegisteredCheck(HeadingMissing.self),
        RegisteredCheck(InsecurePage.self),
        RegisteredCheck(LanguageUndeclared.self),
        RegisteredCheck(ListingWithoutFilters.self),
        RegisteredCheck(MenuMissing.self),
        RegisteredCheck(ProductTooDeep.self),
        RegisteredCheck(SearchMissing.self),
        RegisteredCheck(TitleDuplicate.self),
        RegisteredCheck(ViewportMissing.self),
    ]
}
