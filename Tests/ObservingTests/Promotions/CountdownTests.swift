import Model
import Testing

/// Clocks that run down to an end, and what only looks like one.
struct CountdownTests {
    private func countdowns(_ body: String) throws -> [Countdown] {
        let html =
            "<!doctype html><html lang=en><title>Shop</title><body><main><h1>Teapots</h1>\(body)</main></body></html>"
        return try ObservedPage(html).facts.promotions.countdowns
    }

    @Test(
        arguments: [
            ("<div class=countdown data-end=1798063200></div>", 1_798_063_200_000, true),
            ("<div class=countdown data-end=1798063200000></div>", 1_798_063_200_000, true),
            ("<div id=timer data-deadline='2026-12-23T22:00:00Z'></div>", 1_798_063_200_000, true),
            ("<div class=deal-timer data-date='2026-12-23T23:00:00+01:00'></div>", 1_798_063_200_000, true),
            ("<div class=deal-timer data-time='2026-12-23 22:00:00'></div>", 1_798_063_200_000, false),
            ("<div data-countdown='2026/12/23 22:00'></div>", 1_798_063_200_000, false),
            (
                "<div class=countdown><time datetime='2026-12-23T22:00Z'>23 December</time></div>", 1_798_063_200_000,
                true
            ),
            ("<div class=flipclock data-until='Dec 23, 2026 22:00:00'></div>", 1_798_063_200_000, false),
            ("<div class=flipclock data-until='Wed, 23 Dec 2026 22:00:00 GMT'></div>", 1_798_063_200_000, true),
            ("<div class=countdown data-end='12/23/2026 10:00:00 PM'></div>", 1_798_063_200_000, false),
            ("<div class=countdown data-end='23.12.2026 22:00'></div>", 1_798_063_200_000, false),
            (
                "<div class=countdown data-options='{\"theme\":3,\"endDate\":\"2026-12-23T22:00:00Z\"}'></div>",
                1_798_063_200_000, true
            ),
            ("<countdown-timer data-finish='2026-12-23T22:00:00.000Z'></countdown-timer>", 1_798_063_200_000, true),
        ] as [(String, Int64, Bool)])
    func endsAreReadFromAttributes(_ html: String, _ deadline: Int64, _ isZoned: Bool) throws {
        let found = try countdowns(html)
        #expect(found.map(\.deadline) == [deadline])
        #expect(found.first?.isZoned == isZoned)
        #expect(found.first?.source == .attribute)
    }

    @Test(
        arguments: [
            ("<b class=countdown>02:14:09</b>", 8_049, 1),
            ("<b class=countdown>02 : 14 : 09</b>", 8_049, 1),
            ("<b class=timer>1:02:14:09</b>", 94_449, 1),
            ("<b class=timer>2d 03h</b>", 183_600, 3_600),
            ("<div class=countdown><p>2 days</p><p>3 hours</p><p>4 min</p></div>", 183_840, 60),
            ("<div class=countdown>Days 02 Hours 03</div>", 183_600, 3_600),
            ("<div class=countdown>1 день 2 часа 3 минуты</div>", 93_780, 60),
            ("<div class=countdown>1 gün 2 saat 3 dəqiqə</div>", 93_780, 60),
            ("<div class=countdown><b class=days>02</b><b class=hours>03</b></div>", 183_600, 3_600),
            ("<div class=countdown data-seconds=7200></div>", 7_200, 1),
        ] as [(String, Int64, Int64)])
    func theTimeLeftIsRead(_ html: String, _ seconds: Int64, _ step: Int64) throws {
        let found = try countdowns(html)
        #expect(found.map(\.remaining) == [seconds * 1_000])
        #expect(found.first?.step == step * 1_000)
    }

    @Test(arguments: [
        // Not filled in yet.
        "<div class=countdown>00:00:00</div>", "<div class=countdown>--</div>",
        "<div class='swiper-timer' data-time=1798063200></div>", "<div class=video-countdown>00:02:14</div>",
        "<div class=session-timer data-seconds=900>Your session ends</div>",
        "<div class=slider data-autoplay-timer=5000></div>",
        "<div class=delivery-countdown data-end=1798063200></div>",
        "<p>Order within <b class=countdown>02:14:09</b> for delivery tomorrow</p>",
        "<p>Open 09:00:00 to 18:00:00</p>", "<div class=countdown data-start='2026-12-23T22:00:00Z'></div>",
        "<div class=countdown data-now=1798063200></div>", "<div class=post-date data-date='2026-12-23'></div>",
        "<div class=countdown data-speed=300 data-interval=1000></div>",
        "<li class='product kitchen-timer'><h2>Kitchen timer</h2><p>Sets up to 99 minutes</p></li>",
    ])
    func otherThingsAreNone(_ html: String) throws { #expect(try countdowns(html) == []) }

    @Test(arguments: [
        "var countDownDate = new Date('Dec 23, 2026 22:00:00').getTime(); setInterval(tick, 1000)",
        "const config = { countdown: true, endDate: '2026-12-23T22:00:00' }",
        "var deadline = new Date(2026, 11, 23, 22, 0, 0); startTimer(deadline)",
        "startCountdown({ end: 1798063200 })",
    ])
    func scriptsNameEnds(_ script: String) throws {
        let found = try countdowns("<script>\(script)</script>")
        #expect(found.map(\.deadline) == [1_798_063_200_000])
        #expect(found.first?.source == .script)
    }

    @Test(arguments: [
        "var end = Date.now() + 2*60*60*1000; setInterval(tick, 1000); var timer = 1",
        "const countdownEnd = new Date(Date.now() + 15 * 60000);\nsetInterval(() => draw(countdownEnd), 1000)",
        "var deadline = new Date(); deadline.setHours(deadline.getHours() + 3); setInterval(tick, 1000)",
        "var now = new Date().getTime(); var endTime = now + 3600000; setInterval(tick, 1000) // countdown",
        "var HOURS = 4, countdown; var endTime = new Date().getTime() + HOURS * 3600 * 1000; setTimeout(tick, 1000)",
        "let t = localStorage.getItem('timerEnd'); if (!t) { localStorage.setItem('timerEnd', Date.now() + 9e5) } "
            + "setInterval(tick, 1000)",
    ])
    func scriptsReckonFromTheVisit(_ script: String) throws {
        let found = try countdowns("<p>Offer ends in <b class=countdown></b></p><script>\(script)</script>")
        #expect(found.count == 1)
        #expect(found.first?.startsForVisitor != nil)
    }

    @Test(arguments: [
        // A cookie's life.
        "function setCookie(n, v, days) { var d = new Date(); d.setTime(d.getTime() + days*24*60*60*1000); "
            + "document.cookie = n + '=' + v + ';expires=' + d.toUTCString() } var timer = setInterval(tick, 1000)",
        "var d = new Date(); d.setTime(d.getTime() + 30*24*60*60*1000); document.cookie = 'timerEnd=1;expires=' + "
            + "d.toUTCString(); setInterval(tick, 1000)",
        // The server's own count.
        "var secondsLeft = 5234; var endTime = Date.now() + secondsLeft * 1000; setInterval(tick, 1000) // countdown",
        "var endTime = Date.now() + parseInt(el.dataset.left) * 1000; setInterval(tick, 1000) // countdown",
        // Midnight, for everybody.
        "var endTime = new Date(); endTime.setDate(endTime.getDate() + 1); endTime.setHours(0,0,0,0); "
            + "setInterval(countdown, 1000)",
        "var sessionEnd = Date.now() + 20*60*1000; var logoutTimer = setInterval(warn, 1000)",
        "var slideTimerEnd = Date.now() + 60*1000; setInterval(nextSlide, 1000)",
        "localStorage.setItem('menu', JSON.stringify({ data: x, expires: Date.now() + 24*60*60*1000 })); "
            + "setTimeout(timer, 100)",
        "var cutoffEnd = Date.now() + 60*60*1000; setInterval(countdown, 1000) // order for delivery today",
        "setTimeout(hideCopied, 2000); var timer",
    ])
    func scriptsOfOtherThingsDoNot(_ script: String) throws {
        let found = try countdowns("<p>Offer ends in <b class=countdown></b></p><script>\(script)</script>")
        #expect(found.filter { $0.startsForVisitor != nil } == [])
    }
}
