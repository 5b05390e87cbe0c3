import CFuzzer
import Foundation

/// `fuzz TARGET [libFuzzer's options] [corpus…]`
enum Chosen {
    static let target = FuzzTarget.all.first { $0.name == CommandLine.arguments.dropFirst().first }
}

guard Chosen.target != nil else {
    for target in FuzzTarget.all { print(target.name) }
    exit(CommandLine.arguments.count > 1 ? 2 : 0)
}
// libFuzzer takes the target's name for the program's.
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        Chosen.target?.run(Array(UnsafeBufferPointer(start: data, count: size)))
        return 0
    })
