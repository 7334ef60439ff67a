extension RequestTemplate {
    /// What can be said of any attribute, with its own nouns and adjectives: verbs times names.
    static let frames: [RequestTemplate] =
        things(.bangs, "{bangWord}") + things(.eyeglasses, "{glassWord}") + things(.beard, "{beardWord}") + things(.smiling, "{smileWord}")
        + changes(
            .bangs, "{bangWord}", more: "[longer|lower|fuller|heavier|thicker|deeper]", less: "[shorter|higher|thinner|lighter|wispier]")
        + changes(
            .eyeglasses, "{glassWord}", more: "[thicker|bolder|chunkier|darker|heavier|bigger]",
            less: "[thinner|finer|slimmer|lighter|subtler|smaller]")
        + changes(
            .beard, "{beardWord}", more: "[longer|fuller|bushier|thicker|denser|heavier|bigger]",
            less: "[shorter|thinner|lighter|neater|tidier|sparser]")
        + changes(
            .smiling, "{smileWord}", more: "[bigger|wider|broader|brighter|happier|stronger]",
            less: "[smaller|narrower|subtler|weaker|more subtle|gentler]")
        + changes(.age, "{wrinkleWord}", more: "[deeper|stronger|more visible]", less: "[softer|fainter|less visible]")
        + adjectives(.age, up: "[older|more mature|more aged|more elderly|more senior]", down: "[younger|more youthful|fresher]")
        + adjectives(
            .smiling, up: "[happier|more cheerful|jollier|friendlier|more joyful|less serious|less sad]",
            down: "[sadder|more serious|less happy|sterner|less cheerful|graver|grumpier]")
        + numbers(.bangs, "{bangWord}") + numbers(.eyeglasses, "{glassWord}") + numbers(.beard, "{beardWord}")
        + numbers(.smiling, "{smileWord}")
        + numbers(.age, "[age|the age|{poss} age]")

    /// Nouns, verbs and slang of the frames, for patterns in general.
    static let frameWords: [String: [Pattern]] = [
        "bangWord": [
            "bangs", "fringe", "bangs", "fringe", "forelock", "front hair", "hair on the forehead", "hair over the forehead", "fringes",
        ],
        "glassWord": [
            "glasses", "specs", "spectacles", "eyeglasses", "frames", "glasses", "shades", "sunglasses", "goggles", "eyewear",
            "pair of glasses", "reading glasses",
        ],
        "beardWord": [
            "beard", "facial hair", "whiskers", "stubble", "goatee", "moustache", "mustache", "scruff", "beard", "beard", "face fuzz",
            "chin hair", "full beard", "tache",
        ],
        "smileWord": ["smile", "grin", "smile", "smirk", "laugh", "laughter", "smile", "happy face", "smiling", "grinning"],
        "wrinkleWord": [
            "wrinkles", "lines", "crow's feet", "laugh lines", "furrows", "age lines", "signs of age", "signs of ageing", "creases",
        ],
        "kill": [
            "remove", "take away", "get rid of", "lose", "ditch", "drop", "delete", "erase", "eliminate", "scrap", "bin", "kill", "axe",
            "nix", "strip", "do away with", "wipe away", "clear",
            "dump", "zap", "make disappear", "cut out", "leave out", "omit", "skip", "banish", "discard", "toss", "chuck",
        ],
        "raise": [
            "increase", "raise", "boost", "enhance", "intensify", "strengthen", "turn up", "amp up", "push up", "bump up", "crank up",
            "dial up", "pump up", "step up", "build up", "exaggerate",
        ],
        "lower": [
            "decrease", "reduce", "lower", "lessen", "weaken", "turn down", "tone down", "dial down", "cut down on", "scale back",
            "minimise", "minimize", "diminish", "cut back", "soften", "shrink", "dial back",
        ],
        "bring": [
            "add", "give {obj}", "put", "stick", "slap on", "put on", "include", "throw in", "pop on", "bring in", "draw", "paint on",
            "create", "insert", "introduce", "apply",
        ],
        "adore": ["awful", "ugly", "terrible", "horrible", "silly", "distracting", "annoying", "ridiculous", "unflattering"],
    ]

    private static func things(_ topic: Topic, _ noun: String) -> [RequestTemplate] {
        cell(
            topic, target: 0,
            [
                "!{kill} {poss} \(noun)", "!{kill} {poss} \(noun) [completely|entirely|altogether|totally]",
                "^without [any|a|the|{poss}|] \(noun)", "^minus the \(noun)", "^sans \(noun)", "^free of \(noun)",
                "~no \(noun) [at all|whatsoever|please|]", "~zero \(noun)", ".i want {poss} \(noun) gone",
                ".{poss} \(noun) [has|have|needs|need] to [go|disappear|vanish|come off]", ".{poss} \(noun) must [go|disappear|vanish]",
                ".{poss} \(noun) should [go|disappear|be gone|be removed|vanish]", ".no more \(noun)",
                ".i don't like {poss} \(noun), {kill} [it|them]", ".{poss} \(noun) [looks|look] {adore}, {kill} [it|them]",
                ".that \(noun) is {adore}, get rid of it",
                "!let {poss} \(noun) [disappear|vanish|go]", "!make {poss} \(noun) [disappear|vanish|go away]",
                ".{subj} would look better without [the|a|] \(noun)", ".{subj} looks better without [the|a|] \(noun)",
                ".i'd like to see {obj} without [the|a|] \(noun)",
                ".i never want to see {poss} \(noun) again", ".can we do without {poss} \(noun)",
                ".{subj} doesn't need [a|the|any|] \(noun)", "!get {poss} \(noun) off [{obj}|]", ".i want no \(noun)",
                ".i don't want to see [any|a|the] \(noun)", ".{poss} \(noun): gone", ".{poss} \(noun) off",
                ".{subj} should have no \(noun)", ".nobody needs {poss} \(noun)", ".the \(noun) can go", ".enough of the \(noun)",
                ".i can't stand {poss} \(noun)", ".i hate {poss} \(noun)", ".i've seen enough of {poss} \(noun)",
            ])
            + cell(
                topic, target: 3, atLeast: true,
                [
                    "!{bring} [a|some|] \(noun)", "!{bring} [a|some|] \(noun) [on|to] {poss} face",
                    ".{subj} [needs|deserves|could use|wants|lacks] [a|some|] \(noun)",
                    ".{subj} would look [good|great|nice|better|cool|cute|amazing] with [a|some|] \(noun)",
                    ".i want to see {obj} with [a|some|] \(noun)",
                    ".where is {poss} \(noun), add [it|one|some]", ".how about [a|some|] \(noun)", ".what about [a|some|] \(noun)",
                    ".[a|some|] \(noun) would [be nice|suit {obj}|be great|look good|be good|be cool]",
                    "!try [a|some|] \(noun) [on {obj}|]", ".i'd love [a|some|] \(noun)",
                    ".i think [a|some|] \(noun) would [work|help|look nice]",
                    "^with [a|some|] \(noun)", ".can {subj} have [a|some|] \(noun)", "!let's see [a|some|] \(noun) on {obj}",
                    ".{subj} is missing [a|some|] \(noun)",
                ])
    }

    private static func changes(_ topic: Topic, _ noun: String, more: String, less: String) -> [RequestTemplate] {
        cell(
            topic, .indefinite, .increase,
            [
                "!{raise} {poss} \(noun)", "!{raise} the \(noun) [please|some more|]", "~more \(noun)", "~[a|some|] \(more) \(noun)",
                "!make {poss} \(noun) \(more)", "!make the \(noun) \(more)",
                ".{poss} \(noun) [should|could|must|might|needs to] be \(more)", ".{subj} needs more \(noun)", ".not enough \(noun)",
                ".there isn't enough \(noun)", ".there's not enough \(noun)", ".i want more \(noun)", ".i'd like the \(noun) \(more)",
                ".i want the \(noun) \(more)", "!get the \(noun) \(more)", ".could {poss} \(noun) be \(more)",
                ".can {poss} \(noun) be \(more)", ".too little \(noun)", ".{poss} \(noun) could use more",
                "!go \(more) with {poss} \(noun)", ".{poss} \(noun), \(more) please", ".\(noun) \(more)", "!double {poss} \(noun)",
                "~twice the \(noun)", "~twice as much \(noun)", "~even more \(noun)", "~even \(more) \(noun)", "~a \(noun) that is \(more)",
                ".{poss} \(noun) [is|are] not \(more) enough",
            ])
            + cell(
                topic, .definite, .increase,
                [
                    "!{raise} {poss} \(noun) {byAmount}", "~{amount} more \(noun)", "~[a|] {amount} \(more) \(noun)",
                    "!make {poss} \(noun) {amount} \(more)", ".{poss} \(noun) [should|could|must] be {amount} \(more)",
                    ".{subj} needs {amount} more \(noun)", ".i want {amount} more \(noun)",
                    ".\(noun) {amount} \(more)", ".{poss} \(noun), {amount} \(more) please", ".could {poss} \(noun) be {amount} \(more)",
                    "!{raise} {poss} \(noun) by {steps}", "!go {amount} \(more) with the \(noun)", ".i'd like the \(noun) {amount} \(more)",
                ])
            + cell(
                topic, .indefinite, .decrease,
                [
                    "!{lower} {poss} \(noun)", "!{lower} the \(noun) [please|some more|]", "~less \(noun)", "~[a|some|] \(less) \(noun)",
                    "!make {poss} \(noun) \(less)", "!make the \(noun) \(less)",
                    ".{poss} \(noun) [should|could|must|might|needs to] be \(less)", ".too much \(noun)", ".there's too much \(noun)",
                    ".{poss} \(noun) [is|are] too much",
                    ".i want less \(noun)", ".i'd like the \(noun) \(less)", ".i want the \(noun) \(less)", "!get the \(noun) \(less)",
                    ".could {poss} \(noun) be \(less)", ".can {poss} \(noun) be \(less)", "!go \(less) with {poss} \(noun)",
                    ".{poss} \(noun), \(less) please", ".\(noun) \(less)", "!halve {poss} \(noun)", "~half the \(noun)",
                    "~half as much \(noun)", "~even less \(noun)", "~even \(less) \(noun)", "~a \(noun) that is \(less)",
                    "~not so much \(noun)", ".that's too much \(noun)", ".{poss} \(noun) [is|are] over the top",
                    ".{poss} \(noun) [is|are] not \(less) enough", "~not as much \(noun)", "!ease off the \(noun)",
                    "!go easy on the \(noun)",
                ])
            + cell(
                topic, .definite, .decrease,
                [
                    "!{lower} {poss} \(noun) {byAmount}", "~{amount} less \(noun)", "~[a|] {amount} \(less) \(noun)",
                    "!make {poss} \(noun) {amount} \(less)", ".{poss} \(noun) [should|could|must] be {amount} \(less)",
                    ".{subj} needs {amount} less \(noun)", ".i want {amount} less \(noun)", ".\(noun) {amount} \(less)",
                    ".{poss} \(noun), {amount} \(less) please", ".could {poss} \(noun) be {amount} \(less)",
                    "!{lower} {poss} \(noun) by {steps}", "!go {amount} \(less) with the \(noun)", ".i'd like the \(noun) {amount} \(less)",
                    ".{amount} too much \(noun)",
                ])
    }

    private static func adjectives(_ topic: Topic, up: String, down: String) -> [RequestTemplate] {
        [(Sense.increase, up), (Sense.decrease, down)].flatMap { sense, word in
            cell(
                topic, .indefinite, sense,
                [
                    "^\(word)", ".{subj} should [be|look|seem|appear|come across] \(word)",
                    ".{subj} [could|might|ought to|must|has to|needs to] [be|look|seem] \(word)",
                    "~[a|an] \(word) [face|look|person|version|appearance]", ".i want {obj} \(word)", ".i'd like {obj} \(word)",
                    ".i need {obj} \(word)", ".\(word) please", ".even \(word)",
                    ".can {subj} [be|look] \(word)", ".could {subj} [be|look] \(word)", ".{subj} isn't \(word) enough", "^even \(word)",
                    ".i wish {subj} looked \(word)", ".it would be better if {subj} looked \(word)", ".i'd prefer {obj} \(word)",
                    "!go \(word)", ">[look|appear|seem|be|become|get|grow] \(word)", ".i imagined {obj} \(word)",
                ])
                + cell(
                    topic, .definite, sense,
                    [
                        "^{amount} \(word)", ".{subj} should [be|look] {amount} \(word)", ".i want {obj} {amount} \(word)",
                        ".i'd like {obj} {amount} \(word)", ".{amount} \(word) please", ".can {subj} look {amount} \(word)",
                        "~[a|an] {amount} \(word) [face|look|version]", ">[look|appear|seem|be|become] {amount} \(word)",
                        ".{subj} could be {amount} \(word)",
                    ])
        }
    }

    private static func numbers(_ topic: Topic, _ noun: String) -> [RequestTemplate] {
        let names = ["zero", "one", "two", "three", "four", "five"]
        return names.enumerated().flatMap { degree, name in
            cell(
                topic, target: degree,
                [
                    "~\(noun) [|at|on|=|is] [\(degree)|\(name)]", "!put {poss} \(noun) [at|on|to] [\(degree)|\(name)]",
                    "~\(noun) [\(degree)|\(name)] [of|out of] [5|five]",
                    "~[\(degree)|\(name)] [of|out of] [5|five] [on|for] [the|] \(noun)", "~\(noun) level [\(degree)|\(name)]",
                    "~\(noun) [\(20 * degree) percent|at \(20 * degree) percent]",
                    "!set {poss} \(noun) to [\(20 * degree) percent|\(degree)|\(name)]", "~[level|degree|a] [\(degree)|\(name)] \(noun)",
                    "!give {poss} \(noun) a [\(degree)|\(name)]", "!turn {poss} \(noun) to [\(degree)|\(name)]",
                    ".\(noun) to [\(degree)|\(name)]",
                ])
        }
    }
}
