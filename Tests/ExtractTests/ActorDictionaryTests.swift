import DemarcheExtract
import Testing

@Suite struct ActorDictionaryTests {
    private let dictionary = ActorDictionary([
        """
        <!-- Actors -->
        RURITANIA [RUR] # a kingdom
        +STRELSAU
        THE_TWO_ISLES [EAS/WES]
        UN_ [IGO]
        RUDOLF_ELPHBERG [RUR]
        \t[RURELI <18930101]
        \t[RURGOV 18930101 - 18961231]
        \t[RURREB > 970101]
        NOBODY [---]
        """,
        """
        !CHIEF! = MINISTER, MINISTERS
        FISHERMAN {FISHERMEN} [~LAB]
        RED_LANTERN {} [NGO~]
        !CHIEF!_OF_TIDES [~GOV]
        """,
    ])

    @Test(arguments: [
        ("Ruritania", "RUR"), ("the Ruritanian fishermen", "RURLAB"), ("Strelsau’s fisherman", "RURLAB"),
        ("the Two Isles", "EAS/WES"), ("two fishermen of the Two Isles", "EASLAB/WESLAB"),
        ("Minister of Tides", "---GOV"), ("Red Lantern Ruritania", "NGORUR"), ("Red Lantern", "NGO"),
    ])
    func joinsActorsAndAgents(phrase: String, code: String) {
        #expect(dictionary.code(of: phrase, on: nil) == code)
    }

    @Test(arguments: [
        (18_900_101, "RURELI"), (18_930_101, "RURELI"), (18_950_704, "RURGOV"), (19_980_101, "RURREB"),
        (19_300_101, "RUR"),
    ])
    func takesTheCodeOfTheDay(day: Int, code: String) {
        #expect(dictionary.code(of: "Rudolf Elphberg", on: day) == code)
    }

    @Test(arguments: ["the harbour", "", "unions", "Nobody", "’s", "\u{0}", "🕊"])
    func knowsNobodyElse(phrase: String) { #expect(dictionary.code(of: phrase, on: nil) == nil) }

    @Test(arguments: [
        "[", "]", "[[[[", "NAME", "NAME [", "NAME [CODE", "NAME [CODE <]", "NAME [CODE 1-2-3]",
        "NAME [CODE <99999999999999999999]",
        "+SYNONYM [X]", "\t[LOST]", "!A! = !A!, !A!", "!A!", "{} []", "=", "_ [X]", "<!-- -->", "\u{FEFF}A [B]", "A {",
        "#",
    ])
    func readsHostileLines(line: String) {
        let read = ActorDictionary([line, line + "\n" + line, String(repeating: line, count: 5000)])
        #expect(read.code(of: "somebody", on: 20_000_101) == nil)
    }

    @Test func countsWhatItSkips() { #expect(ActorDictionary(["A [B C D]\nB [X]\n"]).skipped == 1) }
}
