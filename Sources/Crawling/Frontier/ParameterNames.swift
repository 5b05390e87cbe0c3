/// Names of query parameters that shop software uses for looking at one page in another way; lower case.
enum ParameterNames {
    /// The same goods in another order, number, form or currency: never asked for.
    static let orders = set([
        "sort", "sortby", "sort_by", "sort_order", "sortorder", "orderby", "order_by", "order", "dir", "direction",
        "product_list_order", "product_list_dir", "product_list_mode", "product_list_limit", "limit", "per_page",
        "perpage",
        "pagesize", "page_size", "view_mode", "viewmode", "currency", "curr", "replytocom", "print",
    ])
    /// Further pages of one listing.
    static let pages = set([
        "page", "pg", "paged", "pagenum", "page_num", "pageno", "pagenumber", "start", "offset", "seite",
        "strana", "stranka", "sayfa", "pagina", "product-page", "cursor", "after", "before",
    ])
    /// Parts of calendars.
    static let dates = set(["month", "year", "date", "day", "week", "cal", "calendar", "tribe-bar-date"])
    private static let filters = set([
        "filter", "filters", "f", "price", "pricerange", "price_range", "min_price", "max_price", "price_min",
        "price_max",
        "pricefrom", "priceto", "color", "colour", "size", "rating", "rating_filter", "availability", "in_stock",
        "instock",
        "attribute", "attrib", "refine", "facet", "facets", "tag", "tags", "variant",
    ])

    /// A folder below which filters stand.
    static func opensFilters(_ name: [UInt8]) -> Bool { openers.contains(name) }

    private static let openers = set(["filter", "filters", "facet", "facets", "refine"])

    static func isFilter(_ name: [UInt8]) -> Bool {
        filters.contains(name) || name.starts(with: "filter".utf8) || name.starts(with: "query_type".utf8)
            || name.starts(with: "pf_".utf8) || name.starts(with: "arrfilter".utf8)
    }

    /// Names that also stand for kinds of pages (`view=product`): only with these values another look at one page.
    static func isLook(_ name: [UInt8], _ value: ArraySlice<UInt8>) -> Bool {
        looks.contains(name) && (value.allSatisfy(isDigit) || lookValues.contains(value.map(lowered)))
    }

    private static let looks = set(["view", "show", "mode", "display", "layout", "format"])
    private static let lookValues = set([
        "grid", "list", "table", "tile", "tiles", "gallery", "all", "compact", "print",
    ])

    private static func set(_ names: [String]) -> Set<[UInt8]> { Set(names.map { Array($0.utf8) }) }
}
