import DemarcheRecords
import DemarcheStore
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import DemarcheServe

@Suite struct RecordServerTests {
    @Test func writesTheDatesOfAReasonAsAllOthers() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            for address in ["/contradictions", "/contradictions/\(record.contradiction.id)"] {
                let page = try await asking.get(address).text
                #expect(page.contains("opposes “a tariff on salt (1911-12-24)” (4 March 1912); Prince Otto supports"))
                #expect(page.contains("supports “a tariff on salt” (April 1912)"))
            }
            let line = try await asking.get("/contradictions/\(record.contradiction.id).json").text
            #expect(line.contains("(1912-03-04); Prince Otto"))
        }
    }

    @Test(arguments: [
        "/", "/search", "/search?q=pass", "/search?kind=statement", "/search?kind=warning", "/search?kind=position",
        "/search?kind=event", "/search?kind=claim", "/stories", "/red-lines", "/positions", "/events", "/parties",
        "/utterances", "/utterances?order=newest&about=pass", "/contradictions", "/contradictions?about=salt",
        "/occurrences", "/occurrences?order=oldest&status=happened", "/search?kind=statement&without=date",
        "/search?kind=event&without=party",
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
            #expect(story.contains("The pass is shut") && story.contains("2 articles of 2 outlets, 2 origins"))
            let said = try await asking.get("/utterances/\(record.utterance.id)").text
            #expect(said.contains("2 independent origins") && said.contains("the fullest"))
        }
    }

    @Test func tellsOfAnActOfSpeechInWords() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let page = try await asking.get("/utterances/\(record.utterance.id)").text
            #expect(page.contains("First carried on 4 March 1912 by <bdi>Edelweiss Courier</bdi>"))
            #expect(page.contains("Carried by 2 articles of 2 outlets, from 2 independent origins"))
            #expect(page.contains("Rendered in 2 ways, 1 of them a direct quotation; they differ in quotation"))
            #expect(page.contains("No contradiction that touches it was found"))
        }
    }

    @Test func saysThatWordsAreDenied() async throws {
        let store = try RecordStore.inMemory()
        let sample = SampleArticle.denial()
        _ = try store.keep(sample.article, bytes: [1], findings: sample.findings)
        let denial = sample.findings.statements[0]
        let carrier = Utterance.Carrier(
            article: sample.article.id, outlet: "Courier", published: "1912-03-04", origin: "Courier")
        let utterance = Utterance(
            party: nil, date: "1912-03-04", statements: [denial.id], origin: carrier, carriers: [carrier],
            renderings: [
                .init(
                    statement: denial.id, article: sample.article.id, text: "any plan to shut the pass",
                    directness: .indirect)
            ])
        var links = Links()
        links.utterances = [utterance]
        try store.replaceLinks(links)
        try await serving(store) { asking in
            for address in ["/", "/utterances"] {
                #expect(try await asking.get(address).text.contains("<span class=\"quiet\">denies:</span> <a"))
            }
            let page = try await asking.get("/utterances/\(utterance.id)").text
            #expect(page.contains("<span class=\"tag\">denies</span>"))
            let feed = try await asking.get("/utterances.atom").text
            #expect(feed.contains("Ann Example denies: any plan"))
            let table = try await asking.get("/utterances.csv").text
            #expect(table.contains(",act,words,") && table.contains(",denies,any plan to shut the pass,"))
        }
    }

    @Test func showsWhereAHeadlineIsFirmerThanItsArticle() async throws {
        let record = try SampleRecord()
        let drift = try #require(record.series.drifts.first)
        try await serving(record.store) { asking in
            for address in ["/red-lines", "/red-lines/\(record.series.id)"] {
                let page = try await asking.get(address).text
                #expect(
                    page.contains(
                        "The headline strengthens: <a href=\"/articles/\(drift.article)#\(drift.warning)\">certain</a> over"
                    ))
                #expect(page.contains("#\(drift.belowWarning)\">possible in the quotation</a>"))
            }
        }
    }

    @Test func showsWhoCarriedAStoryAndWhen() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let page = try await asking.get("/stories/\(record.story.id)").text
            #expect(page.contains("First carried on 4 March 1912 by Edelweiss Courier"))
            #expect(page.contains("2 articles of 2 of the record’s 2 outlets carried it."))
            #expect(page.contains("aria-label=\"4 March 1912: 1 article\""))
            #expect(page.contains("aria-label=\"Coverage by outlet and day; the table below says the same\""))
        }
    }

    /// From the overview to the story, and from there to each answer: no more than three steps.
    @Test func answersOnThePageOfAStory() async throws {
        let record = try SampleRecord(headlined: true)
        try await serving(record.store) { asking in
            #expect(try await asking.get("/").text.contains("/stories/\(record.story.id)"))
            let page = try await asking.get("/stories/\(record.story.id)").text
            for part in ["h-headlines", "h-against", "h-positions"] {
                #expect(page.contains("href=\"#\(part)\"") && page.contains("id=\"\(part)\""), "\(part)")
            }
            #expect(page.contains("/utterances/\(record.utterance.id)") && page.contains("for ever</ins>"))
            #expect(page.contains("/contradictions/\(record.contradiction.id)"))
            #expect(page.contains("<span class=\"label is-supports\">supports</span>"))
        }
    }

    @Test func comparesNoHeadlineWithItself() async throws {
        let record = try SampleRecord()
        var utterance = record.utterance
        utterance.renderings = utterance.renderings.map { rendering in
            var headline = rendering
            headline.directness = .headline
            return headline
        }
        var links = Links()
        links.utterances = [utterance]
        links.stories = [record.story]
        try record.store.replaceLinks(links)
        let id = utterance.id
        try await serving(record.store) { asking in
            for address in ["/utterances/\(id)", "/stories/\(record.story.id)"] {
                let page = try await asking.get(address)
                #expect(page.status == .ok && !page.text.contains("In headlines, against the quotation"))
            }
        }
    }

    @Test func leavesOutOfAStoryWhatNoneOfItsArticlesHas() async throws {
        let record = try SampleRecord()
        let other = Story(title: "Elsewhere", articles: ["a-1"], from: "1912-05-01", to: nil, episodes: [])
        var links = Links()
        links.stories = [other]
        try record.store.replaceLinks(links)
        try await serving(record.store) { asking in
            let page = try await asking.get("/stories/\(other.id)").text
            for part in ["h-headlines", "h-against", "h-positions"] { #expect(!page.contains(part), "\(part)") }
            #expect(try await !asking.get("/").text.contains("Elsewhere"))
        }
    }

    @Test(arguments: ["/utterances/u-", "/utterances/u-.json", "/api/v1/utterances/u-", "/utterances/u-/citation"])
    func leadsToAnActOfSpeechThatHasJoinedAnEarlierRendering(_ address: String) async throws {
        let record = try SampleRecord()
        let later = try #require(record.utterance.renderings.last?.statement.dropFirst(2))
        let now = record.utterance.id.dropFirst(2)
        try #require(later != now)
        try await serving(record.store) { asking in
            let answer = try await asking.moved(address.replacing("u-", with: "u-\(later)"))
            #expect(answer.status == .temporaryRedirect)
            #expect(answer.location == address.replacing("u-", with: "u-\(now)"))
            let unknown = try await asking.get("/utterances/u-0000")
            #expect(unknown.status == .notFound)
        }
    }

    @Test(arguments: ["//elsewhere.example/?story=", "/\\elsewhere.example/?story="])
    func leadsToNoOtherServer(_ address: String) async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let answer = try await asking.moved(address + "t-" + record.second.article.id.dropFirst(2))
            #expect(answer.location == nil)
        }
    }

    @Test func leadsToAStoryThatBeginsEarlierNow() async throws {
        let record = try SampleRecord()
        let later = "t-" + record.second.article.id.dropFirst(2)
        try await serving(record.store) { asking in
            for address in ["/stories/\(later)", "/contradictions?story=\(later)", "/entries/\(later)"] {
                let answer = try await asking.moved(address)
                #expect(answer.status == .temporaryRedirect)
                #expect(answer.location == address.replacing(later, with: record.story.id))
            }
        }
    }

    @Test func showsContradictionsSideBySide() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            for address in [
                "/contradictions", "/contradictions?party=\(record.otto.id)",
                "/contradictions?story=\(record.story.id)",
                "/contradictions/\(record.contradiction.id)", "/parties/\(record.otto.id)",
            ] {
                let page = try await asking.get(address).text
                #expect(page.contains("Prince Otto opposes"))
                #expect(page.contains(">opposes</span>") && page.contains(">supports</span>"))
            }
            let other = try await asking.get("/contradictions?party=\(record.party.id)").text
            #expect(other.contains("No contradiction fits."))
        }
    }

    @Test func showsAnEventOverArticlesWithItsReports() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let list = try await asking.get("/occurrences").text
            #expect(list.contains("March 1912") && list.contains("1 report"))
            let page = try await asking.get("/occurrences/\(record.occurrence.id)").text
            #expect(page.contains("1 report of 1 outlet: Edelweiss Courier"))
            let story = try await asking.get("/stories/\(record.story.id)").text
            #expect(story.contains("Two batteries are moved"))
        }
    }

    @Test func leadsFromTheNameOfAnyLinkToWhatShowsIt() async throws {
        let record = try SampleRecord()
        let pages = [
            record.party.id: "/parties/", record.story.id: "/stories/", record.utterance.id: "/utterances/",
            record.series.id: "/red-lines/", record.contradiction.id: "/contradictions/",
            record.occurrence.id: "/occurrences/",
        ]
        try await serving(record.store) { asking in
            for (id, path) in pages {
                try await asking.client.execute(uri: "/entries/\(id)", method: .get) {
                    #expect($0.headers[.location] == path + id)
                }
                #expect(try await asking.get(path + id).status == .ok)
            }
            try await asking.client.execute(uri: "/entries/\(record.episode)", method: .get) {
                #expect($0.headers[.location] == "/stories/\(record.story.id)#\(record.episode)")
            }
        }
    }

    @Test func leadsFromAStatementToTheActOfSpeech() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let page = try await asking.get("/search?kind=statement").text
            #expect(page.contains("<a href=\"/utterances/\(record.utterance.id)\">carried by 2 articles</a>"))
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
                "/articles/a-0", "/parties/y-0", "/stories/t-0", "/red-lines/r-0", "/contradictions/x-0",
                "/occurrences/n-0", "/utterances/u-0", "/entries/w-0", "/no-page",
            ] {
                let answer = try await asking.get(address)
                #expect(answer.status == .notFound)
                #expect(answer.text.contains("<h1>Not Found</h1>"))
            }
        }
    }
}
