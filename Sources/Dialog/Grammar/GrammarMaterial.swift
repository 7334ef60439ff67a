import FaceAttributes

/// What one language's training sentences are made from.
struct GrammarMaterial: Sendable {
    var templates: [RequestTemplate]
    /// Groups of interchangeable words that patterns name in braces.
    var words: [String: [Pattern]]
    /// The words for a change by so many degrees, 1…5: the groups amount, byAmount, steps, years.
    var amounts: @Sendable (Int) -> [String: [Pattern]]
    /// How a request of each form can begin; "…" stands for the request itself, which otherwise follows.
    var openings: @Sendable (RequestTemplate.Form) -> [Pattern]
    /// How a request of each form is turned down.
    var negations: @Sendable (RequestTemplate.Form) -> [Pattern]
    var closings: [Pattern]
    /// Between two wishes.
    var connectors: [Pattern]
    /// Set phrases other than requests.
    var talk: [TalkPhrases]
    var agreement, content, refusalLead, refusal, ending: [Pattern]
    /// Between an answer and a wish.
    var answerLinks: [Pattern]
    /// What cannot be done, with a form mark, and its groups.
    var unsupported: [String]
    var unsupportedWords: [String: [Pattern]]
    /// Names of an attribute with an article, for what is to stay and what is exchanged.
    var names: [Attribute: [Pattern]]
    /// "{keep}" is a name: what is to stay.
    var keeps: [Pattern]
    /// "{one}" and "{other}" are wishes of one topic, of which the first counts.
    var corrections: [Pattern]
    /// "{gone}" is a name of something to be removed, "{one}" a wish.
    var exchanges: [Pattern]
    /// Verbs that several names share, "{names}" being a list of them, and what they mean for each.
    var joint: [(pattern: Pattern, meaning: WishLabelShape)]
    /// What ties a noun phrase to the wish before it: "with", "wearing".
    var attachments: [Pattern] = []
    /// Said before a wish to set it apart from the rest: "everything else stays, but".
    var prefaces: [Pattern] = []
    /// Whole pictures in words: "{age0}" … "{age5}" say an age, "{thing}" any other degree, the rest are groups.
    var descriptions: [Pattern] = []
    /// "and", "or" between names.
    var listLinks: [Pattern]
    /// Sentences that name attributes and want nothing.
    var remarks: [Pattern]
    /// Words without meaning for the wish, thrown in anywhere.
    var fillers: [String]
    /// Short forms that people type, and what for.
    var shortForms: [String: [String]]

    /// A wish without its topic.
    struct WishLabelShape: Sendable {
        var type: RequestType
        var sense: Sense
        var target: Int?
    }
}
