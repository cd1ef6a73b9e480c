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
