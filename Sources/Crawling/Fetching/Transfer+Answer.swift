import CCurl
import Model

extension Transfer {
    /// What the caller gets, once the last hop has ended with `result`.
    func answer(_ result: CURLcode, handle: EasyHandle) -> Fetched {
        let isCutBody = isTooLarge && request.keepsCutBody
        guard result == CURLE_OK || isBodyDropped || isCutBody else { return failure(result) }
        guard head.status >= 100 else { return .failed(.badResponse, "the answer has no HTTP status") }
        var fetched = Fetched(
            .fetched(
                FetchFacts(
                    url: request.url, finalURL: url, status: head.status, contentType: head.contentType,
                    charset: head.charset, bytes: body.count, timeToFirstByte: handle.timeToFirstByte,
                    redirects: redirects, httpVersion: handle.httpVersion, robotsTag: head.robotsTag,
                    retryAfter: head.retryAfter)))
        fetched.body = body
        fetched.isCut = isTooLarge
        fetched.location = nextHop
        fetched.isFromPrivateAddress = handle.isPrivateAddress
        return fetched
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

    private func failure(_ result: CURLcode) -> Fetched {
        if isTooLarge { return .failed(.tooLarge, "the body is longer than \(request.maxBodyBytes) bytes") }
        if isHeadTooLarge { return .failed(.badResponse, "the header is longer than \(AnswerHead.limit) bytes") }
        if refusedAddress { return .failed(.connect, "the host's address is private, and the site is public") }
        let said = curl_easy_strerror(result).map { String(cString: $0) } ?? "curl error \(result.rawValue)"
        return .failed(Self.stage(of: result), said)
    }

    private static func stage(of result: CURLcode) -> FetchFailure.Stage {
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .resolve
        case CURLE_COULDNT_CONNECT: .connect
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            .tls
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badURL
        case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_BAD_CONTENT_ENCODING,
            CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_WEIRD_SERVER_REPLY, CURLE_WRITE_ERROR, CURLE_HTTP3:
            .badResponse
        default: .other
        }
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

    var isPrivateAddress: Bool {
        guard let text = comeback_easy_get_string(raw, CURLINFO_PRIMARY_IP) else { return false }
        return !AddressGuard.isPublic(text: String(cString: text))
    }

    private func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        guard comeback_easy_get_offset(raw, info, &value) == CURLE_OK else { return 0 }
        return Int(value)
    }
}
