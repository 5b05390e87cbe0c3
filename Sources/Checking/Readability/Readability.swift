extension Registry {
    static let readability: [RegisteredCheck] = [
        RegisteredCheck(GarbledText.self),
        RegisteredCheck(HardSentences.self),
        RegisteredCheck(ImageWithoutText.self),
        RegisteredCheck(NoStructure.self),
        RegisteredCheck(PlaceholderText.self),
        RegisteredCheck(Shouting.self),
        RegisteredCheck(WallOfText.self),
        RegisteredCheck(WrongLanguage.self),
    ]
}
