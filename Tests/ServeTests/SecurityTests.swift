import DemarcheRecords
import DemarcheStore
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import DemarcheServe

@Suite struct SecurityTests {
    @Test func saysWithEveryAnswerWhatABrowserMayDo() async throws {
        try await serving(RecordStore.inMemory()) { asking in
            for address in ["/", "/no-page", Asset.style.path] {
                try await asking.client.execute(uri: address, method: .get) { answer in
                    #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
                    #expect(answer.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
                    #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                    #expect(HTTPField.Name("Referrer-Policy").map { answer.headers[$0] } == "no-referrer")
                }
            }
        }
    }

    @Test(arguments: ["evil.example", "127.0.0.1.evil.example:8624", "localhost:1", "127.0.0.1", "[::2]:8624", "", nil])
    func refusesAnyOtherHost(_ host: String?) {
        #expect(!LoopbackOnly<BasicRequestContext>(port: 8624).isOurs(host))
    }

    @Test(arguments: ["127.0.0.1:8624", "localhost:8624", "LOCALHOST:8624", "[::1]:8624"])
    func takesTheNamesOfThisMachine(_ host: String) {
        #expect(LoopbackOnly<BasicRequestContext>(port: 8624).isOurs(host))
    }

    @Test func answersNobodyWhoAsksForAnotherPort() async throws {
        let router = try RecordServer(RecordStore.inMemory(), title: "r", port: 8624).router
        try await Application(router: router).test(.router) { client in
            try await client.execute(uri: "/", method: .get) { #expect($0.status == .misdirectedRequest) }
        }
    }

    @Test(arguments: ["http://evil.example", "null", "https://localhost", "http://localhost:81"])
    func refusesAnyOtherOrigin(_ origin: String) async throws {
        try await serving(RecordStore.inMemory()) { asking in
            try await asking.client.execute(uri: "/", method: .get, headers: [.origin: origin]) {
                #expect($0.status == .forbidden)
            }
        }
    }

    @Test func escapesWhatArticlesAndAddressesSay() async throws {
        let hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>"
        let store = try RecordStore.inMemory()
        var sample = SampleArticle(
            "\(hostile)\nVenn \(hostile) said: shut.", path: "a.txt", outlet: hostile, published: "1912-03-04")
        sample.findings.statements = [
            ReportedStatement(
                article: sample.article.id,
                speaker: Speaker(name: hostile, kind: .person, naming: .named, mention: sample.evidence("Venn")),
                cue: nil,
                content: [sample.evidence("shut")], directness: .direct, confidence: 90, notes: [hostile],
                rule: "by hand")
        ]
        _ = try store.keep(sample.article, bytes: [1], findings: sample.findings)
        try store.indexText()
        var links = Links()
        let party = Party(key: "x", name: hostile, aliases: [hostile], why: [hostile])
        links.parties = [party]
        links.stories = [
            Story(title: hostile, articles: [sample.article.id], from: nil, to: nil, episodes: [])
        ]
        let said = sample.findings.statements[0].id
        links.mentions = [PartyMention(entry: said, role: .speaker, party: party.id)]
        let carrier = Utterance.Carrier(
            article: sample.article.id, outlet: hostile, published: hostile, origin: "\(hostile) too")
        let renderings = [hostile, "\(hostile) shut"].map { words in
            Utterance.Rendering(
                statement: said, article: sample.article.id, text: words, directness: .headline,
                differences: [.init(.force, here: hostile, there: hostile)])
        }
        let utterance = Utterance(
            party: nil, date: hostile, statements: [said], origin: carrier, carriers: [carrier], renderings: renderings)
        links.utterances = [utterance]
        links.contradictions = [Contradiction([said, said], date: hostile, why: hostile)]
        links.occurrences = [Occurrence(title: hostile, date: hostile, status: .happened, events: [])]
        links.series = [Series(title: hostile, party: party.id, proposal: "o-1", points: [])]
        try store.replaceLinks(links)
        let encoded = QueryItems.encoded(hostile)
        let addresses = [
            "/", "/search?q=\(encoded)", "/search?q=alert", "/search?by=\(encoded)", "/search?kind=statement",
            "/stories", "/stories/\(links.stories[0].id)", "/utterances", "/utterances/\(utterance.id)",
            "/contradictions", "/contradictions/\(links.contradictions[0].id)", "/occurrences",
            "/occurrences/\(links.occurrences[0].id)", "/red-lines", "/red-lines/\(links.series[0].id)",
            "/parties", "/parties/\(party.id)", "/articles/\(sample.article.id)", "/what-if?q=\(encoded)&to=\(encoded)",
            "/articles/\(encoded)", "/\(encoded)", "/search?since=\(encoded)",
            "/articles/\(sample.article.id)/citation",
            "/entries/\(sample.findings.statements[0].id)/citation",
        ]
        try await serving(store, allowsEdits: true) { asking in
            for address in addresses {
                let page = try await asking.get(address).text
                #expect(
                    !page.contains("<script>") && !page.contains("<img") && !page.contains("<svg onload"), "\(address)")
            }
        }
    }

    @Test func changesNothingUnlessEditsAreAllowed() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let answer = try await asking.post("/parties/\(record.party.id)/split", "name=Venn")
            #expect(answer.status == .forbidden)
            #expect(answer.text.contains("--allow-edits"))
        }
        #expect(try record.store.partyEdits().isEmpty)
    }

    @Test func changesOnlyByAFormOfItsOwn() async throws {
        let record = try SampleRecord()
        let path = "/parties/\(record.party.id)"
        try await serving(record.store, allowsEdits: true) { asking in
            let page = try await asking.get(path).text
            let token = page.split(separator: "name=\"token\" value=\"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
            func status(_ form: String, origin: String? = "http://localhost") async throws -> HTTPResponse.Status {
                try await asking.post("\(path)/split", form, origin: origin).status
            }
            let refused = [
                try await status("name=Venn&token=guess"), try await status("name=Venn&token=\(token)", origin: nil),
                try await status("name=Venn&token=\(token)", origin: "http://evil.example"),
            ]
            #expect(refused == [.forbidden, .forbidden, .forbidden])
            let large = try await status(String(repeating: "a", count: 20_000))
            #expect(large == .contentTooLarge)
            #expect(try record.store.partyEdits().isEmpty)
            let taken = try await status("name=Venn&token=\(token)")
            #expect(taken == .seeOther)
            #expect(try record.store.partyEdits() == [PartyEdit(.split, ["Iris Venn", "Venn"])])
            let merged = try await asking.post("\(path)/merge", "with=prince+otto&token=\(token)")
            #expect(merged.status == .seeOther)
            #expect(try record.store.removeLastEdit() == PartyEdit(.merge, ["Iris Venn", "Prince Otto"]))
            let nobody = try await asking.post("\(path)/merge", "with=nobody&token=\(token)")
            #expect(nobody.status == .badRequest)
            let undone = try await asking.post("/parties/undo", "token=\(token)")
            #expect(undone.status == .seeOther)
            #expect(try record.store.partyEdits().isEmpty)
        }
    }
}
