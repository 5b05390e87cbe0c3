/// The elements that something in Comeback asks about; every other one is `.other` and keeps its name as bytes.
public enum Tag: UInt8, Sendable, CaseIterable {
    case other
    case a, abbr, address, area, article, aside, audio, b, base, bdi, bdo, big, blink, blockquote, body, br, button
    case canvas, caption, center, cite, code, col, colgroup, data, datalist, dd, del, details, dfn, dialog, dir, div
    case dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6
    case head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark
    case marquee, menu, meta, meter, nav, noframes, noscript, object, ol, optgroup, option, output, p, param, picture
    case pre, progress, q, s, samp, script, search, section, select, slot, small, source, span, strike, strong, style
    case sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
    case u, ul, `var`, video, wbr
}

/// The attributes that something in Comeback asks about; every other one is `.other` and keeps its name as bytes.
public enum AttributeName: UInt8, Sendable, CaseIterable {
    case other
    case action, align, alt, ariaDescribedby, ariaHidden, ariaLabel, ariaLabelledby, bgcolor, charset, checked
    case `class`, color, content, datetime, disabled, face, height, hidden, href, hreflang, httpEquiv, id, itemid
    case itemprop, itemref, itemscope, itemtype, lang, media, method, name, onclick, placeholder, property, rel
    case required, resource, role, size, src, srcset, style, summary, target, title, type, typeof, value, vocab, width
    case about, formaction, dataSrc, selected, `for`, border, cellpadding, cellspacing, open

    /// As it stands in HTML.
    public var text: String {
        switch self {
        case .ariaDescribedby: "aria-describedby"
        case .ariaHidden: "aria-hidden"
        case .ariaLabel: "aria-label"
        case .ariaLabelledby: "aria-labelledby"
        case .httpEquiv: "http-equiv"
        case .dataSrc: "data-src"
        case .other: ""
        default: String(describing: self)
        }
    }
}
