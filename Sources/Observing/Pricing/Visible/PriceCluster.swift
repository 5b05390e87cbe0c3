import Model

/// The price and its companions among amounts that belong to one product.
struct PriceCluster {
    var price: PriceSpot?
    var was: PriceSpot?
    var wasKind: WasPriceKind?
    var percent: PriceSpot?
    /// Prices that compete, where none could be chosen.
    var rivals: [PriceSpot] = []

    /// Decides for a tile, where nothing but parts and classes tells.
    static func ofTile(_ spots: ArraySlice<PriceSpot>) -> PriceCluster {
        var cluster = PriceCluster()
        if let only = onlyPrice(among: spots) {
            cluster.price = spots[only]
            return cluster
        }
        cluster.takeCompanions(spots)
        var candidates = spots.filter { $0.role == .price && $0.amount.nature == .money && !$0.amount.isDoubtful }
        if candidates.isEmpty {
            candidates = spots.filter { $0.role == .price && $0.amount.nature == .bare && $0.words.contains(.price) }
        }
        for trait in [ClassWords.now, .price] where candidates.count > 1 {
            let better = candidates.filter { $0.ownWords.contains(trait) }
            if !better.isEmpty, Set(better.map(\.amount.money)).count == 1 { candidates = better }
        }
        cluster.settle(candidates)
        cluster.dropUnlikely()
        return cluster
    }

    /// The one amount of money, where nothing stands beside it that a price may be compared with: so are most tiles.
    private static func onlyPrice(among spots: ArraySlice<PriceSpot>) -> Int? {
        var only: Int?
        for k in spots.indices {
            switch spots[k].role {
            case .was, .percent: return nil
            case .price where spots[k].amount.nature == .money && !spots[k].amount.isDoubtful:
                if only != nil { return nil }
                only = k
            default: break
            }
        }
        return only
    }

    /// Takes one price where all agree, or two of which one is the price before.
    mutating func settle(_ candidates: [PriceSpot]) {
        var distinct: [PriceSpot] = []
        for spot in candidates where !distinct.contains(where: { $0.amount.money == spot.amount.money }) {
            distinct.append(spot)
        }
        if distinct.count == 1 {
            price = distinct[0]
        } else if distinct.count > 1 {
            rivals = distinct
        } else if let was, was.isStruck == false, rivals.isEmpty, wasKind == .unknown {
            // A class that says "regular" or "list" and no other amount: the regular price is the price.
            price = was
            self.was = nil
            wasKind = nil
        }
    }

    /// Themes keep both prices in the markup and hide one by style: a price before that equals the price, or that only
    /// a class tells and that isn't higher, is none.
    mutating func dropUnlikely() {
        guard let was, let price else { return }
        let isTold = was.isStruck || wasKind != .unknown
        let (before, now) = (was.amount.money.hundredths, price.amount.money.hundredths)
        if before == now || before < now && !isTold {
            self.was = nil
            wasKind = nil
        }
    }

    /// The price before and the claimed percentage.
    mutating func takeCompanions(_ spots: some Sequence<PriceSpot>) {
        for spot in spots {
            switch spot.role {
            case .was(let kind):
                guard spot.amount.money.minor > 0, !spot.amount.isDoubtful,
                    spot.amount.nature == .money || spot.amount.nature == .bare && spot.words.contains(.price)
                else { continue }
                // The shop's own former price is what a reduction is measured by.
                if was == nil || wasKind == .lowest30Days || wasKind == .unknown && kind == .former {
                    was = spot
                    wasKind = kind
                }
            case .percent:
                let isReduction = spot.amount.sign < 0 || !spot.words.isDisjoint(with: [.save, .badge])
                if percent == nil, isReduction, spot.isAlone, spot.amount.value > 0, spot.amount.value <= 100 {
                    percent = spot
                }
            default: break
            }
        }
    }
}
