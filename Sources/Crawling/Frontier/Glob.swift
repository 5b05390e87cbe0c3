/// A pattern on paths: `*` is any bytes, `?` one byte, everything else itself. The whole path must match.
struct Glob: Sendable {
    private let pattern: [UInt8]

    init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

    func matches(_ path: ArraySlice<UInt8>) -> Bool {
        var at = 0
        var index = path.startIndex
        var star = -1
        var starPath = index
        while true {
            if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
                star = at
                starPath = index
                at += 1
            } else if index < path.endIndex, at < pattern.count,
                pattern[at] == path[index] || pattern[at] == UInt8(ascii: "?")
            {
                at += 1
                index += 1
            } else if at == pattern.count, index == path.endIndex {
                return true
            } else {
                // Let the last star take one byte more.
                guard star >= 0, starPath < path.endIndex else { return false }
                starPath += 1
                index = starPath
                at = star + 1
            }
        }
    }
}
