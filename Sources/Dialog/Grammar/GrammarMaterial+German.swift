import FaceAttributes

extension GrammarMaterial {
    static let german = GrammarMaterial(
        templates: RequestTemplate.germanBangs + RequestTemplate.germanEyeglasses + RequestTemplate.germanBeard
            + RequestTemplate.germanSmiling
            + RequestTemplate.germanAge + RequestTemplate.germanSame + RequestTemplate.germanNumbers,
        words: germanWords, amounts: GermanWords.amounts, openings: GermanWords.openings, negations: GermanWords.negations,
        closings: GermanWords.closings + [
            "bitte", "bitte", "danke", "lg", "pls", "ja?", "geht das", "wenn das geht", "mehr nicht", "sonst nichts", "und das wars",
            "gell", "oida", "digga",
        ],
        connectors: [
            "und", "und", "und", ", und", ",", ",", "", "", "und auch", ", außerdem", ", dann", "und dann", "aber", ", aber", "sowie",
            "plus", "und dazu", ", dazu noch", "und bitte auch", "sowie auch",
        ],
        talk: TalkPhrases.german + GermanTalk.more, agreement: TalkPhrases.germanAgreement, content: TalkPhrases.germanContent,
        refusalLead: TalkPhrases.germanRefusalLead, refusal: TalkPhrases.germanRefusal, ending: TalkPhrases.germanEnding,
        answerLinks: ["", "", "und", "aber", "jetzt", "dann", "lieber", "stattdessen", "und jetzt", "sondern", "und dann noch", "also"],
        unsupported: GermanUnsupportedRequests.patterns + GermanTalk.orders,
        unsupportedWords: germanWords.merging(GermanUnsupportedRequests.groups) { $1 },
        names: [
            .bangs: ["den Pony", "der Pony", "{possAccM} Pony", "die Fransen", "die Stirnfransen", "Pony"],
            .eyeglasses: ["die Brille", "{possF} Brille", "die Sonnenbrille", "Brille", "die Gläser"],
            .beard: ["den Bart", "der Bart", "{possAccM} Bart", "die Stoppeln", "den Schnurrbart", "Bart"],
            .smiling: ["das Lächeln", "{possN} Lächeln", "das Lachen", "das Grinsen", "Lächeln"],
            .age: ["das Alter", "{possN} Alter", "Alter", "wie alt {subj} ist"],
        ],
        keeps: [
            "{keep} bleibt", "{keep} bleibt so", "{keep} soll bleiben", "{keep} soll so bleiben", "{keep} darf bleiben", "{keep} lassen",
            "lass {keep}", "lass {keep} so", "lass {keep} wie es ist", "lass {keep} in Ruhe", "{keep} nicht ändern",
            "{keep} nicht anfassen", "ändere {keep} nicht",
            "behalte {keep}", "{keep} behalten", "{keep} muss bleiben", "Finger weg von {keep}", "ohne {keep} zu ändern",
            "aber nicht {keep}", "{keep} bitte so lassen", "{keep} nicht verändern", "{keep} unverändert lassen", "an {keep} nichts ändern",
            "{keep} ist gut so, lassen", "{keep} bitte behalten", "rühr {keep} nicht an",
        ],
        corrections: [
            "nicht {other}, sondern {one}", "nicht {other} sondern {one}", "{one}, nicht {other}", "{one} statt {other}",
            "lieber {one} als {other}", "ich meinte {one}, nicht {other}", "nein nicht {other}, {one}", "{other}, äh nein, {one}",
            "{other}, ich meine {one}", "ich will nicht {other}, ich will {one}", "doch nicht {other}, lieber {one}",
        ],
        exchanges: [
            "statt {gone} {one}", "ersetze {gone} durch {one}", "tausche {gone} gegen {one}", "{gone} weg, dafür {one}",
            "{gone} weg und {one}", "anstelle von {gone} {one}", "{one} statt {gone}", "{one} anstatt {gone}", "{gone} raus, {one} rein",
            "nimm {gone} weg und gib {dat} {one}", "{kept} bleibt, {gone} weg", "{gone} weg, {kept} bleibt",
            "{gone} weg aber {kept} behalten", "keine {gone} aber {one}", "{kept} darf bleiben, aber {gone} muss weg",
            "lieber {one} als {gone}",
        ],
        joint: [
            ("{names} weg", .init(type: .target, sense: .either, target: 0)),
            ("entferne {names}", .init(type: .target, sense: .either, target: 0)),
            ("ohne {names}", .init(type: .target, sense: .either, target: 0)),
            ("weder {names}", .init(type: .target, sense: .either, target: 0)),
            ("{names} müssen weg", .init(type: .target, sense: .either, target: 0)),
            ("nimm {names} weg", .init(type: .target, sense: .either, target: 0)),
            ("{names} bitte entfernen", .init(type: .target, sense: .either, target: 0)),
            ("gib {dat} {names}", .init(type: .target, sense: .increase, target: 3)),
            ("mit {names}", .init(type: .target, sense: .increase, target: 3)),
            ("ich möchte {names}", .init(type: .target, sense: .increase, target: 3)),
            ("mehr {names}", .init(type: .indefinite, sense: .increase)), ("weniger {names}", .init(type: .indefinite, sense: .decrease)),
        ],
        attachments: ["mit", "und mit", "dazu", "gib {dat}", "außerdem"],
        prefaces: [
            "alles andere bleibt,", "sonst nichts ändern, nur", "lass den Rest so, aber", "nur", "bitte nur", "eines noch,", "zwei Sachen,",
            "als erstes", "als nächstes", "ganz gut, aber", "schön, aber", "für einen Film", "mein Chef will", "meine Tochter wünscht sich",
            "wenn du so fragst,", "also", "gut wäre", "mir wäre lieber",
        ],
        listLinks: ["und", "und", "oder", "noch", "und auch", "sowie"], remarks: GermanTalk.remarks,
        fillers: [
            "äh", "ähm", "hm", "also", "naja", "ok", "hallo", "hi", "hey", "servus", "moin", "bitte", "so", "ja also", "sag mal", "du",
            "oida", "digga", "alter", "mei", "gut", "jetzt", "mal", "halt", "eben", "eigentlich", "ehrlich gesagt", "lol", "haha",
            "entschuldigung", "guten tag", "grüß gott", "👍", "🙂", "😂", "🙏",
        ],
        shortForms: [
            "nicht": ["net", "nich", "ned"], "ein": ["n", "a"], "eine": ["ne", "a"], "einen": ["nen", "an"],
            "bisschen": ["bissl", "bisschn", "bissel", "bischen", "bisserl"], "bitte": ["pls", "bidde", "bite"], "mach": ["mak", "machs"],
            "ist": ["is"], "auch": ["au", "a"], "etwas": ["was"],
            "vielleicht": ["vllt", "vlt"], "und": ["u", "&"], "älter": ["älta", "elter", "alter"], "jünger": ["jünga", "jungr", "junger"],
            "lächeln": ["lächln", "lacheln"], "brille": ["brile", "bille"], "bart": ["bard", "bat"], "keine": ["kane", "kei"], "ich": ["i"],
            "sie": ["se"], "mal": ["ma"], "haben": ["ham"], "länger": ["langer"], "kürzer": ["kurzer"],
        ])

    private static let germanWords = GermanWords.common.merging(GermanTalk.words) { $1 }
}

extension RequestTemplate {
    /// Degrees and steps by number.
    static let germanNumbers: [RequestTemplate] =
        numbers(.bangs, "[Pony|den Pony|die Fransen]") + numbers(.eyeglasses, "[Brille|die Brille]") + numbers(.beard, "[Bart|den Bart]")
        + numbers(.smiling, "[Lächeln|das Lächeln]") + numbers(.age, "[Alter|das Alter]")

    private static func numbers(_ topic: Topic, _ noun: String) -> [RequestTemplate] {
        var templates: [RequestTemplate] = []
        for (degree, name) in ["null", "eins", "zwei", "drei", "vier", "fünf"].enumerated() {
            let number = "[\(degree)|\(name)]"
            templates += cell(
                topic, target: degree,
                [
                    ".\(noun) auf \(number)", ".\(noun) auf Stufe \(number)", "!setz \(noun) auf \(number)",
                    "!setz \(noun) auf \(20 * degree) Prozent",
                    ".\(noun) [Stufe|Grad] \(number)", ".\(noun) \(number) von [5|fünf]",
                ])
        }
        for steps in 1...5 {
            let unit = "\(steps) [Stufen|Grad|Schritte]"
            templates += cell(
                topic, .definite, .increase, amount: steps,
                [".\(noun) plus \(steps)", ".\(noun) um \(unit) [hoch|mehr|erhöhen]", ".\(unit) mehr \(noun)"])
            templates += cell(
                topic, .definite, .decrease, amount: steps,
                [".\(noun) minus \(steps)", ".\(noun) um \(unit) [runter|weniger|senken]", ".\(unit) weniger \(noun)"])
        }
        return templates
    }
}

/// German talk beyond the set phrases: remarks that want nothing, words about anything else, orders that cannot be carried out.
enum GermanTalk {
    static let words: [String: [Pattern]] = [
        "jemand": [
            "mein Vater", "meine Mutter", "mein Bruder", "meine Schwester", "mein Chef", "mein Opa", "meine Oma", "mein Onkel",
            "mein Nachbar", "ein Freund von mir", "mein Mann", "meine Frau", "mein Sohn", "meine Tochter", "mein Friseur", "unser Lehrer",
        ],
        "merkmal": ["Bart", "Brille", "Lächeln", "Pony", "Lachen", "Grinsen", "Sonnenbrille", "Stirn", "Schnurrbart", "Falten"],
        "lob": [
            "schön", "toll", "super", "nett", "süß", "cool", "hübsch", "fesch", "elegant", "großartig", "lustig", "sympathisch",
            "wunderbar", "klasse", "geil", "leiwand",
        ],
        "ding": [
            "Tisch", "Haus", "Auto", "Garten", "Hund", "Katze", "Telefon", "Computer", "Kuchen", "Kaffee", "Bier", "Brot", "Suppe",
            "Schule", "Büro", "Zug", "Bus", "Fahrrad", "Urlaub", "Wetter", "Regen", "Sonne", "Nase", "Ohren", "Augen", "Mund", "Haare",
            "Hemd", "Kleid", "Hut", "Mütze", "Kette", "Ohrringe", "Krawatte", "Hintergrund", "Licht", "Foto", "Bild", "Kamera", "Musik",
            "Film", "Buch", "Freund", "Kind", "Chef", "Lehrer", "Arzt", "Termin", "Wecker", "Pizza", "Schatten", "Haut", "Zähne", "Lippen",
            "Hals", "Tattoo", "Schminke", "Frisur", "Locken",
        ],
        "artig": [
            "rot", "blau", "grün", "gelb", "schwarz", "weiß", "groß", "klein", "lang", "kurz", "dick", "dünn", "neu", "kaputt", "teuer",
            "billig", "kalt", "warm", "schnell", "langsam", "laut", "leise", "müde", "krank", "hungrig", "traurig", "blond", "braun",
            "hell", "dunkel", "bunt", "scharf", "rund", "breit", "schmal",
        ],
        "tun": [
            "kaufen", "verkaufen", "suchen", "finden", "malen", "zeichnen", "lesen", "schreiben", "kochen", "essen", "trinken", "putzen",
            "reparieren", "drehen", "färben", "speichern", "drucken", "schicken", "teilen", "hochladen", "öffnen", "schließen",
            "verkleinern", "vergrößern", "zuschneiden", "übersetzen", "erklären", "buchen", "bestellen", "anrufen",
        ],
        "wann": [
            "heute", "gestern", "morgen", "jetzt", "später", "letzte Woche", "am Wochenende", "immer", "manchmal", "schon wieder",
            "im Sommer",
        ],
        "zahl": (2...99).map { Pattern("\($0)") },
    ]

    static let remarks: [Pattern] = [
        "{lob}es {merkmal}", "{lob}er {merkmal}", "{lob}e {merkmal}", "was für [ein|eine] {lob}es {merkmal}",
        "[das|der|die] {merkmal} ist {lob}", "[das|der|die] {merkmal} gefällt mir", "[das|der|die] {merkmal} steht {dat} [gut|super|]",
        "ich mag [das|den|die] {merkmal}", "ich liebe [das|den|die] {merkmal}", "{subj} sieht {lob} aus", "{subj} sieht aus wie {jemand}",
        "{subj} erinnert mich an {jemand}", "{subj} ist {lob}",
        "{jemand} hat auch [einen Bart|eine Brille|einen Pony|so ein Lächeln]", "{jemand} trägt [auch|] eine Brille",
        "{jemand} lacht [auch so|nie|immer]", "{jemand} hat sich [gestern|] rasiert", "{jemand} ist {zahl} geworden", "{jemand} wird alt",
        "ich trage [selbst|auch|] eine Brille", "ich hab [auch|selbst|] einen Bart", "ich habe früher einen Bart gehabt",
        "ich hatte als Kind einen Pony", "meine Brille ist [kaputt|dreckig|weg|neu|beschlagen]", "wo ist meine Brille",
        "ich brauche eine neue Brille", "ohne Brille sehe ich nichts",
        "mein Bart [juckt|wächst|ist zu lang]", "ich muss mich [noch|] rasieren", "ich hab mich heute [nicht|] rasiert",
        "Bärte sind [cool|in Mode|unhygienisch]", "Brillen sind teuer", "ich fühle mich alt", "ich bin zu alt für sowas", "ich bin {zahl}",
        "ich bin {zahl} Jahre alt", "man ist so alt wie man sich fühlt", "das bringt mich zum Lachen", "ich musste lachen",
        "lachen ist gesund", "{subj} lächelt ja schon, gut", "{subj} hat ja schon [eine Brille|einen Bart]", "{subj} lächelt so nett",
        "{subj} lacht so schön",
        "das Wetter ist {artig}", "mein {ding} ist {artig}", "[der|die|das] {ding} ist {artig}", "ich muss {ding} {tun}",
        "ich {tun} {wann} {ding}", "{jemand} will {ding} {tun}", "{ding}", "{artig}", "ich bin {artig}", "{wann} ist es {artig}",
        "{zahl} {ding}", "um {zahl} Uhr", "in {zahl} Minuten", "seit {zahl} Jahren", "der {ding} klingelt", "Moment, [der|die|das] {ding}",
        "erst mal {ding}", "liebe Grüße", "liebe Grüße aus Wien", "schöne Grüße von {jemand}", "test test", "asdf", "😂", "❤️", "😍", "wow",
        "krass", "na sowas", "interessant", "aha", "soso", "na gut", "ach so",
        "ich habe mit {jemand} geredet, nicht mit dir", "früher war alles besser", "das ist ja {lob}", "du bist {lob}", "gut gemacht",
        "tolle Arbeit", "hast du super gemacht", "nicht schlecht", "mir ist langweilig", "ich schaue nur",
    ]

    static let orders: [String] = [
        "!mach [den|die|das] {ding} {artig}", "!mach {dat} [den|die|das] {ding} {artig}", "!gib {dat} [einen|eine|ein] {ding}",
        "!setz {dat} [einen|eine|ein] {ding} auf", "~[einen|eine|ein] {artig}en {ding}", "~[einen|eine|ein] {ding}",
        ">[den|die|das] {ding} {tun}", ">[den|die|das] {ding} {artig} machen",
        "!zeig mir [jemand anderen|eine andere Person|ein anderes Gesicht|einen Mann|eine Frau]",
        ".nimm [eine andere Person|ein anderes Gesicht]", ".[der|die|das] {ding} soll {artig} sein",
        ".{possF} Haare sollen {artig} sein", "!färb {possF} Haare {artig}", "~{artig}e Haare", "~{artig}e Augen",
        "!dreh den Kopf nach [links|rechts]", "!mach [den|] Hintergrund {artig}",
        "!mach {obj} [dünner|dicker|schlanker|größer|kleiner|blond|braun|hübscher|schöner]", ".{subj} ist zu [dick|dünn|blass|groß|klein]",
        "^[blond|dünner|dicker|schlanker|größer|hübscher|schöner|muskulöser]",
        "!stell {obj} [an den Strand|in den Wald|vor den Eiffelturm]", "!stell einen Wecker [um {zahl}|]", ".wie wird das Wetter",
        ".erzähl mir einen Witz", ".schreib ein Gedicht", ".bestell eine Pizza",
        ".wie spät ist es", ".was ist die Hauptstadt von Frankreich", "!schick mir das Bild", "!speicher das [Bild|Foto]",
        "!mach ein Video daraus", "!mach das Bild [heller|dunkler|schärfer|schwarzweiß]",
        "~[eine andere|eine neue] [Frisur|Haarfarbe|Nase]", "~eine Glatze", "!mach {dat} eine Glatze", "~Locken", "!schmink {obj}",
        "~roten Lippenstift", "~Ohrringe", "~[einen Hut|eine Mütze|eine Kette|ein Tattoo]",
    ]

    static let more: [TalkPhrases] = [
        TalkPhrases(
            .redo,
            [
                "wiederholen", "mach die Änderung wieder rein", "doch wieder [so|mit der Änderung]", "stell die Änderung wieder her",
                "redo", "das Rückgängig rückgängig machen", "einen Schritt vor", "wieder vor", "nochmal vorwärts",
                "doch lieber mit der Änderung",
            ]),
        TalkPhrases(
            .undo, toStart: true,
            [
                "[ganz|] von vorn [anfangen|]", "zurück zum Anfang", "zurück auf Anfang", "alles zurücksetzen",
                "alles rückgängig [machen|]", "das Original [bitte|]", "zeig mir das Original", "das erste Bild [bitte|wieder]",
                "wie am Anfang", "wie ganz am Anfang", "reset", "nochmal von vorne", "fang von vorne an", "alles auf Anfang",
                "zurück zum ersten Bild", "mach alles rückgängig", "alle Änderungen verwerfen", "zurück zum Ursprung",
            ]),
        TalkPhrases(
            .question,
            [
                "was ist {ding}", "wo ist {ding}", "warum ist [der|die|das] {ding} {artig}", "wie alt [ist|wirkt] {subj} [jetzt|gerade|]",
                "ist das {artig}", "was kostet das", "wer bist du", "bist du ein Mensch", "was kannst du [alles|ändern|]",
                "was kann ich [ändern|sagen]", "welche Brillen gibt es", "wie viele Stufen gibt es", "was ist die höchste Stufe",
                "hat {subj} [eine Brille|einen Bart]", "lächelt {subj}", "was hast du [geändert|gemacht]", "was ist jetzt anders",
                "kann man das rückgängig machen", "was ist ein Pony", "speicherst du meine Bilder",
            ]),
    ]
}
