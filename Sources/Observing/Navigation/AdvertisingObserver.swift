import Model
import Parsing

/// Slots of third-party advertising, by the marks of a few large networks. Trackers and remarketing pixels of the
/// same companies show nothing and don't count.
struct AdvertisingObserver {
    private(set) var slots: [Mention] = []
    private var loaders: [Mention] = []
    private static let kept = 20

    /// Frames that show an advertisement.
    private static let frames: [StaticString] = [
        "googleads.g.doubleclick.net/pagead/ads", "tpc.googlesyndication.com", "safeframe.googlesyndication",
        "ad.doubleclick.net/ddm/adi", "adnxs.com/tt", "aax.amazon-adsystem.com", "rcm-na.amazon-adsystem",
        "/www/delivery/afr.php", "ads.exoclick.com", "a.exdynsrv.com", "widgets.outbrain.com",
    ]
    /// Scripts that put advertisements where they stand or where they like.
    private static let scripts: [StaticString] = [
        "googlesyndication.com/pagead/js/adsbygoogle", "googlesyndication.com/pagead/show_ads",
        "an.yandex.ru/system/context", "yandex.ru/ads/system/context", "cdn.taboola.com/libtrc", "widgets.outbrain.com",
        "contextual.media.net", "/www/delivery/ajs.php", "/www/delivery/asyncjs.php", "mgid.com", "propellerads",
        "adriver.ru", "exoclick.com", "z-na.amazon-adsystem.com/widgets",
    ]

    mutating func visit(element i: Int, of page: borrowing PageView) {
        let document = page.document
        switch document.nodes[i].tag {
        case .ins where document.classContains("adsbygoogle", i): note(&slots, i, page, quote: "adsbygoogle")
        case .div: visit(box: i, page)
        case .iframe: visit(source: i, AdvertisingObserver.frames, &slots, page)
        case .script: visit(source: i, AdvertisingObserver.scripts, &loaders, page)
        default: break
        }
    }

    /// Slots that stand in the page; scripts that place them by themselves only where there are none.
    func conclude(into facts: inout NavigationFacts) {
        facts.advertising = slots.isEmpty ? Array(loaders.prefix(3)) : slots
    }

    private mutating func visit(box i: Int, _ page: borrowing PageView) {
        guard let id = page.document.attribute(.id, of: i), id.count > 8 else { return }
        if id.starts(with: "div-gpt-ad".utf8) || id.starts(with: "yandex_rtb_".utf8) || id.starts(with: "taboola-".utf8)
        {
            note(&slots, i, page, quote: String(decoding: id.prefix(80), as: UTF8.self))
        }
    }

    private func visit(
        source i: Int, _ known: [StaticString], _ list: inout [Mention], _ page: borrowing PageView
    ) {
        guard let address = page.document.attribute(.src, of: i), address.count > 12,
            known.contains(where: { holds($0, in: address) })
        else { return }
        note(&list, i, page, quote: String(decoding: address.prefix(Mention.quoteLimit), as: UTF8.self))
    }

    private func note(_ list: inout [Mention], _ i: Int, _ page: borrowing PageView, quote: String) {
        guard list.count < AdvertisingObserver.kept else { return }
        let document = page.document
        guard document.closest(i, where: { document.nodes[$0].tag == .noscript }) == nil else { return }
        list.append(page.mention(of: i, quote: quote))
    }
}
