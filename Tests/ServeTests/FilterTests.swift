import DemarcheRecords
import DemarcheStore
import HTTPTypes
import Testing

@testable import DemarcheServe

@Suite struct FilterTests {
    @Test func readsFieldsOfAnAddress() throws {
        let items = try QueryItems("q=a+b%20c&by=V%C3%A9nn&by=&page=2&x")
        #expect(items["q"] == "a b c")
        #expect(items["by"] == nil)
        #expect(items["x"] == nil)
        #expect(try PageFilter(items).page == 2)
    }

    @Test(arguments: [
        "since=yesterday", "until=1912-13", "force=strong", "stance=maybe", "status=x", "type=WAR", "kind=article",
        "page=0", "page=x", "page=1000000", "by=%FF", "order=up",
    ])
    func namesTheFieldThatCannotBe(_ query: String) async throws {
        try await serving(RecordStore.inMemory()) { asking in
            let answer = try await asking.get("/search?\(query)")
            #expect(answer.status == .badRequest)
        }
    }

    @Test func givesTheSameAddressForTheSameFilter() throws {
        let filter = try PageFilter(QueryItems("until=1912&q=the+pass&by=Venn&page=3"))
        #expect(filter.address("/search") == "/search?q=the%20pass&by=Venn&until=1912&page=3")
        #expect(filter.with(.until, nil).address("/search") == "/search?q=the%20pass&by=Venn")
        #expect(try PageFilter(QueryItems("q=the%20pass&by=Venn&until=1912&page=3")) == filter)
    }

    @Test(arguments: [
        ("guns pass", "(\"guns\") AND (\"pass\")"), ("guns OR pass", "(\"guns\") OR (\"pass\")"),
        ("guns NOT pass", "(\"guns\") NOT (\"pass\")"), ("\"the pass\"", "\"the pass\""), ("gun*", "\"gun\" *"),
        ("(guns OR shells) AND pass", "(((\"guns\") OR (\"shells\"))) AND (\"pass\")"),
        ("guns AND", "\"guns\""), ("(guns", "\"guns\""), ("NEAR(a b)", nil), ("^x", nil), ("AND", nil),
    ])
    func readsExpressions(_ query: String, _ expression: String?) throws {
        let search = SearchQuery(query)
        if let expression { #expect(search.expression == expression) }
    }

    @Test func readsFieldsOfASearch() throws {
        let search = SearchQuery("guns by:\"Colonel Venn\" force:certain NOT ice since:1912")
        #expect(search.words == ["guns"])
        let filter = try PageFilter().completed(by: search)
        #expect(filter[.by] == "Colonel Venn" && filter[.force] == "certain" && filter[.since] == "1912")
        #expect(throws: PageError.self) { try PageFilter().completed(by: SearchQuery("force:strong")) }
    }

    @Test(arguments: [
        "\"", "((((", "a AND AND b", "*", "a\" OR \"b", "a:b:c", "NOT", ") (", "-x", "{a} : b", "a\u{0}\"",
    ])
    func findsOrNotButNeverFails(_ query: String) async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let answer = try await asking.get("/search?q=\(QueryItems.encoded(query))")
            #expect(answer.status == .ok)
        }
    }

    @Test(arguments: [
        ("/search?q=batteries", "first"), ("/search?q=border", "second"), ("/search?q=certain+NOT+batteries", "second"),
        ("/search?kind=warning&force=possible", "first"), ("/search?q=force:certain", "second"),
        ("/search?stance=opposes", "first"), ("/search?status=hypothetical", "second"),
        ("/search?type=MOBILIZE", "first"),
        ("/search?kind=warning&outlet=tarlenheim", "second"), ("/search?kind=warning&since=1912-04", "second"),
        ("/search?kind=warning&until=1912-03", "first"), ("/search?kind=statement&about=repeated", nil),
        ("/search?kind=position&by=otto&since=1912-04-01", "second"), ("/search?q=batteries&kind=warning", nil),
        ("/events?status=happened", "first"), ("/events?since=1912-04", "second"),
    ])
    func narrows(_ address: String, _ expected: String?) async throws {
        let record = try SampleRecord()
        let ids = ["first": record.first.article.id, "second": record.second.article.id]
        try await serving(record.store) { asking in
            let page = try await asking.get(address).text
            for (name, id) in ids { #expect(page.contains("/articles/\(id)") == (name == expected), "\(name)") }
        }
    }

    @Test func listsAndCountsWhatIsOfNoKnownParty() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let events = try await asking.get("/search?kind=event&without=party").text
            #expect(events.contains("2 events"))
            let warnings = try await asking.get("/search?kind=warning&without=party").text
            #expect(warnings.contains("0 warnings"))
            let overview = try await asking.get("/").text
            #expect(
                overview.contains(
                    "<a href=\"/search?kind=event&amp;without=party\"><b>2</b> events of which no actor is a known party"
                ))
            #expect(!overview.contains("positions of no known party"))
            let unresolved = try #require(try await asking.json("/overview.json")["unresolved"] as? [String: Int])
            #expect(unresolved["eventWithoutParty"] == 2 && unresolved["warningWithoutParty"] == 0)
            let found = try await asking.json("/api/v1/events?without=party")
            #expect((found["items"] as? [Any])?.count == 2)
        }
    }

    @Test func takesNoOutletThatWarnsItselfForUnresolved() async throws {
        let store = try RecordStore.inMemory()
        var sample = SampleArticle(
            "Guns\nIf guns are sent, war will follow. If ice melts, floods will follow, Venn said.", path: "a.txt",
            outlet: "Courier", published: "1912-03-04")
        let own = Warning(
            article: sample.article.id, kind: .threat, trigger: .init(sample.evidence("guns are sent")),
            consequence: .init(sample.evidence("war will follow")), force: .certain, forceWords: [],
            issuer: nil, statement: nil, rule: "by hand")
        sample.findings.warnings.append(own)
        let open = sample.warns("Venn", if: "ice melts", then: "floods will follow", .certain)
        _ = try store.keep(sample.article, bytes: Array("a".utf8), findings: sample.findings)
        try await serving(store) { asking in
            let page = try await asking.get("/search?kind=warning&without=party").text
            #expect(page.contains("#\(open)") && !page.contains("#\(own.id)") && page.contains("1 warning<"))
            #expect(page.contains("not linked"))
            #expect(try await !asking.get("/").text.contains("whose issuer is no known party"))
        }
    }

    @Test func findsByEveryNameOfALinkedParty() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let page = try await asking.get("/search?kind=statement&by=iris").text
            #expect(page.contains("2 statements"))
            let byOffice = try await asking.get("/search?kind=statement&by=colonel").text
            #expect(byOffice.contains("2 statements"))
        }
    }
}
