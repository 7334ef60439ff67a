extension RequestTemplate {
    static let age: [RequestTemplate] =
        cell(
            .age, target: 0,
            [
                "!turn {obj} into a baby", "^a [baby|toddler]",
                "^{years0} years of age", "^[like|] a {years0} year old [person|man|woman|]", "^aged {years0}",
                "^[like|] someone of {years0}",
                "^[like|] a [little|small|] [child|kid]", "^[like|] a little [boy|girl]", "^a [child|kid|boy|girl] again",
                "^as young as [possible|you can]", "^{years0} years old",
                "^under fifteen [years old|]", "!turn {obj} into a [little|] [child|kid|boy|girl]", "~a [child|kid]'s face",
                "^[like|] a baby", "^[about|around] {years0}", "^extremely young",
                "!show {obj} as a [little|] [child|kid|boy|girl]",
            ])
        + cell(
            .age, target: 1,
            [
                "!put {obj} in {poss} twenties", "^[like|] someone in {poss} [early|mid|late|] twenties", "^{years1} years of age",
                "^[like|] a {years1} year old [person|man|woman|]", "^aged {years1}", "^[like|] someone of {years1}",
                "^young", "^[like|] a [teenager|teen|youth|student]", "^in {poss} [early|mid|late|] twenties", "^{years1} years old",
                "^under thirty", "!turn {obj} into a [teenager|teen|student]",
                "~a [young|youthful|teenage] face", "^[about|around] {years1}", "^[very|really|quite|] young",
                "^[youthful|fresh and young]", "!show {obj} as a [teenager|teen|student]",
            ])
        + cell(
            .age, target: 2,
            [
                "!put {obj} in {poss} thirties", "^[like|] someone in {poss} [early|mid|late|] thirties", "^{years2} years of age",
                "^[like|] a {years2} year old [person|man|woman|]", "^aged {years2}", "^[like|] someone of {years2}",
                "^in {poss} [early|mid|late|] thirties", "^{years2} years old", "^[like|] a young adult", "^between thirty and forty",
                "^[about|around] {years2}", "^[|over|a bit over] thirty",
                "!turn {obj} into a young adult",
            ])
        + cell(
            .age, target: 3,
            [
                "!put {obj} in {poss} forties", "^[like|] someone in {poss} [early|mid|late|] forties", "^{years3} years of age",
                "^[like|] a {years3} year old [person|man|woman|]", "^aged {years3}", "^[like|] someone of {years3}",
                "^[middle aged|middle age]", "^in {poss} [early|mid|late|] forties", "^{years3} years old", "^between forty and fifty",
                "^[about|around] {years3}", "~a middle aged face",
                "^in the middle of {poss} life", "!turn {obj} into a middle aged person",
            ])
        + cell(
            .age, target: 4,
            [
                "!put {obj} in {poss} fifties", "^[like|] someone in {poss} [early|mid|late|] fifties", "^{years4} years of age",
                "^[like|] a {years4} year old [person|man|woman|]", "^aged {years4}", "^[like|] someone of {years4}",
                "^in {poss} [early|mid|late|] fifties", "^{years4} years old", "^between fifty and sixty", "^[about|around] {years4}",
                "^[quite|fairly|rather] old", "^close to retirement",
                "^a few years before retirement",
            ])
        + cell(
            .age, target: 5,
            [
                "~a wrinkled [old|] face", "!cover {poss} face with wrinkles",
                "!put {obj} in {poss} [sixties|seventies|eighties|nineties]",
                "^[like|] someone in {poss} [early|mid|late|] [sixties|seventies|eighties|nineties]", "^{years5} years of age",
                "^[like|] a {years5} year old [person|man|woman|]", "^aged {years5}", "^[like|] someone of {years5}",
                "^old", "^elderly", "^[like|] a [grandpa|grandma|grandfather|grandmother|pensioner|senior]", "^over sixty",
                "^in {poss} [early|mid|late|] [sixties|seventies|eighties|nineties]",
                "^{years5} years old", "^[very|really|extremely|super] old", "^as old as [possible|you can]", "^an old [man|woman|person]",
                "~an old face", "^[about|around] {years5}",
                "!turn {obj} into an [old|elderly] [man|woman|person]", "^retired", "^ancient", "^full of wrinkles",
                "!show {obj} as a [grandpa|grandma|grandfather|grandmother|senior]",
            ])
        + cell(
            .age, .definite, .increase,
            [
                "^{amount} older", "~a {amount} older [face|look]", "^{amount} more mature", "!age {obj} {byAmount}",
                "!age {obj} by {years}", "^{years} older", "!add {years} [to {poss} age|]",
                "^{steps} older", ".{subj} [is|looks] {amount} too young", "!let {obj} age {byAmount}", "~{amount} more wrinkles",
                "!make {poss} face {amount} older", ".i want {obj} {amount} older",
                "!put {years} on {obj}",
            ])
        + cell(
            .age, .indefinite, .increase,
            [
                "^older", "~an older [face|look]", "^more mature", "!age {obj}", ".{subj} [is|looks] too young", "!let {obj} age",
                "~more wrinkles", "!make {poss} face older", "!add [some|a few] years",
                ">[get|grow] older", "^more [aged|elderly]", ".i want an older [person|face]",
            ])
        + cell(
            .age, .definite, .decrease,
            [
                "^{amount} younger", "~a {amount} younger [face|look]", "^{amount} less mature", "!rejuvenate {obj} {byAmount}",
                "!rejuvenate {obj} by {years}", "^{years} younger",
                "!take {years} off {obj}", "^{steps} younger", ".{subj} [is|looks] {amount} too old", "!take {years} off {poss} age",
                "~{amount} fewer wrinkles", "!make {poss} face {amount} younger",
                ".i want {obj} {amount} younger", "!turn back time by {years}",
            ])
        + cell(
            .age, .indefinite, .decrease,
            [
                "^younger", "~a younger [face|look]", "^less [mature|old|aged]", "!rejuvenate {obj}", ".{subj} [is|looks] too old",
                "!take [some|a few] years off [|{obj}]", "~[less|fewer] wrinkles",
                "!make {poss} face younger", "^more youthful", "!turn back the clock", "!smooth {poss} wrinkles",
                ".i want a younger [person|face]",
            ]) + scale(.age, noun: "age")

    /// Requests that leave the attribute to the talk.
    static let same: [RequestTemplate] =
        cell(
            .same, target: 0,
            [
                "!make [it|that] go away", "!let [it|that] be gone", ".i want [it|that|them] gone",
                "!remove [it|that]", "!get rid of [it|that|them]", "!take [it|that] away", "!remove it [completely|entirely]",
                ".[it|that] should be gone", "!take it off",
            ])
        + cell(
            .same, target: 5,
            [
                "!make [it|them|that] as [long|big|thick|strong] as possible", "!go all the way [up|]",
                ".[it|they] should be as [long|big|thick] as possible", "!set [it|them] to the maximum",
                "~the maximum",
            ])
        + cell(
            .same, .definite, .increase,
            [
                "!make [it|them|that] {amount} [longer|bigger|thicker|stronger|larger]", "~{amount} [longer|bigger|thicker]",
                ".[it|that|they] [should|could|can|must] be {amount} [longer|bigger|thicker|stronger]",
                "!increase it by {steps}", "!increase [it|that] {byAmount}", ".[it is|they are] {amount} too [short|small|thin|weak]",
            ])
        + cell(
            .same, .indefinite, .increase,
            [
                "!make [it|them|that] [longer|bigger|thicker|stronger|larger]", "~[longer|bigger|thicker]",
                ".[it|that|they] [should|could|can|must] be [longer|bigger|thicker|stronger]", "!increase [it|that]",
                ".[it is|they are] too [short|small|thin|weak]",
            ])
        + cell(
            .same, .definite, .decrease,
            [
                "!make [it|them|that] {amount} [shorter|smaller|thinner|weaker]", "~{amount} [shorter|smaller|thinner]",
                ".[it|that|they] [should|could|can|must] be {amount} [shorter|smaller|thinner|weaker]",
                "![decrease|reduce] it by {steps}", "![decrease|reduce] [it|that] {byAmount}",
                ".[it is|they are] {amount} too [long|big|thick]",
            ])
        + cell(
            .same, .indefinite, .decrease,
            [
                "!make [it|them|that] [shorter|smaller|thinner|weaker]", "~[shorter|smaller|thinner]",
                ".[it|that|they] [should|could|can|must] be [shorter|smaller|thinner|weaker]", "![decrease|reduce] [it|that]",
                ".[it is|they are] too [long|big|thick]",
            ])
}
