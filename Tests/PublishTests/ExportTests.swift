import DemarchePipeline
import DemarchePublish
import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import Foundation
import TestSupport
import Testing

@Suite("The export in the exchange format")
struct ExportTests {
    private static let text = """
        Envoyés 🚀 part in “Vaduz”

        By Ana Kovač

        March 24, 2022

        ŽILINA, March 24 (Reuters) — “We will not yield — е́ще,” said Ann Example, the envoy of 总统, on Thursday evening.

        “Café e\u{301}clair,” said Bo Kovač, a diplomat, and “so be it,” he added in the hall.

        Share this:

        """

    private func store(_ inputs: [(path: String, text: String)]) throws -> RecordStore {
        let store = try RecordStore.inMemory()
        for (path, text) in inputs { try keep(path, text, in: store) }
        return store
    }

    private func keep(_ path: String, _ text: String, in store: RecordStore) throws {
        let bytes = Array(text.utf8)
        let (article, findings) = try Reader(TestModel.small()).findings(path: path, bytes: bytes)
        _ = try store.keep(article, bytes: bytes, findings: findings)
    }

    private func lines(_ store: RecordStore) throws -> [String] {
        var lines: [String] = []
        try RecordExport().lines(of: store) { lines.append($0) }
        return lines
    }

    private func objects(_ lines: [String], type: String) throws -> [[String: Any]] {
        try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
            .filter { $0["type"] as? String == type }
    }

    @Test("has one JSON object a line: the run, then each article with its statements")
    func order() throws {
        let store = try store([("b.txt", Self.text), ("a.txt", Self.text.replacing("Ana", with: "Eva"))])
        try store.refuse(Refusal(path: "c.txt", code: .empty, reason: "the file has no bytes"))
        let lines = try lines(store)
        #expect(
            lines.first
                == "{\"type\":\"run\",\"format\":1,\"program\":\"\(ProgramVersion.name)\",\"articles\":2,"
                + "\"refused\":[{\"path\":\"c.txt\",\"reason\":\"the file has no bytes\"}]}")
        let articles = try objects(lines, type: "article").compactMap { $0["id"] as? String }
        #expect(articles == articles.sorted() && articles.count == 2)
        let statements = try objects(lines, type: "statement")
        #expect(statements.compactMap { $0["article"] as? String } == articles.flatMap { [$0, $0, $0] })
        #expect(lines.allSatisfy { !$0.contains("\n") })
    }

    private static let keys: [(start: String, order: [String])] = [
        (
            "{\"type\":\"article\"",
            [
                "type", "id", "source", "url", "outlet", "headline", "standfirst", "bylines", "published", "modified",
                "language", "agencies", "text", "blocks",
            ]
        ),
        (
            "{\"type\":\"statement\"",
            [
                "type", "id", "article", "speaker", "cue", "content", "directness", "via", "occasion", "said",
                "polarity",
                "inside", "confidence", "notes",
            ]
        ),
        ("{\"start\"", ["start", "end", "exact", "prefix", "suffix"]),
        ("{\"kind\"", ["kind", "start", "end", "reason"]),
        ("{\"path\"", ["path", "mediaType", "sha256", "offset"]),
        ("{\"lemma\"", ["lemma", "act", "evidence"]),
        ("{\"date\"", ["date", "precision", "until", "basis"]),
    ]

    @Test("writes keys in the order of the format")
    func keyOrder() throws {
        var article = Article.made("Envoys part\n“No,” said Ann.")
        article.metadata.url = "https://example.org/1"
        article.metadata.outlet = Outlet(name: "The Example Post", domain: "example.org")
        (article.metadata.headline, article.metadata.standfirst) = ("Envoys part", "So it is")
        (article.metadata.bylines, article.metadata.agencies) = (["Ana Kovač"], ["Reuters"])
        article.metadata.published = RecordedDate(date: "2022", precision: .interval, until: "2023", basis: .given)
        article.metadata.modified = article.metadata.published
        article.metadata.language = "en"
        let words = Evidence(.init(15, 18), in: article.text)
        let office = Speaker.Office(text: "envoy", evidence: words)
        var statement = ReportedStatement(
            article: article.id,
            speaker: Speaker(name: "Ann", kind: .person, naming: .named, mention: words, office: office),
            cue: Cue(lemma: "say", act: .state, evidence: words), content: [words], directness: .direct,
            via: [Carrier(name: "Reuters", kind: .agency, evidence: words)], inside: "s-1",
            occasion: Occasion(place: words, event: words, medium: words, addressee: words), confidence: 90,
            notes: ["garbled"], rule: "r")
        statement.said = article.metadata.published
        let lines = ExchangeLines(article)
        let all = Self.paths(of: lines.articleLine()) + Self.paths(of: lines.line(statement))
        let statementOrder = [
            "type", "id", "article", "speaker", "cue", "content", "directness", "via", "occasion", "said",
            "polarity", "inside", "confidence", "notes",
        ]
        #expect(Self.keys(of: lines.line(statement)) == statementOrder)
        #expect(Self.keys(of: lines.articleLine()) == Self.keys[0].order)
        #expect(all.contains(["name", "kind", "naming", "mention", "office"]))
        #expect(all.contains(["name", "kind", "evidence"]))
        for keys in all {
            for rule in Self.keys where keys.first == rule.order.first && Set(keys).isSubset(of: rule.order) {
                #expect(keys == rule.order.filter(keys.contains))
            }
        }
    }

    @Test("leaves out what is not known")
    func absentKeys() throws {
        let article = Article.made("Envoys part\nSo it ended.")
        #expect(Self.keys(of: ExchangeLines(article).articleLine()) == ["type", "id", "source", "text", "blocks"])
    }

    @Test("counts offsets in Unicode scalars of the text, so that the words stand there")
    func offsets() throws {
        let lines = try lines(try store([("a.txt", Self.text)]))
        let article = try #require(try objects(lines, type: "article").first)
        let scalars = Array(try #require(article["text"] as? String).unicodeScalars)
        func words(_ object: [String: Any]) throws -> String {
            let (start, end) = (try #require(object["start"] as? Int), try #require(object["end"] as? Int))
            return String(String.UnicodeScalarView(scalars[start..<end]))
        }
        let evidence = try objects(lines, type: "statement").flatMap { Self.evidence(in: $0) }
        #expect(evidence.count >= 6)
        for piece in evidence {
            let exact = try #require(piece["exact"] as? String)
            #expect(Array(try words(piece).utf8) == Array(exact.utf8))
        }
        let blocks = try #require(article["blocks"] as? [[String: Any]])
        #expect(try words(blocks[0]) == "Envoyés 🚀 part in “Vaduz”")
        #expect(try words(try #require(blocks.last)) == "Share this:")
    }

    @Test("is the same bytes twice")
    func repeats() throws {
        let store = try store([("a.txt", Self.text), ("b.txt", Self.text.replacing("Ann", with: "Eve"))])
        #expect(try lines(store) == lines(store))
    }

    private static let inputs = (1...6).map { number in
        (path: "\(number).txt", text: text.replacing("Kovač", with: "Kovač \(number)"))
    }

    @Test("is the same after a run that was cut short, and in whatever order the inputs are read")
    func ordersDoNotMatter() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "demarche-export-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in Self.inputs { try Data(text.utf8).write(to: folder.appending(path: path)) }
        try Data(Self.text.utf8).write(to: folder.appending(path: "0-other.md"))
        try Data(Self.inputs[2].text.utf8).write(to: folder.appending(path: "8-copy.txt"))
        try Data().write(to: folder.appending(path: "9-empty.txt"))
        let inputs = Inputs.under([folder.path])
        let (whole, resumed, reversed) = try (RecordStore.inMemory(), RecordStore.inMemory(), RecordStore.inMemory())
        _ = try Reader(TestModel.small()).read(inputs, into: whole)
        _ = try Reader(TestModel.small()).read(Array(inputs.prefix(4)), into: resumed)
        _ = try Reader(TestModel.small()).read(inputs, into: resumed)
        _ = try Reader(TestModel.small()).read(inputs.reversed(), into: reversed)
        let expected = try lines(whole)
        #expect(expected.count > 20)
        #expect(try lines(resumed) == expected)
        #expect(try lines(reversed) == expected)
    }

    @Test("keeps superseded versions with their statements")
    func versions() throws {
        let store = try store([("a.txt", Self.text), ("a.txt", Self.text.replacing("yield", with: "fight"))])
        let lines = try lines(store)
        #expect(try objects(lines, type: "article").count == 2)
        #expect(try objects(lines, type: "statement").count == 6)
    }

    @Test(
        "escapes so that any parser reads the same string",
        arguments: [
            "", "plain", "\"\\/", "\n\r\t\u{8}\u{C}", "\u{0}\u{1}\u{1F}\u{7F}", "\u{2028}\u{2029}",
            "🚀 e\u{301} 总统 \u{FFFD}\u{10FFFF}",
            "\r\n", "a\u{301}\"\u{301}\\\u{301}",
        ])
    func escaping(text: String) throws {
        let line = OrderedJSON.object([(text, .string(text)), ("left out", nil)]).line
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{2028}" && $0 != "\u{2029}" })
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
        #expect(parsed.count == 1)
        #expect(parsed.first.map { Array($0.value.utf8) } == Array(text.utf8))
        #expect(parsed.first.map { Array($0.key.utf8) } == Array(text.utf8))
    }

    @Test("writes numbers, truths, lists and empty values")
    func values() {
        let value = OrderedJSON.object([
            ("z", .array([.integer(-1), .boolean(true), .boolean(false)])), ("a", .array([])), ("m", .object([])),
        ])
        #expect(value.line == "{\"z\":[-1,true,false],\"a\":[],\"m\":{}}")
    }

    private static func keys(of value: OrderedJSON) -> [String] {
        guard case .object(let pairs) = value else { return [] }
        return pairs.filter { $0.1 != nil }.map(\.0)
    }

    /// The keys of all objects in `value`.
    private static func paths(of value: OrderedJSON) -> [[String]] {
        switch value {
        case .object(let pairs): [keys(of: value)] + pairs.compactMap(\.1).flatMap(paths)
        case .array(let values): values.flatMap(paths)
        default: []
        }
    }

    private static func evidence(in value: Any) -> [[String: Any]] {
        if let object = value as? [String: Any] {
            return object["exact"] != nil ? [object] : object.values.flatMap(evidence)
        }
        return (value as? [Any])?.flatMap(evidence) ?? []
    }
}
