import DemarcheRecords
import DemarcheStore
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import DemarcheServe

@Suite struct FormTests {
    @Test(arguments: [
        "/search", "/search?q=pass", "/search?kind=warning", "/search?q=force:certain", "/stories", "/red-lines",
        "/positions", "/events", "/parties", "/what-if?q=send+guns&to=pass", "/contradictions", "/occurrences",
        "/utterances",
    ])
    func answersEveryListInItsForms(_ address: String) async throws {
        let record = try SampleRecord()
        let (path, query) = Self.parts(address)
        for store in [record.store, try RecordStore.inMemory()] {
            try await serving(store) { asking in
                for form in FormRoute.forms(of: path) {
                    let answer = try await asking.form("\(path)\(form.ending)\(query)")
                    #expect(answer.status == .ok && answer.type == form.contentType, "\(address) \(form)")
                }
            }
        }
    }

    @Test func leadsFromAPageToItsForms() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let page = try await asking.get("/events?status=happened&by=Venn").text
            let address = "/events.csv?status=happened&amp;by=Venn"
            #expect(page.contains("<link rel=\"alternate\" type=\"text/csv\" href=\"\(address)\" title=\"CSV\">"))
            #expect(page.contains("<a href=\"\(address)\" type=\"text/csv\">CSV</a>"))
            let overview = try await asking.get("/").text
            #expect(overview.contains("href=\"/overview.json\""))
            let article = try await asking.get("/articles/\(record.first.article.id)").text
            #expect(article.contains("href=\"/articles/\(record.first.article.id).csl.json\""))
        }
    }

    @Test func givesEntriesAsLinesOfTheExchangeFormat() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let list = try await asking.json("/search.json?kind=warning")
            let items = try #require(list["items"] as? [[String: Any]])
            #expect(items.map { $0["id"] as? String } == record.warnings.reversed())
            let trigger = try #require(items[0]["trigger"] as? [String: Any])
            let evidence = try #require(trigger["evidence"] as? [String: Any])
            let article = try await asking.json("/articles/\(record.second.article.id).json")
            let text = try #require(article["text"] as? String)
            let (start, end) = (try #require(evidence["start"] as? Int), try #require(evidence["end"] as? Int))
            let scalars = Array(text.unicodeScalars)[start..<end]
            #expect(String(String.UnicodeScalarView(scalars)) == evidence["exact"] as? String)
            let heads = try #require(list["articles"] as? [[String: Any]])
            #expect(heads.count == 2 && heads.allSatisfy { $0["text"] == nil })
        }
    }

    @Test func keepsFiltersAndLeadsOn() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let first = try await asking.json("/search.json?kind=statement&by=iris&limit=1")
            #expect(first["next"] as? String == "/search.json?by=iris&kind=statement&page=2&limit=1")
            #expect(first["previous"] == nil)
            let second = try await asking.json("/search.json?by=iris&kind=statement&page=2&limit=1")
            #expect(
                second["next"] == nil && second["previous"] as? String == "/search.json?by=iris&kind=statement&limit=1")
            let whatIf = try await asking.json("/what-if.json?q=send+guns&to=pass&limit=1&page=2")
            #expect(whatIf["previous"] as? String == "/what-if.json?q=send%20guns&to=pass&limit=1")
        }
    }

    @Test func tellsWhoWarnsHowFirmlyAndSinceWhen() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            for address in ["/what-if.json", "/api/v1/what-if"] {
                let found = try await asking.json(address + "?q=send+guns&to=pass")
                let items = try #require(found["items"] as? [[String: Any]])
                #expect(items.map { $0["id"] as? String } == record.warnings)
                let issuer = try #require((found["issuers"] as? [[String: Any]])?.first)
                #expect(issuer["party"] as? String == record.party.id && issuer["name"] as? String == "Iris Venn")
                #expect(issuer["since"] as? String == "1912-03-04" && issuer["warnings"] as? Int == 2)
                #expect(issuer["forces"] as? [String] == ["possible", "certain"])
            }
            let table = try await asking.get("/what-if.csv?q=send+guns&to=pass").text.components(separatedBy: "\r\n")
            #expect(table.count == 4 && table[1].hasPrefix(record.warnings[0]))
            let feed = try await asking.get("/what-if.atom?q=send+guns&to=pass").text
            #expect(feed.contains("http://localhost/what-if?q=send%20guns&amp;to=pass"))
            let (early, late) = (feed.range(of: record.warnings[0]), feed.range(of: record.warnings[1]))
            #expect(try #require(late).lowerBound < #require(early).lowerBound)
            #expect(try await asking.get("/what-if").text.contains("type=\"application/atom+xml\""))
        }
    }

    @Test func saysWhatATriggerDoesNotSayItself() async throws {
        let store = try RecordStore.inMemory()
        var sample = SampleArticle(
            "Graustark and the pass\nVenn spoke of the pass. If Dawsbergen sends guns, war will follow, she said.",
            path: "a.txt", outlet: "Courier", published: "1912-03-04")
        let warning = sample.warns("Venn", if: "Dawsbergen sends guns", then: "war will follow", .certain)
        _ = try store.keep(sample.article, bytes: Array("a".utf8), findings: sample.findings)
        try await serving(store) { asking in
            let found = try await asking.json("/api/v1/what-if?q=send+guns&to=pass")
            let inferred = try #require((found["inferred"] as? [[String: Any]])?.first)
            #expect(inferred["warning"] as? String == warning)
            #expect(inferred["notes"] as? [String] == ["the place stands in the paragraph"])
            let table = try await asking.get("/what-if.csv?q=send+guns&to=pass").text
            #expect(table.contains("the place stands in the paragraph"))
        }
    }

    @Test func givesTheColumnsOfTheCommands() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let lines = try await asking.get("/search.csv?kind=warning").text.components(separatedBy: "\r\n")
            #expect(
                lines[0]
                    == "id,date,issuer,office,editorial,kind,force,force words,trigger,consequence,statement,notes,via,outlet,published,headline,article"
            )
            #expect(lines.count == 4 && lines[1].hasPrefix(record.warnings[1]))
            let none = try await asking.get("/events.csv?by=nobody").text
            #expect(none.hasPrefix("id,date,type,"))
        }
    }

    @Test func countsMentionsAndArticlesOfParties() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let lines = try await asking.get("/parties.csv").text.components(separatedBy: "\r\n")
            #expect(lines[0].hasPrefix("id,name,kind,country,sector,mentions,articles,"))
            #expect(lines[1].hasPrefix("\(record.party.id),Iris Venn,person,,,4,2,"))
            #expect(lines[2].hasPrefix("\(record.otto.id),Prince Otto,person,,,2,2,"))
        }
    }

    @Test func disarmsWhatASpreadsheetWouldRun() async throws {
        let store = try RecordStore.inMemory()
        var sample = SampleArticle(
            "=1+1,\"x\"\nVenn said: -shut\n@now.", path: "a.txt", outlet: "=cmd|' /C calc'!A0", published: "1912-03-04")
        sample.says("Venn", "-shut\n@now")
        _ = try store.keep(sample.article, bytes: [1], findings: sample.findings)
        try await serving(store) { asking in
            let text = try await asking.get("/search.csv?kind=statement").text
            #expect(text.contains(",\"'-shut\n@now\","))
            #expect(text.contains(",'=cmd|' /C calc'!A0,1912-03-04,\"'=1+1,\"\"x\"\"\","))
        }
    }

    @Test func givesOneThing() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let utterance = try await asking.json("/utterances/\(record.utterance.id).json")
            #expect(utterance["type"] as? String == "utterance")
            let warning = try await asking.json("/entries/\(record.warnings[0]).json")
            #expect(warning["id"] as? String == record.warnings[0])
            let party = try await asking.json("/parties/\(record.party.id).json?kind=warning")
            #expect((party["party"] as? [String: Any])?["name"] as? String == "Iris Venn")
            #expect((party["items"] as? [[String: Any]])?.count == 2)
            let series = try await asking.json("/red-lines/\(record.series.id).json")
            #expect(series["party"] as? String == record.party.id)
            let story = try await asking.json("/stories/\(record.story.id).json")
            #expect((story["episodes"] as? [Any])?.count == 1 && (story["items"] as? [Any])?.count == 2)
            let overview = try await asking.json("/overview.json")
            #expect((overview["counts"] as? [String: Int])?["article"] == 2)
        }
    }

    @Test(arguments: [
        "/articles/a-0.json", "/entries/w-0.csl.json", "/parties/y-0.csv", "/stories/t-0.atom", "/utterances/u-0.bib",
        "/events.xml.json", "/nothing.json", "/events.bib", "/articles/a-0.atom",
    ])
    func tellsProgramsInTheirWayWhatIsNotThere(_ address: String) async throws {
        try await serving(RecordStore.inMemory()) { asking in
            let answer = try await asking.form(address)
            #expect(answer.status == .notFound && answer.type == "application/problem+json")
        }
    }

    private static func parts(_ address: String) -> (String, String) {
        guard let mark = address.firstIndex(of: "?") else { return (address, "") }
        return (String(address[..<mark]), String(address[mark...]))
    }
}

extension Asking {
    /// The answer's status, content type and text.
    func form(
        _ address: String, method: HTTPRequest.Method = .get
    ) async throws -> (status: HTTPResponse.Status, type: String?, text: String) {
        try await client.execute(uri: address, method: method) {
            ($0.status, $0.headers[.contentType], String(buffer: $0.body))
        }
    }

    /// The answer as a JSON object.
    func json(_ address: String) async throws -> [String: Any] {
        let text = try await get(address).text
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
