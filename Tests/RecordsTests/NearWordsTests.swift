import DemarcheRecords
import DemarcheSourceText
import Testing

@Suite struct NearWordsTests {
    @Test(
        arguments: [
            ("deploy troops", "the deployment of soldiers"), ("send forces", "stations peacekeepers"),
            ("seize the islands", "the occupation of the islands"), ("sign the truce", "signed a ceasefire"),
        ])
    func nameOneActInOtherWords(one: String, other: String) {
        #expect(NearWords.english.keys(of: one) == NearWords.english.keys(of: other))
    }

    @Test(arguments: [
        ("deploy troops", "withdraw troops"), ("Niger", "Nigeria"), ("close the strait", "mine the strait"),
    ])
    func keepOtherActsApart(one: String, other: String) {
        #expect(NearWords.english.keys(of: one) != NearWords.english.keys(of: other))
    }

    private func trigger(_ words: String, action: String?, place: String? = nil) -> Warning.Part {
        let text = SourceText(words + " " + (place ?? ""))
        let end = words.utf8.count
        let place = place.map { Evidence(TextSpan(end + 1, end + 1 + $0.utf8.count), in: text) }
        return Warning.Part(Evidence(TextSpan(0, end), in: text), action: action, place: place)
    }

    @Test func triggersAreAboutTheActAndThePlace() {
        let sent = TriggerSubject(trigger("Graustark sends soldiers to", action: "send", place: "Vaduz"))
        #expect(sent == TriggerSubject(trigger("the deployment of troops in", action: "deployment", place: "Vaduz")))
        #expect(sent == TriggerSubject(trigger("troops in", action: "troop", place: "Vaduz")))
        #expect(sent != TriggerSubject(trigger("troops in", action: "troop", place: "Strelsau")))
        #expect(sent.act != TriggerSubject(trigger("Graustark withdraws its troops", action: "withdraw")).act)
    }

    @Test func tablesPartKeysFromWords() {
        let rows = WordTable.rows(Array("# a comment\nmany words | a b , c\nalone\n".utf8))
        #expect(rows.map(\.keys) == [["many words"], []])
        #expect(rows.map(\.words) == [["a b", "c"], ["alone"]])
    }
}

@Suite struct ReaderVersionTests {
    @Test func coversWhatItWouldReadTheSame() {
        let plain = ReaderVersion()
        let (one, other) = (ReaderVersion(actors: ["GRAUSTARK_ [GRK]"]), ReaderVersion(actors: ["GRAUSTARK_ [GRX]"]))
        #expect(plain.covers(plain.name) && one.covers(one.name))
        #expect(plain.covers(one.name), "what was read with a dictionary stays")
        #expect(!one.covers(plain.name) && !one.covers(other.name))
        #expect(!plain.covers("demarche 0.0.1") && !plain.covers(""))
    }
}
