extension RequestTemplate {
    /// People, characters and situations that stand for a degree.
    static let people: [RequestTemplate] =
        cell(
            .beard, target: 5,
            [
                "^like a [caveman|hobo|monk from the middle ages|druid|sorcerer|old sailor|mountain man|desert hermit|rabbi|guru|russian priest|robinson crusoe]",
                "!turn {obj} into [santa|santa claus|gandalf|a wizard|a viking|a caveman|a hermit]",
                "~a [robinson crusoe|rasputin|tolstoy|darwin|marx|old testament] beard",
                "^like {subj} has been on a desert island [for a year|for years|]", "^like {subj} lost {poss} razor [a year|years] ago",
            ])
        + cell(
            .beard, target: 4,
            [
                "!turn {obj} into a [proper|real|true|]  [lumberjack|pirate|sailor|sea captain|hipster|biker|woodcutter|blacksmith]",
                "^like a [pirate|biker|woodcutter|blacksmith|craft beer brewer|bushman|greek philosopher|roadie]",
                "~a [pirate|philosopher's|sea dog|greek god|king's] beard", "~[lumberjack|hipster|viking|barista] vibes",
            ])
        + cell(
            .beard, target: 2,
            [
                "~a [freddie mercury|tom selleck|magnum|hulk hogan|chevron|salvador dali|pornstar] [moustache|mustache]",
                "~a movember look", "~hollywood stubble",
                "^like {subj} skipped shaving [for three days|for a few days|all week|since monday]", "~the stubble of a long weekend",
                "~a man's moustache",
                "~[stubble|a shadow] and a moustache",
            ])
        + cell(
            .beard, target: 1,
            [
                "~miami vice stubble", "~don johnson stubble", "^like {subj} forgot {poss} razor this morning",
                "^like {subj} shaved last night", "~the look of the morning after", "~some [manly|sexy] stubble",
            ])
        + cell(
            .beard, target: 0,
            [
                "^like {subj} just left the barber, clean", "^like an [army recruit|altar boy] without a whisker",
                "^freshly shaved like a soldier", "~a gillette [face|advert look]", "^ready for the army, no beard",
                "^smooth as silk on the chin", "!lend {obj} my razor",
            ])
        + cell(
            .eyeglasses, target: 5,
            [
                "^like [the terminator|the blues brothers|a blues brother|neo|a cop|a state trooper|a bouncer|a bodyguard|stevie wonder|ray charles|karl lagerfeld|a rapper|a fighter pilot|a movie star hiding from paparazzi] with shades",
                "~[matrix|terminator|blues brothers|top gun|men in black|fbi|mafia|mafioso] [glasses|sunglasses|shades]",
                "~[ray ban|ray bans|raybans|rayban|oakley|oakleys|aviator|aviators|wayfarer|clubmaster|prada|gucci|versace] [shades|sunglasses|]",
                ".{subj} needs [ray bans|raybans|ray ban sunglasses|aviators|oakleys|shades|sunglasses]",
                "!give {obj} [ray bans|raybans|aviators|oakleys|some ray bans|a pair of ray bans]",
                ".{subj} is squinting in the sun", ".{subj} is going to the beach, {poss} eyes need protection",
                ".{subj} is dazzled by the sun", "~uv protection for {poss} eyes", "~something dark over {poss} eyes",
                "!black out {poss} lenses", ".let {obj} go incognito",
            ])
        + cell(
            .eyeglasses, target: 4,
            [
                "^like [clark kent|buddy holly|woody allen|a nerd|a computer nerd|a geek|an architect|a hipster|a professor|harold lloyd|michael caine] with {poss} glasses",
                "~[clark kent|buddy holly|michael caine|nerd|architect|professor] [frames|specs|glasses]", "~geek chic {glasses}",
                "~[ray ban|black] wayfarer frames with clear glass",
            ])
        + cell(
            .eyeglasses, target: 2,
            [
                "^like a [librarian|schoolteacher|bookkeeper|secretary] with {glasses}",
                "~[librarian|secretary|bookkeeper|banker] [glasses|specs]", "~[titanium|steel] frames", "~small metal {glasses}",
            ])
        + cell(
            .eyeglasses, target: 1,
            [
                "~[gandhi|lennon|john lennon|harry potter|trotsky|steve jobs] [glasses|specs|spectacles]",
                "~round metal {glasses} like harry potter", "~glasses like [john lennon|gandhi|steve jobs]",
                "~nothing but lenses on {poss} nose", "~silhouette {glasses}",
            ])
        + cell(
            .eyeglasses, target: 0,
            [
                ".i can't see {poss} eyes [properly|well|behind those things|behind that|]",
                ".i can't see {poss} eyes behind [those|the] [dark things|dark glasses|lenses|frames|shades]", ".let me see {poss} eyes",
                ".{poss} eyes are hidden [behind the glasses|behind the lenses|]", ".what's behind those glasses, show me {poss} eyes",
                ".there is too much reflection on those glasses, take them off",
                ".{subj} got [contacts|contact lenses|laser surgery|lasik]", ".{subj} can see fine on {poss} own",
                ".give {poss} nose a rest from the {glasses}", ".uncover {poss} eyes",
            ])
        + cell(
            .smiling, target: 5,
            [
                "^like [the joker|a clown|a madman|a hyena|a kid on christmas morning|someone being tickled]",
                "^like {subj} just heard the best joke [ever|of the year|]", ">laugh like a hyena", ">laugh till {subj} cries",
                "~tears of laughter", ">be in hysterics", "^like someone is tickling {obj}", "!tickle {obj}", ".{subj} can't stop laughing",
                ">lol", ">rofl",
            ])
        + cell(
            .smiling, target: 4,
            [
                "^like [at {poss} wedding|a game show host|a politician on a poster|a flight attendant|a salesman|a toothpaste model|a beauty queen|a cheerleader|a winner]",
                "^like {subj} just won [the lottery|a million|gold|an oscar|the world cup]",
                "~a [wedding photo|game show host|salesman|beauty queen|politician's|showbiz|movie star] smile",
                "^as if {subj} won the jackpot", "^like a kid in a candy shop", "^proud and beaming",
            ])
        + cell(
            .smiling, target: 3,
            [
                "~a [selfie|school photo|family photo|yearbook|profile picture|linkedin|holiday photo] smile", ">smile for the camera",
                ">smile like [in|for] a family photo", "^like in a holiday snapshot", ".someone should tell {obj} to smile",
                ".tell {obj} the camera is on",
            ])
        + cell(
            .smiling, target: 2,
            [
                "^like a [receptionist|nurse|kindergarten teacher|doctor you trust] with a friendly smile", "~a smile you can trust",
                "~a smile for strangers", "^friendly", "^kind looking", "^nice and friendly",
            ])
        + cell(
            .smiling, target: 1,
            [
                "^[amused|slightly amused|mildly amused|quietly pleased|content]", "~a knowing smile", "~a james bond smirk",
                "^like {subj} knows a secret", "~the beginning of a smile", "~a smile you have to look for",
            ])
        + cell(
            .smiling, target: 0,
            [
                "^like [an undertaker|a judge|a prison guard|a bouncer|a catwalk model|a soldier on parade|a statue|buster keaton|a headmaster|a tax inspector|a passport picture|a mugshot]",
                "^like at a funeral", "^as [serious|grave] as a judge",
                "~a [mugshot|passport|funeral|catwalk|undertaker's|biometric] [face|look|expression]",
                "^ready for a passport [photo|picture]",
                ".this is for a passport", ".it's for {poss} passport, no smiling", "~a face of stone", "~a dead serious [face|look]",
                "^utterly unimpressed", "^unimpressed", "^bored stiff",
            ])
        + cell(
            .smiling, .indefinite, .increase,
            [
                ".{subj} looks like {subj} [bit into|bit|swallowed|sucked on|ate] a lemon",
                ".{subj} looks like [a wet weekend|a bulldog chewing a wasp|death warmed up|thunder|{subj} lost a bet|someone stole {poss} lunch|{poss} dog died|a tax inspector|{subj} has toothache|monday morning]",
                ".what a [sourpuss|grump|misery guts|grouch]", ".such a long face", ".{subj} has a face like a wet weekend",
                ".{poss} mood could be better", ".{subj} could use some [joy|cheer|good news|fun]",
                ".{subj} needs [cheering up|a laugh|a good joke|some fun]", ".not very friendly looking",
                ".{subj} doesn't look very [happy|friendly|cheerful|pleased]", ".{subj} doesn't look [happy|friendly|pleased]",
                ".{subj} does not seem [happy|pleased|amused]", ".nobody would [trust|want to talk to] that grumpy face",
                ".{subj} scares people with that face",
                ".{subj} looks [intimidating|scary|hostile|annoyed|fed up|depressed|lifeless|like a robot without feelings]",
                ".a bit of joy wouldn't hurt", ".a little sunshine on that face", ".spring in {poss} face please",
                ".make it a happier picture", ".put some life in that face", ".what a sad face", ".so sad looking",
            ])
        + cell(
            .smiling, .indefinite, .decrease,
            [
                ".{subj} looks like a [used car salesman|maniac|game show host|clown]", ".that's a creepy [grin|smile]",
                ".{poss} [grin|smile] [is creepy|looks creepy|freaks me out|scares me|looks fake|is too cheesy]", ".it's not that funny",
                ".{subj} looks drunk with that grin", ".nobody is that happy", ".too jolly", ".too cheerful", ".too happy",
                ".{subj} should look more professional, less grin", ".why is {subj} grinning like that",
            ])
        + cell(
            .age, target: 5,
            [
                "^[like|] a [retired teacher|war veteran|great aunt|grand old lady|village elder|retiree|old age pensioner|queen mother|yoda|wise old owl|crone|hag|matriarch|patriarch]",
                "^about to retire", "^ready for retirement", "^drawing a pension", "^on a pension", "^in a retirement home",
                "^in an old folks home", "^old enough to be my [grandmother|grandfather|grandma|grandpa|nan]", "^at the end of {poss} life",
                "^an old person", "^really ancient", "^like after a long life", "^in {poss} sunset years",
                "^eligible for a senior discount", "^with a free bus pass",
            ])
        + cell(
            .age, target: 4,
            [
                "^like {subj} is about to retire", "^about {poss} parents' age", "^like {subj} is nearing retirement",
                "^in {poss} late fifties", "^a [headmistress|senior executive|elder statesman] in {poss} fifties", "^post menopausal",
                "^a few years short of a pension",
            ])
        + cell(
            .age, target: 3,
            [
                "^like a [soccer mom|suburban dad|middle manager] in {poss} forties", "^halfway through life", "^a parent of teenagers",
                "^with teenage kids, forty something", "^in the middle of life",
            ])
        + cell(
            .age, target: 2,
            [
                "^a [newlywed|young mother|young father|young doctor] in {poss} thirties", "^early thirties", "^late thirties",
                "^mid thirties", "^thirty ish", "^like someone who just turned [thirty|30]", "^about to turn [forty|40]",
            ])
        + cell(
            .age, target: 1,
            [
                "^like someone who just turned [eighteen|18|twenty|20|21|twenty one]", "^early twenties", "^late twenties", "^mid twenties",
                "^like a [first year|student|intern|apprentice|trainee|rookie|high school senior|prom queen|boy band member|pop star]",
                "^about to turn [thirty|30|twenty|20]", "^just old enough to vote", "^in {poss} college years", "^fresh faced and twenty",
            ])
        + cell(
            .age, target: 0,
            [
                "^like a [choirboy|cub scout|boy scout|little princess|first grader|second grader|third grader|pupil|kindergarten kid]",
                "^a [first grader|second grader|pupil]", "^before puberty", "^prepubescent", "^as {subj} was in primary school",
                "^with a child's face", "^like when {subj} was [five|six|seven|eight|nine|ten]", "^a tiny tot",
                "^[five|six|seven|eight|nine|ten|eleven|twelve]", "^younger than 15", "^under 15",
            ])
        + cell(
            .age, .indefinite, .increase,
            [
                ".{subj} looks [barely eighteen|like a schoolkid|like jailbait|like a student], too young",
                ".{subj} gets asked for {poss} id all the time", ".nobody believes {subj} is an adult", ".i'd put some miles on that face",
                ".life should show in {poss} face", ".{subj} should have seen more of life", ".{subj} looks wet behind the ears",
                "!add some wisdom", "!give {obj} some gravitas",
            ])
        + cell(
            .age, .indefinite, .decrease,
            [
                ".{subj} looks [past it|worn out by the years|like {poss} own mother|like {poss} own father]",
                ".{subj} looks like a granny and shouldn't", ".those wrinkles are no good", ".the wrinkles bother me",
                ".{subj} would like to look like {subj} did years ago", ".{subj} used to look fresher", ".i remember {obj} younger",
                "!take the years away", "!wash the years off", "!iron {poss} face", ".{subj} wants to pass for younger",
                "!give {obj} some of {poss} youth back",
            ])
        + cell(
            .bangs, target: 0,
            [
                ".i can't see {poss} forehead", ".where is {poss} forehead", "!let me see {poss} forehead",
                ".{poss} hair should be off {poss} [forehead|face]", "~a high bare forehead", "~ballerina style hair pulled back",
                "~hair pulled back", "~hair away from {poss} [face|forehead|eyes]", "!tie {poss} hair back off the forehead",
                "~forehead out", "~forehead on display",
            ])
        + cell(
            .bangs, target: 5,
            [
                "^like [cleopatra|a beatle|a shetland pony|an emo kid|ringo|uma thurman in pulp fiction|a sheepdog] with that fringe",
                "~a [pulp fiction|sheepdog|shaggy|emo|page boy|pageboy|lego] fringe", ".{poss} eyebrows should be hidden by hair",
                "!hide {poss} [eyebrows|brows] under the fringe", "~a curtain of hair over {poss} whole forehead",
                "~hair down to {poss} [eyes|eyelashes]",
            ])
        + cell(
            .bangs, target: 3, atLeast: true,
            [
                "~[french girl|zooey deschanel|birkin|jane birkin|brigitte bardot|1970s|seventies|retro] [bangs|fringe]",
                ".{poss} forehead is a bit much, cover it", ".that's a lot of forehead", ".{poss} forehead looks like a billboard",
                ".some hair on the forehead would help", ".i'd hide that forehead", ".a few strands on the forehead would be good",
            ])
        + cell(
            .bangs, .indefinite, .decrease,
            [
                ".{poss} hair pokes {poss} eyes", ".the fringe tickles {poss} eyes", ".{subj} looks like a sheepdog",
                ".i want to see a bit more of {poss} forehead", ".the fringe needs a cut", ".a trim for the fringe",
                "!snip snip the fringe", ".{subj} has hair in {poss} eyes",
            ])
        + twice
}

extension RequestTemplate {
    /// Doubling and halving.
    private static let twice: [RequestTemplate] = [
        (Topic.bangs, "{bangWord}", "[long|full|thick]"), (.eyeglasses, "{glassWord}", "[thick|big|bold|dark]"),
        (.beard, "{beardWord}", "[long|full|thick|big|bushy]"),
        (.smiling, "{smileWord}", "[big|wide|broad|bright]"), (.same, "[it|that|them]", "[big|long|thick|strong|wide|full]"),
    ].flatMap { topic, noun, word in
        cell(
            topic, .indefinite, .increase,
            [
                "!make {poss} \(noun) [twice|double|three times|half again] as \(word)", ".{poss} \(noun) [twice|two times] as \(word)",
                "!double the [size|length] of {poss} \(noun)", "~\(noun) twice as \(word)",
                "!make {poss} \(noun) a [third|quarter|half] \(word)er", "!double {poss} \(noun)",
            ])
            + cell(
                topic, .indefinite, .decrease,
                [
                    "!make {poss} \(noun) half as \(word)", ".{poss} \(noun) [only|] half as \(word)", "!halve {poss} \(noun)",
                    "~\(noun) half as \(word)", "!cut {poss} \(noun) [in half|by half]", "~half the \(noun)",
                ])
    }
}
