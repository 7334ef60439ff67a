/// German requests. Here the form marks say: "!" an imperative in the du form, ">" an infinitive phrase ("den Pony kürzen"),
/// "~" a noun phrase in the accusative, "^" an adjective phrase, "." a whole clause.
extension RequestTemplate {
    static let germanBangs: [RequestTemplate] =
        cell(
            .bangs, target: 0,
            [
                "![entferne|entfern|beseitige] {bangsAcc}", ">{bangsAcc} [entfernen|beseitigen]", "!{mach} {bangsAcc} [weg|ganz weg]",
                ">{bangsAcc} [ganz|komplett|] wegmachen", "!nimm {bangsAcc} [weg|ganz weg]", ">{bangsAcc} [wegnehmen|wegtun|weggeben]",
                "~[keinen {pony}|keine {fransen}] [mehr|]", "![schneid|schneide] {bangsAcc} [ganz|komplett|völlig|] ab",
                ">{bangsAcc} [ganz|komplett|völlig|] [abschneiden|wegschneiden]", "!{mach} {possF} Stirn [ganz|komplett|völlig|] frei",
                ">{possF} Stirn [ganz|komplett|völlig|] [freimachen|freilegen]", "!zeig {possF} [ganze|gesamte|volle|komplette] Stirn",
                ">{possF} [ganze|gesamte|volle] Stirn zeigen", ".{possF} Stirn {soll} [ganz|komplett|völlig] frei sein",
                ".{possPl} {fransen} [müssen|sollen|können|gehören] weg", ".{possNomM} {pony} [muss|soll|kann|gehört] [ganz|] weg",
                "^[ohne {pony}|ohne {fransen}]", "^mit [ganz|völlig|komplett|] freier Stirn",
                ".ich {haette} [gar|] [keinen {pony}|keine {fransen}]",
                ".{subj} soll [gar|] [keinen {pony}|keine {fransen}] [mehr|] [haben|tragen]", ".weg mit [dem {pony}|den {fransen}]",
                ".[{pony}|{fransen}] [ganz|] [weg|ab]", "![kämm|kämme|streich] {dat} alle Haare aus der Stirn",
                ">{dat} [alle|die] Haare [ganz|komplett] aus der Stirn kämmen", "!{mach} {bangsAcc} so kurz wie [möglich|es geht]",
                ">{bangsAcc} so kurz wie [möglich|es geht] [machen|schneiden]", "~den [kürzestmöglichen|allerkürzesten] {pony}",
                ".kein [Haar|einziges Haar] soll [auf der|in die] Stirn [sein|liegen|fallen]", "![lösch|lösche] {bangsAcc}",
                "!setz {bangsAcc} auf null", ".[die|] Stirn [ganz|komplett|völlig|] frei",
                ".{subj} sieht ohne [{pony}|{fransen}] besser aus", "!tu {bangsAcc} [ganz|] weg", "!schneid {dat} {bangsAcc} ganz weg",
                ".auf {possDatF} Stirn soll man gar keine Haare sehen", ".mir gefällt {possNomM} {pony} nicht, weg damit",
            ])
        + cell(
            .bangs, target: 1,
            [
                "~einen [sehr|ganz|extrem|super|richtig|besonders] kurzen {pony}", "~[sehr|ganz|extrem|super|richtig] kurze {fransen}",
                "~einen [winzigen|klitzekleinen|winzig kleinen] {pony}", "~[einen Minipony|einen Babypony|einen Mini-Pony]",
                "!lass den [größten Teil|Großteil] {possDatF} Stirn frei", ">den [größten Teil|Großteil] der Stirn frei lassen",
                ".der [größte Teil|Großteil] {possDatF} Stirn soll [frei|sichtbar] [sein|bleiben]",
                ".{possNomM} {pony} {soll} [sehr|ganz|extrem|richtig] kurz sein",
                ".{possPl} {fransen} {sollen} [sehr|ganz|extrem] kurz sein",
                "![schneid|schneide] {bangsAcc} [sehr|ganz|richtig|extrem] kurz", ">{bangsAcc} [sehr|ganz|richtig|extrem] kurz schneiden",
                "!{mach} {bangsAcc} [sehr|ganz|richtig|extrem] kurz", ">{bangsAcc} [sehr|ganz|richtig|extrem] kurz machen",
                "~einen {pony}, der nur [einen kleinen Teil|ein Fünftel|ein kleines Stück] der Stirn [bedeckt|verdeckt]",
                "~Fransen, die nur [einen kleinen Teil|ein Fünftel] der Stirn [bedecken|verdecken]",
                "~[nur|] ein paar [kurze|winzige|kleine] [Härchen|Fransen] [auf|in] der Stirn",
                "~nur [die Andeutung|den Ansatz] eines Ponys",
                ".achtzig Prozent der Stirn [sollen|müssen] frei [sein|bleiben]", "^mit [ganz|sehr] [kurzem {pony}|kurzen {fransen}]",
                ".man soll fast die ganze Stirn sehen", "~einen Hauch von [Pony|Fransen]",
            ])
        + cell(
            .bangs, target: 2,
            [
                "~einen [kurzen|eher kurzen|ziemlich kurzen|relativ kurzen|recht kurzen|kleinen] {pony}",
                "~[kurze|eher kurze|ziemlich kurze|relativ kurze|recht kurze] {fransen}",
                "~einen {pony}, der [weniger als die Hälfte|zwei Fünftel|ein Drittel|nicht einmal die Hälfte] der Stirn [bedeckt|verdeckt]",
                ".{possNomM} {pony} {soll} [|eher|ziemlich|recht] kurz sein",
                ".{possPl} {fransen} {sollen} [|eher|ziemlich|recht] kurz sein",
                "![schneid|schneide] {bangsAcc} kurz", ">{bangsAcc} kurz [schneiden|stutzen]",
                "!{mach} {bangsAcc} [|ziemlich|eher|recht] kurz",
                ">{bangsAcc} [|ziemlich|eher|recht] kurz machen", "~einen {pony}, der sechzig Prozent der Stirn frei lässt",
                ".mehr als die [Hälfte der|halbe] Stirn soll [frei|sichtbar] [sein|bleiben]", "^mit [kurzem {pony}|kurzen {fransen}]",
                ".{subj} {soll} [einen kurzen {pony}|kurze {fransen}] [tragen|haben]", "!schneid {dat} einen kurzen {pony}",
                ">{dat} [einen kurzen {pony}|kurze {fransen}] schneiden", ".ein kurzer {pony} würde {dat} [gut|besser] stehen",
                "~einen {pony}, der nur das obere Drittel der Stirn bedeckt", ".[{pony}|{fransen}] [eher|ziemlich|] kurz",
            ])
        + cell(
            .bangs, target: 3, atLeast: true,
            [
                "!füg [einen {pony}|{fransen}] hinzu", ">[einen {pony}|{fransen}] [hinzufügen|dazugeben|dazumachen]",
                "~[einen {pony}|{fransen}|ein paar {fransen}]", "!gib {dat} [einen {pony}|{fransen}|ein paar {fransen}]",
                ">{dat} [einen {pony}|{fransen}] [geben|verpassen|machen|schneiden]",
                ".{subj} {soll} [einen {pony}|{fransen}] [haben|bekommen|kriegen|tragen]",
                ".{subj} [braucht|bräuchte] [einen {pony}|{fransen}]",
                "^mit [{pony}|{fransen}|einem {pony}]", "!lass {obj} [einen {pony}|{fransen}] tragen",
                "!{mach} {dat} [einen {pony}|{fransen}]",
                "!verpass {dat} [einen {pony}|{fransen}]", "!schneid {dat} [einen {pony}|{fransen}]",
                ".{subj} würde mit [{pony}|{fransen}] [gut|besser] [aussehen|ausschauen]",
                ".ein {pony} würde {dat} [gut|sicher gut|] stehen",
                "~Haare [in|auf] der Stirn", "![kämm|kämme] {dat} [ein paar|] Haare in die Stirn",
                ">{dat} [ein paar|] Haare in die Stirn kämmen",
                "!lass {dat} einen {pony} wachsen", ".ich {will} {obj} mit [{pony}|{fransen}] sehen", ".{subj} hat ja [gar|] keinen {pony}",
                ".wie [sieht|sähe] {subj} mit [{pony}|{fransen}] aus", ".{dat} [fehlt ein {pony}|fehlen {fransen}]",
            ])
        + cell(
            .bangs, target: 3,
            [
                "~einen [mittellangen|mittleren|normalen|durchschnittlichen|gewöhnlichen|halblangen|normal langen] {pony}",
                "~[mittellange|normale|durchschnittliche|halblange|normal lange] {fransen}",
                "~einen {pony} [mittlerer|normaler|durchschnittlicher] Länge", "~einen {pony} mit [mittlerer|normaler] Länge",
                "~einen {pony}, der [etwa|ungefähr|rund|] [die Hälfte|sechzig Prozent] der Stirn [bedeckt|verdeckt]",
                "~einen {pony}, der bis zur Mitte der Stirn [geht|reicht]",
                ".{possNomM} {pony} {soll} [mittellang|halblang|normal lang] [sein|werden]",
                ".{possPl} {fransen} {sollen} [mittellang|halblang|normal lang] sein", "!{mach} {bangsAcc} [mittellang|halblang]",
                ">{bangsAcc} [mittellang|halblang] [machen|schneiden]", "![schneid|bring] {bangsAcc} auf [mittlere|normale] Länge",
                ">{bangsAcc} auf [mittlere|normale|durchschnittliche] Länge [bringen|schneiden]",
                ".{possNomM} {pony} soll die halbe Stirn [bedecken|verdecken]", ".die halbe Stirn soll [bedeckt|verdeckt] sein",
                "![bedecke|verdecke] die [halbe|Hälfte der] Stirn", "^mit [mittellangem {pony}|mittellangen {fransen}]",
                "~einen {pony}, der weder lang noch kurz ist", ".{possPl} {fransen} sollen bis zur Mitte der Stirn [gehen|reichen]",
            ])
        + cell(
            .bangs, target: 4,
            [
                "~einen [langen|ziemlich langen|recht langen|eher langen|relativ langen] {pony}",
                "~[lange|ziemlich lange|recht lange|eher lange|relativ lange] {fransen}",
                "~einen {pony}, der [den größten Teil der|fast die ganze|achtzig Prozent der] Stirn [bedeckt|verdeckt]",
                "~einen {pony}, der nur [wenig|ein wenig|zwanzig Prozent] von der Stirn frei lässt",
                ".{possNomM} {pony} {soll} [|ziemlich|recht|eher] lang sein",
                ".{possPl} {fransen} {sollen} [|ziemlich|recht|eher] lang sein",
                "!lass {bangsAcc} lang wachsen", ">{bangsAcc} lang wachsen lassen", "!{mach} {bangsAcc} [|ziemlich|recht] lang",
                ">{bangsAcc} [|ziemlich|recht] lang machen", ".von der Stirn soll man [kaum noch etwas|nur wenig|fast nichts] sehen",
                "^mit [langem {pony}|langen {fransen}]", "![bedecke|verdecke] [fast die ganze|den größten Teil der] Stirn",
                ">[fast die ganze|den größten Teil der] Stirn [bedecken|verdecken]",
                ".{possNomM} {pony} soll fast bis zu den Brauen [gehen|reichen]",
                "~{fransen}, die fast die ganze Stirn [bedecken|verdecken]",
                ".{subj} {soll} [einen langen {pony}|lange {fransen}] [tragen|haben]",
                ".ein langer {pony} würde {dat} [gut|besser] stehen", "!verpass {dat} [einen langen {pony}|lange {fransen}]",
            ])
        + cell(
            .bangs, target: 5,
            [
                "~einen [vollen|dichten langen|ganz langen|sehr langen|extrem langen|superlangen|richtig langen] {pony}",
                "~[ganz lange|sehr lange|extrem lange|superlange|richtig lange] {fransen}",
                "~einen {pony}, der die [ganze|gesamte|komplette|volle] Stirn [bedeckt|verdeckt|zudeckt]",
                "![bedecke|verdecke|verdeck] {possF} [ganze|gesamte|komplette] Stirn [mit Haaren|mit dem Pony|mit Fransen|]",
                ">{possF} [ganze|gesamte|komplette] Stirn [bedecken|verdecken|zudecken]",
                "![versteck|verstecke] {possF} Stirn [ganz|komplett|völlig|vollständig|]",
                ">{possF} Stirn [ganz|komplett|völlig|vollständig] [verstecken|verschwinden lassen]", "~einen [Vollpony|langen Vollpony]",
                "~einen {pony}, der bis [zu den Augenbrauen|zu den Brauen|in die Augen|über die Augen] [geht|reicht|hängt]",
                "~{fransen} bis [zu den Augenbrauen|zu den Augen|über die Augen|in die Augen]",
                ".{possNomM} {pony} {soll} so lang wie möglich [sein|werden]", ".{possPl} {fransen} {sollen} so lang wie möglich sein",
                "!{mach} {bangsAcc} so lang wie [möglich|es geht|du kannst]", ">{bangsAcc} so lang wie [möglich|es geht] machen",
                "~den [längsten {pony}, den es gibt|längstmöglichen {pony}|allerlängsten {pony}]",
                "!{mach} {bangsAcc} [extrem|sehr|richtig|super|total] lang", ">{bangsAcc} [extrem|sehr|richtig|super] lang machen",
                ".{possNomM} {pony} soll {dat} [bis über die|fast in die|in die] Augen [hängen|fallen]",
                ".von der Stirn soll [nichts|gar nichts|nichts mehr] zu sehen sein", ".man soll die Stirn [gar nicht|nicht] mehr sehen",
                ".{possPl} {fransen} sollen die Augenbrauen [berühren|verdecken]", "!lass {bangsAcc} bis zu den Augen wachsen",
                "^mit [komplett|völlig|ganz] [verdeckter|bedeckter] Stirn", "!zieh {dat} {bangsAcc} bis über die Augen",
            ])
        + cell(
            .bangs, .definite, .increase,
            [
                "!{mach} {bangsAcc} {amount} länger", ">{bangsAcc} {amount} länger machen",
                "~[einen {degree} längeren {pony}|{degree} längere {fransen}]", ".{possNomM} {pony} {soll} {amount} länger [sein|werden]",
                ".{possPl} {fransen} {sollen} {amount} länger [sein|werden]", "![verlänger|verlängere] {bangsAcc} {byAmount}",
                ">{bangsAcc} {byAmount} verlängern", "![verlänger|verlängere] {bangsAcc} um {steps}", ">{bangsAcc} um {steps} verlängern",
                "!lass {bangsAcc} {byAmount} wachsen", ">{bangsAcc} {byAmount} wachsen lassen", ".ich {haette} {bangsAcc} {amount} länger",
                ".{possNomM} {pony} [ist|wirkt] {tooMuch} zu kurz", ".{possPl} {fransen} [sind|wirken] {tooMuch} zu kurz",
                "~{amount} mehr {bangs}",
                "![bedecke|verdecke] {amount} mehr von der Stirn", "!{mach} {bangsAcc} [um|] {steps} länger",
                ">{bangsAcc} [um|] {steps} länger machen",
                "!zeig {amount} weniger [Stirn|von der Stirn]", ">{amount} mehr von der Stirn [bedecken|verdecken]",
                ".{possNomM} {pony} [könnte|kann|dürfte] ruhig {amount} länger sein", "~{amount} mehr Haare [auf der|in der] Stirn",
                ".[{pony}|{fransen}] {amount} länger", ".man [sieht|sieht noch] {tooMuch} zu viel von {possDatF} Stirn",
                "~einen {pony}, der {amount} länger ist", "!lass {bangsAcc} um {steps} länger werden",
            ])
        + cell(
            .bangs, .indefinite, .increase,
            [
                "!{mach} {bangsAcc} länger", ">{bangsAcc} länger machen", "~[einen längeren {pony}|längere {fransen}]",
                ".{possNomM} {pony} {soll} länger [sein|werden]", ".{possPl} {fransen} {sollen} länger [sein|werden]",
                "![verlänger|verlängere] {bangsAcc}", ">{bangsAcc} verlängern", "!lass {bangsAcc} [weiter|] wachsen",
                ">{bangsAcc} wachsen lassen",
                ".{possNomM} {pony} [ist|wirkt] [mir|] zu kurz", ".{possPl} {fransen} [sind|wirken] [mir|] zu kurz", "~mehr {bangs}",
                "![bedecke|verdecke] mehr von der Stirn", ">mehr von der Stirn [bedecken|verdecken]", "!zeig weniger [Stirn|von der Stirn]",
                ">weniger [Stirn|von der Stirn] zeigen", ".{possF} Stirn ist [mir|] zu [frei|nackt|hoch|kahl]",
                ".man sieht [mir|] [zu viel|so viel] [von der Stirn|Stirn]", ".ich {will} weniger [Stirn|von der Stirn] sehen",
                "~mehr Haare [in der|auf der] Stirn", "!kämm {dat} mehr Haare in die Stirn",
                ".{possPl} Haare sollen weiter in die Stirn [fallen|hängen]",
                ".[{pony}|{fransen}] länger", ".ich {haette} {bangsAcc} [gern|] länger", ".{subj} hat [so|zu] viel Stirn",
                "!zieh {bangsAcc} [weiter|tiefer] [ins Gesicht|in die Stirn]", "~[einen dichteren|einen volleren] {pony}",
            ])
        + cell(
            .bangs, .definite, .decrease,
            [
                "!{mach} {bangsAcc} {amount} kürzer", ">{bangsAcc} {amount} kürzer machen",
                "~[einen {degree} kürzeren {pony}|{degree} kürzere {fransen}]", ".{possNomM} {pony} {soll} {amount} kürzer [sein|werden]",
                ".{possPl} {fransen} {sollen} {amount} kürzer [sein|werden]", "![kürz|kürze] {bangsAcc} {byAmount}",
                ">{bangsAcc} {byAmount} [kürzen|stutzen]", "![kürz|kürze] {bangsAcc} um {steps}", ">{bangsAcc} um {steps} [kürzen|stutzen]",
                "![schneid|schneide] {bangsAcc} {amount} kürzer", ">{bangsAcc} {amount} kürzer schneiden",
                "![stutz|stutze] {bangsAcc} {byAmount}",
                ".ich {haette} {bangsAcc} {amount} kürzer", ".{possNomM} {pony} [ist|wirkt] {tooMuch} zu lang",
                ".{possPl} {fransen} [sind|wirken] {tooMuch} zu lang", "~{amount} weniger {bangs}",
                "!zeig {amount} mehr [Stirn|von der Stirn]",
                ">{amount} mehr [Stirn|von der Stirn] zeigen", "!{mach} {bangsAcc} [um|] {steps} kürzer",
                ">{bangsAcc} [um|] {steps} kürzer machen",
                ".{possNomM} {pony} [könnte|kann|dürfte] ruhig {amount} kürzer sein", ".[{pony}|{fransen}] {amount} kürzer",
                "!schneid {amount} vom Pony ab", ".man soll {amount} mehr von der Stirn sehen",
                "~einen {pony}, der {amount} kürzer ist",
                "~{amount} mehr [freie|] Stirn",
            ])
        + cell(
            .bangs, .indefinite, .decrease,
            [
                "!lass mich mehr von {possDatF} Stirn sehen", "!{mach} {bangsAcc} kürzer", ">{bangsAcc} kürzer [machen|schneiden]",
                "~[einen kürzeren {pony}|kürzere {fransen}]", ".{possNomM} {pony} {soll} kürzer [sein|werden]",
                ".{possPl} {fransen} {sollen} kürzer [sein|werden]", "![kürz|kürze] {bangsAcc}", ">{bangsAcc} [kürzen|stutzen|trimmen]",
                "![stutz|stutze|trimm|trimme] {bangsAcc}", ".{possNomM} {pony} [ist|wirkt] [mir|] zu lang",
                ".{possPl} {fransen} [sind|wirken] [mir|] zu lang", "~weniger {bangs}",
                "!zeig mehr [Stirn|von der Stirn|von {possDatF} Stirn]",
                ">mehr [Stirn|von der Stirn] zeigen", "!verdeck weniger von der Stirn",
                ".{possNomM} {pony} verdeckt zu viel [von der Stirn|]",
                ".ich {will} mehr [Stirn|von der Stirn] sehen", "~mehr [freie|] Stirn",
                ".{possPl} {fransen} hängen [zu|so] weit [ins Gesicht|herunter]",
                ".man sieht [ja|] [kaum etwas|zu wenig] von der Stirn", ".[{pony}|{fransen}] kürzer",
                ".ich {haette} {bangsAcc} [gern|] kürzer", "!schneid [was|etwas] vom Pony ab",
                ".{possPl} Haare sollen weniger in die Stirn hängen",
                "!leg mehr von {possDatF} Stirn frei", ".{possPl} {fransen} gehören geschnitten", "!schneid {dat} {bangsAcc}",
            ]) + germanScale(.bangs, noun: "{bangsAcc}", bare: "{bangs}")

    /// The frames every attribute shares: degrees and steps by number, raise and lower.
    ///
    /// - Parameters:
    ///   - noun: the attribute with its article, in the accusative.
    ///   - bare: the attribute without an article.
    static func germanScale(_ topic: Topic, noun: String, bare: String) -> [RequestTemplate] {
        let numbers = ["[0|null]", "[1|eins]", "[2|zwei]", "[3|drei]", "[4|vier]", "[5|fünf]"]
        let targets = numbers.enumerated().flatMap { target, number in
            cell(
                topic, target: target,
                [
                    "![setz|setze|stell|stelle] \(noun) auf [|Grad|Stufe|Level] \(number)",
                    ">\(noun) auf [|Grad|Stufe|Level] \(number) [setzen|stellen|bringen]",
                    "~\(bare) [Grad|Stufe|Level|auf|auf Stufe|auf Grad] \(number)",
                    "!bring \(noun) auf [|Grad|Stufe|Level] \(number) [|von fünf|von 5]",
                ])
        }
        return targets
            + cell(
                topic, .definite, .increase,
                [
                    "![erhöh|erhöhe|steiger|steigere] \(noun) um {steps}", "![erhöh|erhöhe|steiger|steigere|verstärke] \(noun) {byAmount}",
                    ">\(noun) um {steps} [erhöhen|steigern|hinaufsetzen]", ">\(noun) {byAmount} [erhöhen|steigern|verstärken]",
                    "~{steps} mehr \(bare)", "!dreh \(noun) um {steps} [hoch|auf|hinauf|rauf]",
                ])
            + cell(
                topic, .definite, .decrease,
                [
                    "![verringere|reduzier|reduziere|senk|senke] \(noun) um {steps}",
                    "![verringere|reduzier|reduziere|senke] \(noun) {byAmount}",
                    ">\(noun) um {steps} [verringern|reduzieren|senken|heruntersetzen]",
                    ">\(noun) {byAmount} [verringern|reduzieren|senken]",
                    "~{steps} weniger \(bare)", "!dreh \(noun) um {steps} [runter|herunter|zurück]",
                ])
            + cell(
                topic, .indefinite, .increase,
                [
                    "![erhöh|erhöhe|steiger|steigere|verstärke] \(noun)", ">\(noun) [erhöhen|steigern|verstärken]",
                    "!dreh \(noun) [hoch|auf|hinauf]",
                ])
            + cell(
                topic, .indefinite, .decrease,
                [
                    "![verringere|reduzier|reduziere|senk|senke] \(noun)", ">\(noun) [verringern|reduzieren|senken]",
                    "!dreh \(noun) [runter|zurück]",
                ])
    }
}
