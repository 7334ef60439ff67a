/// What is said when changes are taken back or made again.
extension GermanPhrases {
    static let undone: [Pattern] = [
        "Ich habe die letzte Änderung zurückgenommen; wir haben wieder {toAcc}.", "[Rückgängig gemacht|Zurückgenommen]: wieder {to}.",
        "Wir sind zurück bei {toDat}.", "Die letzte Änderung ist [weg|rückgängig gemacht], wir haben also wieder {toAcc}.",
        "Ich bin einen Schritt zurückgegangen, zu {toDat}.", "Zurück zu {toDat}.",
        "Das ist rückgängig gemacht, und du siehst wieder {toAcc}.",
        "Einen Schritt zurück, und wir haben {toAcc}.", "Das Bild ist wie vor dieser Änderung, mit {toDat}.",
        "Ich habe es rückgängig gemacht; das Bild zeigt wieder {toAcc}.", "Wir kehren zu {toDat} zurück.", "So wie vorher: {to}.",
        "Das vorige Bild ist wieder da, das mit {toDat}.", "Der Schritt ist zurückgenommen, und es ist wieder {to}.",
        "Hier ist wieder das frühere Bild, mit {toDat}.", "Wir sind einen Schritt zurück und bei {toDat}.",
        "Diese Änderung hat es sozusagen nie gegeben: wieder {to}.", "Das alte Bild ist zurück, und mit ihm {to}.",
        "Die letzte Änderung ist umgekehrt, und du siehst wieder {toAcc}.", "Du hast wieder {toAcc}, wie vor der letzten Änderung.",
        "Eine Änderung zurück: {to}.", "Das Bild davor hatte {toAcc}, und hier ist es.", "Wir haben noch einmal {toAcc}.",
        "Ohne den letzten Schritt haben wir {toAcc}.", "Ich habe es auf {toAcc} zurückgesetzt.",
        "Tun wir so, als wäre nichts gewesen: wieder {to}.", "Der letzte Schritt ist vom Tisch; du siehst wieder {toAcc}.",
        "Ich bin für dich zurückgegangen, und wir sind bei {toDat}.", "Da ist das alte Bild wieder: {to}.",
        "Ich bin zu {toDat} umgekehrt.", "Wir sind jetzt eine Änderung weiter hinten, bei {toDat}.", "Ich habe {toAcc} zurückgeholt.",
        "Du bist wieder beim Bild mit {toDat}.", "Letzte Änderung entfernt; es zeigt wieder {toAcc}.",
        "Zurückgezogen. Das Bild hat wieder {toAcc}.", "Die letzte Änderung habe ich gestrichen, so haben wir {toAcc}.",
        "Wir sind zu {toDat} zurückgegangen.", "Genau wie vorher siehst du {toAcc}.",
        "Ich habe das Bild auf den Stand mit {toDat} gebracht.",
        "Da sind wir wieder, bei {toDat}.", "Nichts passiert: Das Bild ist zurück bei {toDat}.",
        "Es ist, als hätte sich nichts geändert: wieder {to}.", "Noch einmal siehst du {toAcc}.",
        "Also einen Schritt zurück, und damit haben wir {toAcc}.", "Die Änderung ist zurückgenommen, und das Bild hat wieder {toAcc}.",
        "Das Bild von vorher ist wiederhergestellt, mit {toDat}.", "Erledigt, ich habe es zurückgenommen; jetzt haben wir {toAcc}.",
        "Wir sind, wo wir vorher waren: {to}.", "Das ist das Bild von vor einer Änderung, mit {toDat}.",
        "Die letzte Änderung ist rückgängig. Du siehst {toAcc}.", "Einmal hin und wieder zurück: {to}.",
        "Die letzte Änderung ist dahin; uns bleibt {to}.", "Was wir vorher hatten, ist wieder da: {to}.",
        "Du wolltest es zurück, und hier ist es: {to}.", "Die Uhr ist einen Schritt zurückgedreht, auf {toAcc}.",
        "Die letzte Änderung habe ich fallen lassen. Wir haben {toAcc}, wie zuvor.", "Ein Bild zurück, da hatten wir {toAcc}.",
        "Nimmt man die letzte Änderung weg, haben wir {toAcc}.", "Wir haben einen Schritt zurück gemacht, zu {toDat}.",
        "Wiederhergestellt: das Bild mit {toDat}.", "Das Bild ist zu {toDat} zurückgekehrt.",
        "Du hast gesagt, ich soll es zurücknehmen; wir sind also wieder bei {toDat}.",
        "Die jüngste Änderung ist zurückgenommen; das Bild zeigt {toAcc}.", "Der letzte Schritt ist entfernt, und {to} ist wieder da.",
    ]

    static let undoneEarlier: [Pattern] = [
        "Ich habe die letzte Änderung zurückgenommen.", "Die letzte Änderung ist [weg|rückgängig gemacht].",
        "Ich bin einen Schritt zurückgegangen.",
        "Wir sind wieder beim Bild davor.", "[Rückgängig gemacht|Zurückgenommen].", "Das vorige Bild ist wieder da.",
        "Die letzte Änderung ist umgekehrt.", "Einen Schritt zurück, wie gewünscht.", "Diese Änderung ist zurückgenommen.",
        "Ich habe das vorige Bild zurückgeholt.", "Du siehst wieder das frühere Bild.", "Wir sind um eine Änderung zurückgegangen.",
        "Den letzten Schritt habe ich gestrichen.", "Das Bild ist wie vor der letzten Änderung.",
    ]

    static let redone: [Pattern] = [
        "Ich habe die Änderung wieder gemacht; wir haben jetzt {toAcc}.", "[Wiederholt|Wieder da]: {to}.",
        "Die Änderung, die du zurückgenommen hattest, ist wieder da: {to}.", "Wir sind noch einmal bei {toDat}.",
        "Die Änderung ist wieder drin, du siehst also wieder {toAcc}.", "Wieder einen Schritt vor, zu {toDat}.",
        "Das ist wiederholt, und das Bild zeigt {toAcc}.", "Wir gehen wieder vorwärts, und damit haben wir {toAcc}.",
        "Was rückgängig war, ist zurück: {to}.", "Ich habe die Änderung wiederhergestellt, und mit ihr {toAcc}.",
        "Das zurückgenommene Bild ist wieder da, mit {toDat}.", "Du hast wieder {toAcc}, wie vor dem Rückgängigmachen.",
        "Das Zurücknehmen ist zurückgenommen, wir haben also {toAcc}.", "Ich habe die Änderung zurückgeholt; du siehst {toAcc}.",
        "So, wie es war, bevor du es zurückgenommen hast: {to}.", "Den zurückgenommenen Schritt habe ich wiederholt: {to}.",
        "Wir behalten die Änderung also doch, mit {toDat}.", "Wir gehen wieder vor zu {toDat}.",
        "Die Änderung ist wieder im Bild, und wir haben {toAcc}.", "Das Rückgängigmachen ist aufgehoben, und uns bleibt {to}.",
        "Da sind wir wieder, mit der Änderung: {to}.", "Das spätere Bild ist zurück, das mit {toDat}.",
    ]

    static let redoneEarlier: [Pattern] = [
        "Ich habe die Änderung wieder gemacht.", "Die zurückgenommene Änderung ist wieder da.", "[Wiederholt|Wieder da].",
        "Ich habe die Änderung wieder eingesetzt.", "Wir sind wieder einen Schritt weiter.", "Das Bild ist wie vor dem Rückgängigmachen.",
        "Was du zurückgenommen hattest, ist wieder hier.", "Die zurückgenommene Änderung ist wiederhergestellt.",
        "Das Zurücknehmen ist aufgehoben.", "Du siehst wieder das spätere Bild.", "Diese Änderung ist noch einmal im Bild.",
        "Einen Schritt vor, wie gewünscht.", "Wir sind beim Bild von vor dem Zurücknehmen.",
    ]

    static let startedOver: [Pattern] = [
        "Wir sind zurück beim ersten Bild.", "[Hier|Das] ist wieder das erste Bild.", "Ich habe alles zurückgenommen; wir fangen neu an.",
        "Alle Änderungen sind rückgängig gemacht, und du siehst das Bild vom Anfang.", "Zurück zum Anfang.",
        "Wir sind wieder da, wo wir begonnen haben.", "Das erste Bild ist wieder hier, ohne eine einzige Änderung.",
        "Ich bin ganz an den Anfang zurückgegangen.", "Alles ist so wie zu Beginn.",
        "Ein frischer Anfang: Das ist das Bild, das wir zuerst hatten.",
        "Jede unserer Änderungen ist rückgängig gemacht.", "Alle Änderungen sind zurückgenommen; das ist das ursprüngliche Bild.",
        "Wir beginnen von vorn, mit dem ersten Bild.", "Du siehst wieder das Bild, mit dem wir gestartet sind.",
        "Ich bin zum allerersten Bild zurückgekehrt.", "Das Bild ist so, wie du es zuerst gesehen hast.",
        "Alles auf Anfang, mit dem Bild, bei dem wir losgegangen sind.", "Ich habe alle Änderungen weggeräumt.",
        "Wir sind zum ursprünglichen Bild zurückgegangen.", "Von den Änderungen ist keine mehr da; es ist wieder das erste Bild.",
        "Also noch einmal von vorn, mit dem Bild vom Anfang.", "Ich habe das ursprüngliche Bild zurückgeholt.",
    ]

    static let nothingToUndo: [Pattern] = [
        "Es gibt keine Änderung mehr, die ich zurücknehmen könnte.",
        "Das ist [das erste Bild|unser Anfang], hier gibt es nichts rückgängig zu machen.", "Ich habe hier nichts zurückzunehmen.",
        "Wir sind schon beim ersten Bild.", "Es ist keine Änderung übrig, die sich rückgängig machen ließe.",
        "Weiter zurück kann ich nicht gehen.",
        "Du siehst das erste Bild, ohne eine Änderung zum Zurücknehmen.", "Vor diesem Bild gibt es keines.",
        "Wir sind ganz am Anfang, einen Schritt zurück gibt es da nicht.", "Ich finde keine Änderung, die ich rückgängig machen könnte.",
        "Zum Rückgängigmachen gibt es hier nichts; das ist das Anfangsbild.", "Weiter zurück geht es nicht, denn das ist das erste Bild.",
        "Im Moment gibt es nichts zurückzunehmen.", "In diesem Bild steckt keine Änderung, die ich zurücknehmen könnte.",
        "Über das erste Bild sind wir nicht hinaus, rückgängig machen lässt sich also nichts.",
        "Es gibt kein früheres Bild, zu dem ich zurückkönnte.", "Da ist nichts, was ich zurücknehmen kann.",
        "Wir sind schon so weit hinten, wie es geht.",
        "Einen früheren Schritt gibt es nicht, das Bild bleibt also, wie es ist.",
        "Ich habe nach einer Änderung gesucht, aber es gibt keine.",
        "Mit diesem Bild hat alles angefangen, ich kann also nicht zurück.",
    ]

    static let nothingToRedo: [Pattern] = [
        "Es gibt [im Moment|gerade] nichts zu wiederholen.", "Ich habe keine zurückgenommene Änderung, die ich wiederholen könnte.",
        "Keine zurückgenommene Änderung wartet darauf, wieder gemacht zu werden.",
        "Weiter vor kann ich nicht, es ist nichts zu wiederholen da.",
        "Es gibt keine Änderung, die ich wiederbringen könnte.", "Wir sind schon beim neuesten Bild.",
        "Ich finde nichts, was sich wiederholen ließe.",
        "Zum Wiederholen braucht es eine zurückgenommene Änderung, und die gibt es nicht.",
        "Ein späteres Bild, zu dem ich könnte, gibt es nicht.",
        "Weiter vor als hier geht es nicht.", "Da ist nichts, was ich wiederholen kann.",
        "Vom Zurückgenommenen ist nichts mehr übrig.", "Ich habe nach einer zurückgenommenen Änderung gesucht, aber es gibt keine.",
        "Zurzeit lässt sich keine Änderung wiederholen.", "Ich habe hier nichts zu wiederholen.",
        "Vor uns liegt kein Schritt, den ich wiederholen könnte, das Bild bleibt also, wie es ist.",
        "Eine zurückgenommene Änderung ist gerade nicht zur Hand.",
        "Wieder vorwärts geht es nicht; es ist kein zurückgenommener Schritt übrig.",
        "Das Bild ist auf dem neuesten Stand, es gibt also nichts zurückzuholen.", "Ich kenne kein späteres Bild als dieses.",
        "Für ein Wiederholen fehlt mir hier die Änderung.",
    ]
}
