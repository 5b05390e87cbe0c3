import Parsing

/// What names in markup and scripts say of clocks: classes, ids, attributes, variables. Lower case, with or without
/// dashes.
enum CountdownNames {
    /// The thing is called a clock that runs down.
    static func isClock(_ name: some Collection<UInt8>) -> Bool {
        guard name.count <= 400 else { return false }
        return strong.contains { name.containsFolded($0) } || name.containsFolded("timer") && !isOtherTimer(name)
    }

    /// Something else that is timed: what plays, what moves on by itself, what logs out.
    static func isOtherTimer(_ name: some Collection<UInt8>) -> Bool { others.contains { name.containsFolded($0) } }

    /// Runs to the hour up to which an order leaves the same day.
    static func isDelivery(_ name: some Collection<UInt8>) -> Bool { delivery.contains { name.containsFolded($0) } }

    /// The value is an end, not some other date.
    static func isEnd(_ name: some Collection<UInt8>) -> Bool {
        ends.contains { name.containsFolded($0) } && !isOtherDate(name)
    }

    /// The value may be an end, where it stands on a clock.
    static func mayBeEnd(_ name: some Collection<UInt8>) -> Bool {
        (isEnd(name) || vague.contains { name.containsFolded($0) }) && !isOtherDate(name)
    }

    /// The value is how long there is left.
    static func isLength(_ name: some Collection<UInt8>) -> Bool {
        lengths.contains { name.containsFolded($0) } && !name.containsFolded("delay")
    }

    private static func isOtherDate(_ name: some Collection<UInt8>) -> Bool {
        otherDates.contains { name.containsFolded($0) }
    }

    private static let strong: [StaticString] = [
        "countdown", "count-down", "count_down", "flipclock", "flip-clock", "flipdown", "timeleft", "time-left",
        "time_left", "ends-in", "endsin", "odpocet", "odliczanie", "geri-sayim", "gerisayim", "compte-a-rebours",
    ]
    private static let others: [StaticString] = [
        "slider", "slideshow", "swiper", "carousel", "slick", "autoplay", "player", "video", "audio", "session",
        "logout",
        "idle", "inactiv", "timeout", "toast", "cookie", "consent", "captcha", "otp", "resend", "quiz", "exam",
        "copied",
        "reload", "refresh", "redirect", "typing", "debounce", "popup-timer", "settimer",
    ]
    private static let delivery: [StaticString] = [
        "delivery", "shipping", "dispatch", "cutoff", "cut-off", "cut_off", "order-by", "orderby", "order-within",
        "sameday", "same-day", "next-day", "versand", "lieferung", "livraison", "dostawa", "doruceni", "kargo",
    ]
    private static let ends: [StaticString] = [
        "countdown", "count-down", "end", "until", "deadline", "expir", "finish", "final", "due", "target",
    ]
    private static let vague: [StaticString] = ["date", "time", "-to", "stamp", "moment", "value", "options"]
    private static let lengths: [StaticString] = [
        "second", "secs", "remaining", "timeleft", "time-left", "time_left", "duration", "seconds-left", "ttl",
    ]
    private static let otherDates: [StaticString] = [
        "start", "begin", "from", "now", "server", "current", "creat", "publi", "updat", "modif", "offset", "zone",
        "today", "since", "format", "text", "label", "message", "endpoint", "append", "send", "vendor", "render",
        "trend",
        "calendar", "friend", "depend", "extend", "recommend", "gender", "backend", "frontend", "birth",
    ]
}
