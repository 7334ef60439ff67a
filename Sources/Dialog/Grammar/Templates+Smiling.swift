extension RequestTemplate {
    static let smiling: [RequestTemplate] =
        cell(
            .smiling, target: 0,
            [
                "!wipe [that|the] [smile|grin|laugh] off {poss} face", "!remove {poss} [grin|laugh]", "~no [grin|laughing|grinning]",
                ">stop [laughing|grinning]", ".{subj} should stop [smiling|laughing]",
                ">stop smiling", "~no smile [at all|]", "!remove {poss} smile", "!take {poss} smile away",
                "!wipe {poss} smile off {poss} face",
                "~a [serious|straight|blank] face", "~a [neutral|serious] [expression|look]", "^[completely|very|totally|] serious",
                "^[completely|] neutral", ">not smile [at all|]",
                ".{subj} should [not|never] [smile|be smiling]", "^without [a|any] smile", "!get rid of {poss} smile",
                ".i [do not|don't] want [a|any] smile", ".the smile [has|needs] to go",
                ">[smile|laugh] as little as possible", "~a poker face", "!let {obj} not smile", ">look straight faced",
            ])
        + cell(
            .smiling, target: 1,
            [
                "~a [slight|faint|subtle|tiny|light|very small] smile", "~[a hint|a trace|just a hint] of a smile",
                "~a smile with [closed lips|{poss} mouth closed|closed mouth]",
                ">smile [slightly|faintly|subtly]", ">smile without [showing|] [any|] teeth", "~a smile without teeth",
                ".{poss} smile should be [slight|faint|subtle]", ">smile with [closed lips|{poss} mouth closed]",
            ])
        + cell(
            .smiling, target: 2,
            [
                ">smile [normally|naturally]",
                "~a [gentle|soft|modest|moderate|mild] smile", ">smile [gently|softly|modestly|moderately]",
                "~a [friendly|pleasant|polite] smile",
                ".{poss} smile should be [gentle|soft|modest]", "~a [normal|regular|natural] smile",
                ">smile in a [friendly|gentle|natural] way",
            ])
        + cell(
            .smiling, target: 3, atLeast: true,
            [
                ">smile", "~a smile", "!put a smile on {poss} face", ".i [want|would like] to see {obj} [smile|smiling]",
                "^[happy|cheerful|smiling]", "!get {obj} to smile",
                "!add a smile", "!give {obj} a smile", ".{subj} should be [smiling|happy|cheerful]", "~a [happy|smiling|cheerful] face",
                ">start smiling",
            ])
        + cell(
            .smiling, target: 3,
            [
                "~a smile [with|showing|that shows] some teeth", ">show some [of {poss} teeth|teeth]", "~a toothy smile",
                ">smile with some teeth [showing|]", "~a medium smile",
                ".some teeth should be visible", ">smile and show some teeth",
            ])
        + cell(
            .smiling, target: 4,
            [
                "~a [broad|wide|big|bright|large] smile", "~a [big|broad|wide|] grin", ">grin [|broadly|widely]",
                ">smile [broadly|widely|brightly]", ">show [all|all of] {poss} teeth",
                "~a beaming smile", ">beam", "^[very|really] [happy|cheerful]", ".{poss} smile should be [big|broad|wide|bright]",
                "~a smile [with|showing|that shows] all teeth",
            ])
        + cell(
            .smiling, target: 5,
            [
                "~the widest possible [smile|grin]", "~the broadest grin possible",
                ">laugh [|out loud|loudly|heartily]", "~a [hearty|loud|big|real|] laugh", "^laughing",
                "~a [huge|enormous|gigantic|very big|extremely big] smile", "~the [biggest|widest|broadest] smile possible",
                ">smile as [much|big|broadly|wide] as possible", ">burst out laughing", "^extremely [happy|cheerful]",
                "^as happy as possible", ">open {poss} mouth wide [and laugh|]",
                "~a smile with {poss} mouth wide open", "!make {poss} smile as [big|wide|broad] as possible",
                ">laugh with {poss} mouth wide open", ".{subj} should be laughing", ">roar with laughter",
            ])
        + cell(
            .smiling, .definite, .increase,
            [
                ">smile {amount} more", "^{amount} happier", "~a {amount} [bigger|wider|broader|brighter] smile",
                ".{poss} smile [should|could|can|must] be {amount} [bigger|wider|broader|brighter]",
                "!make {poss} smile {amount} [bigger|wider|broader|brighter]", "^{amount} more cheerful", ">show {amount} more teeth",
                "~{amount} more smile", "!make {poss} smile {steps} [bigger|wider]",
                ">smile {steps} more", "~{amount} more of a smile", ".i want {obj} to smile {amount} more",
                ">smile {amount} [wider|brighter]",
                "!add {amount} more smile",
            ]) + cell(.smiling, .definite, .increase, amount: 1, [">smile [a bit|a little|a tad]"])
        + cell(.smiling, .definite, .increase, amount: 3, [">smile a lot"])
        + cell(
            .smiling, .indefinite, .increase,
            [
                ">smile more", "^happier", "~a [bigger|wider|broader|brighter] smile",
                ".{poss} smile [should|could|can|must] be [bigger|wider|broader|brighter]",
                "!make {poss} smile [bigger|wider|broader|brighter]", "^more cheerful", ">show more [of {poss} teeth|teeth]", "~more smile",
                ".{subj} [is|looks] too [serious|sad]",
                ".{subj} [does not|doesn't] smile enough", "!cheer {obj} up", ".{poss} smile is too [small|weak|faint]",
                ">smile [wider|brighter|bigger]", ">[become|get] happier",
                "^less serious",
            ])
        + cell(
            .smiling, .definite, .decrease,
            [
                ">smile {amount} less", "^{amount} less happy", "~a {amount} smaller smile",
                ".{poss} smile [should|could|can|must] be {amount} [smaller|weaker]",
                "!make {poss} smile {amount} [smaller|weaker]", "^{amount} more serious", ">show {amount} [less|fewer] teeth",
                "~{amount} less smile", "!make {poss} smile {steps} smaller",
                ">smile {steps} less", "^{amount} less cheerful", ".{subj} smiles {amount} too much", "!tone {poss} smile down {byAmount}",
                "~{amount} less of a smile", "^{amount} sadder",
            ])
        + cell(
            .smiling, .indefinite, .decrease,
            [
                ">smile less", "^less [happy|cheerful]", "~a smaller smile", ".{poss} smile [should|could|can|must] be [smaller|weaker]",
                "!make {poss} smile [smaller|weaker]", "^more serious",
                ">show [less|fewer] [of {poss} teeth|teeth]", "~less smile", ".{subj} smiles too much",
                ".{poss} smile is too [big|wide|broad|bright]", "!tone down {poss} smile", ".{subj} [is|looks] too happy",
                "^sadder", "~less of a smile", ">laugh less",
            ]) + scale(.smiling, noun: "smile")
}
