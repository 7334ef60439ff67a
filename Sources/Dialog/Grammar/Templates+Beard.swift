extension RequestTemplate {
    static let beard: [RequestTemplate] =
        cell(
            .beard, target: 0,
            [
                "!shave {obj} [|clean]", "!shave off {poss} {beard}", "!shave {poss} {beard} [off|]", "!remove {poss} {beard}",
                "~no {beard} [at all|]",
                "!get rid of {poss} {beard}", "^clean shaven", "!give {obj} a [clean|close|] shave", "^without [a|any|] {beard}",
                ".i [do not|don't] want [a|any|] {beard}",
                "!lose the {beard}", ".{subj} should not have [a|any|] {beard}", ".the {beard} [has|needs] to go",
                "~no [stubble|facial hair]",
                "![remove|shave off] {poss} [stubble|moustache|mustache|whiskers]", "!take {poss} {beard} away",
                "!make {poss} {beard} as short as possible",
                "!delete the {beard}", ".{subj} should shave",
            ])
        + cell(
            .beard, target: 1,
            [
                "~a [light|very light|faint] {beard}", "~just a hint of a {beard}",
                "~[light|slight|some|a bit of|a little|] stubble", "~[a hint|a trace|a shadow] of [stubble|a beard]",
                "~a five o'clock shadow",
                "~a [barely|hardly] visible {beard}", "~a very [short|light] {beard}", "^[unshaven|slightly unshaven]",
                ".{subj} should have [light|some|slight] stubble",
                "!add [some|light|a little|] stubble",
            ])
        + cell(
            .beard, target: 2,
            [
                "~[heavy|thick|strong|dark] stubble", "~[a|] [moustache|mustache]", "~a few days of stubble", "~a three day {beard}",
                "~stubble and a [moustache|mustache]",
                ".{subj} should have [a moustache|a mustache|heavy stubble]", "!add [a|] [moustache|mustache]",
                "~a [fairly|quite|rather] short {beard}",
            ])
        + cell(
            .beard, target: 3, atLeast: true,
            [
                "!add [a|some|] {beard}", "~[a|some] {beard}", "!give {obj} [a|some|] {beard}", ">grow a {beard}",
                ".{subj} should have [a|some] {beard}", ">wear a {beard}",
                ".{subj} needs [a|some] {beard}", "^with a {beard}", "!put a {beard} on {obj}",
                ".{subj} would look [good|better] with a {beard}", "^bearded",
            ])
        + cell(
            .beard, target: 3,
            [
                "~a short {beard}", "~a [trimmed|neat|tidy] {beard}", "~a [medium|normal|regular|medium length] {beard}",
                "~a {beard} of medium length",
                ".{poss} {beard} should be [short|neat|of medium length]", "!trim {poss} {beard} to a medium length",
            ])
        + cell(
            .beard, target: 4,
            [
                "~a [full|thick|dense|big] {beard}", "~a [well grown|proper full|strong] {beard}", "~a [lumberjack|hipster] beard",
                "~a [full|thick] {beard} all over {poss} cheeks",
                ".{poss} {beard} should be [full|thick|dense]", "!make {poss} {beard} [full|thick|dense]",
                "~a [quite|fairly|pretty] long {beard}",
            ])
        + cell(
            .beard, target: 5,
            [
                "~a {beard} that reaches {poss} chest",
                "~a [long|very long|extremely long|really long] {beard}", "~a [bushy|wild|untrimmed|huge|giant] {beard}",
                "~a [wizard|santa|viking] beard",
                "~a long [bushy|full|thick] {beard}", "~a {beard} down to {poss} chest",
                ".{poss} {beard} should be [very|extremely|really|] long",
                "!make {poss} {beard} as [long|big|full|thick|bushy] as possible", "~the [longest|biggest|bushiest] {beard} possible",
                "!make {poss} {beard} [extremely|very] [long|bushy]",
                "~a very [full|thick|big] {beard}",
            ])
        + cell(
            .beard, .definite, .increase,
            [
                "!make {poss} {beard} {amount} [longer|fuller|thicker|bushier|bigger|denser]",
                "~a {amount} [longer|fuller|thicker|bushier|bigger] {beard}",
                ".{poss} {beard} [should|could|can|must] be {amount} [longer|fuller|thicker|bushier]", "~{amount} more {beard}",
                "!let {poss} {beard} grow {amount} longer",
                "!grow {poss} {beard} {byAmount}", "!grow {poss} {beard} by {steps}", "!make {poss} {beard} {steps} [longer|fuller]",
                ".{poss} {beard} [is|looks] {amount} too [short|thin]",
                ".i [want|would like] {poss} {beard} {amount} [longer|fuller|thicker]", "!add {amount} more {beard}",
                "~{amount} more facial hair",
            ])
        + cell(
            .beard, .indefinite, .increase,
            [
                "!make {poss} {beard} [longer|fuller|thicker|bushier|bigger|denser]", "~a [longer|fuller|thicker|bushier|bigger] {beard}",
                ".{poss} {beard} [should|could|can|must] be [longer|fuller|thicker|bushier]", "~more {beard}", "!let {poss} {beard} grow",
                "!grow {poss} {beard} [out|]",
                ".{poss} {beard} [is|looks] too [short|thin|light]", "!add more [beard|facial hair]", "~more facial hair",
                "!lengthen {poss} {beard}",
                ".{subj} should have more [beard|facial hair]",
            ])
        + cell(
            .beard, .definite, .decrease,
            [
                "!make {poss} {beard} {amount} [shorter|lighter|thinner|smaller]", "~a {amount} [shorter|lighter|thinner|smaller] {beard}",
                ".{poss} {beard} [should|could|can|must] be {amount} [shorter|lighter|thinner]", "~{amount} less {beard}",
                "!trim {poss} {beard} {byAmount}",
                "!trim {poss} {beard} by {steps}", "!shorten {poss} {beard} {byAmount}", "!make {poss} {beard} {steps} shorter",
                ".{poss} {beard} [is|looks] {amount} too [long|bushy|thick|full]",
                ".i [want|would like] {poss} {beard} {amount} [shorter|lighter|thinner]", "~{amount} less facial hair",
            ])
        + cell(
            .beard, .indefinite, .decrease,
            [
                "!make {poss} {beard} [shorter|lighter|thinner|smaller]", "~a [shorter|lighter|thinner|smaller] {beard}",
                ".{poss} {beard} [should|could|can|must] be [shorter|lighter|thinner]", "~less {beard}",
                "!trim {poss} {beard} [a bit of it off|]", "!shorten {poss} {beard}",
                ".{poss} {beard} [is|looks] too [long|bushy|thick|full|big]", "~less facial hair",
                ".{subj} has too much [beard|facial hair]", "!cut {poss} {beard} [back|]",
                ".{subj} should have less [beard|facial hair]",
            ]) + scale(.beard, noun: "{beard}")
}
