extension Registry {
    static let navigation: [RegisteredCheck] = [
        RegisteredCheck(DeadLink.self),
        RegisteredCheck(TitleDuplicate.self),
    ]
}
