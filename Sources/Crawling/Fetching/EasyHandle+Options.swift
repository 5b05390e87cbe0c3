import CCurl
import Model

/// A list in curl's form, freed with its owner.
final class CurlList {
    private(set) var raw: UnsafeMutablePointer<curl_slist>?

    init(_ lines: [String]) {
        for line in lines {
            // On want of memory the list stays as it was.
            if let longer = curl_slist_append(raw, line) { raw = longer }
        }
    }

    deinit { curl_slist_free_all(raw) }
}

/// What is the same for every request.
struct RequestLists {
    let headers: CurlList
    let pictureHeaders: CurlList
    let secondVisitHeaders: CurlList
    /// `CURLOPT_CONNECT_TO`: which server stands in for which name.
    let connectTo: CurlList

    init(settings: CrawlSettings) {
        var lines = ["Accept-Encoding: \(ContentDecoding.accepted)"]
        if let language = settings.language, language.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            lines.append("Accept-Language: \(language)")
        }
        let page = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        headers = CurlList([page] + lines)
        secondVisitHeaders = CurlList([page, "Cache-Control: no-cache"] + lines)
        pictureHeaders = CurlList(["Accept: image/avif,image/webp,image/svg+xml,image/*,*/*;q=0.8"] + lines)
        connectTo = CurlList(settings.connectTo)
    }
}

extension EasyHandle {
    /// Sets everything that a hop needs. The transfer and the lists must outlive it.
    func prepare(for transfer: Transfer, settings: CrawlSettings, lists: RequestLists) {
        let user = Unmanaged.passUnretained(transfer).toOpaque()
        let request = transfer.request
        let pageHeaders = request.isSecondVisit ? lists.secondVisitHeaders : lists.headers
        let headers = request.pictureOf == nil ? pageHeaders : lists.pictureHeaders
        set(CURLOPT_URL, transfer.asked)
        set(CURLOPT_USERAGENT, settings.userAgent)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        // The guard on addresses would see a proxy's address only.
        set(CURLOPT_PROXY, "")
        // The system's own stay trusted by its folder of certificates, which curl reads besides.
        if let file = settings.caFile { set(CURLOPT_CAINFO, file) }
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_PATH_AS_IS, 1)
        set(CURLOPT_HTTP09_ALLOWED, 0)
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        // Wait for a connection that may be shared, which only ALPN can tell: without TLS, curl would wait until the
        // first transfer of a host has ended, and one that stalls would hold up all others.
        if transfer.asked.hasPrefix("https:") { set(CURLOPT_PIPEWAIT, 1) }
        if transfer.wantsFreshConnection { set(CURLOPT_FRESH_CONNECT, 1) }
        set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(settings.connectTimeout))
        set(CURLOPT_TIMEOUT_MS, milliseconds(settings.transferTimeout))
        comeback_easy_set_pointer(raw, CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(transfer.errorText))
        comeback_easy_set_list(raw, CURLOPT_HTTPHEADER, headers.raw)
        if let referrer = transfer.request.referrer { set(CURLOPT_REFERER, referrer) }
        if let map = lists.connectTo.raw { comeback_easy_set_list(raw, CURLOPT_CONNECT_TO, map) }
        comeback_easy_set_data_callback(raw, CURLOPT_HEADERFUNCTION, TransferCallbacks.header)
        comeback_easy_set_pointer(raw, CURLOPT_HEADERDATA, user)
        comeback_easy_set_data_callback(raw, CURLOPT_WRITEFUNCTION, TransferCallbacks.body)
        comeback_easy_set_pointer(raw, CURLOPT_WRITEDATA, user)
        comeback_easy_set_socket_callback(raw, CURLOPT_OPENSOCKETFUNCTION, TransferCallbacks.openSocket)
        comeback_easy_set_pointer(raw, CURLOPT_OPENSOCKETDATA, user)
        comeback_easy_set_request_callback(raw, CURLOPT_PREREQFUNCTION, TransferCallbacks.beforeRequest)
        comeback_easy_set_pointer(raw, CURLOPT_PREREQDATA, user)
    }

    private func set(_ option: CURLoption, _ value: String) { comeback_easy_set_string(raw, option, value) }
    private func set(_ option: CURLoption, _ value: Int) { comeback_easy_set_long(raw, option, value) }

    private func milliseconds(_ seconds: Double) -> Int {
        seconds.isFinite && seconds > 0 ? Int(min(seconds, 86_400) * 1_000) : 0
    }
}
