import DemarcheRecords
import Testing

@testable import DemarcheLink

/// For which state somebody speaks, offices over time, reasons, and names that no two parties share.
@Suite struct PartyLinkerTests {
    private func state(of article: Int, in articles: [(published: String?, rows: [String])]) -> String? {
        let (parties, mentions, sources) = SpokenArticle.links(articles)
        let entry = sources[article].findings.statements[0].id
        let id = mentions.first { $0.entry == entry && $0.role == .state }?.party
        return parties.first { $0.id == id }?.name
    }

    @Test(arguments: [
        (" person | Ann Example | Norwegian Foreign Ministry spokeswoman | NOR", "Norway"),
        (" person | Ann Example | Kremlin spokeswoman | RUS", "Russia"),
        (" government | the Pentagon | – | USA", "United States"),
        (" unnamed person | a White House official | – | –", "United States"),
        (" state | Norway | – | NOR", "Norway"),
    ]) func speaksForAState(row: String, state: String) {
        #expect(self.state(of: 0, in: [("2003-02-01", [row])]) == state)
    }

    @Test(arguments: [
        " person | Ann Example | former Norwegian foreign minister | NOR",
        " person | Ann Example | Norwegian opposition leader | NOR", " person | Ann Example | expert on Norway | NOR",
        " person | Ann Example | chief executive of Norsk Example | NOR", " alliance | NATO | – | –",
        " organisation | Reuters | – | –", " unnamed person | the leader of Norway's oldest choir | – | –",
    ]) func speaksForNoState(row: String) {
        #expect(state(of: 0, in: [("2003-02-01", [row])]) == nil)
    }

    @Test func anOfficeFromOtherArticlesOfTheTimeSpeaksForItsState() {
        let articles: [(published: String?, rows: [String])] = [
            ("2003-02-01", [" person | Ann Example | Norwegian foreign minister | NOR"]),
            ("2003-02-02", [" person | Ann Example | – | –"]), ("2009-02-02", [" person | Ann Example | – | –"]),
        ]
        #expect(state(of: 1, in: articles) == "Norway")
        #expect(state(of: 2, in: articles) == nil)
    }

    @Test func keepsWhenAnOfficeWasFirstAndLastGiven() throws {
        let parties = SpokenArticle.links([
            ("2003-02-01", [" person | Ann Example | Norwegian foreign minister | NOR"]),
            ("2003-05-02", [" person | Ann Example | foreign minister of Norway | NOR"]),
            ("2007-01-09", [" person | Ann Example | Norwegian prime minister | NOR"]),
        ]).parties
        let party = try #require(parties.first { $0.kind == .person })
        #expect(party.offices.map(\.first) == ["2003-02-01", "2007-01-09"])
        #expect(party.offices.map(\.last) == ["2003-05-02", "2007-01-09"])
        #expect(party.country == "NOR")
    }

    @Test func saysWhyNamesWereTakenForOnePerson() throws {
        let parties = SpokenArticle.links([
            ("1962-10-22", [" person | Nikita Khrushchev | Soviet Premier | SUN"]),
            ("1962-10-23", [" person | Nikita Khrushchov | Soviet Premier | SUN"]),
        ]).parties
        let why = try #require(parties.first { $0.kind == .person }).why
        #expect(
            why == [
                "“Nikita Khrushchev” and “Nikita Khrushchov” are romanizations of one name, and both are called prime minister."
            ])
    }

    @Test func readsBehalfActorsAndRecipients() throws {
        let source = SpokenArticle(0, published: "1962-10-22", [" state | Cuba | – | CUB"]).source
        let evidence = source.findings.statements[0].content[0]
        let cuba = SpokenArticle.speaker(" state | Cuba | – | CUB", evidence)
        var findings = Findings()
        findings.positions = [
            Position(
                article: source.article.id, party: .absent,
                onBehalfOf: .init(text: "Soviet", country: "SUN", evidence: evidence),
                proposal: .init(id: "o-1", evidence: evidence), stance: .opposes, statement: nil, cue: evidence,
                rule: "by hand")
        ]
        findings.events = [
            PoliticalEvent(
                article: source.article.id, plover: PLOVER(.consult),
                actors: [.init(party: .absent), .init(party: cuba)],
                recipients: [.init(party: cuba)], status: .happened, statement: nil, trigger: evidence)
        ]
        var linker = PartyLinker(edits: [])
        linker.add(LinkSource(source.article, findings))
        let mentions = linker.links().1
        #expect(mentions.map(\.role) == [.actor, .recipient, .behalf])
        #expect(mentions.map(\.place) == [1, 0, 0])
    }

    @Test func givesNoTwoPartiesOneName() {
        let parties = SpokenArticle.links([
            ("2011-03-01", [" person | John Brandt | Danish foreign minister | DNK"]),
            ("2011-03-02", [" person | John Brandt | Canadian ambassador | CAN"]),
            ("2011-03-02", [" organisation | John Brandt | – | –", " organisation | John Brandt & Sons | – | –"]),
        ]).parties
        #expect(Set(parties.map(\.name)).count == parties.count)
        #expect(parties.contains { $0.name == "John Brandt (Denmark)" })
    }
}
