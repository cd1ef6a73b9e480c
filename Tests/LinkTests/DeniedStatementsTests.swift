import DemarcheRecords
import Testing

@testable import DemarcheLink

/// Which statements one party makes and another denies.
@Suite struct DeniedStatementsTests {
    private func report(_ day: String, _ text: String) -> Report { Report("The Courier", day, text) }

    private func contradictions(_ reports: [Report]) -> [String] {
        var utterances = UtteranceLinker()
        for report in reports { utterances.add(report.source) }
        return DeniedStatements.contradictions(utterances.stated, reports.directory()).map(\.why)
    }

    @Test func findsWhoDeniesWhatAnotherSays() {
        let claim = report("1931-05-04", "Norland said that the fleet of Graustark had attacked the lighthouse.")
            .saying("that the fleet of Graustark had attacked the lighthouse", by: "Norland", .state)
        let denial = report("1931-05-05", "Graustark denied that its fleet had attacked the lighthouse.")
            .saying("that its fleet had attacked the lighthouse", by: "Graustark", .state, act: .deny)
        #expect(
            contradictions([claim, denial]) == [
                "Norland says “that the fleet of Graustark had attacked the lighthouse” (1931-05-04); "
                    + "Graustark denies “that its fleet had attacked the lighthouse” (1931-05-05)"
            ])
        #expect(contradictions([denial, claim]) == contradictions([claim, denial]))
    }

    @Test func findsTheOppositeWord() {
        let one = report("1931-05-04", "Norland said that the weapons in Saba were offensive.")
            .saying("that the weapons in Saba were offensive", by: "Norland", .state)
        let other = report("1931-05-05", "Graustark said that the weapons in Saba were defensive.")
            .saying("that the weapons in Saba were defensive", by: "Graustark", .state)
        #expect(contradictions([one, other]).count == 1)
    }

    /// Of another time, of another act, on a condition, and by the same side.
    @Test(arguments: [
        ("1931-07-04", "that the fleet of Graustark had attacked the lighthouse", "Norland"),
        ("1931-05-04", "that the fleet of Graustark had left the lighthouse", "Norland"),
        ("1931-05-04", "that the fleet of Graustark had attacked the lighthouse unless all was a mistake", "Norland"),
        ("1931-05-04", "that the fleet of Graustark had attacked the lighthouse", "Graustark"),
    ])
    func leavesOthers(_ day: String, _ words: String, _ name: String) {
        let claim = report(day, "\(name) said \(words).").saying(words, by: name, .state)
        let denial = report("1931-05-05", "Graustark denied that its fleet had attacked the lighthouse.")
            .saying("that its fleet had attacked the lighthouse", by: "Graustark", .state, act: .deny)
        #expect(contradictions([claim, denial]).isEmpty)
    }

    /// Who is told not to attack is not said to spare anybody, and who speaks of the event of an attack does not say that it comes.
    @Test(arguments: [
        ("that Andorra will not attack the lighthouse", "that Andorra attacks the lighthouse", 1),
        ("Andorra not to attack the lighthouse", "that Andorra attacks the lighthouse", 0),
        (
            "that Andorra will not attack the lighthouse",
            "the steps they would take in the event of an attack of Andorra on the lighthouse", 0
        ),
        ("that Andorra will not attack the lighthouse", "that they will act in case Andorra attacks the lighthouse", 0),
    ])
    func takesNoOrderAndNoSuppositionForAnAssertion(_ one: String, _ other: String, _ count: Int) {
        let first = report("1931-05-04", "Norland said \(one).").saying(one, by: "Norland", .state)
        let second = report("1931-05-05", "Graustark said \(other).").saying(other, by: "Graustark", .state)
        #expect(contradictions([first, second]).count == count, "\(contradictions([first, second]))")
    }
}
