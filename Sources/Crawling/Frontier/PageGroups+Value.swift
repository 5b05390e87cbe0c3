import Model

extension PageGroups {
    /// What more goods are worth against a new template.
    private static let harvest = 0.15
    /// As if so many first pages of shapes had all brought something new: the odds before any was read.
    private static let hope = 8.0
    /// Pages of a template after which another one tells half as much as the first.
    private static let enough = 10.0
    /// Addresses of a shape from which on it is one of many.
    private static let many = 10.0

    /// What one more page of a group is worth: that it is of a template not seen before, and that it is one more of the
    /// goods. Of one shape the next page promises less than the one before.
    func value(of group: Group) -> Double {
        let shape = shapes[group.shape]
        var related = 1.0
        var sound = 1.0
        for place in group.kin {
            related *= kin.odds[kinOfGroups[place]]
            sound *= kin.soundness[kinOfGroups[place]]
        }
        // Further pages of one list say nothing of another's.
        if group.list >= 0 { sound = 1 }
        sound *= 1 - (Double(shape.repeats) + 1 - kin.soundness[group.section]) / Double(shape.answered + 1)
        let news = (Double(shape.fresh) + guess(group, shape)) * related
        return weight(of: group) * (news + more(group, shape)) / Double(shape.taken + 1) * (sound + 0.0001)
    }

    /// How likely a page of a shape is something new, as if one page of it had been seen: by its section, and by what the
    /// first pages of shapes were so far. On a site that makes up ever new shapes that is little, and those of few
    /// addresses are the likelier to be real.
    private func guess(_ group: Group, _ shape: PageRecord) -> Double {
        let first = (kin.fresh(group.births) + Self.hope) / (kin.taken(group.births) + Self.hope)
        let rarity = 1 / (1 + (1 - first) * Double(shape.known) / Self.many)
        let guess = (kin.fresh(group.section) + first) / (kin.taken(group.section) + 1) * rarity.squareRoot()
        // What a menu names is one of few.
        return group.isInMenu && shape.taken == 0 ? max(guess, 0.5) : guess
    }

    /// What one more of the goods tells, or one more list of them.
    private func more(_ group: Group, _ shape: PageRecord) -> Double {
        let isKnown = shape.answered > 0
        guard isKnown || group.list >= 0 else { return 0 }
        let list = group.list >= 0 ? shapes[group.list] : shape
        let like = isKnown ? shape : list
        let read = like.template.map { byTemplate[$0] } ?? 0
        // What has no further pages shows itself again under their numbers.
        let goods = (isKnown ? shape.goodsShare : 1) * (group.list >= 0 ? list.listingShare : 1)
        return Self.harvest * goods * like.meanWorth / (1 + Double(read) / Self.enough)
    }

    /// Pages that every shop has one of come first, as long as they don't use up a small crawl: a site can name
    /// every page "help", and one of very many is none of those.
    private func weight(of group: Group) -> Double {
        switch group.lane {
        case .key:
            max(1, 8 / ((1 + Double(keyTaken) * 20 / Double(min(maxPages, 500))) * (1 + Double(group.known) / 20)))
        case .browse: 2
        case .rest: 1.5
        case .late: 0.1
        }
    }
}
