import FaceAttributes

extension GrammarMaterial {
    static let english = GrammarMaterial(
        templates: RequestTemplate.all + RequestTemplate.idioms + RequestTemplate.frames + RequestTemplate.people
            + RequestTemplate.turns,
        words: allWords,
        amounts: { amount in WordGroups.amounts(amount).merging(moreAmounts(amount)) { $0 + $1 } },
        openings: { WordGroups.openings($0) + moreOpenings($0) }, negations: Self.negations,
        closings: WordGroups.closings + [
            "pls", "plz", "thx", "cheers", "ta", "lol", "haha", "dear", "mate", "bro", "if that's ok", "if poss", "and nothing else",
            "nothing else", "leave the rest", "everything else is fine", "don't change anything else",
            "that is all", "that's all i want", "leave it at that", "but don't overdo it", "but not too much", "not too much though",
            "but nothing crazy", "if you ask me", "don't go overboard", "no more and no less", "not more", "nothing else please",
            "in that order", "nothing more", "i won't discuss it", "for heaven's sake", "would you", "can you do that",
            "is that possible", "i believe", "i think",
            "and be quick", "asap", "ok?", "right?", "if you please", "love", "darling", "my dear", "sir", "buddy", "pal",
        ],
        connectors: [
            "and", "and", "and", ", and", ",", ",", "", "", ", then", "and also", ", also", "plus", ", plus", "but", ", but", "but also",
            "and then",
            "while you're at it", ", oh and", "as well as", ", besides that", "with", "& also", "and at the same time", "yet",
            ", and maybe",
        ],
        talk: TalkPhrases.all + TalkPhrases.moreEnglish
            + [TalkPhrases(.smalltalk, EnglishBackground.talk), TalkPhrases(.question, EnglishBackground.questions)],
        agreement: TalkPhrases.agreement + TalkPhrases.goAhead.prefix(6),
        content: TalkPhrases.content, refusalLead: TalkPhrases.refusalLead, refusal: TalkPhrases.refusal, ending: TalkPhrases.ending,
        answerLinks: ["", "", "and", "but", "now", "then", "rather", "instead", "and also", "next", "so", "let's", "maybe", "also"],
        unsupported: UnsupportedRequests.patterns + EnglishRemarks.moreUnsupported + EnglishBackground.orders,
        unsupportedWords: allWords.merging(UnsupportedRequests.groups) { $1 },
        names: [
            .bangs: ["the {bangs}", "{poss} {bangs}", "{bangs}", "the fringe", "those bangs"],
            .eyeglasses: ["the {glasses}", "{poss} {glasses}", "{glasses}", "the sunglasses", "the specs", "the shades"],
            .beard: [
                "the {beard}", "{poss} {beard}", "the {beard}", "the stubble", "the moustache", "{poss} whiskers", "a beard", "beard",
            ],
            .smiling: ["the smile", "{poss} smile", "the smile", "the grin", "a smile", "{poss} grin", "smile"],
            .age: ["the age", "{poss} age", "the age", "age", "how old {subj} is", "how old {subj} looks"],
        ],
        keeps: [
            "keep {keep}", "keep {keep} as it is", "keep {keep} the way it is", "leave {keep} alone", "leave {keep} as is",
            "don't touch {keep}",
            "do not change {keep}", "don't change {keep}", "without changing {keep}", "{keep} should stay", "{keep} stays",
            "{keep} can stay",
            "{keep} must stay the same", "leave {keep} like that", "keep {keep} exactly the same", "don't mess with {keep}",
            "{keep} is fine the way it is", "{keep} is perfect, leave it", "hold on to {keep}", "make sure {keep} stays",
            "{keep} is off limits",
            "please leave {keep} untouched", "i want to keep {keep}", "not {keep}", "don't you dare touch {keep}", "leave {keep} in place",
            "hands off {keep}", "preserve {keep}", "{keep} has to stay", "{keep} may stay", "i like {keep}, keep it", "don't lose {keep}",
            "no change to {keep}", "keep {keep} please", "but not {keep}", "just don't alter {keep}", "{keep} should remain",
            "stick with {keep}",
        ],
        corrections: [
            "not {other} but {one}", "not {other}, {one}", "{one}, not {other}", "{one} instead of {other}", "{one} rather than {other}",
            "i didn't ask for {other}, i asked for {one}", "i asked for {one}, not {other}", "that is {other}, i wanted {one}",
            "i said {one}, not {other}", "i meant {one}, not {other}", "no not {other}, {one}", "forget {other}, {one}",
            "{other}, no wait, {one}", "{other}, i mean {one}", "{other} or rather {one}", "{other}, actually {one}",
            "less {other}, more {one}",
            "i don't want {other}, i want {one}", "i don't want {other} but {one}",
        ],
        exchanges: [
            "replace {gone} with {one}", "replace {gone} by {one}", "swap {gone} for {one}", "{one} instead of {gone}",
            "trade {gone} for {one}",
            "instead of {gone} give {obj} {one}", "instead of {gone} i want {one}", "exchange {gone} for {one}", "{gone} out, {one} in",
            "lose {gone} and give {obj} {one}", "no {gone} but {one}", "take off {gone} and add {one}",
            "get rid of {gone}, add {one} instead",
            "rather {one} than {gone}", "drop {gone} and go for {one}", "substitute {one} for {gone}", "change {gone} to {one}",
            "give {obj} {one} in place of {gone}", "{one} but no {gone}", "{one} without {gone}", "{one} and lose {gone}",
            "{kept} stays, {gone} [goes|go]", "{gone} off, {kept} stays", "lose {gone} but keep {kept}", "keep {kept} but lose {gone}",
            "keep {kept} and remove {gone}", "{gone} [goes|go], {kept} stays", "remove {gone} but leave {kept}",
            "leave {kept}, remove {gone}",
            "{kept} can stay but {gone} must go", "no {gone} but keep {kept}", "no {gone}, keep {kept}", "{gone} gone, {kept} untouched",
            "everything but {gone} stays, especially {kept}",
        ],
        joint: [
            ("no {names}", .init(type: .target, sense: .either, target: 0)),
            ("remove {names}", .init(type: .target, sense: .either, target: 0)),
            ("get rid of {names}", .init(type: .target, sense: .either, target: 0)),
            ("i want neither {names}", .init(type: .target, sense: .either, target: 0)),
            ("lose both {names}", .init(type: .target, sense: .either, target: 0)),
            ("without {names}", .init(type: .target, sense: .either, target: 0)),
            ("take away {names}", .init(type: .target, sense: .either, target: 0)),
            ("ditch {names}", .init(type: .target, sense: .either, target: 0)),
            ("i don't want {names}", .init(type: .target, sense: .either, target: 0)),
            ("{names} have to go", .init(type: .target, sense: .either, target: 0)),
            ("add {names}", .init(type: .target, sense: .increase, target: 3)),
            ("give {obj} {names}", .init(type: .target, sense: .increase, target: 3)),
            ("i want {names}", .init(type: .target, sense: .increase, target: 3)),
            ("both {names} please", .init(type: .target, sense: .increase, target: 3)),
            ("more {names}", .init(type: .indefinite, sense: .increase)), ("less {names}", .init(type: .indefinite, sense: .decrease)),
            ("increase {names}", .init(type: .indefinite, sense: .increase)),
            ("reduce {names}", .init(type: .indefinite, sense: .decrease)),
            ("tone down {names}", .init(type: .indefinite, sense: .decrease)),
            ("i'd like more of {names}", .init(type: .indefinite, sense: .increase)),
        ],
        attachments: [
            "with", "with", "wearing", "and with", "having", "sporting", "and wearing", "together with", "give {obj}", "add",
            "let {obj} have",
        ],
        prefaces: [
            "both", "two things,", "three things,", "a few things,", "several wishes,", "two wishes,",
            "everything stays the same except", "keep everything else but", "keep the rest as it is but", "leave the rest alone and",
            "change nothing but",
            "nothing else, just", "only", "just", "all i want is", "the only thing i want is", "one thing,", "one more thing,",
            "last thing,", "first of all,",
            "everything is fine but", "all good except", "it's nice but", "not bad but", "i like it but", "looks good but", "great, but",
            "nice, but", "hmm, i think",
            "could i ask something,", "i have a wish,", "my wish is", "my request,", "here is what i want,", "ok here goes,",
            "if it's not too much trouble,",
            "since you ask,", "well since you ask,", "for the next picture", "for a film role", "for a family tree", "it's for a poster,",
            "i'm casting for a play,",
            "we need this for an advert,", "my boss wants", "my daughter wants", "the client wants", "they asked for", "for halloween",
            "for christmas",
        ],
        descriptions: (0...5).flatMap { degree -> [Pattern] in
            let age = "{age\(degree)}"
            return [
                "an \(age) {person} with {thing}", "a \(age) {person} with {thing}", "a \(age) {person} with {thing} and {thing}",
                "\(age) {person} with {thing}", "\(age) {person}, {thing}, {thing}", "\(age), {thing}, {thing}",
                "\(age). {thing}. {thing}. basically a {someone}",
                "i want a \(age) {person} with {thing}", "turn {obj} into a \(age) {person} with {thing}",
                "think \(age) {person} with {thing} and {thing}", "{thing} and \(age)", "{thing}, {thing}, \(age)",
                "make {obj} \(age) with {thing}", "make {obj} a \(age) {person} with {thing}",
            ].map { Pattern($0) }
        } + [
            "{thing}, {thing}", "{thing}, {thing} and {thing}", "{obj} with {thing}, {thing} and {thing}", "{thing} {thing}",
            "with {thing} and {thing}", "{thing}, and {thing} too",
        ],
        listLinks: ["and", "and", "or", "nor", "and also", "plus", "and no", "and the"], remarks: EnglishRemarks.remarks,
        fillers: [
            "um", "uh", "like", "ok", "so", "well", "hmm", "yo", "hey", "hi", "hello", "bro", "dude", "lol", "haha", "please", "pls",
            "alright",
            "oh", "ah", "actually", "honestly", "basically", "right", "listen", "now", "ok so", "i mean", "you know", "kindly", "excuse me",
            "sorry", "good morning", "hi there", "hey there", "man", "omg", "ugh", "jeez", "btw", "anyway", "tbh", "ngl", "👍", "🙂", "😂",
            "🙏",
        ],
        shortForms: [
            "you": ["u", "ya"], "please": ["pls", "plz", "pleas", "pleez"], "thanks": ["thx", "thanx", "tnx"], "are": ["r"], "your": ["ur"],
            "want": ["wanna", "wnt"], "to": ["2", "too"], "for": ["4"], "with": ["w", "wth", "wit"], "without": ["w o", "wo", "witout"],
            "really": ["rly", "realy"], "okay": ["ok", "k", "kk"], "going": ["goin", "gonna"], "little": ["lil", "litle", "lttle"],
            "them": ["em", "dem"], "because": ["cuz", "bc"], "though": ["tho"], "people": ["ppl"], "something": ["smth", "sth"],
            "older": ["oldr", "odler"], "younger": ["yunger", "youngr", "yonger"], "glasses": ["glases", "glasess", "gasses"],
            "beard": ["berd", "baerd", "bierd"], "smile": ["smlie", "simle", "smil"], "bangs": ["bngs", "bnags"],
            "make": ["mak", "mk", "maek"],
            "her": ["hr"], "his": ["hs"], "and": ["n", "&", "nd"], "very": ["v", "vry"], "much": ["mch", "muhc"], "more": ["mor", "moar"],
            "longer": ["loger", "lnger"], "shorter": ["shrter", "shoter"], "remove": ["remvoe", "rmv", "remov"], "colour": ["color"],
            "moustache": ["mustache", "mustach", "tash"], "sunglasses": ["sunnies", "sunglases", "shades"], "about": ["abt"],
            "years": ["yrs"],
            "year": ["yr"], "old": ["ol"], "he": ["hes"], "she": ["shes"], "him": ["hm"], "tomorrow": ["tmrw"], "give": ["giv", "gimme"],
            "do": ["doo"], "not": ["nt"], "too": ["to", "2"], "forehead": ["forhead", "fourhead"], "laugh": ["laff", "laught"],
            "lady": ["ladie"], "guy": ["dude", "bloke", "fella"], "bit": ["bitt", "tad"], "less": ["les"], "off": ["of"],
            "should": ["shud"],
            "could": ["cud"], "would": ["wud"], "maybe": ["mby", "mabe"], "don't": ["dont", "dnt"], "doesnt": ["dont"], "i": ["ay"],
        ])

    private static let allWords = [EnglishRemarks.words, RequestTemplate.frameWords, EnglishBackground.words].reduce(WordGroups.common) {
        $0.merging($1) { $1 }
    }

    private static func moreAmounts(_ amount: Int) -> [String: [Pattern]] {
        let adverbs: [[Pattern]] = [
            [
                "a smidge", "a smidgen", "a hair", "a fraction", "a wee bit", "ever so slightly", "marginally", "a notch", "a teensy bit",
                "a shade", "a tiny little bit", "just slightly",
                "a teeny bit", "kinda", "only a little", "minimally", "one notch", "a small bit", "lil bit",
            ],
            [
                "visibly", "clearly", "distinctly", "reasonably", "quite", "fairly", "some", "decidedly", "a decent bit",
                "a couple of notches", "perceptibly",
            ],
            [
                "lots", "loads", "substantially", "a good deal", "seriously", "tons", "heaps", "a whole lot", "plenty",
                "far more noticeably", "strongly", "really", "well", "a ton",
            ],
            [
                "extremely", "insanely", "incredibly", "dramatically", "drastically", "super", "immensely", "radically", "ridiculously",
                "very very", "a hell of a lot", "by far", "crazy",
            ],
            [],
        ]
        let trailing: [[Pattern]] = [
            [
                "a smidge", "a smidgen", "by a hair", "marginally", "a notch", "[by|] a fraction", "ever so slightly", "a wee bit",
                "a touch", "by one notch", "a shade",
            ],
            ["visibly", "clearly", "distinctly", "[by|] a couple of notches", "quite some"],
            ["lots", "loads", "substantially", "[by|] a good deal", "seriously", "heaps", "a whole lot", "strongly", "by a lot"],
            ["extremely", "insanely", "dramatically", "drastically", "immensely", "radically", "by a mile", "a hell of a lot"],
            [],
        ]
        let index = min(max(amount, 1), 5) - 1
        return ["amount": adverbs[index], "byAmount": trailing[index]]
    }

    /// What is not to be done: only what cannot be taken for the wish that something ends ("he should not smile").
    private static func negations(_ form: RequestTemplate.Form) -> [Pattern] {
        switch form {
        case .imperative, .clause:
            [
                "don't", "do not", "please don't", "please do not", "never", "you should not", "you shouldn't", "i don't want you to",
                "no need to", "you don't have to", "we shouldn't", "better not", "you must not", "under no circumstances",
                "i didn't ask you to", "i never asked you to", "whatever you do, don't", "dont u dare", "just don't", "by no means",
            ]
        case .nounPhrase:
            [
                "no need for", "i don't need", "don't give {obj}", "please don't give {obj}", "never give {obj}", "i didn't ask for",
                "i never asked for", "don't add", "do not add",
            ]
        case .adjective:
            [
                "don't make {obj}", "do not make {obj}", "please don't make {obj}", "never make {obj}", "don't make {obj} look",
                "i didn't want {obj}", "no need to make {obj}", "whatever you do don't make {obj}", "please do not make {obj} look",
            ]
        case .verb:
            [
                "don't make {obj}", "do not make {obj}", "please don't make {obj}", "never make {obj}", "no need to make {obj}",
                "don't force {obj} to",
            ]
        }
    }

    private static func moreOpenings(_ form: RequestTemplate.Form) -> [Pattern] {
        switch form {
        case .imperative:
            [
                "can u", "could u", "pls", "plz", "would you mind trying to", "i want u to", "kindly", "would it be possible to",
                "is it possible to",
                "i was hoping you could", "do me a favour and", "if you could", "you can", "i wonder if you could", "why don't you",
                "time to",
                "any chance you could", "would you be so kind as to", "we need to", "you need to", "gotta", "go and", "i would love you to",
                "be a dear and", "start by", "first",
            ]
        case .clause:
            ["honestly", "to be honest", "tbh", "imo", "i reckon", "sorry but", "personally i think", "the thing is", "look", "ngl"]
        case .nounPhrase:
            [
                "i wanna see", "gimme", "let me see", "i fancy", "could we go for", "go for", "what if {subj} had", "maybe", "just", "with",
                "add", "put on", "i am thinking of", "i was thinking", "{subj} deserves", "{subj} would look great with", "make it",
                "can you do", "could you do", "do", "now give {obj}", "let's go with", "let's give {obj}", "i'm after", "may i have",
                "we want", "we need", "imagine {obj} with", "picture {obj} with", "a version with", "the same face with", "and",
            ]
        case .adjective:
            [
                "make {obj} look like", "i want {obj} looking", "can u make {obj}", "turn {obj}", "{subj} ought to look",
                "{subj} needs to be",
                "{subj} needs to look", "how would {subj} look", "what would {subj} look like", "let's make {obj}", "let's see {obj}",
                "show me {obj}", "could {subj} be", "imagine {obj}", "render {obj}", "age or not, make {obj}", "what if {subj} was",
                "what if {subj} were", "i'd prefer {obj}", "{subj} has to look", "just make {obj}", "we need {obj}", "we want {obj}",
            ]
        case .verb:
            [
                "i wanna see {obj}", "get {obj} to", "{subj} needs to", "{subj} ought to", "could you get {obj} to", "can we have {obj}",
                "let's have {obj}", "let's see {obj}", "ask {obj} to", "what if {subj} would", "i wish {subj} would", "why doesn't {subj}",
                "can't {subj}", "{subj} has to", "please have {obj}", "try to make {obj}", "make {obj} to", "i would love {obj} to",
            ]
        }
    }
}

extension TalkPhrases {
    /// Set phrases beyond those of the first encoder.
    static let moreEnglish: [TalkPhrases] = [
        TalkPhrases(
            .redo,
            [
                "redo [that|it|this|please|]", "redo the [last|] [change|edit]", "bring [it|that|the change] back [again|]",
                "no put [it|that] back [in|]", "undo the undo", "i want the change back", "reinstate [it|that]", "apply it again after all",
                "put the change back", "forward again", "step forward", "go forward [again|one step]", "restore the change",
                "actually [that|it] was better, redo it", "the one after please", "cancel the undo", "reapply [it|that|the last change]",
                "i changed my mind, bring the [edit|change] back", "oops, redo", "do over the thing you just undid", "revert the undo",
            ]),
        TalkPhrases(
            .undo, toStart: true,
            [
                "start over [please|]", "start again [please|]", "start from scratch",
                "back to the [start|beginning|original|first one|first]",
                "go back to the [start|beginning|original|first one|first picture|very first|first face]",
                "reset [it|everything|all|please|]",
                "undo [everything|all|all of it|all changes|all of that]",
                "[show me|give me|restore|bring back] the original [picture|face|one|]",
                "revert [everything|all changes]", "original please", "take everything back", "as it was at the [start|beginning]",
                "how it was [at the start|in the beginning|at first|originally]", "scrap [everything|all that|it all]", "begin again",
                "return to the [original|start|beginning]", "clear all [changes|edits]", "from the top", "back to square one",
                "wipe all the changes",
                "i want [it|the face] [like|as] [it was|] [at the start|in the beginning|before all this]", "remove all [edits|changes]",
                "let's start [over|again|from the beginning]", "the very first one please", "reset the [face|picture|image]",
                "factory reset",
                "discard all [changes|edits]", "go [all the way|right] back", "throw [it all|everything] away", "no, start over",
            ]),
        TalkPhrases(
            .undo,
            [
                "put it back [how it was|]", "that's not what i wanted, [undo|go back|change it back]", "ctrl z", "control z",
                "oops go back",
                "nah go back", "i preferred [it before|the last one|the previous one]", "i liked the [previous|last|old] one [better|more]",
                "it looked better before", "no no no put it back", "one step back", "step back", "a step back please",
                "return to the last one",
                "can we go back [one|a step|]", "forget that [change|one]", "no forget it, go back", "ugh undo", "undo pls", "un do",
                "undo!!!",
                "take [that|the last bit|that last one] off again", "go back to how it was", "what it was before was better", "rewind",
                "revert please", "i want it how it was", "change that back", "make it how it was before", "put things back as they were",
                "please restore what was there before", "scratch that", "strike that", "no that's worse", "that made it worse, go back",
                "hmm no, previous version", "previous", "the one before [please|was better|]", "last version please",
                "same as before please",
                "as before", "the way it was", "let's go back to the one before", "return it to what it was",
            ]),
        TalkPhrases(
            .more,
            [
                "more more", "moar", "keep going", "a tad more", "a smidge more", "a little further", "a touch more please", "bit more",
                "lil more",
                "a lil bit more", "go on", "same again", "same again please", "do the same again", "and again", "another one",
                "another step",
                "twice as much", "double it", "double that", "more of the same", "not enough, more", "much more", "way more", "lots more",
                "even stronger", "crank it up", "turn it up", "dial it up", "go harder", "go bigger", "don't be shy", "don't hold back",
                "further in that direction", "same direction, more", "that way but more", "keep pushing", "i need more", "gimme more",
                "more than that", "ramp it up", "up a notch", "take it up a notch", "one more notch", "{steps} more", "needs {amount} more",
                "could do with {amount} more", "can we push it {amount} further", "exaggerate it", "more extreme", "go all out",
                "one more please",
                "repeat that", "repeat", "do that once more", "a bit stronger", "stronger effect", "not there yet, more", "add some more",
                "yeah but {amount} more", "almost, {amount} more", "nearly there, {amount} more", "good but {amount} more",
                "nice, {amount} more",
            ]),
        TalkPhrases(
            .less,
            [
                "the other way", "the other way round", "other direction", "the other direction please", "the opposite", "do the opposite",
                "wrong direction", "wrong way", "other way around", "go the other way", "reverse direction", "way too much",
                "whoa too much",
                "woah that's too much", "that's a bit much", "a bit much", "a bit over the top", "overkill", "too extreme", "too intense",
                "less extreme", "ease off", "ease off a bit", "ease up", "tone it down {byAmount}", "take it down a notch", "down a notch",
                "half of that", "half as much", "half that", "not quite so much", "not that far", "a smidge less", "a tad less",
                "a touch less",
                "bit less", "scale it back", "scale it down", "rein it in", "pull it back {byAmount}", "walk it back {byAmount}", "softer",
                "more subtle", "subtler please", "make it subtler", "easy there", "that went too far", "you went overboard",
                "too heavy handed",
                "slightly less", "{amount} less than that", "good but {amount} less", "nice but {amount} too much", "ok but {amount} less",
                "back off {byAmount}", "back it off {byAmount}", "don't overdo it", "too much of a good thing", "that's overdoing it",
                "that is exaggerated", "reduce it {byAmount}", "a little less of that", "no, less", "less is more", "now it's too much",
            ]),
        TalkPhrases(
            .yes, in: [.suggestion, .start, .whatsNext],
            [
                "yes!", "yess", "yup do that", "sure thing", "why not", "mhm", "mm hmm", "uh huh", "aye", "by all means", "i guess so",
                "i suppose",
                "if you must", "go for it", "fine, go on", "ok then", "okay why not", "totally", "for sure", "you bet", "hell yes",
                "hell yeah",
                "please do", "yes, please do", "yes that sounds lovely", "that would be lovely", "ooh yes", "oh go on then", "👍", "yes 👍",
                "✅",
                "affirmative", "roger", "ja", "oui", "si", "alrighty", "sounds like a plan", "i'm in", "deal", "couldn't hurt",
                "let's see it",
                "let's see", "show me", "try it", "give it a go", "give it a try", "give it a shot", "worth a try", "i don't mind",
                "yeah sure whatever",
                "well, okay", "hmm okay", "hmm, yes i think so", "maybe yes", "i think so", "probably yes", "why wouldn't i", "obviously",
                "naturally", "duh yes", "yes yes yes", "do that please", "please", "would love that", "love to", "okie dokie", "k", "kk",
                "yas",
                "right you are", "indeed please", "that's fine by me", "fine by me", "works for me", "suits me", "be my guest",
                "knock yourself out",
                "surprise me", "could be nice", "i am agree", "i agree", "agreed", "ya go for it", "ya do it", "ya",
                "mmm i suppose you could", "i suppose you could", "i suppose so", "if you like dear", "not sure, well ok then",
                "well ok then", "hmm not sure, ok then", "not sure but ok", "yes if you think so", "i was hoping you'd ask",
                "thought you'd never ask",
                "with pleasure", "gladly", "can't hurt", "what are you waiting for", "absolutely yes", "count me in", "you may",
                "yes you may", "you can do that", "do as you like", "as you wish", "sounds fun", "sounds fine", "nice idea", "great idea",
                "excellent idea", "that's a good idea", "it would be nice", "that'd be great", "okey", "yep go ahead", "ok go",
                "ok lets do it", "yes do so", "yes go on", "go on then",
            ]),
        TalkPhrases(
            .yes, in: [.whetherEnough],
            [
                "that's it", "that is enough", "yes that's plenty", "plenty", "spot on", "bang on", "nailed it", "exactly right", "just so",
                "that's the one",
                "ideal", "couldn't be better", "lovely", "lovely thank you", "super", "good enough for me", "enough now",
                "that'll do nicely",
                "it's perfect now", "yep perfect", "yup that's good", "mhm perfect", "yes stop there", "no more needed", "no need for more",
                "no it's good", "no it's fine", "nope that's perfect", "no more, it's great", "don't change it any more", "yes it is",
                "it is",
                "they are", "yes they are", "it sure is", "yes thank you that is enough", "that works", "works for me", "i'm happy",
                "happy with that",
                "very happy with that", "cool", "👍", "👌", "💯", "love it ❤️", "great stuff", "brilliant", "wonderful", "marvellous", "fab",
                "sweet",
                "awesome", "amazing", "wow perfect", "nice one", "good job", "all good", "we're good", "yes all good", "that's fine",
                "that is fine thanks",
                "i think that's enough", "i think it's enough now", "should be enough", "yes i think so", "more than enough",
                "absolutely enough",
                "that's what i meant", "that's what i wanted", "just what i wanted", "looks right", "looks right to me", "it'll do",
                "ok that's good",
            ]),
        TalkPhrases(
            .no, in: [.suggestion, .start, .whatsNext],
            [
                "nooo", "no way", "nah i'm good", "nah leave it", "i'll pass", "pass", "hard pass", "hell no", "god no", "please no",
                "oh no", "oh god no",
                "not for me", "not my thing", "i don't like that idea", "bad idea", "no i don't want that", "that's not for me", "skip",
                "skip it",
                "skip that", "next suggestion", "another suggestion please", "no, something different", "no thanks love", "not keen",
                "not keen on that",
                "i'd prefer not", "i would rather not", "rather not thanks", "let's not", "let's not do that", "no no please", "nein",
                "non", "negative",
                "absolutely no", "under no circumstances", "not at the moment", "maybe later", "later perhaps", "not today", "don't bother",
                "👎",
                "no 👎", "❌", "spare me", "yeah right", "yeah no", "as if", "sure, if you want to ruin it", "are you kidding, no", "lol no",
                "no lol",
                "hmm no", "hmm, i don't think so", "um no", "well no", "not really my taste", "why would i want that", "no need thanks",
                "it's fine without", "that won't be necessary", "i'm good", "i'm fine", "no that looks silly", "thanks but no thanks",
                "no ta",
                "certainly not", "by no means", "i hate that idea", "nope nope nope", "n o", "forget it", "never mind that", "not that one",
                "over my dead body", "not in a million years", "no chance", "rather not, if it's all the same to you",
                "absolutely not, that's silly", "absolutely not", "that would be [awful|horrible|weird|silly]", "heavens no", "goodness no",
                "good lord no", "you must be joking", "are you serious, no", "don't even think about it", "no that's not necessary",
                "no thats ok",
                "no it's ok as it is", "keep it as is", "don't think so", "dont think so", "no i like it how it is",
                "i'd rather you didn't", "please spare me", "certainly not thank you", "that's a no", "that's a no from me", "i refuse",
                "no sir", "no siree", "oh please no", "yikes no", "eww no", "ugh no", "why would you, no",
            ]),
        TalkPhrases(
            .no, in: [.whetherEnough],
            [
                "no keep going", "not by a long shot", "not nearly", "not even close", "far from it", "hardly", "barely", "nowhere near",
                "needs more",
                "it needs more", "a bit more would be good", "go further", "not there yet", "not what i had in mind, go further",
                "still too little",
                "too little", "i expected more", "i was hoping for more", "can't see a difference", "i can barely see it",
                "i hardly see a change",
                "is that all?", "that's all?", "that's it?", "only that much?", "no difference", "no i want more", "no, still not",
                "still not",
                "not yet no", "nope not yet", "nah needs more", "it's not enough yet", "no way is that enough", "sadly not",
                "i'm afraid not",
                "unfortunately no", "meh", "👎", "not convinced yet", "almost there but no", "close but no", "close but not yet",
                "getting there",
            ]),
        TalkPhrases(
            .end,
            [
                "i'm done", "all done", "we are finished here", "that'll be all", "that will be all thank you",
                "that is all for today thanks", "bye 👋",
                "👋", "cya", "c u", "see ya", "later", "laters", "ttyl", "gotta go", "g2g", "have to run", "cheerio", "ta ta", "goodnight",
                "good bye now",
                "thanks for your help bye", "thank you for everything", "thanks for everything, that's it",
                "i'm happy with this, thanks bye",
                "perfect, i'm done", "great, that's all", "ok i'm finished", "stop now", "you can stop now", "let's leave it there",
                "let's call it a day",
                "call it a day", "we're done here", "finito", "the end", "end session", "close the session", "exit please", "quit please",
                "log out",
                "i'm leaving", "i am off", "nothing, that was all", "no that's everything", "that's everything", "no nothing else thanks",
                "nope i'm done",
                "no i'm all set", "i'm all set", "all set", "wrap it up", "let's wrap up", "i have what i need",
                "got what i wanted, thanks", "job done",
            ]),
        TalkPhrases(
            .question,
            [
                "can you change hair colou?r", "what are bangs", "what does degree mean", "how many steps are left", "how far did you go",
                "is that a real person", "is this a real person", "who is this", "where is this from", "what did that do",
                "did anything change",
                "has anything changed", "what changed", "what's different",
                "why does {subj} look [different|odd|weird|older|younger|strange]",
                "why is {subj} [smiling|laughing|so old|so young]", "why [are|did] the {glasses} [change|changed|disappear|gone]",
                "is {subj} [older|younger] now", "does {subj} have [bangs|a fringe|a beard|glasses]",
                "is that {beard} [real|full enough|long]",
                "how old [is|would you say is|do you think is] {subj}", "what age is {subj}", "can you see the {glasses}",
                "what kind of {glasses} are those",
                "what do you suggest", "any suggestions", "what would you recommend", "what would you do", "do you have ideas", "any ideas",
                "what looks good on {obj}", "which looks better", "what else is there", "what else can i ask for", "can i upload a photo",
                "can i use my own picture", "can you do hair", "do you also do hair", "can you change the background",
                "can you change eye colour",
                "are you able to change the nose", "is it possible to change the hair", "how long does it take", "how long will that take",
                "is my data safe", "where are pictures stored", "can i download it", "how do i save this", "what languages do you speak",
                "do you speak german", "can i go back later", "can i undo that later", "how do i get back", "can you undo", "how do i undo",
                "what's the maximum", "what is the max", "what's the scale", "what does 5 mean", "what is level 3", "is 5 the highest",
                "what was it before", "what did it look like before", "what was the last change", "what have we changed so far",
                "list the changes",
                "how {amount} older is that", "how many years is a step", "what's a fringe", "what is stubble", "huh", "wdym",
                "what do you mean",
                "come again", "pardon", "sorry what", "could you repeat that", "can you explain", "explain please", "what", "why",
                "how come", "how so",
                "are {poss} teeth visible", "are you sure that is {amount} older", "is the smile bigger now", "can you make people smile",
                "are beards possible", "do you have sunglasses", "which glasses do you have", "what beards are there",
                "how does the beard look",
                "how does {subj} look now", "does it look natural", "is it finished", "are you done", "are you there", "is anyone there",
                "still there",
            ]),
        TalkPhrases(
            .smalltalk,
            [
                "hiya", "heya", "yo", "sup", "what's up", "wassup", "hi there 👋", "hallo", "good day to you", "hello my friend",
                "greetings friend",
                "how's it going", "how do you do", "nice to see you", "long time no see", "i'm back", "hello again", "hi again", "test",
                "testing", "asdf",
                "asdfgh", "qwerty", "lol", "lmao", "rofl", "hahaha", "hehe", "😂", "🤣", "😂😂", "❤️", "😍", "wow", "omg", "no way", "oh my",
                "oh wow", "woah",
                "whoa", "ooh", "aww", "cute", "so cute", "she's cute", "he's cute", "stunning", "impressive", "incredible",
                "that's incredible",
                "this is amazing", "you're amazing", "you're brilliant", "you are very clever", "well done you", "clever", "good bot",
                "nice work",
                "great work", "good work", "thank you so much dear", "thanks a bunch", "cheers", "ta", "much appreciated",
                "i appreciate it",
                "that's so funny", "that's hilarious", "made me laugh", "interesting result", "not bad", "fair enough", "i see", "right",
                "ok", "okay",
                "alright", "got it", "understood", "fine", "hmm let me see", "let me think about it", "give me a second", "one sec",
                "hang on", "hold on",
                "brb", "be right back", "just looking", "i'm just browsing", "just playing around", "i'm bored", "i'm tired today",
                "it's late",
                "it's raining here", "lovely weather", "what a day", "i had a long day", "happy birthday", "merry christmas",
                "happy new year",
                "my name is {name}", "i'm {name}", "this is {name}", "do you know {name}", "{name} says hi",
                "i am a [barber|teacher|nurse|student]",
                "i work as a [barber|hairdresser|designer|teacher]", "i'm from [london|texas|spain|india]", "i'm {years1}",
                "i am {years3} years old",
                "i turned {years3} yesterday", "my [son|daughter] is {years0}", "i'm {years2} myself", "you're funny", "you are sweet",
                "i love you",
                "will you marry me", "tell me about yourself", "do you dream", "are you real", "are you human", "who built you",
                "i like cats",
            ]),
        TalkPhrases(
            .smalltalk, in: [.start, .whatsNext, .suggestion],
            [
                "i don't know yet", "not sure yet", "no idea what i want", "dunno", "idk", "i can't decide", "whatever you like",
                "anything", "hm not sure",
            ]),
    ]
}
