import Model

extension TreeBuilder {
    /// What an element's name alone says.
    mutating func applyTag(
        _ tag: Tag, _ entry: NameCache.Entry, _ traits: inout Traits, to frame: inout Frame
    ) {
        switch tag {
        case .a, .area: if traits.isLinked { frame.flags.insert(.inLink) }
        case .script:
            hide(&frame)
            frame.region = .script
            frame.scope.insert(.raw)
        case .style:
            hide(&frame)
            frame.scope.insert(.raw)
        case .head:
            hide(&frame)
            frame.region = .head
            frame.scope.insert(.head)
        case .template, .noscript, .datalist: hide(&frame)
        case .iframe, .video, .audio, .canvas, .object, .embed, .noframes: frame.scope.insert(.fallback)
        case .svg:
            frame.scope.insert(.svg)
            hide(&frame)
        case .h1, .h2, .h3, .h4, .h5, .h6:
            frame.flags.insert(.inHeading)
            frame.headingLevel = tag.rawValue - Tag.h1.rawValue + 1
        case .form: frame.flags.insert(.inForm)
        case .table: frame.flags.insert(.inTable)
        case .ul, .ol, .dl: frame.flags.insert(.inList)
        case .li:
            frame.flags.insert(.inList)
            frame.scope.insert(.article)
        case .article, .blockquote, .figure, .nav, .aside: frame.scope.insert(.article)
        case .section: frame.scope.insert(.section)
        case .button: frame.flags.insert(.inButton)
        case .del, .s, .strike: frame.flags.insert(.struck)
        case .option, .select, .textarea, .optgroup: frame.scope.insert(.control)
        case .pre: frame.scope.insert(.pre)
        case .details, .dialog: if !traits.isOpen { frame.flags.insert(.collapsed) }
        case .summary: if isSummaryShown { frame.flags.remove(.collapsed) }
        case .input: if traits.isInputHidden { hide(&frame) }
        case .other: if isPictureTitle(entry) { frame.flags.insert([.hidden, .assistive]) }
        default: break
        }
        traits.isInputHidden = false
    }

    /// What its attributes say, and the regions that need no attribute.
    mutating func applyTraits(_ traits: Traits, _ tag: Tag, to frame: inout Frame) {
        if tag != .body && tag != .html {
            if traits.isHidden || traits.style.contains(.hidden) { hide(&frame) }
            if traits.isUntilFound { frame.flags.insert(.collapsed) }
            applyClass(traits.meaning, to: &frame)
        }
        if traits.style.contains(.struck) { frame.flags.insert(.struck) }
        if traits.role == .button { frame.flags.insert(.inButton) }
        if frame.region != .script && !frame.scope.contains(.head) && tag.holdsRegion {
            let before = frame.region
            frame.region = region(of: tag, traits, frame)
            if frame.region != before && !tag.hasRegion && !traits.role.isLandmark && namedRegions.count < 200 {
                namedRegions.append(Int32(truncatingIfNeeded: nodes.count))
            }
        }
    }

    private func applyClass(_ meaning: ClassMeaning, to frame: inout Frame) {
        guard !meaning.isEmpty, !meaning.contains(.shown) else { return }
        if meaning.contains(.assistive) {
            if !frame.flags.contains(.hidden) { frame.flags.insert([.hidden, .assistive]) }
        } else if meaning.contains(.hidden) {
            hide(&frame)
        }
        if meaning.contains(.collapse) || meaning.contains(.tabPane) || meaning.contains([.modal, .fade]) {
            frame.flags.insert(.collapsed)
        }
    }

    private func hide(_ frame: inout Frame) {
        frame.flags.insert(.hidden)
        frame.flags.remove(.assistive)
    }

    /// A closed `<details>` shows its own summary, unless it stands in a closed one itself.
    private var isSummaryShown: Bool {
        guard let details = stack.last, details.tag == .details else { return false }
        return stack.count < 2 || !stack[stack.count - 2].flags.contains(.collapsed)
    }

    /// `<title>` and `<desc>` of a picture name it for those who don't see it.
    private func isPictureTitle(_ entry: NameCache.Entry) -> Bool {
        guard let svg = stack.last, svg.scope.contains(.svg), svg.tag == .svg else { return false }
        guard stack.count < 2 || !stack[stack.count - 2].flags.contains(.hidden) else { return false }
        return entry.value == Tag.title.rawValue
    }

    private mutating func region(of tag: Tag, _ traits: Traits, _ frame: Frame) -> PageRegion {
        let named = tag == .body || tag == .html ? [] : traits.meaning.union(traits.idMeaning)
        let now = frame.region
        if tag == .dialog || traits.role == .dialog || named.contains(.dialog) { return .dialog }
        if now == .dialog { return now }
        if tag == .main || traits.role == .main { return .main }
        if now == .footer || now == .navigation { return now }
        let isTabs = named.contains(.tabs)
        if tag == .nav && !isTabs || traits.role == .navigation || named.contains(.navigation) && !isTabs {
            return .navigation
        }
        if now == .header { return now }
        if isPageHeader(tag, traits, named, frame) {
            sawHeader = true
            return .header
        }
        if isPageFooter(tag, traits, named, frame) { return .footer }
        if tag == .aside || traits.role == .complementary || named.contains(.aside) { return .aside }
        return named.contains(.main) && now == .page ? .main : now
    }

    private func isPageHeader(_ tag: Tag, _ traits: Traits, _ named: ClassMeaning, _ frame: Frame) -> Bool {
        if traits.role == .banner { return true }
        guard !frame.scope.contains(.article) else { return false }
        if named.contains(.header) { return true }
        guard frame.region == .page else { return false }
        if tag == .header { return !(frame.scope.contains(.section) && sawHeader) }
        return named.contains(.weakHeader) && !frame.scope.contains(.section)
    }

    private func isPageFooter(_ tag: Tag, _ traits: Traits, _ named: ClassMeaning, _ frame: Frame) -> Bool {
        if traits.role == .contentinfo { return true }
        guard !frame.scope.contains(.article) else { return false }
        return named.contains(.footer) || tag == .footer && frame.region == .page
    }
}

extension Tag {
    /// Elements whose class or id may make them a part of the page.
    var holdsRegion: Bool {
        switch self {
        case .div, .section, .header, .footer, .nav, .main, .aside, .dialog, .ul, .ol, .form, .table, .td, .center,
            .article, .menu, .other, .p:
            true
        default: false
        }
    }
}
