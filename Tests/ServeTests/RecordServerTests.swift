import DemarcheRecords
import DemarcheStore
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import DemarcheServe

@Suite struct RecordServerTests {
    @Test(arguments: [
        "/", "/search", "/search?q=pass", "/search?kind=statement", "/search?kind=warning", "/search?kind=position",
        "/search?kind=event", "/search?kind=claim", "/stories", "/red-lines", "/positions", "/events", "/parties",
        "/what-if", "/what-if?q=send+guns&to=pass",
    ])
    func answersEveryListWithOrWithoutLinks(_ address: String) async throws {
        let linked = try SampleRecord()
        for store in [linked.store, try RecordStore.inMemory()] {
            try await serving(store) { asking in
                let answer = try await asking.get(address)
                #expect(answer.status == .ok)
            }
        }
    }

    @Test func showsWhatTheRecordHolds() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let page = try await asking.get("/").text
            #expect(page.contains("<b>2</b> articles"))
            #expect(page.contains("The pass between Graustark and Dawsbergen"))
            #expect(page.contains("possible, then certain"))
            #expect(page.contains("Iris Venn"))
        }
    }

    @Test func saysWhenARecordIsNotLinked() async throws {
        let record = try SampleRecord()
        _ = try record.store.keep(
            SampleArticle("One more", path: "c.txt", outlet: nil, published: nil).article, bytes: [1],
            findings: Findings())
        try await serving(record.store) { asking in
            for address in ["/", "/stories", "/red-lines", "/positions", "/parties"] {
                let page = try await asking.get(address).text
                #expect(page.contains("demarche link"))
            }
        }
    }

    @Test func leadsFromAWarningToItsWords() async throws {
        let record = try SampleRecord()
        let (id, warning) = (record.first.article.id, record.warnings[0])
        try await serving(record.store) { asking in
            let lines = try await asking.get("/red-lines").text
            #expect(lines.contains("href=\"/articles/\(id)#\(warning)\""))
            let article = try await asking.get("/articles/\(id)").text
            #expect(article.contains("id=\"\(warning)\""))
        }
    }

    @Test func leadsFromAnyEntryToItsArticle() async throws {
        let record = try SampleRecord()
        let id = record.warnings[1]
        try await serving(record.store) { asking in
            try await asking.client.execute(uri: "/entries/\(id)", method: .get) {
                #expect($0.status == .seeOther)
                #expect($0.headers[.location] == "/articles/\(record.second.article.id)#\(id)")
            }
        }
    }

    @Test func showsPartyStoryAndActOfSpeech() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let party = try await asking.get("/parties/\(record.party.id)").text
            #expect(party.contains("Colonel") && party.contains("stands in an article that names"))
            let story = try await asking.get("/stories/\(record.story.id)").text
            #expect(story.contains("The pass is shut") && story.contains("2 carriers, 2 origins"))
            let said = try await asking.get("/utterances/\(record.utterance.id)").text
            #expect(said.contains("2 independent origins") && said.contains("the fullest"))
        }
    }

    @Test func showsHowAPositionChanged() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let page = try await asking.get("/positions").text
            #expect(page.contains("a tariff on salt") && page.contains("<em>then</em>") && page.contains("1 changed"))
        }
    }

    @Test func countsWhatHappenedApartFromTheRest() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let page = try await asking.get("/events").text
            #expect(page.contains("1 report of what happened or goes on, and apart from these 1 of what is planned"))
        }
    }

    @Test func namesWhatIsNotThere() async throws {
        try await serving(RecordStore.inMemory()) { asking in
            for address in [
                "/articles/a-0", "/parties/y-0", "/stories/t-0", "/utterances/u-0", "/entries/w-0", "/no-page",
            ] {
                let answer = try await asking.get(address)
                #expect(answer.status == .notFound)
                #expect(answer.text.contains("<h1>Not Found</h1>"))
            }
        }
    }
}
