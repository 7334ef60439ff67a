extension RequestTemplate {
    static let germanAge: [RequestTemplate] =
        cell(
            .age, target: 0,
            [
                "!{verwandle} {obj} in ein [Baby|Kind|kleines Kind|Kleinkind]", "^wie ein [Baby|Kleinkind|Säugling]", "^{years0} Jahre alt",
                "^wie ein [|kleines|junges] Kind", "^wie mit {years0}", "^[etwa|ungefähr|circa|um die|so] {years0} [Jahre alt|]",
                "^wie ein [{years0}-jähriges|{years0}jähriges] Kind",
                "^wie [jemand mit {years0}|ein {years0}-Jähriger|eine {years0}-Jährige]",
                "^wie ein [kleiner Bub|kleiner Junge|kleines Mädchen|kleines Mäderl]", "^so jung wie [möglich|es geht]",
                "^wieder [ein Kind|zum Kind]",
                "!{mach} aus {dat} [ein Kind|ein Baby|einen kleinen Buben|ein kleines Mädchen|ein Kleinkind]",
                ">aus {dat} [ein Kind|ein Baby|einen kleinen Jungen|ein kleines Mädchen] machen",
                "^unter [fünfzehn|15|vierzehn|zehn] [Jahre alt|Jahren|]",
                "~[ein Kindergesicht|ein Babygesicht|das Gesicht eines Kindes|kindliche Züge]", "^[kindlich|ganz kindlich]",
                "^wie ein [Schulkind|Volksschüler|Volksschulkind|Kindergartenkind|Grundschüler|Knirps|Dreikäsehoch]", "^extrem jung",
                "!zeig {obj} als [Kind|kleines Kind|Baby|Kleinkind|Bub|kleines Mädchen]", ">{obj} als [Kind|Baby|Kleinkind] zeigen",
                ".{subj} {soll} [erst|] {years0} [Jahre alt|] sein", ".ich {will} {obj} als [Kind|Baby|kleines Kind] sehen",
                "^im [Kindesalter|Volksschulalter|Kindergartenalter|Grundschulalter]", ".wie hat {subj} als [Kind|Baby] ausgesehen",
                ".{subj} {soll} [noch|] ein [Kind|kleines Kind|Baby] sein", "!schick {obj} zurück in {possF} Kindheit",
            ])
        + cell(
            .age, target: 1,
            [
                "^in {possDatPl} [Zwanzigern|frühen Zwanzigern|späten Zwanzigern]", "^[Anfang|Mitte|Ende] [zwanzig|20]",
                "^{years1} Jahre alt",
                "^wie mit {years1}", "^wie [jemand mit {years1}|ein {years1}-Jähriger|eine {years1}-Jährige|ein {years1}jähriger]",
                "^[etwa|ungefähr|circa|um die|so] {years1} [Jahre alt|]", "^jung",
                "^wie [ein Teenager|ein Teenie|eine Jugendliche|ein Jugendlicher|ein Teen]",
                "^wie [ein Student|eine Studentin|ein Maturant|eine Maturantin|ein Lehrling|ein Abiturient]",
                "^[sehr|ganz|richtig|recht] jung",
                "^unter [dreißig|30|zwanzig]", "!{mach} aus {dat} [einen Teenager|einen Jugendlichen|eine Studentin|einen Studenten]",
                ">aus {dat} [einen Teenager|einen Jugendlichen|eine Jugendliche|einen Studenten] machen",
                "!{verwandle} {obj} in einen [Teenager|Jugendlichen]",
                "~ein [junges|jugendliches] Gesicht", "^[jugendlich|frisch und jung|blutjung|jung und frisch|halbwüchsig]",
                "!zeig {obj} als [Teenager|Jugendlichen|Studenten|Studentin]", ".{subj} {soll} [erst|] {years1} [Jahre alt|] sein",
                "^wie [ein junger Mann|eine junge Frau|ein junger Bursch|ein junges Mädel]", "^wie ein [Mittzwanziger|Twen]",
                ".ich {will} {obj} [in jung|als Teenager|als Jugendlichen] sehen", "^zwischen [fünfzehn|15|zwanzig|20] und [dreißig|30]",
                "^im Teenageralter",
                ".{subj} {soll} [noch|] ein Teenager sein", "^so, als [käme|wäre] {subj} frisch [von der Schule|aus der Schule]",
                "^minderjährig",
            ])
        + cell(
            .age, target: 2,
            [
                "^in {possDatPl} [Dreißigern|frühen Dreißigern|späten Dreißigern]", "^[Anfang|Mitte|Ende] [dreißig|30]",
                "^{years2} Jahre alt",
                "^wie mit {years2}", "^wie [jemand mit {years2}|ein {years2}-Jähriger|eine {years2}-Jährige|ein {years2}jähriger]",
                "^[etwa|ungefähr|circa|um die|so] {years2} [Jahre alt|]", "^wie [ein junger Erwachsener|eine junge Erwachsene]",
                "^zwischen [dreißig|30] und [vierzig|40]", "^[|gut|knapp|ein bisschen über|etwas über] dreißig",
                "!{mach} aus {dat} einen jungen Erwachsenen",
                "!{verwandle} {obj} in einen jungen Erwachsenen", ">aus {dat} [einen jungen Erwachsenen|eine junge Erwachsene] machen",
                "^wie [ein Dreißiger|ein Mittdreißiger|eine Mittdreißigerin|eine Dreißigerin]",
                ".{subj} {soll} {years2} [Jahre alt|] [sein|werden]",
                "^über [dreißig|30], [aber|] unter [vierzig|40]", "~ein Gesicht von [etwa|ungefähr|] {years2} Jahren",
                "^ums dreißigste Lebensjahr",
            ])
        + cell(
            .age, target: 3,
            [
                "^in {possDatPl} [Vierzigern|frühen Vierzigern|späten Vierzigern]", "^[Anfang|Mitte|Ende] [vierzig|40]",
                "^{years3} Jahre alt",
                "^wie mit {years3}", "^wie [jemand mit {years3}|ein {years3}-Jähriger|eine {years3}-Jährige|ein {years3}jähriger]",
                "^[etwa|ungefähr|circa|um die|so] {years3} [Jahre alt|]", "^[mittleren Alters|mittelalt|im mittleren Alter]",
                "^zwischen [vierzig|40] und [fünfzig|50]",
                "~ein [mittelaltes Gesicht|Gesicht mittleren Alters]", "^in der Mitte {possDatN} Lebens",
                "!{mach} aus {dat} eine Person mittleren Alters",
                ">aus {dat} [einen Mann|eine Frau|eine Person] mittleren Alters machen",
                "^in [den besten Jahren|der Lebensmitte|der Midlife-Crisis]",
                "^wie [ein Mittvierziger|eine Mittvierzigerin|ein Vierziger|eine Vierzigerin]",
                ".{subj} {soll} {years3} [Jahre alt|] [sein|werden]",
                "^wie [ein Mann|eine Frau|jemand|eine Person] mittleren Alters", "^über [vierzig|40], [aber|] unter [fünfzig|50]",
                "~ein Gesicht von [etwa|ungefähr|] {years3} Jahren",
                "^weder jung noch alt",
            ])
        + cell(
            .age, target: 4,
            [
                "^in {possDatPl} [Fünfzigern|frühen Fünfzigern|späten Fünfzigern]", "^[Anfang|Mitte|Ende] [fünfzig|50]",
                "^{years4} Jahre alt",
                "^wie mit {years4}", "^wie [jemand mit {years4}|ein {years4}-Jähriger|eine {years4}-Jährige|ein {years4}jähriger]",
                "^[etwa|ungefähr|circa|um die|so] {years4} [Jahre alt|]", "^zwischen [fünfzig|50] und [sechzig|60]",
                "^[ziemlich|recht|eher|schon ziemlich] alt",
                "^[knapp|kurz] vor der [Pension|Rente|Pensionierung]", "^ein paar Jahre vor der [Pension|Rente]",
                "^wie [ein Mittfünfziger|eine Mittfünfzigerin|ein Fünfziger]",
                ".{subj} {soll} {years4} [Jahre alt|] [sein|werden]", "^über [fünfzig|50], [aber|] unter [sechzig|60]",
                "~ein Gesicht von [etwa|ungefähr|] {years4} Jahren",
                "^[reiferen Alters|im reiferen Alter|in reifen Jahren]", "^nicht mehr [ganz|so] jung, aber noch nicht in Pension",
                "~ein [ziemlich|recht] altes Gesicht",
            ])
        + cell(
            .age, target: 5,
            [
                "~ein [runzliges|faltiges|zerfurchtes|runzeliges|verrunzeltes] [altes|] Gesicht", "!überzieh {possN} Gesicht mit Falten",
                "^in {possDatPl} [Sechzigern|Siebzigern|Achtzigern|Neunzigern]",
                "^[Anfang|Mitte|Ende] [sechzig|siebzig|achtzig|neunzig|60|70|80|90]",
                "^{years5} Jahre alt", "^wie mit {years5}",
                "^wie [jemand mit {years5}|ein {years5}-Jähriger|eine {years5}-Jährige|ein {years5}jähriger]",
                "^[etwa|ungefähr|circa|um die|so] {years5} [Jahre alt|]", "^alt",
                "^[betagt|hochbetagt|greis|im hohen Alter|im Greisenalter]",
                "^wie [ein Opa|eine Oma|ein Großvater|eine Großmutter|eine Omi|ein Opi]",
                "^wie [ein Rentner|eine Rentnerin|ein Pensionist|eine Pensionistin|ein Senior|eine Seniorin]",
                "^über [sechzig|60|siebzig|70|achtzig|80]", "^[sehr|richtig|extrem|ganz|total|furchtbar] alt",
                "^so alt wie [möglich|es geht]",
                "^wie [ein alter Mann|eine alte Frau|ein Greis|eine Greisin|eine alte Dame|ein alter Herr|ein altes Mutterl]",
                "~ein [altes|sehr altes|uraltes] Gesicht",
                "!{verwandle} {obj} in [einen alten Mann|eine alte Frau|einen Opa|eine Oma|einen Greis]",
                "!{mach} aus {dat} [einen Opa|eine Oma|einen Rentner|eine Pensionistin|einen alten Mann]",
                ">aus {dat} [einen Opa|eine Oma|einen Pensionisten|einen Rentner|eine alte Frau] machen",
                "^[pensioniert|in Pension|in Rente|im Pensionsalter|im Rentenalter]",
                "^[uralt|steinalt|alt wie Methusalem]", "^[voller|mit vielen|voll mit] Falten",
                "!zeig {obj} als [Opa|Oma|Großvater|Großmutter|Rentner|Pensionisten|Greis]",
                ".{subj} {soll} {years5} [Jahre alt|] [sein|werden]",
                ".ich {will} {obj} als [Opa|Oma|alten Mann|alte Frau|Pensionisten] sehen",
                ".wie [sieht|schaut] {subj} [mit {years5}|als Opa|als Oma|im Alter] aus", "^[kurz vor dem Grab|mit einem Fuß im Grab]",
                "^[runzlig|faltig|schrumpelig]",
                "~ein Gesicht von [etwa|ungefähr|] {years5} Jahren",
            ])
        + cell(
            .age, .definite, .increase,
            [
                "^{amount} älter", "~ein {degree} älteres [Gesicht|Aussehen]", "^{amount} reifer", "!lass {obj} {byAmount} altern",
                ">{obj} {byAmount} altern lassen",
                "!lass {obj} um {years} altern", ">{obj} um {years} altern lassen", "^[um|] {years} älter",
                "!gib {dat} {years} [mehr|dazu|drauf]",
                ">{dat} {years} [mehr|dazu|drauf] geben", "^[um|] {steps} älter", ".{subj} [ist|wirkt] {tooMuch} zu jung",
                ".{subj} {sieht} {tooMuch} zu jung aus",
                "~{amount} mehr Falten", "!{mach} {possN} Gesicht {amount} älter", ">{possN} Gesicht {amount} älter machen",
                ".ich {haette} {obj} {amount} älter",
                "!leg {years} drauf", ".{subj} {soll} um {years} [altern|älter werden]", ".{subj} {soll} {amount} [altern|älter werden]",
                ".{years} älter",
                ".{subj} [könnte|kann|dürfte] ruhig {amount} älter [sein|aussehen]", ".wie [sieht|schaut] {subj} {years} älter aus",
                "^{amount} weniger jung", "!{mach} {obj} [um|] {years} älter", ">{obj} [um|] {years} älter machen",
            ])
        + cell(
            .age, .indefinite, .increase,
            [
                "^älter", "~ein älteres [Gesicht|Aussehen]", "^[reifer|erwachsener]", "!lass {obj} [altern|älter werden]",
                ">{obj} [altern|älter werden] lassen",
                ".{subj} [ist|wirkt] [mir|] zu [jung|jugendlich|kindlich]", ".{subj} {sieht} [mir|] zu [jung|jugendlich|kindlich] aus",
                "~mehr Falten",
                "!{mach} {possN} Gesicht [älter|reifer|faltiger]", ">{possN} Gesicht [älter|reifer] machen",
                "!gib {dat} ein paar Jahre [dazu|mehr|drauf]",
                "~[ein paar|einige] Jahre mehr", ".{subj} {soll} [altern|älter werden]", "^weniger [jung|jugendlich|kindlich]",
                ".ich {haette} [eine ältere Person|ein älteres Gesicht]",
                "^[gealtert|faltiger|mit mehr Falten]", ".{subj} sieht [noch|ja noch] so jung aus", "!leg ein paar Jahre drauf",
                ".{subj} [könnte|kann|dürfte] ruhig älter [sein|aussehen]",
                "^ein paar Jahre älter", ">ein paar Jahre [dazugeben|draufschlagen]", ".{subj} wirkt [so|noch so] jung",
                "~[reifere|ältere] Gesichtszüge", "!mal {dat} [ein paar|] Falten ins Gesicht",
            ])
        + cell(
            .age, .definite, .decrease,
            [
                "^{amount} jünger", "~ein {degree} jüngeres [Gesicht|Aussehen]", "^{amount} weniger [reif|alt]",
                "![verjüng|verjünge] {obj} {byAmount}",
                ">{obj} {byAmount} verjüngen", "![verjüng|verjünge] {obj} um {years}", ">{obj} um {years} verjüngen",
                "^[um|] {years} jünger",
                "!nimm {dat} {years} [weg|ab]", ">{dat} {years} [wegnehmen|abnehmen]", "^[um|] {steps} jünger",
                ".{subj} [ist|wirkt] {tooMuch} zu alt",
                ".{subj} {sieht} {tooMuch} zu alt aus", "~{amount} weniger Falten", "!{mach} {possN} Gesicht {amount} jünger",
                ">{possN} Gesicht {amount} jünger machen",
                ".ich {haette} {obj} {amount} jünger", "!dreh die [Zeit|Uhr] um {years} zurück",
                ".{subj} {soll} um {years} jünger werden", ".{years} jünger",
                ".{subj} [könnte|kann|dürfte] ruhig {amount} jünger [sein|aussehen]", "^{amount} jugendlicher",
                "!{mach} {obj} [um|] {years} jünger",
                ">{obj} [um|] {years} jünger machen", ".wie [sieht|schaut] {subj} {years} jünger aus", ">die Zeit um {years} zurückdrehen",
            ])
        + cell(
            .age, .indefinite, .decrease,
            [
                "^jünger", "~ein jüngeres [Gesicht|Aussehen]", "^weniger [alt|reif|faltig]", "![verjüng|verjünge] {obj}",
                ">{obj} verjüngen",
                ".{subj} [ist|wirkt] [mir|] zu alt", ".{subj} {sieht} [mir|] zu alt aus", "!nimm {dat} [ein paar|einige] Jahre [weg|ab]",
                "~weniger Falten",
                "!{mach} {possN} Gesicht [jünger|frischer|glatter]", ">{possN} Gesicht [jünger|frischer|glatter] machen",
                "^[jugendlicher|frischer|kindlicher]",
                "!dreh die [Zeit|Uhr] zurück", ">die [Zeit|Uhr] zurückdrehen", "![glätte|entferne|mildere] {possPl} Falten",
                ">{possPl} Falten [glätten|entfernen|wegmachen|wegbügeln]",
                ".ich {haette} [eine jüngere Person|ein jüngeres Gesicht]", "^[ein paar|einige] Jahre jünger",
                ".{subj} hat [mir|] zu viele [Falten|Runzeln]",
                ".{subj} {soll} [wieder|] jünger werden", ".{subj} sieht [so|ja so] alt aus", ".{subj} wirkt [so|schon so] alt",
                "~[jüngere|jugendlichere] Gesichtszüge",
                ".{subj} [könnte|kann|dürfte] ruhig jünger [sein|aussehen]", "^mit weniger Falten", "~[ein paar|einige] Jahre weniger",
                ".{subj} schaut [so|zu] alt [und müde|] aus",
                "^wieder so jung wie früher",
            ]) + germanScale(.age, noun: "{possN} Alter", bare: "Alter")

    /// Requests that leave the attribute to the talk.
    static let germanSame: [RequestTemplate] =
        cell(
            .same, target: 0,
            [
                "![mach|mache] [es|das|das da] [bitte|mal|] weg", "!lass [es|das] [ganz|] [verschwinden|weg]",
                ".ich {will} [es|das|ihn|sie] weghaben",
                "![entferne|entfern|beseitige|lösch] [es|das|sie|ihn]", "!nimm [es|das|ihn] [ganz|] weg", ".weg damit",
                "!tu [es|das|ihn] [ganz|] weg",
                ">[es|das] [ganz|komplett|] [wegmachen|entfernen|weggeben|wegnehmen]", ".[es|das] soll [ganz|] [weg|verschwinden]",
                ".[es|das] [muss|kann|gehört] [ganz|] weg", "!nimm [es|das|ihn] ab", "!entferne [es|das] [ganz|komplett|vollständig]",
                ".[ganz|komplett|alles] weg", "!mach, dass [es|das] weg ist",
            ])
        + cell(
            .same, target: 5,
            [
                "![mach|mache] [es|ihn|sie|das] [bitte|mal|] so [lang|groß|dick|stark] wie [möglich|es geht]",
                ">[es|ihn|das] so [lang|groß|dick|stark] wie möglich machen",
                "!geh [ganz|bis] [hinauf|nach oben|ans Maximum|zum Anschlag]",
                ".[es|das|er] soll so [lang|groß|dick|stark] wie möglich [sein|werden]",
                "!setz [es|das] auf [das Maximum|Maximum|maximal]", ">[es|das] auf [das Maximum|Maximum] [setzen|stellen]",
                "~das [Maximum|Höchste|volle Programm]",
                "!dreh [es|das] [ganz|voll] auf", ".[volle Pulle|bis zum Anschlag|Maximum|so viel wie möglich]",
                "![mach|mache] [es|das] [bitte|mal|] maximal",
            ])
        + cell(
            .same, .definite, .increase,
            [
                "![mach|mache] [es|das|ihn|sie] [bitte|mal|] {amount} [länger|größer|dicker|stärker|kräftiger]",
                ">[es|das|ihn|sie] {amount} [länger|größer|dicker|stärker] machen",
                ".bitte {amount} [länger|größer|dicker]", ".[es|das|er|sie] {soll} {amount} [länger|größer|dicker|stärker] [sein|werden]",
                "![mach|mache] [es|das] [bitte|mal|] [um|] {steps} [länger|größer|stärker]", "![erhöhe|steigere] [es|das] um {steps}",
                "![erhöhe|steigere|verstärke] [es|das] {byAmount}",
                ">[es|das] um {steps} [erhöhen|steigern|verstärken]", ".[es|das] ist {tooMuch} zu [kurz|klein|dünn|schwach]",
                ".[noch|] {amount} [länger|größer|dicker]",
                ".[der ist|die ist|die sind] {tooMuch} zu [kurz|klein|dünn]",
                ".[der|das] [kann|könnte|darf] ruhig {amount} [länger|größer|dicker] sein",
            ])
        + cell(
            .same, .indefinite, .increase,
            [
                "![mach|mache] [es|das|ihn|sie] [bitte|mal|] [länger|größer|dicker|stärker|kräftiger]",
                ">[es|das|ihn|sie] [länger|größer|dicker|stärker] machen",
                ".bitte [länger|größer|dicker]", ".[es|das|er|sie] {soll} [länger|größer|dicker|stärker] [sein|werden]",
                "![erhöhe|steigere|verstärke] [es|das]",
                ">[es|das] [erhöhen|steigern|verstärken]", ".[es|das|der|die] ist [mir|] zu [kurz|klein|dünn|schwach]",
                ".[noch|] [länger|größer|dicker]",
                "!lass [es|ihn|sie] [länger|größer] werden", ".die sind [mir|] zu [kurz|klein|dünn]",
                ".[der|das] [kann|könnte|darf] ruhig [länger|größer|dicker] sein",
                ".ich {haette} [es|das|ihn] [länger|größer|dicker]",
            ])
        + cell(
            .same, .definite, .decrease,
            [
                "![mach|mache] [es|das|ihn|sie] [bitte|mal|] {amount} [kürzer|kleiner|dünner|schwächer]",
                ">[es|das|ihn|sie] {amount} [kürzer|kleiner|dünner|schwächer] machen",
                ".bitte {amount} [kürzer|kleiner|dünner]",
                ".[es|das|er|sie] {soll} {amount} [kürzer|kleiner|dünner|schwächer] [sein|werden]",
                "![mach|mache] [es|das] [bitte|mal|] [um|] {steps} [kürzer|kleiner|schwächer]",
                "![verringere|reduziere|senke] [es|das] um {steps}",
                "![verringere|reduziere|kürze] [es|das] {byAmount}", ">[es|das] um {steps} [verringern|reduzieren|kürzen]",
                ".[es|das] ist {tooMuch} zu [lang|groß|dick]", ".[noch|] {amount} [kürzer|kleiner|dünner]",
                ".[der ist|die ist|die sind] {tooMuch} zu [lang|groß|dick]",
                ".[der|das] [kann|könnte|darf] ruhig {amount} [kürzer|kleiner|dünner] sein",
            ])
        + cell(
            .same, .indefinite, .decrease,
            [
                "![mach|mache] [es|das|ihn|sie] [bitte|mal|] [kürzer|kleiner|dünner|schwächer]",
                ">[es|das|ihn|sie] [kürzer|kleiner|dünner|schwächer] machen",
                ".bitte [kürzer|kleiner|dünner]", ".[es|das|er|sie] {soll} [kürzer|kleiner|dünner|schwächer] [sein|werden]",
                "![verringere|reduziere|kürze] [es|das]",
                ">[es|das] [verringern|reduzieren|kürzen]", ".[es|das|der|die] ist [mir|] zu [lang|groß|dick]",
                ".[noch|] [kürzer|kleiner|dünner]",
                "!lass [es|ihn|sie] [kürzer|kleiner] werden", ".die sind [mir|] zu [lang|groß|dick]",
                ".[der|das] [kann|könnte|darf] ruhig [kürzer|kleiner|dünner] sein",
                ".ich {haette} [es|das|ihn] [kürzer|kleiner|dünner]",
            ])
}
