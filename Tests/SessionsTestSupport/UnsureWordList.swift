public import Dialog

/// A `WordList` that is not sure of what it takes for small talk.
public struct UnsureWordList: LanguageUnderstanding {
    public init() {}

    public func understand(_ text: String, in context: DialogContext) -> Understanding {
        var understanding = WordList().understand(text, in: context)
        if understanding.act == .smalltalk { understanding.confidence = 0.1 }
        return understanding
    }
}
