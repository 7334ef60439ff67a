extension RequestTemplate {
    static let bangs: [RequestTemplate] =
        cell(
            .bangs, target: 0,
            [
                "!remove {poss} {bangs}", "!get rid of {poss} {bangs}", "!take {poss} {bangs} away", "!take away {poss} {bangs}",
                "~no {bangs} [at all|]",
                "!cut off all of {poss} {bangs}", "!clear {poss} forehead [completely|]", "!show {poss} [whole|entire|full] forehead",
                ".i [do not|don't] want [any|] {bangs}", ".{poss} forehead should be [completely|fully|entirely] free",
                "^without [any|] {bangs}",
                "!lose the {bangs}", ".{subj} should not have [any|] {bangs}", "!uncover {poss} [whole|entire] forehead",
                ".the {bangs} [have|need] to go", "!make {poss} {bangs} as short as [possible|you can]", "~the shortest possible {bangs}",
                "!delete the {bangs}", "!set {poss} {bangs} to [none|zero]",
            ])
        + cell(
            .bangs, target: 1,
            [
                "!leave most of {poss} forehead free", ".most of {poss} forehead should be [free|visible]",
                "~[very|really|super] short {bangs}", "~[a|] tiny {bangs}",
                "~{bangs} that cover [only a little|a small part] of {poss} forehead",
                ".let the {bangs} cover only a fifth of {poss} forehead",
                "~{bangs} that leave [most of|eighty percent of] the forehead free",
                ".{poss} {bangs} should be [very|really] short", "!cut {poss} {bangs} [very|really] short", "~baby bangs",
            ])
        + cell(
            .bangs, target: 2,
            [
                "~[a|] short {bangs}", "~[fairly|quite|pretty|relatively] short {bangs}",
                "~{bangs} that cover [less than half|two fifths] of {poss} forehead",
                ".{poss} {bangs} should be [|fairly|quite] short", "!cut {poss} {bangs} short",
                "~{bangs} that leave sixty percent of the forehead free",
                "!make {poss} {bangs} [|quite|fairly] short",
            ])
        + cell(
            .bangs, target: 3, atLeast: true,
            [
                "!add [some|a|] {bangs}", "~[some|a|] {bangs}", "!give {obj} [some|a|] {bangs}", ".{subj} should have [a|] {bangs}",
                "!put in [some|] {bangs}",
                ".{subj} needs [a|] {bangs}", "^with [a|] {bangs}", "!let {obj} wear [a|] {bangs}",
            ])
        + cell(
            .bangs, target: 3,
            [
                "~[a|] [medium|average] {bangs}", "~{bangs} of [medium|average|normal] length", "~medium length {bangs}",
                "~{bangs} that cover [half|about half|sixty percent] of {poss} forehead", ".{poss} {bangs} should be of medium length",
                "!set {poss} {bangs} to a medium length",
            ])
        + cell(
            .bangs, target: 4,
            [
                "~[a|] long {bangs}", "~[fairly|quite|pretty] long {bangs}", "~{bangs} that cover most of {poss} forehead",
                "~{bangs} that leave only [a little|twenty percent] of the forehead free", ".{poss} {bangs} should be [|fairly|quite] long",
                "!grow {poss} {bangs} long", "!make {poss} {bangs} [|quite|fairly] long",
            ])
        + cell(
            .bangs, target: 5,
            [
                "~full [long|thick|] {bangs}",
                "~[very|really|extremely|super] long {bangs}",
                "~{bangs} that cover [the whole|the entire|all of the|{poss} entire|{poss} whole] forehead",
                "!cover {poss} [whole|entire] forehead with {bangs}", "!hide {poss} forehead [completely|fully|entirely]",
                "~[a|] full {bangs}",
                "~{bangs} [down|all the way down] to {poss} eyebrows", ".{poss} {bangs} should be as long as possible",
                "!make {poss} {bangs} as long as [possible|you can]", "~the longest possible {bangs}",
                "!make {poss} {bangs} [extremely|very|really] long",
                ".let {poss} {bangs} touch the eyebrows", ".no forehead should be visible",
            ])
        + cell(
            .bangs, .definite, .increase,
            [
                "!make {poss} {bangs} {amount} longer", "~{amount} longer {bangs}",
                ".{poss} {bangs} [should|could|can|must] be {amount} longer",
                "!lengthen {poss} {bangs} {byAmount}", "!lengthen {poss} {bangs} by {steps}", "!let {poss} {bangs} grow {amount} longer",
                ".i [want|would like] {poss} {bangs} {amount} longer", "!extend {poss} {bangs} {byAmount}",
                "~{bangs} that are {amount} longer",
                "!make {poss} {bangs} {steps} longer", ".{poss} {bangs} [are|look] {amount} too short", "~{amount} more {bangs}",
                "!cover {amount} more of {poss} forehead",
            ])
        + cell(
            .bangs, .indefinite, .increase,
            [
                "!make {poss} {bangs} longer", "~[a|] longer {bangs}", ".{poss} {bangs} [should|could|can|must] be longer",
                "!lengthen {poss} {bangs}",
                "!grow {poss} {bangs} out", ".{poss} {bangs} [are|look] too short", "~more {bangs}", "!cover more of {poss} forehead",
                "!show less of {poss} forehead", "!extend {poss} {bangs}", ".{poss} forehead is too [bare|exposed|visible]",
                "!add more {bangs}",
                "!let {poss} {bangs} grow", ".i [want|would like] to see less of {poss} forehead",
            ])
        + cell(
            .bangs, .definite, .decrease,
            [
                "!make {poss} {bangs} {amount} shorter", "~{amount} shorter {bangs}",
                ".{poss} {bangs} [should|could|can|must] be {amount} shorter",
                "!shorten {poss} {bangs} {byAmount}", "!shorten {poss} {bangs} by {steps}", "!cut {poss} {bangs} {amount} shorter",
                ".i [want|would like] {poss} {bangs} {amount} shorter", "!trim {poss} {bangs} {byAmount}",
                "~{bangs} that are {amount} shorter",
                "!make {poss} {bangs} {steps} shorter", ".{poss} {bangs} [are|look] {amount} too long", "~{amount} less {bangs}",
                "!show {amount} more of {poss} forehead",
            ])
        + cell(
            .bangs, .indefinite, .decrease,
            [
                "!let me see more of {poss} forehead",
                "!make {poss} {bangs} shorter", "~[a|] shorter {bangs}", ".{poss} {bangs} [should|could|can|must] be shorter",
                "!shorten {poss} {bangs}",
                "!trim {poss} {bangs}", ".{poss} {bangs} [are|look] too long", "~[less|fewer] {bangs}", "!show more of {poss} forehead",
                "!cover less of {poss} forehead", "!cut {poss} {bangs}", ".{poss} {bangs} hide too much [of the forehead|]",
                "!uncover more of {poss} forehead",
                ".i [want|would like] to see more of {poss} forehead",
            ]) + scale(.bangs, noun: "{bangs}")

    /// The frames every attribute shares: degrees and steps by number, raise and lower.
    static func scale(_ topic: Topic, noun: String) -> [RequestTemplate] {
        let numbers = ["[0|zero]", "[1|one]", "[2|two]", "[3|three]", "[4|four]", "[5|five]"]
        let targets = numbers.enumerated().flatMap { target, number in
            cell(
                topic, target: target,
                [
                    "!set {poss} \(noun) to [|degree|level|] \(number)", "~\(noun) [degree|level|at|at level|at degree] \(number)",
                    "!bring {poss} \(noun) to [|degree|level] \(number) [|of five|out of five|out of 5]",
                ])
        }
        return targets
            + cell(
                topic, .definite, .increase,
                [
                    "![increase|raise] {poss} \(noun) by {steps}", "![increase|raise] {poss} \(noun) {byAmount}", "~{steps} more \(noun)",
                    "!turn {poss} \(noun) up by {steps}",
                ])
            + cell(
                topic, .definite, .decrease,
                [
                    "![decrease|lower|reduce] {poss} \(noun) by {steps}", "![decrease|lower|reduce] {poss} \(noun) {byAmount}",
                    "~{steps} less \(noun)",
                    "!turn {poss} \(noun) down by {steps}",
                ])
            + cell(topic, .indefinite, .increase, ["![increase|raise] {poss} \(noun)", "!turn up {poss} \(noun)"])
            + cell(topic, .indefinite, .decrease, ["![decrease|lower|reduce] {poss} \(noun)", "!turn down {poss} \(noun)"])
    }
}
