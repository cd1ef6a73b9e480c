import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

@Suite struct JSONLinesTests {
    private static let prose = FormatSamples.prose
    private static let line = """
        {"url": "https://www.courier.example/a", "title": "Envoys part", "date": "2022-03-24", "text": "\(prose)"}
        """

    @Test func readsOneRecordALineWithItsOffset() throws {
        let input = StreamedInput(Self.line + "\n\r\n  " + Self.line + "\n", path: "dump.jsonl")
        #expect(input.refusals.isEmpty)
        #expect(input.documents.map(\.offset) == [0, Self.line.utf8.count + 3])
        #expect(input.documents.map(\.place)[0] == "dump.jsonl#0")
        let article = try Ingest().article(input.documents[0])
        #expect(article.text.string == "Envoys part\n\n" + Self.prose)
        #expect(article.blocks.map(\.kind) == [.headline, .paragraph])
        #expect(article.metadata.url == "https://www.courier.example/a")
        #expect(article.metadata.outlet == Outlet(name: nil, domain: "courier.example"))
        #expect(article.metadata.published?.date == "2022-03-24")
        #expect(article.source.mediaType == .record)
        #expect(article.source.sha256 == Identifier.sha256(Self.line.utf8))
    }

    struct Tool: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var record: String
        var headline: String? = "Envoys part"
        var outlet: Outlet? = Outlet(name: nil, domain: "courier.example")
        var bylines: [String] = []
        var published: String? = "2022-03-24"
        var language: String? = "en"
    }

    private static let tools = [
        Tool(
            testDescription: "Media Cloud, story search",
            record: """
                {"id":"x","indexed_date":"2022-03-26T00:00:00","language":"en","media_name":"courier.example",
                "media_url":"courier.example","publish_date":"2022-03-24","title":"Envoys part",
                "url":"https://courier.example/a","text":"\(prose)"}
                """),
        Tool(
            testDescription: "Media Cloud, story indexer",
            record: """
                {"article_title":"Envoys part","canonical_domain":"courier.example","original_url":"https://courier.example/a",
                "publication_date":"2022-03-24","text_content":"\(prose)","full_language":"en","is_homepage":false}
                """),
        Tool(
            testDescription: "news-please",
            record: """
                {"authors":["Ann Example","Bo Costa"],"date_download":"2022-03-25 10:00:00","date_modify":null,
                "date_publish":"2022-03-24 08:30:00","description":"Short.","filename":"a.json","language":"en",
                "maintext":"\(prose)","source_domain":"courier.example","text":"Menu Home \(prose)","title":"Envoys part",
                "url":"https://courier.example/a"}
                """, bylines: ["Ann Example", "Bo Costa"]),
        Tool(
            testDescription: "Fundus",
            record: """
                {"title":"Envoys part","authors":["Ann Example"],"publishing_date":"2022-03-24T08:30:00+01:00","lang":"en",
                "publisher":"The Courier","body":{"summary":["In brief."],"sections":[{"headline":["The talks"],
                "paragraphs":["\(prose)"]}]},"html":{"responded_url":"https://courier.example/a","content":"<html></html>"}}
                """, outlet: Outlet(name: "The Courier", domain: "courier.example"), bylines: ["Ann Example"]),
        Tool(
            testDescription: "GDELT's article list, with a text beside it",
            record: """
                {"date":"20220324T083000Z","domain":"courier.example","outletName":"The Courier","title":"Envoys part",
                "url":"https://courier.example/a","lang":"en","author":"By Ann Example","content":"\(prose)"}
                """, outlet: Outlet(name: "The Courier", domain: "courier.example"), bylines: ["Ann Example"]),
        Tool(
            testDescription: "trafilatura",
            record: """
                {"title":"Envoys part","author":"Ann Example; Bo Costa","hostname":"courier.example","date":"2022-03-24",
                "language":"en","excerpt":"Short.","source":"https://courier.example/a","url":"https://courier.example/a",
                "text":"\(prose)","source-hostname":"courier.example"}
                """, bylines: ["Ann Example", "Bo Costa"]),
    ]

    @Test(arguments: tools) func knowsTheFieldsOf(_ tool: Tool) throws {
        let line = tool.record.replacing("\n", with: " ")
        let article = try #require(StreamedInput(line, path: "dump.jsonl").articles.first)
        #expect(article.text.string.contains(Self.prose))
        #expect(!article.text.string.contains("Menu Home"))
        #expect(article.metadata.headline == tool.headline)
        #expect(article.metadata.outlet == tool.outlet)
        #expect(article.metadata.bylines == tool.bylines)
        #expect(article.metadata.published?.date == tool.published)
        #expect(article.metadata.language == tool.language)
    }

    @Test func readsMarkedUpTextAsHTML() throws {
        let record =
            #"{"title": "Envoys part", "content_html": "<p>\#(Self.prose)</p><p>Nobody <b>spoke</b> at the door.</p>"}"#
        let article = try #require(StreamedInput(record, path: "a.jsonl").articles.first)
        #expect(article.text.string.contains("Nobody spoke at the door."))
        #expect(article.metadata.headline == "Envoys part")
    }

    @Test func renamesFieldsByTheUsersMapSoThatTheBytesAloneGiveTheArticle() throws {
        var options = DocumentOptions()
        options.fieldMap = try FieldMap("text=Volltext,url=Adresse")
        let record = #"{"Volltext": "\#(Self.prose)", "Adresse": "https://courier.example/a", "text": "no"}"#
        let input = StreamedInput(record, path: "a.jsonl", options: options)
        let document = try #require(input.documents.first)
        #expect(
            String(decoding: document.bytes, as: UTF8.self)
                == #"{"text":"\#(Self.prose)","url":"https://courier.example/a"}"#)
        #expect(try Ingest().article(document).metadata.url == "https://courier.example/a")
    }

    @Test(arguments: ["body=text", "text", "=a", "text="]) func refusesAMapThatNamesNoField(map: String) {
        #expect(throws: FieldMapError(pair: map)) { try FieldMap(map) }
    }

    @Test func goesOnBehindBadLines() {
        let bad = ["{\"text\": ", "[1, 2]", "{\"text\": 5}", "{\"title\": \"Envoys part\"}", "\0\0\0", "null"]
        let input = StreamedInput((bad + [Self.line]).joined(separator: "\n"), path: "dump.jsonl")
        #expect(input.documents.count == 7)
        #expect(input.articles.map(\.metadata.headline) == ["Envoys part"])
        let refusals = input.documents.compactMap { document in
            #expect(throws: Refusal.self) {
                if document != input.documents.last {
                    _ = try Ingest().article(document)
                } else {
                    throw Refusal(path: "", code: .empty, reason: "")
                }
            }
        }
        #expect(refusals.count == 7)
        #expect(refusals[3].reason == "no field holds the text; there are title. Name it with --map text=FIELD")
        #expect(refusals[3].path == "dump.jsonl#\(bad[..<3].joined(separator: "\n").utf8.count + 1)")
    }

    @Test func refusesALineThatIsTooLongAndGoesOn() throws {
        let long = [UInt8](repeating: 0x61, count: Ingest.largestFile + 5)
        let input = StreamedInput(long + Array("\n\(Self.line)".utf8), path: "dump.jsonl")
        #expect(input.refusals.map(\.code) == [.tooLarge])
        #expect(input.documents.map(\.offset) == [long.count + 1])
    }

    @Test(arguments: [1, 7, 1 << 16]) func readsAListOfRecords(piece: Int) {
        let tricky = #"{"title": "a } \" ] {", "text": "\#(Self.prose)", "more": {"deep": [{}]}}"#
        let input = StreamedInput(" [ \(Self.line),\n \(tricky) ] ", path: "dump.json", piece: piece)
        #expect(input.refusals.isEmpty)
        #expect(input.articles.map(\.metadata.headline) == ["Envoys part", "a } \" ] {"])
    }

    @Test func saysWhereAListIsCutOff() {
        let input = StreamedInput("[\(Self.line), {\"text\": \"and", path: "dump.json")
        #expect(input.documents.count == 1)
        #expect(input.refusals.map(\.path) == ["dump.json#\(Self.line.utf8.count + 3)"])
        #expect(input.refusals.map(\.code) == [.damaged])
    }

    @Test(arguments: ["[", "[[[[[[", "{", "[}", "[null]", "[{}"]) func endsOnBrokenJSON(text: String) {
        let input = StreamedInput(text, path: "dump.json")
        #expect(input.articles.isEmpty)
        #expect(input.refusals.count + input.documents.count >= 1)
    }

    @Test func readsOneRecordOrLinesUnderTheEndingJSON() {
        #expect(StreamedInput("{\n \"text\": \"\(Self.prose)\"\n}", path: "a.json").articles.count == 1)
        #expect(StreamedInput(Self.line + "\n" + Self.line, path: "a.json").documents.count == 2)
    }

    @Test(arguments: ["a.jsonl", "a.json"]) func refusesARecordOfMoreValuesThanItMayHave(path: String) throws {
        let values = String(repeating: "1,", count: 1_000_100)
        let record = "{\"text\": \"\(Self.prose)\", \"more\": [\(values)1]}"
        let input = StreamedInput(record, path: path)
        let refusals =
            input.refusals
            + input.documents.compactMap { document in
                #expect(throws: Refusal.self) { try Ingest().article(document) }
                do throws(Refusal) { _ = try Ingest().article(document) } catch { return error }
                return nil
            }
        #expect(refusals.map(\.code) == [.tooComplex])
        let paragraphs = String(repeating: "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1\\n", count: 50_100)
        let text = "{\"text\": \"\(Self.prose)\\n\(paragraphs)\"}"
        #expect(StreamedInput(text, path: path).articles.count == 1)
    }
}
