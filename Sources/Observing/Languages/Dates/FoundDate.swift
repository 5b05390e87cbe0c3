import Model

/// A date as it stands in a text.
struct FoundDate: Hashable, Sendable {
    /// Bytes of the text.
    var range: Range<Int>
    /// The day, where the year was written and day and month can't be mistaken for each other.
    var date: CalendarDate?
    /// 1…31 and 1…12; nil where day and month could be either way round.
    var day: Int?
    var month: Int?
    /// The year was written, in two digits or four.
    var yearWritten: Bool

    /// The day, taken to lie in the year that brings it nearest to `today` where no year was written.
    func nearest(to today: CalendarDate) -> CalendarDate? {
        if let date { return date }
        guard !yearWritten, let day, let month else { return nil }
        return [-1, 0, 1].compactMap { CalendarDate(year: today.year + $0, month: month, day: day) }
            .min { abs($0.dayNumber - today.dayNumber) < abs($1.dayNumber - today.dayNumber) }
    }
}
