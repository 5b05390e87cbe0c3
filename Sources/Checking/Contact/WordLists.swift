/// The languages whose words pages are read with.
enum WordLists {
    /// Tags of the bundled word lists.
    static let languages = CheckFolder(path: CheckCatalogue.bundledFolder, isBundled: true).languages()

    /// Nil where the language has a word list; else why its words' absence says nothing.
    static func silence(in language: String) -> String? {
        languages.isEmpty || languages.contains(language)
            ? nil : "there is no word list for the language “\(language)”"
    }
}
