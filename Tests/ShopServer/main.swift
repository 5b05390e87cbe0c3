import Foundation
import Support

// shopserver FOLDER [PORT]: serves a shop on loopback until it is ended, and prints its address first.
let arguments = CommandLine.arguments
guard arguments.count >= 2, FileManager.default.fileExists(atPath: arguments[1]) else {
    FileHandle.standardError.write(Data("usage: shopserver FOLDER [PORT]\n".utf8))
    exit(2)
}
let port = arguments.count > 2 ? UInt16(arguments[2]) ?? 0 : 0
do {
    let server = try await ShopServer.start(folder: arguments[1], port: port)
    FileHandle.standardOutput.write(Data((server.origin + "\n").utf8))
    while true { try await Task.sleep(for: .seconds(3600)) }
} catch {
    FileHandle.standardError.write(Data("shopserver: \(error)\n".utf8))
    exit(1)
}
