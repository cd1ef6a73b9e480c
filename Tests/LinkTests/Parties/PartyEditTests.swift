import DemarcheRecords
import Testing

@testable import DemarcheLink

/// What the user says of parties, applied after everything else.
@Suite struct PartyEditTests {
    private static let articles: [(published: String?, rows: [String])] = [
        ("1962-10-22", [" person | Ann Rassendyll | Ruritanian envoy | –"]),
        ("1962-10-23", [" person | Ann Rassendyl | envoy | –"]),
        ("1962-10-24", [" person | Black Michael | – | –", " state | Cuba | – | CUB"]),
    ]

    private func names(_ edits: [PartyEdit]) -> [String] {
        SpokenArticle.links(Self.articles, edits: edits).parties.map(\.name).sorted()
    }

    @Test func mergesIntoTheFirst() throws {
        let links = SpokenArticle.links(Self.articles, edits: [PartyEdit(.merge, ["Ann Rassendyll", "Black Michael"])])
        let party = try #require(links.parties.first { $0.name == "Ann Rassendyll" })
        #expect(party.aliases == ["Ann Rassendyl", "Black Michael"])
        #expect(party.why.contains("You merged “Black Michael” into “Ann Rassendyll”."))
        #expect(links.mentions.count { $0.party == party.id } == 3)
    }

    @Test func splitsANameOff() throws {
        #expect(names([]) == ["Ann Rassendyll", "Black Michael", "Cuba"])
        let split = [PartyEdit(.split, ["Ann Rassendyll", "Ann Rassendyl"])]
        #expect(names(split) == ["Ann Rassendyl", "Ann Rassendyll", "Black Michael", "Cuba"])
    }

    @Test func thoseWhoSpeakForAStateStayWithItWhenANameIsSplitOff() throws {
        let links = SpokenArticle.links(
            [
                ("1962-10-22", [" state | Norway | – | NOR", " state | Oslo | – | NOR"]),
                ("1962-10-23", [" person | Ann Rassendyll | Norwegian foreign minister | NOR"]),
            ], edits: [PartyEdit(.split, ["Norway", "Oslo"])])
        let entry = links.sources[1].findings.statements[0].id
        let state = try #require(links.mentions.first { $0.entry == entry && $0.role == .state })
        #expect(links.parties.first { $0.id == state.party }?.name == "Norway")
        #expect(links.parties.contains { $0.name == "Oslo" })
    }

    @Test func appliesEditsInTheirOrder() {
        let edits = [
            PartyEdit(.merge, ["Ann Rassendyll", "Black Michael"]),
            PartyEdit(.split, ["Ann Rassendyll", "Black Michael"]),
        ]
        #expect(names(edits) == names([]))
        #expect(names(edits.reversed()) == ["Ann Rassendyll", "Cuba"])
    }

    @Test func changesNothingWhereTheNamesNoLongerFit() {
        #expect(names([PartyEdit(.merge, ["Ann Rassendyll", "Rupert"])]) == names([]))
        #expect(names([PartyEdit(.split, ["Cuba", "Cuba"])]) == names([]))
    }

    @Test func outlastsNewArticles() throws {
        let edits = [PartyEdit(.merge, ["Cuba", "Black Michael"])]
        let more =
            Self.articles + [("1962-10-25", [" person | Michael, Black | – | –", " person | Black Michael | – | –"])]
        let before = SpokenArticle.links(Self.articles, edits: edits).parties.first { $0.name == "Cuba" }
        let after = SpokenArticle.links(more, edits: edits).parties.first { $0.name == "Cuba" }
        #expect(before?.id == after?.id)
        #expect(after?.aliases.contains("Black Michael") == true)
    }
}
