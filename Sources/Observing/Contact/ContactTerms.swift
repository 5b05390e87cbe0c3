/// The groups of terms that the contact observer asks about, looked up once.
struct ContactTerms {
    let department: TermGroup?
    let contactPage: TermGroup?
    let registration: TermGroup?
    let legalForm: TermGroup?
    let address: TermGroup?
    private let phone: [TermGroup]
    private let fax: TermGroup?

    static let all = ContactTerms()

    private init() {
        department = TermGroup("contact.department")
        contactPage = TermGroup("page.contact")
        registration = TermGroup("contact.registration")
        legalForm = TermGroup("contact.legalForm")
        address = TermGroup("contact.address")
        phone = ["contact.phoneLabel", "contact.tollFree", "contact.whatsappLabel"].compactMap { TermGroup($0) }
        fax = TermGroup("contact.faxLabel")
    }

    /// What a term before a number says of it; nil for terms that say nothing.
    func context(of group: TermGroup) -> PhoneReader.Context? {
        if phone.contains(group) { return .phone }
        if group == fax { return .fax }
        return group == registration ? .otherNumber : nil
    }
}
