import CCurl
import Glibc
import Model

extension Transfer {
    /// What the caller gets, once the last hop has ended with `result`.
    func answer(_ result: CURLcode, handle: EasyHandle, settings: CrawlSettings) -> Fetched {
        let isCutBody = isTooLarge && request.keepsCutBody
        guard result == CURLE_OK || isBodyDropped || isCutBody else {
            return failure(result, settings)
        }
        guard head.isWhole || head.status < 200 else {
            return .failed(.badResponse, "the answer ended within its header")
        }
        guard isBodyAtEnd || isCutBody || isBodyDropped else {
            return .failed(.badResponse, "the compressed body breaks off")
        }
        guard head.status >= 200 else {
            return .failed(
                .badResponse, head.status < 100 ? "the answer has no HTTP status" : "no answer but interim ones")
        }
        var facts = FetchFacts(
            url: request.url, finalURL: url, status: head.status, contentType: head.contentType,
            charset: head.charset, bytes: body.count, timeToFirstByte: handle.timeToFirstByte, redirects: redirects,
            httpVersion: handle.httpVersion, robotsTag: head.robotsTag, retryAfter: head.retryAfter,
            wallHeaders: head.wallHeaders)
        facts.stamp = AnswerStamp(
            receivedAt: Transfer.now, date: head.date, age: head.age, etag: head.etag)
        var fetched = Fetched(.fetched(facts))
        fetched.body = body
        fetched.isCut = isTooLarge
        fetched.location = nextHop
        fetched.isFromPrivateAddress = handle.address.map { !$0.isPublic } ?? false
        return fetched
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Where the answer redirects to; nil if it doesn't, or to nothing that is http or https.
    var nextHop: String? { resolvedLocation(keepsNoise: false) }

    /// Where to ask on when the redirect leads to the very same page but for a session id or a tracking parameter:
    /// shops do that with visitors who bring no cookie. Nil in a circle, and after two times.
    var detour: String? {
        guard detours < 2, nextHop == url, let raw = resolvedLocation(keepsNoise: true), raw != asked else {
            return nil
        }
        return raw
    }

    private func resolvedLocation(keepsNoise: Bool) -> String? {
        guard head.isRedirect, let location = head.location, var resolver = LinkResolver(base: url) else { return nil }
        resolver.keepsNoise = keepsNoise
        var out: [UInt8] = []
        guard resolver.resolve(location, location.indices, into: &out) == nil else { return nil }
        return String(decoding: out, as: UTF8.self)
    }

    private func failure(_ result: CURLcode, _ settings: CrawlSettings) -> Fetched {
        if isTooLarge { return .failed(.tooLarge, "the body is longer than \(request.maxBodyBytes) bytes") }
        if isForeign {
            let most = ContentDecoding.mostCodings
            let said =
                head.codings.count > most
                ? "more than \(most) codings one upon another"
                : "a coding that was not asked for (\(head.codings.joined(separator: ", ")))"
            return .failed(.badResponse, "the body is in \(said)")
        }
        if isBroken { return .failed(.badResponse, "the body could not be decompressed as its header says") }
        if isHeadTooLarge { return .failed(.badResponse, "the header is longer than \(AnswerHead.limit) bytes") }
        if refusedAddress {
            return .failed(
                .connect, "the host's address is private or this machine's own, and the site has no business there")
        }
        return Fetched(.failed(FailureWords.failure(result, said: said, settings: settings)))
    }

    /// Faults after which the same GET may be sent again.
    static func isReset(_ result: CURLcode) -> Bool {
        [CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2_STREAM].contains(result)
    }
}

/// A curl easy handle; one is used for one hop at a time.
struct EasyHandle {
    let raw: UnsafeMutableRawPointer

    /// Milliseconds from the request being sent to the first byte of the answer.
    var timeToFirstByte: Int {
        let sent = offset(CURLINFO_PRETRANSFER_TIME_T)
        let first = offset(CURLINFO_STARTTRANSFER_TIME_T)
        return max(0, (first - sent) / 1_000)
    }

    var httpVersion: String {
        var version = 0
        guard comeback_easy_get_long(raw, CURLINFO_HTTP_VERSION, &version) == CURLE_OK else { return "" }
        return switch version {
        case Int(CURL_HTTP_VERSION_1_0): "1.0"
        case Int(CURL_HTTP_VERSION_2_0): "2"
        case Int(CURL_HTTP_VERSION_3): "3"
        default: "1.1"
        }
    }

    /// Of the server; nil before there is a connection.
    var address: Address? {
        guard let text = comeback_easy_get_string(raw, CURLINFO_PRIMARY_IP).map({ String(cString: $0) }), !text.isEmpty
        else { return nil }
        return Address(text: text, isPublic: AddressGuard.isPublic(text: text))
    }

    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        guard comeback_easy_get_offset(raw, info, &value) == CURLE_OK else { return 0 }
        return Int(value)
    }
}

/// An IP address that was connected to.
struct Address: Hashable {
    let text: String
    /// Routed on the public internet.
    let isPublic: Bool
}
