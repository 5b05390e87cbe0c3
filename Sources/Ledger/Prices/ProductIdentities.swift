import GRDB
import Model

/// Finds out which product of the ledger an offer is for: by its GTIN, then by the shop's article number, then by the
/// maker's number with the brand, then by its address. A weaker key never makes one of two products that a stronger one
/// tells apart.
struct ProductIdentities {
    private enum Kind: String, CaseIterable { case gtin, sku, mpn, url }

    /// Keys that stand on several pages of one audit: theme defaults, one number for all variants.
    private var shared: Set<String> = []
    private struct Meeting: Hashable {
        var product: Int64
        var moment: Int64
    }
    /// Who was taken for a product at a moment: no two pages of one audit are one product.
    private var taken: [Meeting: ProductKeys] = [:]
    private let looksUp: Bool

    /// - Parameters:
    ///   - all: what is recorded at once.
    ///   - looksUp: false where nothing can be known yet: one audit's pages in a new ledger.
    init(_ all: [ProductKeys], looksUp: Bool) {
        self.looksUp = looksUp
        var owners: [String: String?] = [:]
        for keys in all {
            for kind in [Kind.gtin, .sku, .mpn] {
                guard let value = Self.value(kind, keys) else { continue }
                let key = "\(kind.rawValue) \(value)"
                if let owner = owners[key], owner != keys.url { shared.insert(key) }
                owners[key] = keys.url
            }
        }
    }

    /// The product's number; a new one where none is known.
    mutating func number(of keys: ProductKeys, at moment: Int64, in db: Database) throws -> Int64 {
        if looksUp, let known = try known(keys, at: moment, in: db) {
            let id: Int64 = known["id"]
            taken[Meeting(product: id, moment: moment)] = keys
            try update(id, known, keys, moment, db)
            return id
        }
        let insert = try db.cachedStatement(
            sql: "INSERT INTO product (name, gtin, sku, mpn, brand, url, lastSeen) VALUES (?, ?, ?, ?, ?, ?, ?)")
        try insert.execute(arguments: [
            keys.name, usable(.gtin, keys), keys.sku, keys.mpn, keys.brand, keys.url, moment,
        ])
        let id = db.lastInsertedRowID
        taken[Meeting(product: id, moment: moment)] = keys
        try note(keys, of: id, db)
        return id
    }

    private func known(_ keys: ProductKeys, at moment: Int64, in db: Database) throws -> Row? {
        for kind in Kind.allCases {
            guard let value = usable(kind, keys) else { continue }
            let statement = try db.cachedStatement(
                sql: """
                    SELECT product.* FROM productKey JOIN product ON product.id = productKey.product
                    WHERE kind = ? AND value = ? ORDER BY url IS NOT ?, lastSeen DESC, product.id DESC
                    """)
            let rows = try Row.fetchAll(statement, arguments: [kind.rawValue, value, keys.url])
            let match = rows.first { row in
                let other = taken[Meeting(product: row["id"], moment: moment)]
                let isFree = other == nil || other == keys || keys.url != nil && other?.url == keys.url
                return isFree && isSame(row, keys, by: kind)
            }
            if let match { return match }
        }
        return nil
    }

    // MARK: Sameness

    private func isSame(_ row: Row, _ keys: ProductKeys, by kind: Kind) -> Bool {
        let known = ProductKeys(
            gtin: row["gtin"], sku: row["sku"], mpn: row["mpn"], brand: row["brand"], url: row["url"],
            name: row["name"])
        if kind == .gtin { return true }
        if let a = known.gtin, let b = usable(.gtin, keys), a != b { return false }
        switch kind {
        case .gtin: return true
        case .sku: return agrees(known.brand, keys.brand) && NameWords.areAlike(known.name, keys.name)
        case .mpn: return NameWords.areAlike(known.name, keys.name)
        case .url:
            // An address that passed from one product to another: other numbers and another name.
            return NameWords.areAlike(known.name, keys.name)
                && (agrees(known.mpn, keys.mpn) || NameWords.folded(known.name) == NameWords.folded(keys.name))
        }
    }

    private func agrees(_ a: String?, _ b: String?) -> Bool {
        guard let a, let b else { return true }
        return NameWords.folded(a) == NameWords.folded(b)
    }

    // MARK: Keys

    private func usable(_ kind: Kind, _ keys: ProductKeys) -> String? {
        Self.value(kind, keys).flatMap { shared.contains("\(kind.rawValue) \($0)") ? nil : $0 }
    }

    private static func value(_ kind: Kind, _ keys: ProductKeys) -> String? {
        switch kind {
        case .gtin: keys.gtin
        case .sku: keys.sku.flatMap { $0.count > 1 ? $0 : nil }
        case .mpn:
            if let mpn = keys.mpn, mpn.count > 1, let brand = keys.brand {
                "\(NameWords.folded(brand))\n\(NameWords.folded(mpn))"
            } else {
                nil
            }
        case .url: keys.url
        }
    }

    private func update(_ id: Int64, _ known: Row, _ keys: ProductKeys, _ moment: Int64, _ db: Database) throws {
        let lastSeen: Int64 = known["lastSeen"]
        // A file of older prices doesn't rename what is sold today.
        if moment >= lastSeen {
            let statement = try db.cachedStatement(
                sql: """
                    UPDATE product SET name = coalesce(?, name), gtin = coalesce(?, gtin), sku = coalesce(?, sku),
                        mpn = coalesce(?, mpn), brand = coalesce(?, brand), url = coalesce(?, url), lastSeen = ?
                    WHERE id = ?
                    """)
            try statement.execute(arguments: [
                keys.name, usable(.gtin, keys), keys.sku, keys.mpn, keys.brand, keys.url, moment, id,
            ])
        }
        try note(keys, of: id, db)
    }

    private func note(_ keys: ProductKeys, of id: Int64, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO productKey (kind, value, product) VALUES (?, ?, ?)")
        for kind in Kind.allCases {
            guard let value = usable(kind, keys) else { continue }
            try statement.execute(arguments: [kind.rawValue, value, id])
        }
    }
}

/// Products' names as far as they tell products apart.
enum NameWords {
    static func folded(_ text: String?) -> String {
        (text ?? "").lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
    }

    /// Nothing speaks against one product: at least half of the shorter name's words stand in the other one too, or one
    /// of them isn't known. Numbers count as words: "iPhone 15" is no "iPhone 16".
    static func areAlike(_ a: String?, _ b: String?) -> Bool {
        guard let a, let b else { return true }
        let mine = Set(folded(a).split(separator: " "))
        let theirs = Set(folded(b).split(separator: " "))
        guard !mine.isEmpty, !theirs.isEmpty, mine != theirs else { return true }
        let numbers = mine.symmetricDifference(theirs).filter { $0.contains(where: \.isNumber) }
        let differs = numbers.contains { mine.contains($0) } && numbers.contains { theirs.contains($0) }
        return !differs && mine.intersection(theirs).count * 2 >= min(mine.count, theirs.count)
    }
}
