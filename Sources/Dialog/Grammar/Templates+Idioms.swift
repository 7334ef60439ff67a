extension RequestTemplate {
    /// Indirect wishes, complaints, idioms, people described: what is said where no attribute is named outright.
    static let idioms: [RequestTemplate] = bangsIdioms + eyeglassesIdioms + beardIdioms + smilingIdioms + ageIdioms + sameIdioms

    private static let bangsIdioms: [RequestTemplate] =
        cell(
            .bangs, target: 0,
            [
                "!sweep the hair off {poss} forehead", "!pull {poss} hair back from {poss} face", "!push {poss} hair back",
                "!clip the {bangs} back",
                "!pin [up|back] {poss} {bangs}", "!slick {poss} hair back", "~an open forehead", "~a [bare|clear|free|naked] forehead",
                "!bare {poss} forehead", "!free {poss} forehead", "!reveal {poss} [whole|full|entire|] forehead", ".the fringe must go",
                "!chop off the {bangs} [completely|entirely]", "!ditch the {bangs}", "!drop the {bangs}", "!scrap the fringe",
                ".no more {bangs}",
                ".enough with the {bangs}", ".i can do without the {bangs}", ".i'm not a fan of the {bangs}, off with them",
                "!off with the fringe",
                "!grow the {bangs} out completely", "!get that hair out of {poss} [face|eyes|forehead]", "~hair off the face",
                "~zero {bangs}",
                "~forehead [fully|totally|completely] [visible|free|exposed|bare]", ".i want to see {poss} whole forehead",
                ".{subj} looks better without [the|a] fringe", ".i'd rather {subj} had no fringe", "~hair [combed|brushed|swept] back",
            ])
        + cell(
            .bangs, target: 1,
            [
                "~[micro|mini|baby|tiny|wispy little] [{bangs}|fringe]", "~just a few wisps [of hair|] on the forehead",
                "~a [hint|suggestion] of a fringe",
                "~a [teeny|tiny|super short|very short] fringe", "!trim the {bangs} way up", "~a fringe that barely covers anything",
                "~[a couple of|a few] strands on the forehead",
            ])
        + cell(
            .bangs, target: 2,
            [
                "~a short fringe", "~choppy short {bangs}", "~a cropped fringe", "~a fringe well above the brows",
                "~{bangs} that end high on the forehead",
            ])
        + cell(
            .bangs, target: 3, atLeast: true,
            [
                "!cut {obj} a fringe", "!cut {obj} [some|] {bangs}", "~a fringe",
                "~[curtain|side swept|wispy|choppy|feathered|parted] [{bangs}|fringe]",
                "!put some hair on {poss} forehead", "!hide some of {poss} forehead",
                "!cover {poss} forehead [a bit|somewhat|with some hair|]",
                ".{poss} forehead looks [bare|empty|naked|huge|too big|very big|enormous]", ".{subj} has a five head",
                ".that forehead is [huge|a landing strip]",
                "!bring back the {bangs}", "!style {obj} with [a fringe|{bangs}]", ".{subj} would suit a fringe",
                ".a fringe would suit {obj}",
                ".a fringe would be nice", ".some {bangs} would be nice", "!try {bangs}", "!try a fringe on {obj}",
                "~hair over {poss} forehead",
                "~some hair [falling|hanging] into {poss} [face|forehead]", "!let some hair fall over {poss} forehead",
                ".what about {bangs}",
            ])
        + cell(
            .bangs, target: 3,
            ["~{bangs} half way down", "~a fringe half way down [the forehead|]", "~a medium fringe", "~half the forehead covered"])
        + cell(
            .bangs, target: 4,
            [
                "~a fringe [just|right] above the [eyebrows|brows]", "~{bangs} just above the eyes",
                "~[quite|rather|pretty|fairly] long {bangs}",
                "~{bangs} nearly down to {poss} [brows|eyebrows]", "~a long fringe", "~a heavy fringe",
                "~most of {poss} forehead [hidden|covered]",
            ])
        + cell(
            .bangs, target: 5,
            [
                "~a [full|thick|heavy|blunt|straight] fringe [down to|touching|over] {poss} [eyebrows|brows|eyes]", "~an emo fringe",
                "~[a|] cleopatra [fringe|{bangs}]",
                "~{bangs} [into|in|over|down to|covering] {poss} eyes", "~a fringe like [cleopatra|a pony|a shetland pony|the beatles]",
                "~a beatles [fringe|haircut]",
                "~a mop top", "~forehead [fully|completely|totally|entirely] [covered|hidden]", ".i don't want to see any forehead",
                "!hide the forehead",
                "!cover it all up, the whole forehead", "~a bowl cut fringe", "~the longest fringe [possible|you can do|you have]",
                "!max out the {bangs}",
                "~{bangs} to the max", "~full on {bangs}", "~not a bit of forehead showing",
            ])
        + cell(
            .bangs, .indefinite, .increase,
            [
                "!let the fringe grow", "!grow the fringe", "!bring the fringe [down|lower]", "!lower the fringe",
                "~more hair [on|over] {poss} forehead",
                ".there is too much forehead", ".i see too much forehead", "~less forehead", ".the fringe stops too high",
                "!let {poss} {bangs} hang lower",
                ".the fringe could use some length", ".the {bangs} were cut too short", "~a [fuller|heavier|thicker|deeper] fringe",
                "!thicken the fringe",
                "~more fringe", ".i miss some fringe", "!drop the fringe lower", ".the barber took too much off the fringe",
            ])
        + cell(
            .bangs, .definite, .increase,
            [
                "~{amount} more fringe", "~{amount} less forehead", "!let the fringe grow {byAmount}", "~{bangs} {amount} lower",
                "!bring the fringe {amount} lower",
            ])
        + cell(
            .bangs, amountless: .decrease,
            [
                "!snip the {bangs}", "!give the {bangs} a trim", "!trim the fringe", "!take some length off the {bangs}",
                "!take something off the fringe",
                ".{subj} needs a fringe trim", ".the fringe is in {poss} eyes", ".{poss} hair hangs in {poss} eyes",
                ".{poss} hair is in {poss} face",
                ".{subj} can't see [a thing|anything|] through that fringe", ".how can {subj} see with that fringe", "!lift the fringe",
                "!raise the fringe",
                "~more forehead", "~a [lighter|thinner] fringe", "!thin out the {bangs}", ".there is hardly any forehead to be seen",
                "!chop the fringe",
                "!crop the {bangs}", ".the fringe is a mess, too long", "~less fringe", ".less hair in the face",
            ])
        + cell(
            .bangs, .definite, .decrease,
            [
                "~{amount} less fringe", "~{amount} more forehead", "!snip {byAmount} off the {bangs}", "!trim the fringe {byAmount}",
                "!take the fringe up {byAmount}",
            ])

    private static let eyeglassesIdioms: [RequestTemplate] =
        cell(
            .eyeglasses, target: 0,
            [
                "!lose the [specs|shades|goggles|frames]", "!ditch the {glasses}", "!bin the {glasses}", "!scrap the {glasses}",
                "!chuck the {glasses}",
                ">take {poss} {glasses} off", ">wear contacts [instead|]", ">switch to [contacts|contact lenses]", "~contact lenses",
                "~contacts instead of {glasses}",
                ".no more {glasses}", ".{subj} had laser [surgery|eye surgery]", ".{subj} should get lasik", "!off with the {glasses}",
                "~bare eyes",
                ".i want to see {poss} eyes without anything in front [of them|]", "!free {poss} eyes", ".the specs can go",
                "!drop the {glasses}",
                ".{subj} looks better without [the|] {glasses}", ".those {glasses} are [awful|ugly|horrible|terrible], take them off",
                "!un glasses {obj}",
                ".{subj} can see fine without {glasses}", "!whip off those {glasses}", "~no eyewear", "!take the shades off",
                "!remove the frames from {poss} face",
                ".i would like {obj} with no {glasses} at all", "~[nothing|no frames] on {poss} nose", "!strip the {glasses}",
                ".glasses off",
            ])
        + cell(
            .eyeglasses, target: 1,
            [
                "~[a|] pince nez", "~a monocle style light pair", "~[john lennon|lennon|harry potter|granny|gandhi] {glasses}",
                "~round wire {glasses}", "~wire rims",
                "~[rimless|frameless] ones", "~a rimless pair", "~[almost|nearly|practically] invisible {glasses}", "~steve jobs {glasses}",
                "~glasses you can hardly see",
                "~wire rimmed [specs|spectacles]", "~something [rimless|frameless]", "~{glasses} without [rims|frames]",
            ])
        + cell(
            .eyeglasses, target: 2,
            [
                "~[slim|thin|delicate|fine|slender|dainty] [frames|specs|rims]", "~[thin|gold|metal|silver] rimmed {glasses}",
                "~metal [frames|framed {glasses}]",
                "~reading {glasses}", "~[discreet|subtle|light|understated|elegant] {glasses}", "~librarian {glasses}",
                "~teacher {glasses}", "~a light pair of {glasses}",
            ])
        + cell(
            .eyeglasses, target: 3, atLeast: true,
            [
                "!get {obj} [some|a pair of|] [glasses|specs|spectacles]", "!stick [some|a pair of|] {glasses} on {obj}",
                "!pop some {glasses} on {obj}", "!slap some {glasses} on {obj}",
                ".{subj} can't see [well|a thing|properly]", ".{subj} is [short sighted|shortsighted|nearsighted|half blind]",
                ".{subj} needs [an optician|a prescription]",
                "!bring {poss} {glasses} back", "!put {poss} {glasses} back on", "^bespectacled", "^four eyed", "~some eyewear",
                "~[something|a pair] on {poss} nose to read with",
                ".{glasses} would suit {obj}", ".{glasses} would look good on {obj}", ".{glasses} would be nice", "!try {glasses} on {obj}",
                "!fit {obj} with {glasses}",
                ".{subj} should see an optician", ">wear specs", ">put {glasses} on", "^wearing {glasses}", "^in {glasses}",
                "~prescription {glasses}", "!hand {obj} some {glasses}",
                "!make {obj} wear {glasses}", ".with {glasses} please", "!lend {obj} {glasses}",
            ])
        + cell(
            .eyeglasses, target: 3,
            [
                "~everyday {glasses}", "~[a|] mid sized {glasses}", "~not too thick and not too thin {glasses}", "~office {glasses}",
                "~plain {glasses}", "~[regular|standard] frames",
            ])
        + cell(
            .eyeglasses, target: 4,
            [
                "~[horn rimmed|tortoiseshell|buddy holly|woody allen|clark kent|superman|nerdy|geeky|geek|hipster|nerd] {glasses}",
                "~[big|bold|chunky|thick] specs",
                "~thick rimmed {glasses}", "~statement {glasses}", "~[heavy|chunky|fat|massive] frames",
                "~[professor|intellectual|architect] {glasses}",
                "~wayfarer frames", "~bottle [bottom|cap] {glasses}", "~coke bottle {glasses}", "~[big|huge|massive] black {glasses}",
                "~thick black [frames|rims]",
                "~the chunkiest frames", "^[nerdy|geeky] with {glasses}", "~acetate frames", "~proper chunky {glasses}",
            ])
        + cell(
            .eyeglasses, target: 5,
            [
                "~[ray bans|raybans|ray ban|aviators|aviator shades|oakleys|wayfarers|sunnies|sun glasses]",
                "~[a pair of|some] [shades|sunnies|aviators|ray bans|raybans|oakleys]",
                "^incognito [with shades|]",
                "~[celebrity|rockstar|movie star|mirrored|polarised|tinted|pilot|gangster|biker|summer|beach] [shades|sunglasses]",
                "~sunglasses like in [the matrix|top gun|men in black]", ">hide {poss} eyes behind [dark glasses|shades|sunglasses]",
                "!hide {poss} eyes", ".it is too sunny for {obj}",
                ".the sun [is shining|is blinding {obj}|is in {poss} eyes], give {obj} something", "!protect {poss} eyes from the sun",
                "!darken the lenses",
                "!tint {poss} {glasses}", "!make the lenses dark", "!swap {poss} {glasses} for [sunglasses|shades]", "~dark lenses",
                "~[really|very] dark glasses", "^ready for the beach with shades",
                "~blacked out lenses", "~🕶️", "~🕶️ on {obj}", "^like a [spy|secret agent] with sunglasses",
                "~something against the sun on {poss} nose",
            ])
        + cell(
            .eyeglasses, .indefinite, .increase,
            [
                "~[chunkier|bolder|stronger|darker] frames", "!beef up the frames", ".the frames are too [dainty|thin|delicate|weak|light]",
                ".i can barely see the frames",
                "~more frame", "!bulk up the {glasses}", "~frames with more presence", ".the {glasses} hardly show",
                "~more striking {glasses}", "~more eye catching frames",
                "~a heavier pair", "~a bolder pair", "!go bolder with the {glasses}", "~more of a statement pair of {glasses}",
                ".the rims could be thicker",
            ])
        + cell(
            .eyeglasses, .definite, .increase,
            ["~{amount} chunkier frames", "~{amount} bolder frames", "~{amount} more frame", "!beef up the frames {byAmount}"])
        + cell(
            .eyeglasses, amountless: .decrease,
            [
                "~[daintier|slimmer|subtler|finer|more delicate|less chunky|less bulky] [frames|{glasses}]", "!slim down the frames",
                "!slim the frames", ".the frames are too [chunky|bulky|clunky|dark|much]",
                ".the {glasses} overpower {poss} face", ".the {glasses} dominate the face",
                ".the {glasses} are too [much|dominant|in your face]", "~more subtle {glasses}",
                "~[lighter|less heavy] {glasses}", "~a more discreet pair", "~a [lighter|thinner|slimmer] pair",
                "!go subtler with the {glasses}", ".the rims could be thinner",
                "!tone down the {glasses}", "~see through lenses", "!lighten the lenses",
            ])
        + cell(
            .eyeglasses, .definite, .decrease,
            ["~{amount} slimmer frames", "~{amount} less chunky {glasses}", "!slim the frames {byAmount}", "~{amount} subtler {glasses}"])

    private static let beardIdioms: [RequestTemplate] =
        cell(
            .beard, target: 0,
            [
                "^[freshly|newly|smoothly|cleanly] shaved", "^[clean|smooth] shaven", "^as smooth as a baby's bottom", "^smooth cheeked",
                "~smooth cheeks", "~a [smooth|bare|naked|hairless|baby] face",
                "~a babyface without hair", "!get {obj} a razor", "!hand {obj} a razor", "!give {obj} a razor", "!use a razor on {obj}",
                "!take a razor to {poss} [face|beard|chin]",
                "!shave it all off", "!shave everything off {poss} face",
                "!get rid of the [fuzz|scruff|whiskers|stubble|goatee|moustache|mustache|five o'clock shadow]",
                "!lose the [fuzz|scruff|whiskers|stubble|goatee|moustache|mustache|face fuzz]", ".{subj} [needs|could use] a shave",
                ".{subj} forgot to shave", ".{subj} should [shave|have a shave|get a shave]",
                ".time for {obj} to shave", ".the beard is too [scratchy|itchy|scruffy], off with it", "!off with the beard",
                "!ditch the beard", "!bin the beard", ".no more beard",
                "~no [whiskers|fuzz|scruff|goatee|moustache]", "~zero [facial hair|stubble|beard]",
                "!send {obj} to the barber for a clean shave", "!book {obj} a wet shave", "!drop the beard",
                "^beardless", "^hairless on the chin", "~a clean chin", "~a close shave", ".beard off",
                ".i prefer {obj} [clean shaven|without a beard|shaved]",
                ".{subj} looks better [clean shaven|without the beard|without a beard|shaved]", "!unbeard {obj}", "!wax {poss} chin",
                "!clear {poss} [chin|jaw|cheeks] of hair",
            ])
        + cell(
            .beard, target: 1,
            [
                "~[designer|light|a little|a bit of|the faintest|slight] stubble", "~a day's growth", "~one day of growth",
                "~a bit of [scruff|fuzz|peach fuzz]", "^a bit [scruffy|unshaven|stubbly]",
                "~a [faint|light] shadow on {poss} [chin|jaw|cheeks]", "~a five o'clock shadow", "~some fuzz",
                "~a hint of [scruff|facial hair|growth]", "^as if {subj} skipped shaving today", "^stubbly",
                ">skip a day of shaving", "~yesterday's stubble", "~the first signs of a beard",
            ])
        + cell(
            .beard, target: 2,
            [
                "~a [goatee|van dyke|pencil moustache|tache|handlebar moustache|porn stache|walrus moustache|movember moustache|soul patch]",
                "~three days of [stubble|growth]", "~three day stubble",
                "~a few days' growth", "~a week's worth of stubble", "~rugged stubble", "~george clooney stubble", "^ruggedly unshaven",
                "~strong stubble", "~[rough|thick|dark|heavy] scruff", "~a moustache",
                "!let {obj} skip shaving for [three|a few|four] days", "~designer scruff", "^like {subj} hasn't shaved for days",
                "~stubble you can see",
            ])
        + cell(
            .beard, target: 3, atLeast: true,
            [
                "^bearded", "!let {obj} grow a beard", "!let {poss} facial hair grow", ">grow [some|] [facial hair|whiskers|a beard]",
                "!put some hair on {poss} [chin|face|jaw|cheeks]", "~some [whiskers|facial hair]",
                ".a beard would suit {obj}", ".a beard would look good on {obj}", ".a beard would be nice", "!try a beard [on {obj}|]",
                "!slap a beard on {obj}", "!stick a beard on {obj}", "^more manly with a beard",
                ".{poss} chin looks [bare|naked|weak], add some hair", "!hide {poss} chin [behind|under] a beard", "!bring the beard back",
                "!bring back {poss} beard", "~whiskers", "~something on {poss} chin",
                "^wearing a beard", ".with a beard please", "~chin hair", "!beard {obj} up",
            ])
        + cell(
            .beard, target: 3,
            [
                "~a [well groomed|groomed|tidy|trimmed|neat|short|close cropped|cropped|boxed|corporate] beard", "~a beard but a short one",
                "~a businessman's beard", "~a beard kept short", "~a medium beard",
            ])
        + cell(
            .beard, target: 4,
            [
                "~a [full|proper|real|big|thick|bushy|dense|manly|lush|hipster|lumberjack|sailor|captain's|biker|rugged full] beard",
                "~a full [set|on beard]", "^like a [lumberjack|sea captain|sailor|barista]",
                "^fully bearded", "~full facial hair", "^like a hipster with a beard", ".{subj} should have a proper beard",
                "~beard all over {poss} [face|cheeks|jaw]", "!fill out the beard completely",
            ])
        + cell(
            .beard, target: 5,
            [
                "~a [santa|santa claus|wizard|gandalf|dumbledore|viking|zz top|hermit|prophet|dwarf|castaway|karl marx|father christmas] beard",
                "^like [santa|santa claus|gandalf|dumbledore|a viking|a wizard|zz top|a hermit|a castaway|father christmas]",
                "~a beard down to {poss} [chest|belly|belt|collar]",
                "~a [huge|massive|enormous|gigantic|very long|really long|super long|extremely long|wild|untamed|long bushy] beard",
                "~the [longest|biggest|bushiest|fullest] beard [possible|you can|ever|]",
                "~a beard birds could nest in", "!max out the beard", "~beard to the max", "^as bearded as possible",
                "!grow {poss} beard as long as possible", "~a beard like moses", "^like {subj} has never shaved",
            ])
        + cell(
            .beard, .indefinite, .increase,
            [
                "!let the beard grow", "!let it grow, the beard", "!grow the beard [out|]", "!fill [in|out] {poss} beard",
                "~[more|extra] [facial hair|whiskers|stubble|scruff|beard|fuzz]",
                "~[bushier|thicker|fuller|longer|denser|bigger|stronger|heavier] [beard|stubble|whiskers|facial hair]",
                "^[hairier|more bearded|scruffier|more rugged]", ".the beard is too [thin|patchy|short|wispy|weak|sparse|light]",
                ".{poss} beard is patchy", "!thicken {poss} beard", "!bulk up the beard",
                ".the beard could be [bushier|fuller|longer|thicker]",
                "~more hair on {poss} [chin|face|cheeks]", "!make {poss} beard [bushier|fuller|longer|thicker|denser|grow]",
                ".the stubble is too light", "!beef up {poss} beard", ".i want the beard [longer|bushier|fuller|thicker]",
                "!lengthen {poss} beard", "^manlier around the chin",
            ])
        + cell(
            .beard, .definite, .increase,
            [
                "!let the beard grow {byAmount}", "~{amount} [bushier|thicker|fuller|longer] beard",
                "~{amount} more [stubble|facial hair|whiskers|beard]", "^{amount} hairier", "!thicken {poss} beard {byAmount}",
                "^{amount} more bearded", "^{amount} scruffier", "~a {amount} [bushier|thicker|fuller|longer] beard",
            ])
        + cell(
            .beard, amountless: .decrease,
            [
                "!trim {poss} [beard|whiskers|stubble|facial hair]", "!give {poss} beard a trim", "!tidy up {poss} beard",
                "!groom {poss} beard", "!neaten {poss} beard", "!thin out the beard", "!crop the beard", "!clip the beard",
                "!tame the beard", "!take some length off {poss} beard",
                ".the beard is too [bushy|long|thick|big|wild|scruffy|unkempt|dense|heavy|much]", ".{subj} needs a beard trim",
                ".{subj} looks like a caveman", ".{subj} looks too [scruffy|shaggy|hairy]",
                "~less [facial hair|whiskers|stubble|scruff|fuzz|beard]", "^[less hairy|less scruffy|tidier around the chin|less bearded]",
                "!make {poss} beard [shorter|neater|thinner|tidier|lighter|smaller]", "~a [shorter|thinner|lighter|neater|smaller] beard",
                ".{poss} beard [should|could] be [shorter|thinner|lighter|neater]", "!shorten {poss} beard",
                "!reduce {poss} [stubble|whiskers]", ".send {obj} to the barber for a trim", ".that beard needs taming",
            ])
        + cell(
            .beard, .definite, .decrease,
            [
                "!trim {poss} beard {byAmount}", "!thin out the beard {byAmount}", "~{amount} less [stubble|facial hair|beard]",
                "^{amount} less hairy", "~a {amount} [shorter|thinner|lighter] beard", "!take {poss} beard down {byAmount}",
                "!make {poss} beard {amount} [shorter|thinner|lighter]",
            ])

    private static let smilingIdioms: [RequestTemplate] =
        cell(
            .smiling, target: 0,
            [
                "~a [poker face|straight face|blank stare|stony face|stone face|deadpan look|passport photo face|mugshot face|resting face|stern look]",
                ">keep a straight face", "^[deadpan|stern|grave|stone faced|emotionless|expressionless|stony faced|unsmiling]",
                "!wipe that grin off", "!wipe that smile off", ">stop [grinning|smirking|smiling|laughing|beaming]",
                "~no [teeth|grinning|laughing|smirk]", "^[serious|neutral] [like|as] [for|in] a passport photo",
                "^like [in|on] a passport [photo|picture]",
                ".no smile at all", "!lose the [smile|grin|smirk]", "!drop the [smile|grin|smirk|act]", "!kill the smile",
                "~lips [together|closed|shut] and serious", "^completely serious", "^dead serious",
                ">look [serious|dead serious|stern|neutral|grave]",
                ".this is no laughing matter", ".there is nothing to laugh about", ".it's not funny", "~a business like face", "^grumpy",
                "^sulky", "^moody and unsmiling", "^poker faced", "~zero smile", "~a neutral mouth", "!turn that smile off",
                "!shut {poss} mouth and no smile",
            ])
        + cell(
            .smiling, target: 1,
            [
                "~a [hint|trace|touch|ghost|shadow|suggestion] of a smile", "~a mona lisa smile",
                "~a [tiny|faint|shy|coy|subtle|little|wee|half|barely there|weak|polite little] smile", "~a smirk",
                "~a [slight|little] smirk", ">smirk", ">smile [just a little|a tiny bit|faintly|shyly|coyly]",
                "~a closed mouth smile", "~a smile with lips closed", ">smile like the mona lisa",
                "~the corners of {poss} mouth slightly up", "!lift the corners of {poss} mouth [slightly|a little|]",
                "~a barely visible smile", "~the faintest smile",
            ])
        + cell(
            .smiling, target: 2,
            [
                "~a [warm|kind|friendly|gentle|soft|sweet|relaxed|natural|pleasant|nice|polite|customer service] smile",
                ">smile [warmly|kindly|sweetly|gently|softly|politely|nicely]",
                "^[friendly|warm|kind|approachable|welcoming|pleasant] with a smile", "~a normal smile", "~a receptionist smile",
            ])
        + cell(
            .smiling, target: 3, atLeast: true,
            [
                ">say cheese", "!tell {obj} to say cheese", ">cheer up", "!cheer {obj} up", "!put a grin on {poss} face", "^happy",
                "^cheerful", "^in a good mood", "^smiley", "^smiling", "!turn that frown upside down", ".turn {poss} frown upside down",
                "~a happy face", "~a cheerful look",
                ".{subj} should [smile|cheer up|look happy|be happy]", "!make {obj} happy", ">look [happy|cheerful|pleased|joyful]",
                ".why so serious", ".why the long face",
                ".{subj} looks [sad|glum|miserable|unhappy|gloomy|down|depressed|grumpy|grim|cross|moody|bored], fix that",
                "^like {subj} just got good news", "^like {subj} is having a good time", "^like {subj} won the lottery",
                "!get a smile out of {obj}", "!crack a smile on {poss} face", ">crack a smile", ">give us a smile", ">flash a smile", "~🙂",
                "~🙂 on {obj}", "~a smiling face", "~😀", "!tell {obj} a joke",
                ".{subj} could do with a smile", ".a smile would be nice", ".a smile would suit {obj}",
                ".{subj} just heard [good|great] news", ".{subj} is happy",
            ])
        + cell(
            .smiling, target: 3,
            [
                ">show {poss} teeth [a bit|a little|]", "~a [toothy|teeth showing] smile", "~some teeth", "~a smile with a bit of teeth",
                ">smile with {poss} teeth showing", ".i want to see [some|{poss}] teeth", "~a smile with teeth",
            ])
        + cell(
            .smiling, target: 4,
            [
                "~a [broad|wide|big|beaming|radiant|dazzling|bright|toothpaste|hollywood|million dollar|megawatt|cheesy|colgate|winning|huge happy] [smile|grin]",
                ">[beam|grin|beam with joy|smile broadly|smile from ear to ear|grin from ear to ear|grin like a cheshire cat]",
                "~a smile from ear to ear",
                "~an ear to ear grin", "~a cheshire cat grin",
                "^[radiant|beaming|overjoyed|delighted|thrilled|over the moon|on cloud nine|ecstatic]",
                ">show all {poss} [pearly whites|teeth]", "~all [the|] pearly whites", ">flash {poss} pearly whites", "^really happy",
                "^very happy", "^super happy", "~a toothpaste ad smile",
                "^like in a toothpaste [ad|commercial]", "~😁", "~a proper big grin",
            ])
        + cell(
            .smiling, target: 5,
            [
                "^in stitches", ">crack up", ">laugh {poss} head off", ">burst out laughing", ">roll on the floor laughing",
                "^rolling with laughter", "^laughing out loud", "^laughing {poss} head off", ">guffaw", ">howl with laughter",
                ">roar with laughter", ">laugh out loud", ">laugh [like crazy|hard|so hard|really hard]",
                "~a belly laugh", "~a good laugh", "~a hearty laugh", "~an open mouthed laugh", "^cracking up", "^hysterical with laughter",
                "~full on laughter", "~maximum smile", "~smile to the max", "~😂", "~😆", "~🤣 mode on {poss} face",
                ".{subj} just heard the [funniest|best] joke [ever|]", "!make {obj} laugh", "!make {obj} laugh out loud",
                ">laugh", ">be laughing", "^laughing", "~a laughing face", ">laugh with an open mouth", "~a roaring laugh", ">giggle",
                ">chuckle", "^giggling", "!crack {obj} up", "!max out the smile",
            ])
        + cell(
            .smiling, .indefinite, .increase,
            [
                "^[happier|jollier|merrier|cheerier|smilier|sunnier|more joyful|more cheerful|friendlier|more friendly|less grumpy|less sad|less serious|less stern|less grim|less gloomy|less strict|more approachable|warmer|more welcoming|brighter|less miserable|more relaxed and smiling|less bored]",
                "!lighten {obj} up", ">lighten up", "!brighten {obj} up", "!brighten {poss} [mood|expression]", "!cheer {obj} up some",
                ".{subj} looks [too|so|rather|a bit|very|really|awfully] [serious|sad|grim|stern|grumpy|glum|gloomy|unhappy|strict|miserable|severe|moody|unfriendly|cold|cross|sour|bored|angry]",
                ".{subj} seems [too|so|rather|a bit] [serious|sad|grim|stern|grumpy|glum|unhappy|strict|unfriendly|cold]",
                ".{subj} looks like {subj} bit a lemon", ".{subj} looks like at a funeral", ".{subj} is at a funeral", ".could be happier",
                ".{subj} could be happier", ".{subj} could look [happier|friendlier|more cheerful|less sad]",
                "~[bigger|broader|wider|larger|happier|brighter|warmer] [smile|grin]", "~more [teeth|joy|happiness|cheer|smile|grin]",
                "!widen {poss} smile", "!broaden {poss} smile", "!make {poss} smile [bigger|wider|broader|larger|brighter|more obvious]",
                ">smile [more|wider|bigger|brighter|harder]", ">show more teeth",
                ".the smile is too [small|weak|faint|shy|tiny|timid]", ".the smile looks [forced|half hearted|weak]",
                ".{poss} mouth corners should go up", "!lift {poss} mood", "!improve {poss} mood", ".{subj} needs more joy",
                "!spread some joy on {poss} face", ">grin more",
            ])
        + cell(
            .smiling, .definite, .increase,
            [
                "^{amount} [happier|friendlier|more cheerful|more joyful|less serious|less grumpy|smilier|less sad]",
                "~{amount} more [teeth|joy|grin]", "!cheer {obj} up {byAmount}", "~a {amount} [bigger|broader|wider|warmer] [smile|grin]",
                "!widen {poss} smile {byAmount}", "!lighten {obj} up {byAmount}", ">grin {amount} more",
            ])
        + cell(
            .smiling, amountless: .decrease,
            [
                "^[sadder|more serious|less cheerful|less happy|less smiley|more sober|more solemn|more stern|calmer|more composed|more professional|less silly|less goofy|less jolly|more neutral|more business like|graver|moodier|less cheesy]",
                "!tone down {poss} [smile|grin|laugh]", "!soften the [grin|laugh]",
                ".the [grin|smile|laugh] is too [big|wide|much|broad|cheesy|fake|goofy|forced|over the top|toothy]",
                ".{subj} [grins|smiles|laughs] too much", ".{subj} looks too [happy|cheerful|jolly|cheesy|goofy]",
                ">[smile|grin|laugh] less", "~less [teeth|grin|smile|laughter|smiling|laughing]",
                "!close {poss} mouth a bit", "~fewer teeth", ">show fewer teeth", ">calm down a bit",
                "~a [smaller|less broad|more subtle|subtler|more modest|narrower] smile",
                "!make {poss} smile [smaller|less obvious|more subtle|subtler|narrower]", "!shrink {poss} smile",
                "!reduce the [grin|smile]", ">take it a bit more seriously",
                ".{poss} smile creeps me out, less of it", ".i can see too many teeth", ".too many teeth",
                ">not [grin|smile|laugh] so much", ">not show so many teeth", "!rein in the smile", ".a more serious look would be better",
                "~a more serious [look|expression|face]",
            ])
        + cell(
            .smiling, .definite, .decrease,
            [
                "^{amount} [more serious|less happy|less cheerful|sadder|less smiley]", "~{amount} [less|fewer] teeth",
                "!tone {poss} [smile|grin] down {byAmount}", "~{amount} less [smile|grin]", "~a {amount} [smaller|subtler] smile",
                ">[smile|grin] {amount} less", "!reduce {poss} smile {byAmount}",
            ])

    private static let ageIdioms: [RequestTemplate] =
        cell(
            .age, target: 0,
            [
                "^like a [schoolboy|schoolgirl|kindergartner|toddler|preschooler|little one|ten year old|wee lad|wee lass|primary school kid]",
                "^a [schoolboy|schoolgirl|toddler|kid|child|wee one|little kid|preschooler]",
                "^[childlike|a small child|six again|a kid again]", "!turn {obj} back into a [child|kid|boy|girl]",
                "!take {obj} back to [childhood|primary school|kindergarten]",
                "^like in {poss} childhood", "^as {subj} looked as a [child|kid|little boy|little girl]",
                "~a [child|kid|toddler] version of {obj}", "~a baby version", "~{poss} [childhood|baby] [photo|picture|self|face]",
                "^in [kindergarten|primary school|elementary school]", "^as young as it gets", "!max youth", "^a baby",
            ])
        + cell(
            .age, target: 1,
            [
                "^[like|] a [college student|university student|uni student|high schooler|sixth former|fresher|young lad|young lass|twenty something|gen z kid|youngster|zoomer]",
                "^[like|] in {poss} [teens|college days|student days|youth|prime youth|early twenties]",
                "^fresh out of [college|school|university]", "^twentysomething", "^in {poss} 20s", "^in {poss} [early|mid|late] 20s",
                "^[barely|just about] legal drinking age",
                "^old enough to drink but only just", "^{years1}ish", "^{years1} or so", "^a 20 something", "^a teen", "^teenaged",
                "^adolescent", "!take {obj} back to {poss} [twenties|teens|student days|youth]", "^young and fresh",
                "!give {obj} {poss} youth back", "^like a young [man|woman|person|adult]", "^gen z", "~a youthful version of {obj}",
                "^in the flower of youth", "^student age", "^of student age",
            ])
        + cell(
            .age, target: 2,
            [
                "^[like|] a thirty something", "^thirtysomething", "^in {poss} 30s", "^in {poss} [early|mid|late] 30s", "^{years2}ish",
                "^{years2} or so", "^a 30 something", "^[like|] a millennial", "^[like|] a young [parent|mum|mom|dad|professional]",
                "^approaching forty", "^just over thirty", "^around 35", "^in {poss} prime",
            ])
        + cell(
            .age, target: 3,
            [
                "^[like|] a forty something", "^fortysomething", "^in {poss} 40s", "^in {poss} [early|mid|late] 40s", "^{years3}ish",
                "^{years3} or so", "^[like|] someone having a midlife crisis", "^having a midlife crisis", "^midlife", "^middle aged",
                "^[like|] a gen xer", "^mature, around {years3}", "^pushing fifty", "^a 40 something", "^approaching fifty",
            ])
        + cell(
            .age, target: 4,
            [
                "^[like|] a fifty something", "^fiftysomething", "^in {poss} 50s", "^in {poss} [early|mid|late] 50s", "^{years4}ish",
                "^{years4} or so", "^pushing sixty", "^nearing retirement", "^approaching sixty", "^past fifty", "^well into middle age",
                "^over the hill", "^no spring chicken", "^an older gentleman", "^a mature lady", "^greying", "^over fifty",
            ])
        + cell(
            .age, target: 5,
            [
                "^[like|] a [boomer|pensioner|senior citizen|oap|old timer|codger|geezer|great grandmother|great grandfather|granny|grandad|gran|nan|elder|wise old man|wise old woman|centenarian|old lady|old man|golden ager]",
                "^in {poss} [60s|70s|80s|90s]", "^in {poss} [early|mid|late] [60s|70s|80s]", "^{years5}ish", "^{years5} or so",
                "^geriatric", "^ancient", "^as old as the hills", "^as old as methuselah",
                "^like methuselah", "^as old as time", "^in {poss} [golden|twilight|autumn|later] years",
                "^old and [wrinkled|wrinkly|grey|frail|wise]", "!turn {obj} into {poss} own [grandmother|grandfather|grandma|grandpa]",
                "!fast forward to {poss} retirement", "^at retirement age", "^long retired", "^with one foot in the grave",
                "~wrinkles all over", "^[wrinkly|wizened|crusty|decrepit]", "~a face full of wrinkles", "^a hundred years old",
                "^ninety nine",
                "!make a [granny|grandpa|grandma|grandad] out of {obj}", "^like my [grandmother|grandfather|grandma|granny|grandpa|nan]",
                "^old enough to be a [grandparent|grandmother|grandfather|great grandfather]", "~an elderly version of {obj}", "^old age",
                "^of old age", "^an OAP",
            ])
        + cell(
            .age, .indefinite, .increase,
            [
                "^[more mature|more grown up|more weathered|more experienced|wiser|more distinguished|more senior|greyer at the temples|less young|less childish|less boyish|less girlish|less baby faced|less youthful|more adult|more seasoned|more lived in]",
                "~more [wrinkles|lines|crow's feet|laugh lines|maturity|years|age]",
                "!add [some|a few|] [wrinkles|crow's feet|lines|laugh lines|years|mileage]", "!put some years on {obj}",
                ".{subj} looks [too|so|rather|way too|a bit] [young|childish|boyish|girlish|youthful|immature|baby faced]",
                ".{subj} looks like a [child|kid|baby|teenager], too young", ".{subj} looks barely old enough", ".{subj} could be older",
                ".{subj} should have some mileage", ".time should leave its mark on {obj}", "!fast forward a few years",
                "!let {obj} mature", "!let time pass", "!let {obj} grow up", "!mature {obj}",
                ".{poss} skin is too smooth", "^[older|aged|elder] looking", "^a few years older", "^some years older",
                "^a little further along in years", ".{subj} is too young [for the role|for this|for that|]", "!send {obj} into the future",
                "!weather {poss} face",
            ])
        + cell(
            .age, .definite, .increase,
            [
                "^{years} older [than now|]", "!fast forward {years}", "!let {years} pass", "!put {years} on {obj}", "^{years} on",
                "!age {obj} {years}", "^[another|] {years} older",
                "^{amount} [more grown up|more weathered|wiser|less youthful|older looking]", "!age {obj} up {byAmount}",
                "!make {obj} look {years} older", "~{poss} face {years} from now", "^like {subj} will in {years}",
            ])
        + cell(.age, .definite, .increase, amount: 2, ["^a generation older", "!age {obj} by a generation", "^two decades older"])
        + cell(.age, .definite, .decrease, amount: 2, ["^a generation younger", "^two decades younger"])
        + cell(.age, .definite, .increase, amount: 1, ["^a decade older", "!add a decade", "!put ten years on {obj}"])
        + cell(
            .age, .definite, .decrease, amount: 1,
            ["^a decade younger", "!knock ten years off [{obj}|]", "!shave ten years off [{obj}|]", "!knock a decade off"])
        + cell(
            .age, amountless: .decrease,
            [
                "^[fresher|more youthful|less old|less wrinkled|less wrinkly|less aged|fresher faced|more boyish|more girlish|less worn|less weathered|less tired looking and younger|rejuvenated]",
                "~[fewer|less] [wrinkles|lines|crow's feet|laugh lines]", "!remove [some|{poss}|the|] [wrinkles|lines|crow's feet]",
                "!smooth [out|] {poss} [wrinkles|lines|face|forehead lines]", "!iron out {poss} wrinkles",
                ".{subj} looks [too|so|rather|way too|a bit] [old|aged|mature|wrinkly|wrinkled|elderly|worn|ancient]",
                ".{subj} looks older than {subj} is", ".{subj} has too many wrinkles", ".too many wrinkles", ".{subj} could be younger",
                "!knock [a few|some] years off [{obj}|]", "!shave [a few|some] years off [{obj}|]", "!take off a few years",
                "!give {obj} [botox|a facelift|some botox|a youth serum|anti aging cream]", "!turn back [the clock|time]",
                "!wind back the [years|clock]",
                "!roll back the years", "!de age {obj}", "!make {obj} look fresher", "!youthen {obj}", "^a few years younger",
                "^some years younger", "!let {obj} drink from the fountain of youth", "!send {obj} to the fountain of youth",
                ".{subj} is too old for [the role|this|that]", "!reverse the aging", "^[younger|youthful] looking",
                "~a more youthful [look|face|appearance]", "!bring back {poss} youth",
                ".the years have not been kind to {obj}, fix that", "!lift {poss} face", "!tighten {poss} skin",
            ])
        + cell(
            .age, .definite, .decrease,
            [
                "!knock {years} off [{obj}|]", "!shave {years} off [{obj}|{poss} age|]", "!roll back {years}",
                "!turn the clock back {years}", "^{years} younger [than now|]", "!make {obj} look {years} younger",
                "^{amount} [fresher|more youthful|less wrinkly|less old]", "!de age {obj} {byAmount}", "~{amount} fewer [lines|wrinkles]",
                "^like {subj} did {years} ago", "~{poss} face {years} ago",
            ])

    private static let sameIdioms: [RequestTemplate] =
        cell(
            .same, target: 0,
            [
                "!off with [it|them]", "~none of [it|that]", "~none [at all|]", "!set it to zero", "!zero it", "!lose [it|them]",
                "!ditch [it|them]", "!take it all off", "~no, none of that", "!turn it off", "!down to zero", "!get [it|them] off",
            ])
        + cell(
            .same, target: 5,
            [
                "!max it out", "!all the way", "~full blast", "!as much as you can", "!as far as it goes", "!go to the max",
                "!crank it all the way up", "~the full monty", "!to the max", "!turn it up to eleven", "!as far as possible",
                "!set it to 5", "~the maximum please",
            ])
        + ["one", "two", "three", "four"].enumerated().flatMap { index, number in
            cell(
                .same, target: index + 1,
                [
                    "!set it to [\(number)|\(index + 1)|level \(index + 1)|degree \(index + 1)]", "!make it a [\(number)|\(index + 1)]",
                    "~[\(number)|\(index + 1)] out of [five|5]", "~[level|degree] [\(number)|\(index + 1)]",
                    "~[\(number)|\(index + 1)] of [five|5]",
                ])
        }
        + cell(
            .same, .indefinite, .increase,
            [
                "^longer", "^bigger", "^thicker", "^fuller", "^bushier", "^bolder", "^heavier", "^wider", "^broader", "^darker",
                "^more obvious", "^more visible", "^more pronounced", "!bigger please",
                "!make [it|them|that] [fuller|bushier|bolder|wider|heavier|more obvious|more visible|more pronounced]",
                ".[it|that] could be [bigger|longer|fuller|stronger]",
            ])
        + cell(
            .same, .definite, .increase,
            [
                "^{amount} [longer|bigger|thicker|fuller|bushier|bolder|heavier|wider|broader]",
                "!make [it|them|that] {amount} [fuller|bushier|bolder|wider|heavier]", "^{amount} more [obvious|visible|pronounced]",
                ".[it|that] could be {amount} [bigger|longer|fuller]",
            ])
        + cell(
            .same, .indefinite, .decrease,
            [
                "^shorter", "^smaller", "^thinner", "^lighter", "^slimmer", "^narrower", "^weaker", "^subtler", "^more subtle",
                "^less obvious", "^less visible", "!smaller please",
                "!make [it|them|that] [lighter|slimmer|subtler|less obvious|less visible|neater]",
                ".[it|that] could be [smaller|shorter|lighter|subtler]",
            ])
        + cell(
            .same, .definite, .decrease,
            [
                "^{amount} [shorter|smaller|thinner|lighter|slimmer|subtler]", "!make [it|them|that] {amount} [lighter|slimmer|subtler]",
                "^{amount} less [obvious|visible]", ".[it|that] could be {amount} [smaller|shorter|lighter]",
            ])

    private static func cell(_ topic: Topic, amountless sense: Sense, _ sources: [String]) -> [RequestTemplate] {
        cell(topic, .indefinite, sense, sources)
    }
}
