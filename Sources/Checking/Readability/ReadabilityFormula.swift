import Model

/// Published formulas that say from counts how hard a text is to read.
enum ReadabilityFormula: String, Decodable, Sendable, CaseIterable {
    /// Flesch 1948, "A new readability yardstick": higher is easier.
    case fleschEnglish = "flesch-en"
    /// Amstad 1978, Flesch's for German: higher is easier.
    case fleschGerman = "flesch-de"
    /// Oborneva 2006, Flesch's for Russian: higher is easier.
    case fleschRussian = "flesch-ru"
    /// Björnsson 1968, "Läsbarhet": words a sentence and percentage of words of over six letters; lower is easier.
    case lix

    /// What the formula gives; nil for a text without words or sentences.
    func score(_ text: ReadabilityFacts) -> Double? {
        guard text.runningWords > 0, text.sentences > 0 else { return nil }
        let words = Double(text.runningWords)
        let length = words / Double(text.sentences)
        let syllables = Double(text.syllables) / words
        switch self {
        case .fleschEnglish: return 206.835 - 1.015 * length - 84.6 * syllables
        case .fleschGerman: return 180 - length - 58.5 * syllables
        case .fleschRussian: return 206.835 - 1.3 * length - 60.1 * syllables
        case .lix: return length + 100 * Double(text.longWords) / words
        }
    }

    var isHigherEasier: Bool { self != .lix }

    /// As its readers call it.
    var name: String {
        switch self {
        case .fleschEnglish: "Flesch's reading ease"
        case .fleschGerman: "Flesch's reading ease for German (Amstad)"
        case .fleschRussian: "Flesch's reading ease for Russian (Oborneva)"
        case .lix: "LIX"
        }
    }
}
