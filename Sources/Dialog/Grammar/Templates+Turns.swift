extension RequestTemplate {
    /// Wishes put the other way round ("not so old"), in shorthand ("beard up two"), and in the third person.
    static let turns: [RequestTemplate] =
        unwanted(.age, "[old|aged|mature|wrinkled|wrinkly|elderly|ancient|worn]", .decrease)
        + unwanted(.age, "[young|childish|youthful|boyish|girlish|baby faced|immature]", .increase)
        + unwanted(
            .smiling, "[serious|sad|stern|grim|grumpy|glum|strict|unhappy|angry|cross|miserable|severe|gloomy|cold|sullen]", .increase)
        + unwanted(.smiling, "[happy|cheerful|jolly|smiley|cheesy|amused|merry|goofy|giggly]", .decrease)
        + unwanted(.beard, "[hairy|bearded|scruffy|shaggy|bushy|stubbly|unshaven]", .decrease)
        + unwanted(.bangs, "[bare|exposed|naked|open|visible|free] on the forehead", .increase)
        + short(.bangs, "{bangWord}") + short(.eyeglasses, "{glassWord}") + short(.beard, "{beardWord}") + short(.smiling, "{smileWord}")
        + short(.age, "[age|years]")
        + cell(
            .smiling, target: 0,
            [
                ".i [don't|do not] want {obj} to [smile|laugh|grin]", ".i [don't|do not] want that {subj} [smiles|laughs|grins]",
                ".{subj} shouldn't [smile|laugh|grin|be smiling|be laughing]",
                ".{subj} [should not|must not|may not|is not supposed to] [smile|laugh|grin]",
                ".{subj} has no reason to [smile|laugh|grin]", ".why is {subj} smiling, {subj} shouldn't",
                ".smiling is not [allowed|wanted|appropriate]", ".no smiling", ".no more [smiling|laughing|grinning]",
                ".less than a smile, nothing at all",
            ])
        + cell(
            .beard, target: 0,
            [
                ".i [don't|do not] want {obj} to have [a|any] {beardWord}", ".i [don't|do not] want that {subj} has a beard",
                ".{subj} [shouldn't|should not|must not] have [a|any] {beardWord}", ".{subj} isn't supposed to have a beard",
                ".a beard is not [wanted|allowed|appropriate]",
            ])
        + cell(
            .eyeglasses, target: 0,
            [
                ".i [don't|do not] want {obj} to [wear|have] [any|] {glassWord}", ".i [don't|do not] want that {subj} wears {glassWord}",
                ".{subj} [shouldn't|should not|must not] [wear|have] [any|] {glassWord}", ".{subj} isn't supposed to wear {glassWord}",
                ".{glassWord} [are|is] not [wanted|allowed|needed]",
            ])
        + cell(
            .bangs, target: 0,
            [
                ".i [don't|do not] want {obj} to have [a|any] {bangWord}",
                ".{subj} [shouldn't|should not|must not] have [a|any] {bangWord}", ".the forehead should not be covered",
                ".the forehead shouldn't be covered at all", ".nothing on the forehead",
            ])
        + cell(
            .bangs, .indefinite, .increase,
            [
                ".the forehead [should not|shouldn't|need not] be [that|so] [bare|visible|naked|exposed|open|free]",
                ".{poss} forehead is [too|so|rather] [bare|naked|exposed|big|high]", "~more fringe coverage",
                "!increase the fringe coverage", "!increase the coverage of the forehead", ".not so much forehead",
            ])
        + cell(
            .bangs, .indefinite, .decrease,
            [
                ".i can hardly see {poss} forehead", ".i can barely see {poss} forehead [under all that hair|under the fringe|]",
                ".the forehead [should not|shouldn't] be [that|so] covered", ".{poss} forehead is hidden [too much|]",
                "~less fringe coverage", "!decrease the fringe coverage", "!reduce the coverage of the forehead",
                ".not so much hair on the forehead",
            ])
        + cell(
            .eyeglasses, .indefinite, .decrease,
            [
                ".not so [heavy|thick|chunky|dark|bold|bulky] on the {glassWord}", "~{glassWord} not so [heavy|thick|chunky|dark|bold]",
                ".the {glassWord} [should not|shouldn't] be [so|that] [heavy|thick|dark|chunky]", ".lighter frames suit {obj} better",
                ".{subj} would suit lighter frames",
            ])
        + cell(
            .eyeglasses, .indefinite, .increase,
            [
                ".the {glassWord} [should not|shouldn't] be [so|that] [thin|light|fine|weak]", ".bolder frames suit {obj} better",
                ".{subj} would suit bolder frames", "~{glassWord} not so [thin|fine|light]",
            ])
        + cell(
            .beard, .indefinite, .increase,
            [
                ".the {beardWord} [should not|shouldn't] be [so|that] [short|thin|light|sparse|patchy]",
                "~{beardWord} not so [short|thin|patchy]", ".a longer beard would suit {obj} better",
            ])
        + cell(
            .beard, .indefinite, .decrease,
            [
                ".the {beardWord} [should not|shouldn't] be [so|that] [long|thick|bushy|wild|big]",
                "~{beardWord} not so [long|thick|bushy|wild]", ".a shorter beard would suit {obj} better",
                "^less like [santa|santa claus|gandalf|a caveman|a wizard|a viking|a lumberjack]",
            ])
        + cell(
            .smiling, .indefinite, .decrease,
            [
                ".the {smileWord} [should not|shouldn't] be [so|that] [big|wide|broad|toothy|cheesy]",
                "~{smileWord} not so [big|wide|broad|cheesy]", "^less like [a clown|the joker|a salesman|a toothpaste advert]",
            ])
        + cell(
            .smiling, .indefinite, .increase,
            [
                "^less like [at a funeral|an undertaker|a judge|a statue|a headmaster|a mugshot]",
                ".the {smileWord} [should not|shouldn't] be [so|that] [small|faint|weak|shy|forced]",
            ])
        + cell(
            .age, .indefinite, .decrease,
            [
                "^less like [a granny|a grandpa|a grandmother|a pensioner|an old man|an old woman]", "!decrease [the|{poss}|] apparent age",
                "!reduce [the|{poss}|] apparent age", "!lower {poss} age", "^more young", "^not as old",
            ])
        + cell(
            .age, .indefinite, .increase,
            [
                "^less like a [child|kid|teenager|schoolboy|schoolgirl|baby]", "!increase [the|{poss}|] apparent age", "!raise {poss} age",
                "^more old", "^not as young",
            ])
        + cell(
            .age, .definite, .increase,
            [
                "~{years} on top [of what {subj} has|]", ".{years} should be added [to {poss} face|to this face|]", "~{years} more",
                ".give {obj} another {years}", ".{subj} needs {years} more", "^plus {years}", "!add another {years}", "^{years} more",
                ".{subj} should be {years} older", ".what will {subj} look like in {years}", ".how will {subj} look in {years}",
                ".show me {obj} in {years}",
            ])
        + cell(
            .age, .definite, .decrease,
            [
                "~{years} less", ".{years} should come off", ".{years} should be taken off", ".{subj} should be {years} younger",
                "^minus {years}", "!subtract {years}", "!take away {years}", "!peel off {years}", "!give {obj} {years} back",
                ".what did {subj} look like {years} ago", ".how did {subj} look {years} ago", ".show me {obj} {years} ago",
            ])
        + cell(
            .same, .indefinite, .increase,
            [
                ".still [|a bit|too|rather|quite|a little|somewhat] [thin|short|small|weak|light|faint|little]",
                ".[it's|it is|they're|that's] still [|a bit|too|rather|quite] [thin|short|small|weak|light|faint]",
                ".[a bit|too|rather|quite|a little] [thin|short|small|weak|light|faint] still",
            ])
        + cell(
            .same, .indefinite, .decrease,
            [
                ".still [|a bit|too|rather|quite|a little|somewhat] [long|big|thick|heavy|strong|wide|broad]",
                ".[it's|it is|they're|that's] still [|a bit|too|rather|quite] [long|big|thick|heavy|strong]",
                ".[a bit|too|rather|quite|a little] [long|big|thick|heavy|strong] still",
            ])
        + cell(
            .eyeglasses, target: 3,
            [
                "~frame of the glasses middle thickness", "~[medium|middle|average] [thickness|frames|frame]",
                ".frame [medium|middle|average]", "~{glassWord} of [medium|middle|average] thickness",
            ])
        + ages

    private static func unwanted(_ topic: Topic, _ word: String, _ sense: Sense) -> [RequestTemplate] {
        cell(
            topic, .indefinite, sense,
            [
                ".{subj} [should not|shouldn't] [look|be|seem|appear] [so|that|this|as|quite so|too] \(word)",
                ".i [don't|do not] want {obj} [to look|to be|looking|] [so|that|this|quite so] \(word)",
                ".{subj} looks [too|so|awfully|terribly|way too|much too|a little|far too|a bit too|rather|somewhat] \(word)",
                "^not [so|that|as|quite so] \(word)", "^less \(word)", "^[a lot|much|] less \(word) [looking|]",
                ".{subj} is [too|so|way too|far too|much too] \(word)",
                ".why does {subj} look so \(word), [change|fix] that", ".{subj} doesn't have to look so \(word)",
                ".{subj} need not be so \(word)", ".no need to look so \(word)", ">not [look|be|seem] so \(word)",
                ".could {subj} look [a bit|] less \(word)", ".can {subj} look less \(word)", ".does {subj} have to look so \(word)",
                ".must {subj} look so \(word)", ".stop {obj} from looking so \(word)",
            ])
            + cell(
                topic, .definite, sense,
                [
                    "^{amount} less \(word)", ".{subj} looks {amount} too \(word)", ".{subj} is {amount} too \(word)",
                    ".could {subj} look {amount} less \(word)", ".{subj} should look {amount} less \(word)",
                ])
    }

    private static func short(_ topic: Topic, _ noun: String) -> [RequestTemplate] {
        let digits = ["one", "two", "three", "four", "five"]
        return digits.enumerated().flatMap { index, name in
            let number = "[\(name)|\(index + 1)]"
            return cell(
                topic, .definite, .increase, amount: index + 1,
                [
                    "~\(noun) up \(number)", "~\(noun) plus \(number)", "~plus \(number) [on|for] [the|] \(noun)",
                    "~plus \(number) \(noun)", "~\(noun) up by \(number)", "!raise \(noun) by \(number)", "!add \(number) to the \(noun)",
                ])
                + cell(
                    topic, .definite, .decrease, amount: index + 1,
                    [
                        "~\(noun) down \(number)", "~\(noun) minus \(number)", "~minus \(number) [on|for] [the|] \(noun)",
                        "~minus \(number) \(noun)", "~\(noun) down by \(number)", "!lower \(noun) by \(number)",
                        "!take \(number) off the \(noun)",
                    ])
        }
            + cell(
                topic, .indefinite, .increase,
                [".\(noun) up", "~a higher \(noun)", ".\(noun) can go up", "!up the \(noun)", ".up with the \(noun)", "~\(noun) plus"])
            + cell(
                topic, .indefinite, .decrease,
                [".\(noun) down", "~a lower \(noun)", ".\(noun) can go down", ".down with the \(noun)", "~\(noun) minus"])
    }

    /// Every way to give an age, for every class.
    private static let ages: [RequestTemplate] = (0...5).flatMap { degree in
        let years = "{years\(degree)}"
        return cell(
            .age, target: degree,
            [
                "^\(years)", "^exactly \(years)", "^\(years) years old", "^a \(years) year old", "^\(years) year old", "^at \(years)",
                "^at the age of \(years)", "^no older than \(years)", "^not older than \(years)", "^at least \(years)",
                "^about \(years) or so", "^somewhere around \(years)", "^\(years) yo", "^\(years) yrs old", "^\(years) yrs",
                "^roughly \(years)", ".age \(years)", "~an age of \(years)",
                ".{subj} [is|should be|turns|just turned|turned] \(years) [today|now|years old|]", ".make this one \(years)",
                ".i need {obj} to be \(years)", "~[the face|a version] of someone aged \(years)", "^as if {subj} were \(years)",
                "^like {subj} is \(years)", "^like {subj} was at \(years)", ".{subj} at \(years)",
                "!set [the|{poss}|] age to \(years) [years|]", "^like a person of \(years)", "^\(years) tops", "^\(years) at most",
                "^maybe \(years)", "^say \(years)",
            ])
    }
}
