import Model

extension Registry {
    static let contact: [RegisteredCheck] = [
        RegisteredCheck(CallbackMissing.self),
        RegisteredCheck(ChannelDead.self),
        RegisteredCheck(ChatMissing.self),
        RegisteredCheck(ContactPageMissing.self),
        RegisteredCheck(ContradictoryContacts.self),
        RegisteredCheck(DirectLinesMissing.self),
        RegisteredCheck(EmailFreemail.self),
        RegisteredCheck(FewChannels.self),
        RegisteredCheck(FormOnly.self),
        RegisteredCheck(HelpMissing.self),
        RegisteredCheck(HoursMissing.self),
        RegisteredCheck(MessengerMissing.self),
        RegisteredCheck(PhoneInvalid.self),
        RegisteredCheck(PhoneMissing.self),
        RegisteredCheck(PhoneNotEverywhere.self),
        RegisteredCheck(PhoneNotTappable.self),
        RegisteredCheck(SellerUnidentified.self),
        RegisteredCheck(TollFreeMissing.self),
    ]
}

struct CallbackMissing: SignCheck {
    static let id = CheckID(.contact, "callback-missing")
    let settings: SignSettings
}

struct ChatMissing: SignCheck {
    static let id = CheckID(.contact, "chat-missing")
    let settings: SignSettings
}

struct HelpMissing: SignCheck {
    static let id = CheckID(.contact, "help-missing")
    let settings: SignSettings
}

struct HoursMissing: SignCheck {
    static let id = CheckID(.contact, "hours-missing")
    let settings: SignSettings
}

struct MessengerMissing: SignCheck {
    static let id = CheckID(.contact, "messenger-missing")
    let settings: SignSettings
}

struct TollFreeMissing: SignCheck {
    static let id = CheckID(.contact, "toll-free-missing")
    let settings: SignSettings
}
