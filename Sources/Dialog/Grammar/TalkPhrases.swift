/// Ways to say the same thing in a talk other than asking for an edit.
struct TalkPhrases: Sendable {
    let act: Act
    let contexts: [ContextKind]
    let patterns: [Pattern]
    /// For `undo`: all the way to the first picture.
    let toStart: Bool

    init(_ act: Act, in contexts: [ContextKind] = ContextKind.allCases, toStart: Bool = false, _ patterns: [Pattern]) {
        self.act = act
        self.toStart = toStart
        self.contexts = contexts
        self.patterns = patterns
    }

    private static let elsewhere: [ContextKind] = [.start, .suggestion, .whatsNext]

    // MARK: Building blocks

    static let agreement: [Pattern] = [
        "yes", "yes please", "yeah", "yep", "yup", "sure", "of course", "ok", "okay", "absolutely", "certainly", "yes sure",
        "yes of course", "alright", "all right",
        "definitely", "that's right", "right", "correct", "exactly", "oh yes", "yes that's right", "ok sure", "y", "yea", "yes indeed",
        "indeed", "very well",
    ]
    static let goAhead: [Pattern] = [
        "go ahead", "please do", "do it", "[yes|ok|sure] do it", "why not", "sounds good", "good idea", "[yes|sure] go ahead",
        "let's do [it|that]", "let's try [it|that]", "that would be [nice|great]",
        "i'd like that", "i would like that", "[yes|ok] let's try [it|that]", "sounds great", "[ok|] try [it|that]", "if you [like|want]",
        "i'd love that", "be my guest", "yes i do", "yes i want that", "perfect",
        "that sounds [good|nice|great]", "yes [you|] do that", "[sure|yes] why not",
    ]
    static let content: [Pattern] = [
        "perfect", "[it|that|this] looks [good|great|perfect|nice|fine]", "[it's|that's|it is|that is] [good|great|perfect|fine|enough]",
        "i like it [now|]", "just right", "enough", "great", "[great|perfect|good] thanks",
        "love it", "i love it", "that's [just|exactly] what i wanted", "exactly what i wanted", "[yes|yeah] [it|that] is enough",
        "[yes|yeah] that's [fine|enough|good|perfect|great]", "well done", "that'll do", "that will do",
        "[i'm|i am] [satisfied|happy with it|happy with that|content]",
        "it's [ok|okay|good enough]", "[good|fine] [like this|like that|as it is]", "that's enough [thanks|thank you|for now|please|]",
        "[enough|good enough] [thanks|now|for now|]", "keep it [like this|like that|this way|that way|]",
        "leave it [like this|like that|as it is|]", "[thanks|thank you] [that's|it's|that is] [good|perfect|enough|great]",
        "no further changes [there|]", "it is [big|long|old|strong|good] enough", "yes [enough|perfect|great]", "looks good [to me|]",
        "nice like this", "[very|really] good", "nice", "good", "fine", "thanks", "thank you",
        "no [thanks|thank you] [that's|it's] [fine|enough|good|perfect]",
    ]
    static let refusal: [Pattern] = [
        "no", "nope", "nah", "not really", "no thanks", "no thank you", "i don't think so", "rather not", "not now", "please don't",
        "no don't", "no way", "never", "definitely not", "certainly not", "of course not",
        "i'd rather not", "better not", "no not that", "no please", "n", "absolutely not", "no no", "not this [one|time]", "not that",
        "i don't want that", "no need", "that's not necessary", "don't", "don't do that", "no leave it", "no that's not what i want",
    ]
    /// Refusals that may stand before a request; none that could negate it.
    static let refusalLead: [Pattern] = [
        "no", "nope", "nah", "not really", "no thanks", "no thank you", "i don't think so", "not now", "no way", "no not that", "no no",
        "not that",
        "no that's not what i want", "n", "no leave it",
    ]
    static let notEnough: [Pattern] = [
        "no", "nope", "not yet", "not quite", "not really", "no not [yet|really|quite|enough]", "not enough", "still not enough", "nah",
        "i don't think so", "not at all", "not [big|long|old|strong|far] enough", "no it's not enough", "almost", "nearly",
        "no it is not", "it isn't", "no it isn't", "almost but not quite", "[that's|it's|that is] not enough", "not there yet", "n",
        "no not at all", "not completely", "could be more", "it could be more", "no that's not enough",
    ]
    static let ending: [Pattern] = [
        "bye", "goodbye", "bye bye", "good bye", "[i'm|i am|we're|we are] [done|finished]", "that's all", "that is all", "that's it",
        "that is it", "stop", "quit", "exit", "end", "finish", "see you [later|]", "nothing else", "[we|i] can stop [here|now]",
        "let's [stop|finish|end] [here|now|it here|]", "[that's|that is] all [for now|for today|i wanted|i need|]",
        "thanks [and|] [bye|goodbye]", "thank you [and|] [bye|goodbye]", "i don't [need|want] anything else", "no more [changes|edits]",
        "i [have|want] no more changes", "end [the|this] [talk|session|chat|conversation]",
        "[that's|that is] all [thanks|thank you]", "[i'm|i am] done [thanks|thank you|now|here|]", "nothing more", "nothing [thanks|]",
        "good night", "farewell", "have a nice day", "i have to go [now|]", "talk to you later", "ciao", "see you [tomorrow|soon]",
        "stop it here", "we're through", "finished", "done", "i'm [happy|done] with the picture", "cheers bye",
    ]

    // MARK: The sets

    static let all: [TalkPhrases] = [
        TalkPhrases(.yes, in: elsewhere, agreement),
        TalkPhrases(.yes, in: [.suggestion], goAhead),
        TalkPhrases(.yes, in: [.whetherEnough], agreement + content),
        TalkPhrases(.yes, in: [.whetherEnough], ["no thanks", "no thank you", "stop [here|there]", "that's okay", "it's alright now"]),
        TalkPhrases(.no, in: elsewhere, refusal),
        TalkPhrases(
            .no, in: [.suggestion],
            [
                "leave it [as it is|like this|]", "keep it [as it is|like this]", "it's fine as it is", "i like it the way it is",
                "not interested", "something else [please|]", "no something else", "that's not what i want",
            ]),
        TalkPhrases(.no, in: [.whetherEnough], notEnough),
        TalkPhrases(.end, ending),
        TalkPhrases(
            .end, in: [.whatsNext, .start],
            [
                "that's enough [thanks|thank you|for now|]", "enough", "[that is|that's] enough for [today|now]",
                "enough [thanks|for today]", "no further changes",
            ]),
        TalkPhrases(
            .noEnd, in: [.suggestion],
            ["that's enough [thanks|thank you|for now|]", "enough [thanks|for today|]", "no further changes", "no that's enough"]),
        TalkPhrases(
            .more,
            [
                "more [please|]", "even more [please|]", "some more [please|]", "{amount} more [please|]", "go [further|on]",
                "more of [it|that|this]", "[do|do that|do it] again [please|]", "again [please|]", "stronger [please|]",
                "{amount} stronger",
                "further [please|]", "{amount} further", "i want more", "make it more", "{steps} more [please|]", "still more",
                "push it further", "[no|nope] {amount} more", "[no|nope] [even|] more [please|]",
                "[i want|i'd like|give me|can i have] {amount} more", "one more time", "once more",
                "make it {amount} more", "[can|could] you do more", "{amount} more of [it|that]", "and {amount} more", "a stronger effect",
                "increase it more", "[it|that] [needs|should be] more", "go {amount} further [please|]", "take it further",
                "take it {amount} further",
                "more more more", "keep [going|at it]", "continue", "carry on",
            ]),
        TalkPhrases(
            .less,
            [
                "less [please|]", "{amount} less [please|]", "[that's|it's|that is|it is|] too much [now|]",
                "[that's|it's|that is|it is|] {amount} too much", "not [so|that|this] much [please|]", "[that's|it's|it is|] too strong",
                "[that's|it's|it is|] {amount} too strong", "tone it down [please|]", "tone it down {byAmount}",
                "weaker [please|]", "{amount} weaker", "you overdid it", "[that's|it's] [over the top|exaggerated]",
                "less of [that|it|this]", "dial it back", "dial it back {byAmount}", "[no|nope] {amount} less",
                "[no|nope] [even|] less [please|]",
                "[no|nope] [that's|it's|] too much", "{steps} less [please|]", "{steps} back", "not so strong",
                "[i want|i'd like|give me] {amount} less", "make it {amount} less", "make it less", "go back {byAmount}",
                "[take|bring] it back {byAmount}", "[that was|you went] too far", "[that was|you went] {amount} too far", "even less",
                "a weaker effect", "[it|that] should be less", "still too much", "a little too far", "and {amount} less",
                "make it {amount} weaker", "too far",
            ]),
        TalkPhrases(
            .undo,
            [
                "undo [please|that|it|this|]", "undo the [last|previous] [change|edit|step|one]", "take [that|it] back",
                "revert [that|it|this|]", "revert the [last|] [change|edit]", "go back",
                "go back to the [last|previous] [one|picture|version|face]", "put it back [the way it was|as it was|]",
                "restore the [previous|last] [one|picture|version]",
                "[i|it] [liked it|was] better before", "cancel [that|it|the last change]", "as it was before",
                "[the|] previous [one|version|picture] please", "back to [the last picture|how it was|what it was]", "never mind undo it",
                "reverse that", "make it [like|as it was] before", "change it back", "[please|can you] undo [that|it|]",
                "[no|nope] undo [that|it|]",
                "[no|nope] take [that|it] back", "[no|nope] go back", "roll [it|that] back",
                "i want the [old|previous|last] [one|picture|version] back", "[i|] didn't like that change it back", "it was better before",
                "back", "that was wrong undo it", "[i don't|don't] like it undo it", "that's worse go back", "one back",
            ]),
        TalkPhrases(
            .question,
            [
                "what can you [do|change|edit]", "what [attributes|features|things|parts] can [i|you] [change|edit]",
                "which [attributes|features|things|parts] can [i|you] [change|edit]", "help [me|]", "how does [this|it] work",
                "what did you [change|do|just do]", "why did [it|that|the face] change", "what is {poss} [age|smile|beard|bangs]",
                "how old is {subj} [now|]", "is {subj} [smiling|happy|old|young]", "does {subj} [wear|have] {glasses}",
                "does {subj} have a {beard}", "how [long|short] are {poss} {bangs} [now|]",
                "how [long|short|big] is {poss} [beard|smile|fringe] [now|]", "what degree is {poss} [age|smile|beard|fringe] [now|at|]",
                "how many degrees are there",
                "can you explain [that|this|the degrees]", "what are [the|my] options",
                "what else [can you do|is possible|can i change|can you change]", "what do you mean [by that|]", "who is {subj}",
                "what is a degree", "how much can you change [it|]", "how far can [you|i] go",
                "what [is|are] the current [degree|degrees|state|values]", "is {subj} wearing {glasses}",
                "what happened", "why is nothing happening", "did you change [anything|something|it]", "which one",
                "what should i [say|type|write]", "what now", "how do i [undo|change|edit] [something|this|it]", "what are {bangs}", "why",
                "how", "what", "really", "are you sure", "what have you done", "does {subj} smile", "is that a {beard}",
                "what does that mean",
                "can you tell me {poss} age", "how [happy|serious] is {subj}", "do you understand [me|this]",
                "describe the [face|picture|person]", "what do you see", "tell me what you can [do|change]",
                "list [the|all|] [options|attributes]", "can i change [anything|something] else", "what kind of changes are possible",
            ]),
        TalkPhrases(
            .smalltalk,
            [
                "hi", "hello", "hey", "hi there", "hello there", "good [morning|evening|afternoon|day]", "how are you [today|doing|]",
                "haha", "lol", "cool", "wow", "amazing", "awesome", "you are [great|funny|cool|good|nice|smart]", "nice to meet you",
                "what's your name", "who are you", "who made you", "i am [bored|tired|happy|hungry]",
                "[the weather is|it is] [nice|bad|lovely|cold] [today|]", "that's funny",
                "[she|he] looks [like my friend|nice|familiar|pretty|handsome|funny]", "interesting", "ok wow", "greetings", "howdy",
                "are you a [robot|human|person|machine]", "do you like [me|music|it]", "my name is anna", "i had [lunch|pizza|coffee]",
                "let me think",
                "hmm", "hm", "wait [a moment|a second|]", "just a moment", "one moment", "oh", "ah", "well", "you're welcome",
                "i don't know", "no idea", "i'm not sure", "whatever", "never mind", "sorry", "hello how are you", "hey there", "good job",
                "what a [beautiful|nice|funny] [face|picture|person]", "this is fun", "this is great fun", "i like [her|him|this face]",
                "don't [change|touch] {poss} [{bangs}|{glasses}|{beard}|smile|age]",
                "[keep|leave] {poss} [{bangs}|{glasses}|{beard}|smile|age] [as it is|as they are|like this]",
                "{poss} [{beard}|smile|age] is [fine|good|perfect]", "{poss} [{bangs}|{glasses}] are [fine|good|perfect]",
                "i like {poss} [{bangs}|{glasses}|{beard}|smile]", "nice [smile|beard|glasses|bangs]",
                "what a [nice|lovely|beautiful] [smile|beard|fringe]", "don't make {obj} [older|younger|smile|laugh|happier]",
                "[don't|do not] add [{glasses}|a {beard}|{bangs}]", "[don't|do not] remove {poss} [{glasses}|{beard}|{bangs}]",
                "my [father|mother|brother|friend] [has a beard|wears glasses|is older than me]",
            ]),
        TalkPhrases(.smalltalk, in: elsewhere, ["thanks", "thank you", "thanks a lot", "thank you [so|very] much", "many thanks"]),
        TalkPhrases(
            .smalltalk, in: [.start, .whatsNext],
            [
                "[it|that|this] looks [good|great|perfect|nice|fine]", "nice", "good", "great", "fine", "love it", "i love it", "i like it",
                "perfect", "well done", "[very|really] good", "beautiful",
            ]),
        TalkPhrases(.yes, in: [.whetherEnough], ["thanks a lot", "thank you [so|very] much", "many thanks", "beautiful"]),
    ]
}
