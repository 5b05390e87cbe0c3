import CCurl
import Model

extension Transfer {
    /// Why a running transfer has to end now; nil while it keeps to its budgets.
    ///
    /// Curl's own timers know connecting and the whole transfer. This adds the answer's head as a whole, so that one
    /// that drips is no better than silence, and bodies that stall or only swell as sent: decoding may make nothing of
    /// them, and the limit on decoded bytes never strikes.
    func overrun(_ handle: EasyHandle, now: ContinuousClock.Instant, settings: CrawlSettings) -> FetchFailure? {
        guard head.isWhole else {
            guard let sent = handle.microsecondsToRequest, let begun else { return nil }
            let waited = now - begun - .microseconds(sent)
            guard waited > .seconds(settings.answerTimeout.bounded) else { return nil }
            let seconds = Printable.seconds(settings.answerTimeout)
            return FetchFailure(
                .timeout,
                head.bytes == 0
                    ? "no answer within \(seconds)" : "the answer's header did not end within \(seconds)")
        }
        let bytes = handle.bytesReceived
        if bytes > request.maxBodyBytes {
            isTooLarge = true
            return FetchFailure(.tooLarge, "the body is longer than \(request.maxBodyBytes) bytes as sent")
        }
        guard let window, now - window.start <= .seconds(settings.stallTimeout.bounded) else {
            let came = bytes - (window?.bytes ?? 0)
            if window != nil, came < settings.stallBytes {
                let seconds = Printable.seconds(settings.stallTimeout)
                return FetchFailure(.timeout, "the body stalled: under \(settings.stallBytes) bytes in \(seconds)")
            }
            self.window = Window(start: now, bytes: bytes)
            return nil
        }
        return nil
    }

    /// Where the count of bytes stood when it was last looked at for a stall.
    struct Window {
        var start: ContinuousClock.Instant
        var bytes: Int
    }
}

extension EasyHandle {
    /// From the start of the hop to its request being sent; nil before.
    var microsecondsToRequest: Int? {
        let value = offset(CURLINFO_PRETRANSFER_TIME_T)
        return value > 0 ? value : nil
    }

    /// Of the body, as sent.
    var bytesReceived: Int { offset(CURLINFO_SIZE_DOWNLOAD_T) }
}

extension Double {
    /// Seconds of a setting as a duration can hold them: 0 to a year.
    var bounded: Double { isFinite ? min(max(0, self), 31_536_000) : 31_536_000 }
}

extension Printable {
    /// "20 s", "0.5 s".
    static func seconds(_ value: Double) -> String {
        let bounded = value.bounded
        return bounded == bounded.rounded() ? "\(Int(bounded)) s" : "\(bounded) s"
    }
}
