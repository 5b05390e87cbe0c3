import Foundation

/// What the system says of a finished command.
struct Measured {
    var cpuSeconds: Double
    var wallSeconds: Double
    /// MiB at the peak.
    var peak: Double

    /// Runs a command to its end, and takes the kernel's own account of it. wget2 ends with 8 where the site has a link
    /// that leads nowhere.
    ///
    /// - Parameter words: where what it says goes, for the case that it fails.
    static func run(_ command: [String], words log: String) throws -> Measured {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var pid = pid_t()
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { words.forEach { free($0) } }
        let begin = DispatchTime.now().uptimeNanoseconds
        let code = posix_spawnp(&pid, command[0], &actions, nil, &words, environ)
        guard code == 0 else { throw BenchError(description: "\(command[0]) cannot be started") }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0 && errno == EINTR {}
        let wall = Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9
        guard status == 0 || (command[0] == "wget2" && status >> 8 == 8) else {
            let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            throw BenchError(
                description: "\(command.joined(separator: " ")) ended with \(status >> 8): \(said.suffix(500))")
        }
        func seconds(_ t: timeval) -> Double { Double(t.tv_sec) + Double(t.tv_usec) / 1e6 }
        return Measured(
            cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), wallSeconds: wall,
            peak: Double(usage.ru_maxrss) / 1024)
    }
}

/// A measurement could not be made.
struct BenchError: Error, CustomStringConvertible {
    let description: String
}

extension [Double] {
    /// The middle value; 0 of none.
    var median: Double {
        guard !isEmpty else { return 0 }
        let ordered = sorted()
        let middle = count / 2
        return count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
    }
}
