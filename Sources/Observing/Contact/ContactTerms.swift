/// The groups of terms that the contact observer asks about, looked up once.
struct ContactTerms {
    let department: TermGroup?
    let contactPage: TermGroup?
    let registration: TermGroup?
    let legalForm: TermGroup?
    let address: TermGroup?
    private let phone: [TermGroup]
    private let fax: TermGroup?

    init(_ lexicon: Lexicon) {
        department = lexicon.group("contact.department")
        contactPage = lexicon.group("page.contact")
        registration = lexicon.group("contact.registration")
        legalForm = lexicon.group("contact.legalForm")
        address = lexicon.group("contact.address")
        phone = ["contact.phoneLabel", "contact.tollFree", "contact.whatsappLabel"].compactMap(lexicon.group)
        fax = lexicon.group("contact.faxLabel")
    }

    /// What a term before a number says of it; nil for terms that say nothing.
    func context(of group: TermGroup) -> PhoneReader.Context? {
        if phone.contains(group) { return .phone }
        if group == fax { return .fax }
        return group == registration ? .otherNumber : nil
    }
}
