/// What the system says, by occasion; `[a|b]` are alternatives, `{slot}` is filled from the turn.
///
/// Every question about "enough" is put so that "yes" means content and "no" means further in the same direction.
enum Phrasebook {
    static let opening: [Pattern] = [
        "[Hello|Hi|Welcome]! [I see|Here is] {face}. I can change the {list}. What [would you like|shall I do] first?",
        "[Hello|Hi|Welcome]! This [portrait|picture] shows {face}. [Ask me for|Tell me about] a change of {list}; where [shall we|do we] start?",
        "[Good to see you|Hello there]! At the moment this is {face}. Tell me in your own words how I should change {list}.",
    ]

    static let openingWithoutEdits: [Pattern] = [
        "[Hello|Hi|Welcome]! Here is a face; the model that drew it cannot change it.",
        "[Hello|Welcome]! You can look at this [face|picture], but its model has not learned to edit.",
    ]

    // MARK: What happened

    static let acknowledgement: [Pattern] = [
        "Done.", "[All right|Okay|Sure], [done|that worked|there it is].", "That worked.", "There [you go|you are].", "Finished.",
        "[As you wished|As asked].",
    ]
    static let reached: [Pattern] = [
        "We went from {from} to {to}.", "The picture now shows {to} instead of {from}.", "You now see {to} in place of {from}.",
        "From {from} I [got|came] to {to}.", "Instead of {from} [we have|you now see] {to}.",
    ]
    static let reachedNearby: [Pattern] = [
        "{nounIs} a little {comparative} now, [still|though still] {to}.",
        "{nounIs} [slightly|a touch] {comparative} than before; I would still call it {to}.",
    ]
    static let partial: [Pattern] = [
        "I got from {from} to {to}, but not [all the way to|as far as] {goal}.",
        "We have {to} now instead of {from}; {goal} was out of reach [from here|this time].",
        "I came [part of the way|some of the way] only: from {from} to {to}, not to {goal}.",
    ]
    static let partialNearby: [Pattern] = [
        "{nounIs} only a little {comparative} now; I could not get [as far as|to] {goal}.",
        "I managed a small step, {nounIs} [slightly|a touch] {comparative}, but {goal} was out of reach.",
    ]
    static let almost: [Pattern] = [
        "I [stopped|had to stop] a little short of what you asked for, but we have {to} now.",
        "We have {to} now, [just not quite|a little short of] the amount you asked for.",
    ]
    static let wrongWay: [Pattern] = [
        "I have to admit that it went the wrong way: from {from} to {to}. You can say undo.",
        "That did not go as you asked: {from} became {to}. Say undo to take it back.",
    ]
    static let wrongWayNearby: [Pattern] = [
        "I have to admit that {nounIs} a little {comparative} now, which is the wrong way. You can say undo."
    ]
    static let alreadyThere: [Pattern] = [
        "I see {to} already, so I left the picture as it is.", "That is [what we have|how it is] already: {to}. Nothing changed.",
        "The picture shows {to} already, so there was nothing to change.",
    ]
    static let endOfScale: [Pattern] = [
        "With {to} we are at the {end} end of what I can do there, so nothing changed.",
        "We have {to} already, and my scale ends there; the picture is as it was.",
        "I cannot go [any further|beyond that]: {to} is the {end} end of the scale. Nothing changed.",
    ]
    static let unreachable: [Pattern] = [
        "I tried to get from {from} to {goal}, but [this face would not follow|it did not work on this face]; the picture is as it was.",
        "[Sorry|I am sorry], I found no way from {from} to {goal} here. Nothing changed.",
        "I could not get {goal} on this face, so I [kept|left] the picture as it was: {from}.",
    ]
    static let stuck: [Pattern] = [
        "I tried, but [nothing moved|I could not move it] here: still {to}.",
        "[Sorry|I am sorry], this face would not go any further: still {to}. The picture is as it was.",
    ]
    static let sideEffect: [Pattern] = [
        "Something else [moved|changed] along with it: {what}.", "I could not avoid that the face also went {what}.",
    ]
    static let nothingRun: [Pattern] = ["Nothing was changed [this time|in this turn]."]
    static let undone: [Pattern] = [
        "I took the last change back; we have {to} again.", "[Undone|Taken back]: {to} again.", "We are back at {to}.",
    ]
    static let undoneEarlier: [Pattern] = ["I took the last change back."]

    // MARK: Questions

    static let whetherEnough: [Pattern] = [
        "{isNoun} {positive} enough now?", "[Is that|Is this] enough for you?", "{isNoun} {positive} enough like this?",
        "Have I gone far enough with the {noun}?", "Is that as much as you wanted?", "Is [this|that] enough, or not yet?",
    ]
    static let suggestion: [Pattern] = [
        "Shall I try {wish}?", "[Would you like|Do you want] {wish}?", "How about {wish}?", "Would you like to see {wish}?",
        "[May I propose|May I suggest] {wish}?", "What do you think of {wish}, shall I try?", "I could [also|next] try {wish}; shall I?",
    ]
    static let whatsNext: [Pattern] = [
        "What would you like [next|to change next]?", "What [else|next] shall I [change|do]?", "What else would you like to change?",
        "[Which change comes|What comes] next?", "Is there anything else you would like to change?", "And now, what shall I change?",
    ]
    static let whatInstead: [Pattern] = [
        "What would you like [instead|to try instead|next]?", "What else shall I [try|change]?", "What shall I [try|change] next?",
        "Which other change would you like?",
    ]
    static let whichOne: [Pattern] = [
        "Which would you like to change: {list}?", "What shall I change: {list}?", "Tell me what to change; I know about {list}.",
    ]

    // MARK: Without an edit

    static let content: [Pattern] = [
        "[Good|Great|Fine], we [keep|leave] it like this.", "[Glad|Good] to hear that.", "Then it stays [this way|like this].",
    ]
    static let declined: [Pattern] = [
        "[All right|Okay|Fine], I leave [it|that] alone.", "[All right|Okay], then not.", "No problem, nothing changes.",
    ]
    static let agreedToNothing: [Pattern] = [
        "[Gladly|With pleasure], but what exactly? I can change {list}.",
        "[Good|Fine]! Tell me which of these to change, and which way: {list}.",
    ]
    static let redone: [Pattern] = [
        "I put the change back; we have {to} again.", "There it is again: {to}.", "[Done|Back again]: {to} once more.",
    ]
    static let redoneEarlier: [Pattern] = ["I put the change back.", "That change is there again."]
    static let startedOver: [Pattern] = [
        "Here is the first picture again.", "We are back where we started.",
        "Everything is as it was in the beginning; undo brings your changes back.",
    ]
    static let nothingToRedo: [Pattern] = ["Nothing was taken back that I could [redo|bring back].", "There is no change to bring back."]
    static let noted: [Pattern] = [
        "[Noted|Understood]: {what} will stay as it is.", "I will leave {what} alone from now on.",
        "[All right|Okay], I hold on to {what} whatever else we change.",
    ]
    static let nothingToUndo: [Pattern] = [
        "There is no change [left|that I could] to take back.",
        "This is [the first picture|where we started], so there is nothing to undo.",
    ]
    static let nothingToAdjust: [Pattern] = [
        "More or less of what? Nothing was changed yet. I know about {list}.",
        "I have not changed anything yet that I could [adjust|go on with]. Which would you like to change: {list}?",
    ]
    static let confirm: [Pattern] = [
        "I am not sure I got that. Do you want {wish}?", "Did I get that right, you want {wish}?", "Just to be sure: do you mean {wish}?",
    ]
    static let misunderstood: [Pattern] = [
        "[Sorry|I am sorry], I did not [get|understand] that.", "I am not sure what you mean.",
        "That [went past me|was not clear to me], could you put it in other words?",
    ]
    static let unclear: [Pattern] = ["[Sorry|I am sorry], I did not [get|understand] that. I can change {list}; which shall it be?"]
    static let beyondModel: [Pattern] = [
        "This model has not learned to change the {what}. What I can change is {list}; what would you like?",
        "[Sorry|I am sorry], with this model I cannot change the {what}, only {list}. Which of them shall it be?",
    ]
    static let leftAlone: [Pattern] = [
        "I left the {what} alone, which this model cannot change.", "The {what} I cannot change with this model.",
    ]
    static let unsupported: [Pattern] = [
        "That is beyond me, I am afraid. I can only change {list}. Which of them would you like to change?",
        "I cannot do that; what I can change is {list}. What would you like?",
        "[Sorry|I am sorry], that is outside what I learned. Would you like to change something about {list}? Tell me what.",
    ]
    static let question: [Pattern] = [
        "As I see it, this is {face}. I can change {list}, each in steps from none to a lot, and undo the last change.",
        "What I see is {face}, and {list} are what I can change; you can also say more, less or undo.",
    ]
    static let smalltalk: [Pattern] = [
        "[All right|Okay|Very well].", "I am all ears.", "[All right|Okay], noted.", "I am [here for you|with you].",
    ]
    static let farewell: [Pattern] = [
        "[Goodbye|Bye]! [It was a pleasure|Thank you]; [write|say the word] whenever you want to go on.",
        "We stop here, then. If you want another change later, just [ask|say so].",
        "[See you|Until next time]! The picture stays as it is.",
    ]
}
