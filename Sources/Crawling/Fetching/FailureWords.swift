import CCurl
import Model

/// Curl's results in the report's words. The same fault is always told in the same words, without times or counts, so
/// that the same crawl gives the same bytes.
enum FailureWords {
    static func failure(_ result: CURLcode, said: String, settings: CrawlSettings) -> FetchFailure {
        let stage = stage(of: result, said: said)
        let words: String =
            switch (stage, result) {
            case (.timeout, _):
                // Of the others it says "Connection", "Resolving" or "SSL connection".
                said.hasPrefix("Operation")
                    ? "not done within \(Printable.seconds(settings.transferTimeout))"
                    : "no connection within \(Printable.seconds(settings.connectTimeout))"
            case (.tls, _): tls(said)
            case (_, CURLE_COULDNT_RESOLVE_HOST): "the host name does not resolve"
            case (_, CURLE_COULDNT_CONNECT): "the server refused the connection, or there is no way to it"
            case (_, CURLE_GOT_NOTHING): "the server closed the connection without an answer"
            case (_, CURLE_PARTIAL_FILE): "the body ended before its stated length"
            case (_, CURLE_RECV_ERROR) where said.contains("chunk"): "the chunks of the body are broken"
            case (_, CURLE_RECV_ERROR), (_, CURLE_SEND_ERROR): "the server reset the connection"
            // Curl's word for a header line of more than 100 KB.
            case (_, CURLE_OUT_OF_MEMORY): "a line of the header is too long"
            // A decoder that finds more than it can use; none of this side's own.
            case (_, CURLE_BAD_CONTENT_ENCODING), (_, CURLE_WRITE_ERROR):
                "the body could not be decompressed as its header says"
            case (_, CURLE_UNSUPPORTED_PROTOCOL), (_, CURLE_WEIRD_SERVER_REPLY):
                "the answer is not HTTP that can be read"
            // Its word for a status line where none may stand.
            case (_, CURLE_BAD_FUNCTION_ARGUMENT): "the answer breaks the rules of HTTP"
            case (_, CURLE_HTTP2), (_, CURLE_HTTP2_STREAM): "the answer breaks the rules of HTTP/2"
            default: curl_easy_strerror(result).map { String(cString: $0) } ?? "curl error \(result.rawValue)"
            }
        return FetchFailure(stage, words)
    }

    private static func stage(of result: CURLcode, said: String) -> FetchFailure.Stage {
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .resolve
        case CURLE_COULDNT_CONNECT: .connect
        case CURLE_OPERATION_TIMEDOUT: .timeout
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            .tls
        case CURLE_URL_MALFORMAT: .badURL
        // The protocol of the answer: that of the URL was checked before.
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_OUT_OF_MEMORY, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_RECV_ERROR,
            CURLE_SEND_ERROR, CURLE_BAD_CONTENT_ENCODING,
            CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_WEIRD_SERVER_REPLY, CURLE_WRITE_ERROR, CURLE_HTTP3,
            CURLE_BAD_FUNCTION_ARGUMENT:
            .badResponse
        default: .other
        }
    }

    /// What is wrong with a secure connection, as OpenSSL told it to curl.
    private static func tls(_ said: String) -> String {
        let known: [(part: String, words: String)] = [
            ("has expired", "the certificate has expired"),
            ("not yet valid", "the certificate is not valid yet"),
            ("self-signed certificate in", "the certificate is signed by an authority that nobody vouches for"),
            ("self-signed", "the certificate is self-signed"),
            ("self signed", "the certificate is self-signed"),
            ("local issuer", "the certificate's issuer is unknown, or an intermediate certificate is missing"),
            ("subject name", "the certificate is for another host"),
            ("does not match", "the certificate is for another host"),
            ("revoked", "the certificate has been revoked"),
            ("legacy sigalg", "the server shares no cipher or protocol version with us"),
            ("wrong version number", "the server does not speak TLS there"),
            ("packet length too long", "the server does not speak TLS there"),
            ("handshake failure", "the server shares no cipher or protocol version with us"),
            ("protocol version", "the server shares no cipher or protocol version with us"),
            ("unsupported protocol", "the server shares no cipher or protocol version with us"),
            ("SYSCALL", "the server cut the connection while it was being secured"),
            ("reset by peer", "the server cut the connection while it was being secured"),
            ("unexpected eof", "the server cut the connection while it was being secured"),
        ]
        if let found = known.first(where: { said.contains($0.part) }) { return found.words }
        // What OpenSSL found, without its version and number: the same on every machine.
        if let found = said.firstRange(of: "SSL routines::") {
            return "the server breaks the rules of TLS (\(Printable.line(said[found.upperBound...].utf8, limit: 100)))"
        }
        return said.isEmpty ? "the secure connection failed" : Printable.line(said.utf8, limit: 200)
    }
}
