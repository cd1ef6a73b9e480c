import DemarcheRecords
import DemarcheStore
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import DemarcheServe

@Suite struct APITests {
    @Test func describesEveryRouteAndNoOther() throws {
        let router = try RecordServer(RecordStore.inMemory(), title: "r", port: 80).router
        let served = router.routes.filter { $0.path.description.hasPrefix("/api/") }
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(OpenAPIDocument.json().line.utf8)) as? [String: Any])
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        #expect(Set(served.map(\.path.description)) == Set(paths.keys))
        #expect(served.allSatisfy { $0.method == .get } && paths.values.allSatisfy { Array($0.keys) == ["get"] })
    }

    @Test func namesEverySchemaThatItUses() throws {
        let text = OpenAPIDocument.json().line
        let used = Set(text.matches(of: /#\/components\/schemas\/([A-Za-z]+)/).map { String($0.1) })
        let known = Schema.components.map(\.name)
        #expect(used == Set(known) && Set(known).count == known.count)
        let names = APIRoute.all.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test func isDescribedInItsPage() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "Docs/api.md"), encoding: .utf8)
        for route in APIRoute.all {
            let path =
                route.path.hasSuffix("/{id}/entries") ? "/articles/ID/entries" : route.path.replacing("/{id}", with: "")
            #expect(page.contains("`\(path)`") || page.contains("`\(path)?"), "\(route.path)")
        }
        let forms = try String(contentsOf: root.appending(path: "Docs/serve.md"), encoding: .utf8)
        for form in Form.allCases { #expect(forms.contains("`\(form.ending)`"), "\(form)") }
    }

    @Test func answersEveryRoute() async throws {
        let record = try SampleRecord()
        for store in [record.store, try RecordStore.inMemory()] {
            try await serving(store) { asking in
                for route in APIRoute.all where route.id == nil {
                    let query = route.parameters.contains { $0.isRequired } ? "?q=pass" : ""
                    let answer = try await asking.form(APIRoute.root + route.path + query)
                    #expect(answer.status == .ok && answer.type == "application/json", "\(route.path)")
                }
            }
        }
    }

    @Test func givesEachItemOfEachListByItsName() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            for route in APIRoute.all where route.one != nil {
                let list = try await asking.json(APIRoute.root + route.path)
                for item in try #require(list["items"] as? [[String: Any]]) {
                    let id = try #require(item["id"] as? String)
                    let one = try await asking.json("\(APIRoute.root)\(route.path)/\(id)")
                    #expect(one["id"] as? String == id && one["type"] as? String == item["type"] as? String)
                }
            }
            let found = try await asking.json("/api/v1/articles/\(record.first.article.id)/entries")
            #expect((found["warnings"] as? [Any])?.count == 1)
        }
    }

    @Test func takesNoNameButAWholeOneOfItsKind() async throws {
        let record = try SampleRecord()
        let (article, warning) = (record.first.article.id, record.warnings[0])
        try await serving(record.store) { asking in
            for address in [
                "articles/\(article.prefix(6))", "events/\(warning)", "parties/\(record.party.id.prefix(5))",
                "claims/%00",
                "articles/\(article)%2f..", "warnings/\(warning.uppercased())",
            ] {
                let answer = try await asking.form("/api/v1/\(address)")
                #expect(answer.status == .notFound, "\(address)")
            }
        }
    }

    @Test(arguments: [
        ("/api/v1/events?colour=red", "colour"), ("/api/v1/events?since=1912-02-30", "since"),
        ("/api/v1/events?status=maybe", "status"), ("/api/v1/events?force=certain", "force"),
        ("/api/v1/events?page=0", "page"), ("/api/v1/events?page=01", "page"), ("/api/v1/events?limit=201", "limit"),
        ("/api/v1/events?limit=%2B1", "limit"), ("/api/v1/events?by=", "by"), ("/api/v1/events?by=%20%0A", "by"),
        ("/api/v1/events?by=a&by=b", "by"),
        ("/api/v1/events?since=+1912", "since"), ("/api/v1/search", "q"), ("/api/v1/what-if?to=pass", "q"),
        ("/api/v1/events?to=pass", "to"),
        ("/api/v1/events?without=speaker", "without"), ("/api/v1/openapi.json?x=1", "x"),
        ("/api/v1/record?page=1", "page"),
    ])
    func namesTheFieldThatCannotBe(_ address: String, _ field: String) async throws {
        try await serving(RecordStore.inMemory()) { asking in
            let answer = try await asking.form(address)
            #expect(answer.status == .badRequest && answer.type == "application/problem+json")
            let problem = try await asking.json(address)
            #expect(problem["field"] as? String == field && problem["status"] as? Int == 400)
            #expect((problem["detail"] as? String)?.hasPrefix("\(field)=") == true)
        }
    }

    @Test func saysWhatAFieldCanBe() async throws {
        try await serving(RecordStore.inMemory()) { asking in
            let problem = try await asking.json("/api/v1/warnings?force=strong")
            #expect(problem["allowed"] as? [String] == Warning.Force.allCases.map(\.rawValue))
            #expect(problem["value"] as? String == "strong" && problem["title"] as? String == "Bad Request")
        }
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace])
    func changesNothing(_ method: HTTPRequest.Method) async throws {
        let record = try SampleRecord()
        try await serving(record.store, allowsEdits: true) { asking in
            for address in ["/api/v1/parties", "/api/v1/parties/\(record.party.id)", OpenAPIDocument.path] {
                try await asking.client.execute(uri: address, method: method) { answer in
                    #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == "GET, HEAD")
                    #expect(answer.headers[.contentType] == "application/problem+json")
                }
            }
        }
    }

    @Test(arguments: ["/api", "/api/", "/api/v1", "/api/v2/events", "/api/v1/events/", "/api/v1/nothing"])
    func namesWhatIsNotThere(_ address: String) async throws {
        try await serving(RecordStore.inMemory()) { asking in
            let answer = try await asking.form(address)
            #expect([.notFound, .ok].contains(answer.status))
            if answer.status == .notFound { #expect(answer.text.contains("/api/v1/openapi.json")) }
        }
    }

    @Test func standsBehindTheSameChecks() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            for address in ["/api/v1/events", "/events.csv", "/events.atom"] {
                try await asking.client.execute(
                    uri: address, method: .get, headers: [.origin: "http://evil.example"]
                ) { answer in
                    #expect(answer.status == .forbidden)
                    #expect(answer.headers[.contentType] == "application/problem+json")
                    #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
                }
            }
        }
    }

    @Test func takesForDatesTheDaysThatThereAre() throws {
        let pattern = try Regex(APIParameter.date)
        for year in [1900, 1904, 1912, 1962, 2000, 2023] {
            for month in 0...13 {
                for day in 0...32 {
                    let date = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
                    #expect((date.wholeMatch(of: pattern) != nil) == StatementFilter.isDate(date), "\(date)")
                }
            }
        }
        #expect("1962-10".wholeMatch(of: pattern) != nil && "1962".wholeMatch(of: pattern) != nil)
    }
}
