extension RequestTemplate {
    static let eyeglasses: [RequestTemplate] =
        cell(
            .eyeglasses, target: 0,
            [
                "!remove {poss} {glasses}", "!take off {poss} {glasses}", "!take {poss} {glasses} off", "~no {glasses}",
                "^without [any|] {glasses}",
                "!get rid of {poss} {glasses}", ".i [do not|don't] want [any|] {glasses}", ".{subj} should not wear [any|] {glasses}",
                "!lose the {glasses}",
                ".{subj} [does not|doesn't] need [any|] {glasses}", ".the {glasses} [have|need] to go",
                "![remove|take off] {poss} [sunglasses|shades]",
                "!take {poss} {glasses} away", "!delete the {glasses}", "~no sunglasses", "!set {poss} {glasses} to [none|zero]",
                "!let me see {obj} without [any|] {glasses}", "!take them off",
            ])
        + cell(
            .eyeglasses, target: 1,
            [
                "~[rimless|frameless] {glasses}", "~{glasses} [with no|without a|without any] [frame|rim]", "~wire [frame|] {glasses}",
                "~[barely|hardly] visible {glasses}", "~{glasses} with hardly any frame", "~{glasses} with [an invisible|almost no] frame",
                ".{poss} {glasses} should be [rimless|frameless]", "!make {poss} {glasses} [rimless|frameless]",
                "~{glasses} with a very thin [wire|metal] frame",
            ])
        + cell(
            .eyeglasses, target: 2,
            [
                "~thin {glasses}", "~{glasses} with [a thin frame|thin frames|a slim frame]", "~thin [framed|rimmed] {glasses}",
                "~[fine|delicate|slim|light] {glasses}", ".{poss} {glasses} should [be|have a frame that is] thin", "~thin [frames|rims]",
            ])
        + cell(
            .eyeglasses, target: 3, atLeast: true,
            [
                "!add [some|a pair of|] {glasses}", "~[some|a pair of|] {glasses}", "!give {obj} [some|a pair of|] {glasses}",
                "!put [some|a pair of|] {glasses} on {obj}",
                "!put on [some|a pair of|] {glasses}", ">wear [some|a pair of|] {glasses}", ".{subj} needs [some|a pair of|] {glasses}",
                "^with {glasses} [on|]",
                ".i [want|would like] to see {obj} [with|in] {glasses}", "!add [some|] {glasses} to {poss} face",
                ".{subj} would look [good|better] [with|in] {glasses}",
            ])
        + cell(
            .eyeglasses, target: 3,
            [
                "~[normal|regular|ordinary|standard|medium] {glasses}", "~{glasses} with [a|] [medium|normal|regular] [frame|frames]",
                ".{poss} {glasses} should have a [medium|normal] frame", "~medium [framed|rimmed] {glasses}",
            ])
        + cell(
            .eyeglasses, target: 4,
            [
                "~[thick|heavy|bold|chunky] {glasses}", "~thick black {glasses}",
                "~{glasses} with [a|] [thick|heavy|bold|chunky] [black|plastic|] [frame|frames]",
                "~[thick|heavy|bold|chunky] [framed|rimmed] {glasses}", "~[thick|bold|big|heavy] [black|] [frames|rims]",
                "~[nerd|hipster|horn rimmed] {glasses}",
                ".{poss} {glasses} should be [thick|bold]", "!make {poss} {glasses} [very|really|] thick",
                "!make {poss} {glasses} as thick as possible",
                "~the thickest possible {glasses}", "~[very|really|extremely] thick {glasses}",
            ])
        + cell(
            .eyeglasses, target: 5,
            [
                "~{glasses} as [dark|obvious|visible|noticeable] as possible",
                "~[sunglasses|shades]", "~[dark|black] [sunglasses|shades]", "~[dark|tinted] {glasses}",
                "~{glasses} with [dark|black|tinted] lenses",
                "!put [some|a pair of|] sunglasses on {obj}", "!put on [some|a pair of|] [sunglasses|shades]",
                ">wear [some|a pair of|] [sunglasses|shades]",
                "!add [some|a pair of|] [sunglasses|shades]", "!turn {poss} {glasses} into [sunglasses|shades]",
                "!make {poss} lenses [dark|black]",
                "!replace {poss} {glasses} with [sunglasses|shades]",
                "!make {poss} {glasses} as [dark|obvious|noticeable|visible] as possible",
                "~the most [obvious|noticeable|visible] {glasses} possible", "!give {obj} [some|a pair of|] [sunglasses|shades]",
            ])
        + cell(
            .eyeglasses, .definite, .increase,
            [
                "!make {poss} {glasses} {amount} [thicker|heavier|bolder|bigger]", "~{amount} [thicker|heavier|bolder|bigger] {glasses}",
                ".{poss} {glasses} [should|could|can|must] be {amount} [thicker|bolder|heavier]",
                "!make {poss} {glasses} {amount} more [visible|obvious|noticeable|prominent]",
                "~{amount} more [visible|obvious|noticeable|prominent] {glasses}",
                "!make the [frame|rim] of {poss} {glasses} {amount} thicker",
                "~{amount} thicker [frames|rims]", ".{poss} {glasses} [are|look] {amount} too thin", "~{glasses} that are {amount} thicker",
                "!make {poss} {glasses} {steps} [thicker|bolder]", ".the [frame|rim] should be {amount} [thicker|heavier|bolder]",
                "!thicken {poss} {glasses} {byAmount}",
            ])
        + cell(
            .eyeglasses, .indefinite, .increase,
            [
                "!make {poss} {glasses} [thicker|heavier|bolder|bigger]", "~[thicker|heavier|bolder|bigger] {glasses}",
                ".{poss} {glasses} [should|could|can|must] be [thicker|bolder|heavier]",
                "!make {poss} {glasses} more [visible|obvious|noticeable|prominent]",
                "~more [visible|obvious|noticeable|prominent] {glasses}", "!make the [frame|rim|frames] of {poss} {glasses} thicker",
                "~[a|] thicker [frame|rim|frames]",
                ".{poss} {glasses} [are|look] too [thin|light|fine]", ".the [frame|rim] is too thin", ".i can hardly see {poss} {glasses}",
                "!thicken the [frame|rim|frames]", ".{poss} {glasses} should stand out more",
            ])
        + cell(
            .eyeglasses, .definite, .decrease,
            [
                "!make {poss} {glasses} {amount} [thinner|lighter|finer|smaller]", "~{amount} [thinner|lighter|finer|smaller] {glasses}",
                ".{poss} {glasses} [should|could|can|must] be {amount} [thinner|lighter|finer]",
                "!make {poss} {glasses} {amount} less [visible|obvious|noticeable|prominent]",
                "~{amount} less [visible|obvious|noticeable|prominent] {glasses}",
                "!make the [frame|rim] of {poss} {glasses} {amount} thinner",
                "~{amount} thinner [frames|rims]", ".{poss} {glasses} [are|look] {amount} too [thick|heavy]",
                "~{glasses} that are {amount} thinner",
                "!make {poss} {glasses} {steps} [thinner|lighter]", ".the [frame|rim] should be {amount} [thinner|lighter|finer]",
            ])
        + cell(
            .eyeglasses, .indefinite, .decrease,
            [
                "!make {poss} {glasses} [thinner|lighter|finer|smaller]", "~[thinner|lighter|finer|smaller] {glasses}",
                ".{poss} {glasses} [should|could|can|must] be [thinner|lighter|finer]",
                "!make {poss} {glasses} less [visible|obvious|noticeable|prominent]",
                "~less [visible|obvious|noticeable|prominent] {glasses}", "!make the [frame|rim|frames] of {poss} {glasses} thinner",
                "~[a|] thinner [frame|rim|frames]",
                ".{poss} {glasses} [are|look] too [thick|heavy|dark|obvious|big]", ".the [frame|rim] is too [thick|heavy]",
                "!make the lenses [brighter|clearer]",
                ".{poss} {glasses} should stand out less",
            ]) + scale(.eyeglasses, noun: "{glasses}")
}
