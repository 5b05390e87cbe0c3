/// What a `FaultServer` does on a connection, step by step.
public struct Fault: Sendable {
    /// One act.
    public enum Step: Sendable {
        case send([UInt8])
        /// The same bytes again and again, `every` so often; without `times` until the other side goes away.
        case sendAgain([UInt8], times: Int? = nil, every: Duration = .zero)
        case wait(Duration)
        /// Says nothing until the other side goes away.
        case hold
        /// Ends the connection with a reset; the kernel throws away what wasn't sent yet.
        case reset
    }

    /// What is done, in order.
    public var steps: [Step]
    /// Waits for a further request on the same connection afterwards.
    public var keepsAlive: Bool

    /// Each argument becomes the field of its name.
    public init(_ steps: [Step], keepsAlive: Bool = false) {
        self.steps = steps
        self.keepsAlive = keepsAlive
    }

    /// Sends bytes as they are, and closes.
    public static func raw(_ text: String, _ more: [UInt8] = []) -> Fault { Fault([.send(Array(text.utf8) + more)]) }

    /// A whole answer with its length, and on to the next request.
    public static func answer(
        _ body: [UInt8], status: String = "200 OK", headers: [String] = ["Content-Type: text/html; charset=utf-8"]
    ) -> Fault {
        let head = Fault.head(status: status, headers + ["Content-Length: \(body.count)"])
        return Fault([.send(head + body)], keepsAlive: true)
    }

    /// A page, whole and right.
    public static func html(_ text: String) -> Fault { answer(Array(text.utf8)) }

    /// A redirect, whole and right.
    public static func redirect(_ location: String, status: String = "302 Found") -> Fault {
        answer([], status: status, headers: ["Location: \(location)"])
    }

    /// An HTML answer with its head, and a body that ends with the connection.
    public static func body(_ steps: [Step], headers: [String] = []) -> Fault {
        Fault([.send(head(headers))] + steps)
    }

    /// A body in an encoding, whatever its bytes are.
    public static func encoded(_ body: [UInt8], as encoding: String) -> Fault {
        answer(body, headers: ["Content-Type: text/html", "Content-Encoding: \(encoding)"])
    }

    /// Bytes one at a time.
    public static func drip(_ bytes: [UInt8], every: Duration) -> [Step] {
        bytes.map { .sendAgain([$0], times: 1, every: every) }
    }

    /// Status line and header lines of an HTML page, with the empty line.
    public static func head(status: String = "200 OK", _ headers: [String] = []) -> [UInt8] {
        var lines = ["HTTP/1.1 \(status)"] + headers
        if !headers.contains(where: { $0.lowercased().hasPrefix("content-type:") }) {
            lines.append("Content-Type: text/html")
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}
