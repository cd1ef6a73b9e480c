import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import Foundation
import HTTPTypes
import Testing

@testable import DemarcheServe

@Suite struct CitationTests {
    private static func citation(
        _ change: (inout Metadata) -> Void, words: String? = nil,
        text: String = "The pass\nVenn said: the pass is shut."
    ) -> Citation {
        var sample = SampleArticle(text, path: "a.txt", outlet: "Courier", published: "1912-03-04")
        change(&sample.article.metadata)
        return Citation(
            sample.article, entry: words == nil ? nil : "s-1", words: words.map { [sample.evidence($0)] } ?? [],
            record: "graustark", origin: "http://127.0.0.1:8624")
    }

    @Test func namesAuthorsHeadlineOutletDateWordsAndAddresses() {
        let cited = Self.citation(
            {
                $0.bylines = ["Ada Sorn", "Emil Brack"]
                $0.url = "https://courier.example/pass?id=1"
            }, words: "the pass is shut")
        let id = cited.evidence.split(separator: "/").last ?? ""
        #expect(
            cited.text == """
                Ada Sorn, Emil Brack, “The pass”, Courier, 4 March 1912: “the pass is shut”.
                https://courier.example/pass?id=1#:~:text=the%20pass%20is%20shut
                http://127.0.0.1:8624/articles/\(id) (graustark)

                """)
        #expect(id.hasSuffix("#s-1"))
    }

    @Test(arguments: [
        ("to-morrow, or & later", "to%2Dmorrow%2C%20or%20%26%20later"),
        ("a b c d e f g h i j k l m n", "a%20b%20c%20d%20e,j%20k%20l%20m%20n"), ("one\n\ntwo", "one,two"),
        ("“Ärger”", "%E2%80%9C%C3%84rger%E2%80%9D"),
    ])
    func leadsToTheWordsWhereTheOutletHasThem(_ words: String, _ directive: String) {
        let address = TextFragment([words]).address(in: "https://courier.example/a")
        #expect(address == "https://courier.example/a#:~:text=\(directive)")
    }

    @Test func standsBehindAFragmentThatIsThere() {
        let address = TextFragment(["a", "b"]).address(in: "https://courier.example/a#top")
        #expect(address == "https://courier.example/a#top:~:text=a&text=b")
    }

    @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "courier.example", "http:", "data:text/html,x", ""])
    func givesNoAddressThatIsNotOfTheWeb(_ address: String) {
        #expect(TextFragment([]).address(in: address) == nil)
    }

    @Test func keepsHostileWordsFromEndingAField() {
        let hostile = "}\n},@misc{x, a = {\\input{/etc/passwd}} \" % $ # _ ^ ~ & { \u{1}\u{2028}"
        let cited = Self.citation {
            $0.headline = hostile
            $0.outlet = Outlet(name: hostile, domain: nil)
            $0.bylines = [hostile, "Sorn and Brack", "Brack, Emil"]
            $0.url = "https://courier.example/}{\\\"%<\n>"
        }
        let bibtex = cited.bibtex
        #expect(Self.isBalanced(bibtex))
        #expect(bibtex.contains("{Sorn and Brack} and {Brack, Emil}"))
        #expect(bibtex.contains("url = {https://courier.example/%7D%7B%5C%22%%3C%0A%3E}"))
        #expect(!bibtex.contains("\\input") && bibtex.components(separatedBy: "\n").count == 11)
        let plain = cited.text.components(separatedBy: "\n")
        #expect(plain.count == 4)
    }

    /// Whether every brace has its other, and all of the entry is within the first pair, as BibTeX counts.
    private static func isBalanced(_ text: String) -> Bool {
        var depth = 0
        var closed = 0
        for scalar in text.unicodeScalars {
            if scalar == "{" { depth += 1 }
            if scalar == "}" { depth -= 1 }
            if depth < 0 { return false }
            if scalar == "}", depth == 0 { closed += 1 }
        }
        return depth == 0 && closed == 1
    }

    @Test func isAnItemOfCSL() throws {
        let cited = Self.citation(
            {
                $0.bylines = ["Ada Sorn"]
                $0.published = RecordedDate(iso: "1912-03", basis: .text)
                $0.outlet = Outlet(name: "Courier", domain: nil, kind: .magazine)
            }, words: "shut")
        let item = try #require(
            try JSONSerialization.jsonObject(with: Data(cited.csl.line.utf8)) as? [String: Any])
        #expect(item["type"] as? String == "article-magazine")
        #expect((item["issued"] as? [String: [[Int]]])?["date-parts"] == [[1912, 3]])
        #expect((item["author"] as? [[String: String]]) == [["literal": "Ada Sorn"]])
        #expect(item["note"] as? String == "“shut”")
        let known: Set = [
            "id", "type", "title", "author", "container-title", "issued", "URL", "language", "archive",
            "archive_location", "note",
        ]
        #expect(Set(item.keys).isSubset(of: known))
    }

    @Test func citesArticlesEntriesAndActsOfSpeech() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            for thing in [
                "articles/\(record.first.article.id)", "entries/\(record.warnings[0])",
                "utterances/\(record.utterance.id)",
            ] {
                let bibtex = try await asking.form("/\(thing).bib")
                #expect(bibtex.type == "application/x-bibtex; charset=utf-8" && bibtex.text.hasPrefix("@article{"))
                let csl = try await asking.form("/\(thing).csl.json")
                #expect(csl.type == "application/vnd.citationstyles.csl+json" && csl.text.hasPrefix("[{\"id\":"))
                let text = try await asking.form("/\(thing).txt").text
                #expect(text.contains("http://localhost/articles/\(record.first.article.id)"))
                let page = try await asking.get("/\(thing)/citation").text
                #expect(page.contains("data-copy-of=\"cite-bib\"") && page.contains("href=\"/\(thing).csl.json\""))
            }
            let said = try await asking.get("/utterances/\(record.utterance.id)").text
            #expect(said.contains("href=\"/utterances/\(record.utterance.id)/citation\""))
            let both = try await asking.get("/utterances/\(record.utterance.id).bib").text
            #expect(both.components(separatedBy: "@article{").count == 3)
            let list = try await asking.get("/search?kind=warning").text
            #expect(list.contains("href=\"/entries/\(record.warnings[0])/citation\""))
        }
    }
}
