/// What the system says in one language, by occasion: pools of templates, one of which is drawn each time.
///
/// `[a|b]` are alternatives; `{slot}` is filled with a `Term` of the language's `Wording`, in one of its forms. The comments name
/// the slots of each group; no other is filled.
///
/// Every question about "enough" is put so that "yes" means content and "no" means further in the same direction.
protocol Phrasebook {
    // MARK: Greetings: {face} is the whole face, {list} what can be changed

    static var opening: [Pattern] { get }
    /// To a face that cannot be edited; no slots.
    static var openingWithoutEdits: [Pattern] { get }
    /// No slots.
    static var farewell: [Pattern] { get }

    // MARK: Changes: {from} and {to} are the degrees before and after, {goal} the wanted one, {detail} tells more of {to};
    // {comparative} is the way it went, {end} that end of the scale, and the slots of `Wording.about` name the attribute

    /// Stands before `reached` or `reachedNearby`, or not; no slots.
    static var acknowledgement: [Pattern] { get }
    static var reached: [Pattern] { get }
    /// Reached, but the degree has the same name as before.
    static var reachedNearby: [Pattern] { get }
    /// Not as far as was asked.
    static var partial: [Pattern] { get }
    /// Not as far as was asked, and the degree has the same name as before.
    static var partialNearby: [Pattern] { get }
    /// Not quite as far as was asked, but the degree has the name that was asked for.
    static var almost: [Pattern] { get }
    static var wrongWay: [Pattern] { get }
    /// The wrong way, but the degree has the same name as before.
    static var wrongWayNearby: [Pattern] { get }
    /// The face had the wanted degree to begin with.
    static var alreadyThere: [Pattern] { get }
    static var endOfScale: [Pattern] { get }
    /// The face could not be moved towards another degree.
    static var unreachable: [Pattern] { get }
    /// The face could not be moved within its degree.
    static var stuck: [Pattern] { get }
    /// Words by which a sentence on something that did not change speaks of the whole picture, in lower case; wrong beside a change.
    static var ofTheWholePicture: [String] { get }
    /// {shift} is what else moved: "from a smile to a laugh".
    static var sideEffect: [Pattern] { get }
    /// {what} lists what was asked for and the model cannot change.
    static var leftAlone: [Pattern] { get }
    /// {what} lists what is to stay from now on.
    static var noted: [Pattern] { get }
    /// Nothing was walked; no slots.
    static var nothingRun: [Pattern] { get }

    // MARK: History: {to} is the degree of the picture that is shown again; the others have no slots

    static var undone: [Pattern] { get }
    /// A change was taken back of which it is not known what it was.
    static var undoneEarlier: [Pattern] { get }
    static var redone: [Pattern] { get }
    /// A change was made again of which it is not known what it was.
    static var redoneEarlier: [Pattern] { get }
    static var startedOver: [Pattern] { get }
    static var nothingToUndo: [Pattern] { get }
    static var nothingToRedo: [Pattern] { get }

    // MARK: Questions

    /// {positive} is what it may be enough of; the slots of `Wording.about` name the attribute.
    static var whetherEnough: [Pattern] { get }
    /// {wish} is what could be tried; "yes" does it.
    static var suggestion: [Pattern] { get }
    /// No slots.
    static var whatsNext: [Pattern] { get }
    /// After a turn that did not bring what was wanted; no slots.
    static var whatInstead: [Pattern] { get }
    /// {list} is what can be changed.
    static var whichOne: [Pattern] { get }
    /// {wish} is what may have been meant; "yes" does it.
    static var confirm: [Pattern] { get }

    // MARK: Answers: {list} is what can be changed, {face} the whole face

    /// To "yes, enough"; no slots.
    static var content: [Pattern] { get }
    /// To "no" to a suggestion; no slots.
    static var declined: [Pattern] { get }
    /// To "yes" where nothing was offered.
    static var agreedToNothing: [Pattern] { get }
    /// To "more" and "less" where nothing was changed.
    static var nothingToAdjust: [Pattern] { get }
    /// No slots.
    static var misunderstood: [Pattern] { get }
    /// To wishes of which the model can fulfil none; {what} lists them.
    static var beyondModel: [Pattern] { get }
    /// To wishes that no model can fulfil.
    static var unsupported: [Pattern] { get }
    static var question: [Pattern] { get }
    /// No slots.
    static var smalltalk: [Pattern] { get }
}
