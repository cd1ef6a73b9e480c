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
        GRAUSTARK [GRA]
        PRINCE_OF_TIDES
        \t[--- <18960101]
        \t[GRA]
        """,
        """
        !CHIEF! = MINISTER, MINISTERS
        FISHERMAN {FISHERMEN} [~LAB]
        RED_LANTERN {} [NGO~]
        GOOSE {GEESE} [~GGS]
        POLICE {} [~COP]
        MINISTER [~GOV]
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
        ("fishermen of Ruritania and Graustark", "RURLAB/GRALAB"),
        ("ministers of Ruritania, Graustark and the Two Isles", "RURGOV/GRAGOV/EASGOV/WESGOV"),
        ("Ruritanian and Graustark fishermen", "RURLAB/GRALAB"), ("Ruritania, foe of Graustark", "RUR"),
        ("Ruritania’s old and tired minister Graustark", "RURGOV"),
    ])
    func joinsWhatAndJoins(phrase: String, code: String) {
        #expect(dictionary.code(of: phrase, on: nil) == code)
    }

    @Test(arguments: [
        ("the geese of Ruritania", "RURGGS"), ("the gooses of Ruritania", "RUR"),
        ("Ruritania’s police", "RURCOP"), ("Ruritania’s polices", "RUR"),
    ])
    func keepsToThePluralsGiven(phrase: String, code: String) {
        #expect(dictionary.code(of: phrase, on: nil) == code)
    }

    @Test func formerOfficesAreOfTheElite() {
        #expect(dictionary.code(of: "Ruritania’s former minister", on: nil) == "RURELI")
        #expect(dictionary.code(of: "the former Ruritania", on: nil) == "RUR")
    }

    @Test func discardsANameUntilItsDay() {
        #expect(dictionary.code(of: "the Prince of Tides", on: 18_950_704) == nil)
        #expect(dictionary.code(of: "the Prince of Tides", on: 18_960_704) == "GRA")
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
