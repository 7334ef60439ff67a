/// The groups of interchangeable German words that patterns name in braces, and what stands around a request.
///
/// Nouns carry their case: `subj` is nominative, `obj` accusative, `dat` dative; `possAccM` and its like are articles and
/// possessives by case and gender; `bangsAcc`, `glassesAcc`, `frameAcc`, `beardAcc` are whole noun phrases in the accusative.
/// In openings and negations "…" marks where the core goes; without it the core is appended.
enum GermanWords {
    static let common: [String: [Pattern]] = [
        // Whom it is about.
        "subj": [
            "er", "sie", "er", "sie", "die Person", "das Gesicht", "der Mann", "die Frau", "der Typ", "die Dame", "der Herr", "es",
            "diese Person", "der Kerl", "das Mädel",
        ],
        "obj": [
            "ihn", "sie", "ihn", "sie", "die Person", "das Gesicht", "den Mann", "die Frau", "den Typen", "die Dame", "den Herrn", "es",
            "diese Person", "den Kerl", "das Mädel",
        ],
        "dat": [
            "ihm", "ihr", "ihm", "ihr", "der Person", "dem Mann", "der Frau", "dem Gesicht", "dem Typen", "der Dame", "dem Herrn",
            "dieser Person", "dem Kerl", "dem Mädel",
        ],
        // Articles and possessives by case and gender; the feminine dative is the genitive as well.
        "possNomM": ["der", "sein", "ihr", "der"],
        "possAccM": ["den", "seinen", "ihren", "den"],
        "possDatM": ["dem", "seinem", "ihrem"],
        "possF": ["die", "seine", "ihre", "die"],
        "possDatF": ["der", "seiner", "ihrer"],
        "possN": ["das", "sein", "ihr", "das"],
        "possDatN": ["dem", "seinem", "ihrem"],
        "possPl": ["die", "seine", "ihre", "die"],
        "possDatPl": ["den", "seinen", "ihren"],
        // Verbs.
        "soll": ["soll", "soll", "sollte", "könnte", "muss", "kann", "müsste", "darf"],
        "sollen": ["sollen", "sollen", "sollten", "könnten", "müssen", "können", "müssten", "dürfen"],
        "verwandle": ["verwandle", "verwandel", "verwandle bitte"],
        "sieht": ["sieht", "schaut", "sieht"],
        "mach": ["mach", "mach", "mach", "mache", "mach mal", "mach bitte"],
        "will": ["will", "möchte", "will", "möchte", "würde gern", "würde gerne"],
        "haette": ["will", "möchte", "hätte gern", "hätte gerne", "mag"],
        // Bangs.
        "pony": ["Pony", "Pony", "Pony", "Pony", "Stirnpony"],
        "fransen": ["Fransen", "Stirnfransen", "Stirnfransen", "Ponyfransen"],
        "bangs": ["Pony", "Pony", "Fransen", "Stirnfransen"],
        "bangsAcc": ["{possAccM} {pony}", "{possAccM} {pony}", "{possPl} {fransen}"],
        // Eyeglasses.
        "glassesAcc": ["{possF} Brille", "{possF} Brille", "{possF} Brille", "{possF} Brille", "{possPl} Brillen", "{possPl} Augengläser"],
        "frameNom": [
            "{possNomM} [Rahmen|Brillenrahmen|Rand]", "{possN} [Gestell|Brillengestell]", "{possF} [Fassung|Brillenfassung]",
        ],
        "frameAcc": [
            "{possAccM} [Rahmen|Brillenrahmen|Rand]", "{possN} [Gestell|Brillengestell]", "{possF} [Fassung|Brillenfassung]",
        ],
        "shades": ["Sonnenbrille", "Sonnenbrille", "Sonnenbrille", "Ray-Ban", "Pilotenbrille", "Fliegerbrille"],
        // Beard.
        "beard": ["Bart", "Bart", "Bart", "Bart", "Bartwuchs", "Gesichtsbehaarung"],
        "beardNom": ["{possNomM} Bart", "{possNomM} Bart", "{possNomM} Bart", "{possNomM} Bart", "{possF} Gesichtsbehaarung"],
        "beardAcc": ["{possAccM} Bart", "{possAccM} Bart", "{possAccM} Bart", "{possAccM} Bart", "{possF} Gesichtsbehaarung"],
        "moustache": ["Schnurrbart", "Schnauzer", "Schnauzbart", "Oberlippenbart", "Schnauz"],
        // Ages by degree.
        "years0": years(5...14), "years1": years(15...29), "years2": years(30...39), "years3": years(40...49), "years4": years(50...59),
        "years5": years(60...95),
    ]

    /// The words for a change by `amount` degrees, 1…5; adverbs stop at four.
    ///
    /// `amount` stands before a comparative or "mehr", `byAmount` beside a verb, `degree` between article and comparative
    /// ("einen etwas längeren Pony"), `tooMuch` before "zu"; `steps` and `years` are accusative.
    static func amounts(_ amount: Int) -> [String: [Pattern]] { amountTable[min(max(amount, 1), 5) - 1] }

    private static let amountTable = (1...5).map(makeAmounts)

    private static let adverbs: [[Pattern]] = [
        [
            "ein bisschen", "ein bisschen", "etwas", "etwas", "ein wenig", "ein wenig", "leicht", "ein klein wenig", "ein kleines bisschen",
            "ein bissl", "ein bisserl", "einen Tick", "eine Spur", "minimal", "geringfügig", "nur ein bisschen", "nur etwas",
            "nur ein wenig",
            "einen Hauch", "eine Idee", "ein kleines Stück", "ein Stückchen", "ganz leicht",
        ],
        ["ziemlich", "deutlich", "merklich", "ziemlich", "deutlich", "merklich", "spürbar", "sichtlich", "ein Stück", "ein gutes Stück"],
        [
            "viel", "viel", "um einiges", "ein ganzes Stück", "viel", "um ein ganzes Stück", "wesentlich", "erheblich", "beträchtlich",
            "bedeutend", "um vieles",
        ],
        [
            "extrem viel", "sehr viel", "gewaltig", "sehr viel", "enorm", "massiv", "unglaublich viel", "wahnsinnig viel", "weitaus",
            "ungeheuer viel", "irrsinnig viel", "ur viel", "extrem",
        ],
    ]
    private static let besideVerbs: [[Pattern]] = [
        [
            "ein bisschen", "etwas", "ein wenig", "leicht", "ein klein wenig", "ein kleines bisschen", "ein bissl", "ein bisserl",
            "um eine Spur", "um einen Tick", "minimal", "geringfügig", "nur ein bisschen", "nur etwas", "ganz leicht",
        ],
        ["ziemlich", "deutlich", "merklich", "spürbar", "sichtlich", "um ein Stück", "ein gutes Stück"],
        ["um einiges", "um ein ganzes Stück", "ein ganzes Stück", "wesentlich", "erheblich", "beträchtlich", "stark", "um vieles"],
        ["gewaltig", "extrem", "enorm", "massiv", "sehr stark", "extrem stark", "um sehr viel", "wahnsinnig", "drastisch", "radikal"],
    ]
    private static let insideNouns: [[Pattern]] = [
        ["etwas", "etwas", "ein bisschen", "ein wenig", "leicht", "minimal", "geringfügig", "nur etwas", "eine Spur"],
        ["ziemlich", "deutlich", "merklich", "spürbar", "sichtlich"],
        ["viel", "viel", "um einiges", "wesentlich", "erheblich", "bedeutend", "beträchtlich"],
        ["sehr viel", "extrem viel", "gewaltig", "enorm", "weitaus", "unglaublich viel", "wahnsinnig viel", "massiv"],
    ]
    private static let beforeToo: [[Pattern]] = [
        ["ein bisschen", "etwas", "ein wenig", "leicht", "eine Spur", "einen Tick", "ein bissl", "ein bisserl", "minimal"],
        ["deutlich", "merklich", "ziemlich", "spürbar", "ein Stück", "ein gutes Stück"],
        ["viel", "viel", "um einiges", "ein ganzes Stück", "wesentlich", "erheblich"],
        ["extrem", "gewaltig", "sehr viel", "bei Weitem", "massiv", "extrem viel", "wahnsinnig", "enorm"],
    ]

    private static func makeAmounts(_ index: Int) -> [String: [Pattern]] {
        let steps: [[Pattern]] = [
            ["[einen|1|ein] Grad", "[eine|1] Stufe", "[einen|1|ein] Schritt", "[einen|1|ein] Punkt", "[eine|1] Stufe", "[ein|1] Level"],
            ["[zwei|2|zwei] [Grad|Stufen|Schritte|Punkte|Grade|Level]"], ["[drei|3] [Grad|Stufen|Schritte|Punkte|Grade|Level]"],
            ["[vier|4] [Grad|Stufen|Schritte|Punkte|Grade|Level]"], ["[fünf|5] [Grad|Stufen|Schritte|Punkte|Grade|Level]"],
        ]
        let tens: [[Pattern]] = [
            ["[zehn|10] Jahre", "[zehn|10] Jahre", "ein Jahrzehnt"], ["[zwanzig|20] Jahre", "[zwanzig|20] Jahre", "zwei Jahrzehnte"],
            ["[dreißig|30] Jahre", "[dreißig|30] Jahre", "drei Jahrzehnte"],
            ["[vierzig|40] Jahre", "[vierzig|40] Jahre", "vier Jahrzehnte"],
            ["[fünfzig|50] Jahre", "[fünfzig|50] Jahre", "fünf Jahrzehnte"],
        ]
        func words(_ table: [[Pattern]]) -> [Pattern] { index <= table.count ? table[index - 1] : [] }
        return [
            "amount": words(adverbs), "byAmount": words(besideVerbs), "degree": words(insideNouns), "tooMuch": words(beforeToo),
            "steps": words(steps), "years": words(tens),
        ]
    }

    // MARK: Around a request

    /// How a request of each form can begin.
    static func openings(_ form: RequestTemplate.Form) -> [Pattern] {
        switch form {
        case .imperative: imperativeOpenings
        case .clause: clauseOpenings
        case .nounPhrase: nounPhraseOpenings
        case .adjective: adjectiveOpenings
        case .verb: infinitiveOpenings
        }
    }

    private static let imperativeOpenings: [Pattern] = [
        "bitte", "bitte", "bitte", "jetzt", "dann", "und", "und jetzt", "jetzt bitte", "okay,", "ok,", "komm,", "geh,", "geh bitte,",
        "los,",
        "gut,", "na dann", "also", "also gut,", "danach", "als Nächstes", "sei so nett und", "sei so lieb und", "sei so gut und",
        "sei bitte so freundlich und", "tu mir den Gefallen und", "nun", "zuerst", "am besten", "vielleicht", "hallo,", "hey,",
        "… doch bitte", "… doch mal", "ich hab eine Idee,", "probier mal was und", "dann bitte", "so, jetzt",
    ]
    private static let clauseOpenings: [Pattern] = [
        "bitte,", "ich finde,", "ich glaube,", "ich denke,", "ich meine,", "mir kommt vor,", "ich würde sagen,", "also,", "na ja,", "hm,",
        "hmm,", "tja,", "okay,", "schau,", "weißt du,", "ehrlich gesagt,", "… finde ich", "… glaube ich", "… meiner Meinung nach",
        "ich hab das Gefühl,", "… irgendwie", "… denke ich", "ach,", "du,", "mir scheint,", "… würde ich sagen", "also ich finde,",
    ]
    private static let nounPhraseOpenings: [Pattern] = [
        "ich möchte", "ich will", "ich möchte", "ich will", "ich hätte gern", "ich hätte gerne", "ich hätte lieber", "gib {dat}",
        "gib {dat}", "gib {dat} bitte", "gib {dat} mal", "bitte gib {dat}", "geben Sie {dat}", "geben Sie {dat} bitte", "bitte",
        "verpass {dat}", "verpass {dat} mal", "mach {dat}", "mach {dat} bitte", "mach mir", "versuch mal", "probier mal", "probier",
        "versuch es mal, gib {dat}", "probieren wir", "versuchen wir", "nehmen wir", "zeig mir", "zeig mir mal", "zeigen Sie mir bitte",
        "ich brauche", "ich bräuchte", "ich wünsche mir", "ich bevorzuge", "{subj} braucht", "{subj} bräuchte", "{subj} bekommt",
        "{subj} kriegt", "{subj} soll … haben", "{subj} sollte … haben", "{subj} soll … bekommen", "{subj} soll … kriegen",
        "{subj} könnte … haben", "{subj} könnte … vertragen", "kannst du {dat} … geben", "kannst du {dat} bitte … geben",
        "könntest du {dat} … geben", "können Sie {dat} … geben", "könnten Sie {dat} bitte … geben", "kann {subj} … haben",
        "kann ich … haben", "kann ich bitte … sehen", "könnte ich … bekommen", "ich möchte … sehen", "ich will … sehen",
        "ich würde gern … sehen", "ich will, dass {subj} … hat", "ich möchte, dass {subj} … bekommt", "jetzt", "jetzt bitte", "lieber",
        "dann lieber", "und dann", "vielleicht", "vielleicht lieber", "hast du auch", "wir brauchen", "magst du {dat} … geben",
        "ich sähe gern", "es braucht", "da fehlt",
    ]
    private static let adjectiveOpenings: [Pattern] = [
        "mach {obj}", "mach {obj}", "mach {obj}", "mache {obj}", "mach {obj} bitte", "mach {obj} mal", "bitte mach {obj}",
        "jetzt mach {obj}", "machen Sie {obj}", "machen Sie {obj} bitte", "{subj} soll … aussehen", "{subj} {soll} … aussehen",
        "{subj} soll … ausschauen", "{subj} {soll} … wirken", "{subj} {soll} … sein", "{subj} soll … werden", "{subj} muss … werden",
        "{subj} könnte ruhig … aussehen", "{subj} dürfte … aussehen", "lass {obj} … aussehen", "lass {obj} bitte … aussehen",
        "lass {obj} … wirken", "lass {obj} … ausschauen", "lassen Sie {obj} … aussehen", "kannst du {obj} … machen",
        "kannst du {obj} bitte … machen", "kannst du {obj} … aussehen lassen", "könntest du {obj} … machen",
        "könntest du {obj} bitte … machen", "können Sie {obj} … machen", "können Sie {obj} bitte … machen",
        "könnten Sie {obj} … aussehen lassen", "könnten Sie {obj} bitte … machen", "würdest du {obj} bitte … machen",
        "ich will, dass {subj} … aussieht", "ich möchte, dass {subj} … aussieht", "ich will, dass {subj} … wird",
        "ich möchte, dass {subj} … ist", "ich hätte gern, dass {subj} … aussieht", "ich hätte {obj} gern", "ich will {obj}",
        "ich möchte {obj}", "ich möchte {obj} … sehen", "ich will {obj} … sehen", "ich würde {obj} gern … sehen", "zeig mir {obj}",
        "kann {subj} … aussehen", "kann {subj} … sein", "{subj} gehört … gemacht", "bitte {obj} … machen", "{obj} bitte … machen",
        "{obj} … machen", "wir machen {obj} jetzt", "bitte", "jetzt bitte", "lieber", "magst du {obj} … machen",
        "{subj} würde … besser aussehen", "{subj} gefällt mir … besser", "wie würde {subj} … aussehen",
    ]
    private static let infinitiveOpenings: [Pattern] = [
        "kannst du", "kannst du", "kannst du bitte", "kannst du mal", "könntest du", "könntest du bitte", "könntest du mal", "würdest du",
        "würdest du bitte", "können Sie", "können Sie bitte", "könnten Sie", "könnten Sie bitte", "würden Sie bitte", "würden Sie", "bitte",
        "bitte", "bitte mal", "ich möchte", "ich will", "ich möchte bitte", "ich würde gern", "ich würde gerne", "du sollst",
        "du könntest", "du solltest", "du kannst", "Sie könnten", "Sie sollten", "wir sollten", "wir könnten", "wollen wir", "können wir",
        "könnten wir", "lass uns", "lass uns mal", "jetzt", "jetzt bitte", "als Nächstes", "am besten", "vielleicht", "magst du",
        "magst du bitte", "kann man", "könnte man", "man könnte", "man sollte", "dann", "dann bitte", "und", "und bitte", "darf ich",
        "kannst du mir", "willst du", "möchtest du bitte", "du musst", "ich will jetzt", "einfach", "bitte noch", "… bitte",
        "… wäre gut", "… wäre nett", "… wäre super", "… wär schön",
    ]

    /// How a request of each form is turned down.
    static func negations(_ form: RequestTemplate.Form) -> [Pattern] {
        switch form {
        case .imperative: imperativeNegations
        case .nounPhrase: nounPhraseNegations
        case .adjective: adjectiveNegations
        case .verb: infinitiveNegations
        case .clause: clauseNegations
        }
    }

    /// An imperative takes its "nicht" inside, so it is taken back as a whole here; `TalkPhrases.german` has the others.
    private static let imperativeNegations: [Pattern] = [
        "bitte nicht,", "bloß nicht,", "ja nicht,", "nur nicht,", "auf keinen Fall,", "ich habe nicht gesagt,", "ich hab nie gesagt,",
        "ich meinte nicht,", "das heißt nicht,", "sag nicht,", "… nein, lieber nicht", "… lieber doch nicht", "… nein, bitte nicht",
        "… das will ich nicht", "… nein, auf keinen Fall", "… das möchte ich nicht",
    ]
    private static let clauseNegations: [Pattern] = [
        "ich finde nicht,", "ich glaube nicht,", "ich habe nicht gesagt,", "… das stimmt nicht", "… das finde ich nicht",
    ]
    private static let nounPhraseNegations: [Pattern] = [
        "ich will nicht", "ich möchte nicht", "nicht", "bitte nicht", "bloß nicht", "gib {dat} nicht", "gib {dat} bitte nicht",
        "gib {dat} auf keinen Fall", "ich brauche nicht", "{subj} braucht nicht", "{subj} soll nicht … haben",
        "{subj} soll nicht … bekommen",
        "ich will nicht, dass {subj} … hat", "ich möchte nicht, dass {subj} … bekommt", "auf keinen Fall", "ich mag nicht", "ja nicht",
        "du sollst {dat} nicht … geben", "niemals",
    ]
    private static let adjectiveNegations: [Pattern] = [
        "mach {obj} nicht", "mach {obj} nicht", "mach {obj} bitte nicht", "mach {obj} ja nicht", "mach {obj} auf keinen Fall",
        "bitte mach {obj} nicht", "machen Sie {obj} nicht", "{subj} soll nicht … aussehen", "{subj} soll nicht … werden",
        "{subj} soll nicht … sein", "{subj} soll nicht … wirken", "{subj} darf nicht … werden", "{subj} muss nicht … aussehen",
        "ich will nicht, dass {subj} … wird", "ich will nicht, dass {subj} … aussieht", "ich möchte nicht, dass {subj} … ist",
        "ich will {obj} nicht", "ich möchte {obj} nicht … haben", "lass {obj} nicht … aussehen", "bitte nicht", "bloß nicht", "nicht",
        "du sollst {obj} nicht … machen", "du brauchst {obj} nicht … machen", "wir sollten {obj} nicht … machen",
    ]
    private static let infinitiveNegations: [Pattern] = [
        "nicht", "bitte nicht", "bitte nicht", "bloß nicht", "ja nicht", "nur nicht", "auf keinen Fall", "niemals", "du sollst nicht",
        "du darfst nicht", "du brauchst nicht", "du musst nicht", "ich will nicht", "ich möchte nicht", "wir sollten nicht",
        "Sie sollen nicht",
        "lieber nicht", "… nein, das nicht", "… musst du nicht", "… brauchst du nicht", "… sollst du nicht", "… will ich nicht",
        "… lieber nicht", "… bitte nicht", "… auf keinen Fall",
    ]

    static let closings: [Pattern] = [
        "bitte", "bitte", "bitte", "bitte schön", "danke", "danke schön", "vielen Dank", "jetzt", "mal", "wenn es geht", "wenn's geht",
        "wenn möglich", "falls möglich", "wenn du kannst", "wenn Sie können", "dann", "stattdessen", "diesmal", "zur Abwechslung", "auch",
        "ok", "ja", "gell", "oder", "für mich", "als Nächstes", "und danke", "wenn es dir nichts ausmacht", "wenn es Ihnen nichts ausmacht",
        "noch", "ginge das", "geht das",
    ]

    private static func years(_ range: ClosedRange<Int>) -> [Pattern] {
        let units = [
            "", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn",
            "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
        ]
        let tens = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
        return range.flatMap { year -> [Pattern] in
            let word = year < 20 ? units[year] : (year % 10 == 0 ? "" : units[year % 10] + "und") + tens[year / 10]
            return [Pattern("\(year)"), Pattern(word)]
        }
    }
}
