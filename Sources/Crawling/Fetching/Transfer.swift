import CCurl
import Glibc
import Model

/// One request under way. Lives on the fetching thread only; curl's callbacks get it as their user pointer.
final class Transfer {
    let request: FetchRequest
    let id: UInt64
    let reply: Reply
    /// The hop being asked for, normalised.
    var url: String { didSet { authority = Fetcher.authority(of: url) } }
    /// "host:port" of `url`: whose pace this goes by.
    private(set) var authority: String
    /// What the server is asked for: `url`, or the same with a session id that the server insists on.
    var asked: String
    /// Times that the server redirected to the same page with another session id.
    var detours = 0
    var redirects: [Redirect] = []
    var head = AnswerHead()
    var body: [UInt8] = []
    /// Times that the same hop was asked for again: after a reset, after a 429 or 503.
    var resets = 0
    var waits = 0
    var isTooLarge = false
    var isHeadTooLarge = false
    /// The body came in a coding that nobody asked for and that isn't known here.
    var isForeign = false
    private var decoding: ContentDecoding?
    var isBroken = false
    /// The body isn't wanted and the transfer was ended for that.
    var isBodyDropped = false
    var refusedAddress = false
    /// Those of all connections of the fetcher.
    let sockets: OpenSockets
    /// It opened a connection of its own.
    var hasOpened = false
    /// On the used connection that it got, something had come unasked; so it is asked on a new one.
    var hasStray = false
    var wantsFreshConnection = false
    /// The first hop's answer came from an address that isn't public: a deliberate private seed.
    var isFromPrivateAddress = false
    /// When this hop was given to curl, and how its body has come on since.
    var begun: ContinuousClock.Instant?
    var window: Window?
    /// Seen once to overrun a budget.
    var isOverdue = false
    /// What curl says of a fault; at least `CURL_ERROR_SIZE` bytes, owned by this and given to curl for as long as
    /// the engine holds both.
    let errorText: UnsafeMutablePointer<CChar>

    init(
        _ request: FetchRequest, id: UInt64, sockets: OpenSockets, reply: Reply
    ) {
        self.sockets = sockets
        self.request = request
        self.id = id
        self.reply = reply
        url = request.url
        asked = request.url
        authority = Fetcher.authority(of: request.url)
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit { errorText.deallocate() }

    /// `errorText` as text; curl ends it with a zero.
    var said: String { String(cString: errorText) }

    /// Forgets the answer of the last try.
    func prepareForNext() {
        head = AnswerHead()
        body = []
        isTooLarge = false
        isHeadTooLarge = false
        isForeign = false
        decoding = nil
        isBroken = false
        isBodyDropped = false
        refusedAddress = false
        hasOpened = false
        hasStray = false
        begun = nil
        window = nil
        isOverdue = false
        errorText[0] = 0
    }

    /// Private addresses are open to the first hop of a request that may, and then to the same host only.
    var allowsPrivateAddress: Bool {
        guard request.allowsPrivateAddress else { return false }
        return redirects.isEmpty || isFromPrivateAddress && Self.host(of: url) == Self.host(of: request.url)
    }

    private static func host(of url: String) -> [UInt8]? {
        let bytes = Array(url.utf8)
        return AddressParts(bytes).map { Array(bytes[$0.host]) }
    }

    private var wantsBody: Bool { !head.isRedirect && (request.acceptsAnyType || head.isPage) }

    func take(header line: UnsafeRawBufferPointer) -> Bool {
        guard head.take(line) else {
            isHeadTooLarge = true
            return false
        }
        return true
    }

    func take(body bytes: UnsafeRawBufferPointer) -> Bool {
        guard wantsBody else {
            // A short body that nobody wants is read to its end, so that the connection stays usable.
            if !request.acceptsAnyType, let length = head.contentLength, length <= 16 << 10 { return true }
            isBodyDropped = true
            return false
        }
        guard !head.codings.isEmpty else { return add(bytes) }
        if decoding == nil {
            decoding = ContentDecoding(head.codings, limit: request.maxBodyBytes &* 4)
            isForeign = decoding == nil
        }
        guard let decoding else { return false }
        switch decoding.take(bytes, { add($0) ? nil : .tooLong }) {
        case nil: return true
        case .tooLong?: isTooLarge = true
        case .broken?: isBroken = true
        }
        return false
    }

    /// The compressed body came to its own end; true for others.
    var isBodyAtEnd: Bool { decoding?.isAtEnd ?? true }

    private func add(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let isPicture = request.pictureOf != nil && !head.isPage
        let limit = isPicture ? min(FetchRequest.telling, request.maxBodyBytes) : request.maxBodyBytes
        let room = limit - body.count
        if body.isEmpty, let length = head.contentLength {
            body.reserveCapacity(min(max(0, length), 1 << 20, request.maxBodyBytes))
        }
        body.append(contentsOf: bytes.prefix(room))
        if bytes.count > room { isTooLarge = true }
        return !isTooLarge
    }

    static func from(_ pointer: UnsafeMutableRawPointer) -> Transfer {
        // The engine holds the transfer as long as curl holds the pointer.
        Unmanaged<Transfer>.fromOpaque(pointer).takeUnretainedValue()
    }
}

/// What curl calls, on the fetching thread.
enum TransferCallbacks {
    static let header: comeback_data_callback = { data, size, count, user in
        guard let data, let user else { return 0 }
        let length = size * count
        return Transfer.from(user).take(header: UnsafeRawBufferPointer(start: data, count: length)) ? length : 0
    }

    static let body: comeback_data_callback = { data, size, count, user in
        guard let data, let user else { return 0 }
        let length = size * count
        return Transfer.from(user).take(body: UnsafeRawBufferPointer(start: data, count: length)) ? length : 0
    }

    /// Sees the connection, a new or a used one, before the request is sent: a used one may have been opened for a
    /// request that had more freedom, or have something on it that is no answer to this request.
    static let beforeRequest: curl_prereq_callback = { user, address, _, _, port in
        guard let user, let address else { return CURL_PREREQFUNC_ABORT }
        let transfer = Transfer.from(user)
        guard AddressGuard.mayBeAsked(text: String(cString: address), allowsPrivate: transfer.allowsPrivateAddress)
        else {
            transfer.refusedAddress = true
            return CURL_PREREQFUNC_ABORT
        }
        // TLS has records of its own between answers, and nobody but its server can put one there.
        if !transfer.hasOpened, transfer.asked.hasPrefix("http:"), transfer.sockets.isStray(from: port) {
            transfer.hasStray = true
            return CURL_PREREQFUNC_ABORT
        }
        return CURL_PREREQFUNC_OK
    }

    /// Sees each address before it is connected to, whatever name or redirect led there.
    static let openSocket: comeback_socket_callback = { user, _, address in
        guard let user, let address else { return -1 }
        let transfer = Transfer.from(user)
        guard
            AddressGuard.mayBeAsked(
                comeback_socket_address(address), length: Int(address.pointee.addrlen),
                allowsPrivate: transfer.allowsPrivateAddress)
        else {
            transfer.refusedAddress = true
            return -1
        }
        let closeOnExec = Int32(SOCK_CLOEXEC.rawValue)
        let handle = socket(address.pointee.family, address.pointee.socktype | closeOnExec, address.pointee.protocol)
        if handle >= 0 { transfer.sockets.add(handle) }
        transfer.hasOpened = true
        return handle
    }
}
