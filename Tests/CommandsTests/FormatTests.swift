import Foundation
import Testing

@Suite struct FormatTests {
    private let demarche: Demarche
    private static let record = """
        {"url": "https://courier.example/a", "title": "Envoys part", "date": "2022-03-24", "text": "The envoys of Ruritania \
        met again on Tuesday, and they left in the evening."}
        """

    init() throws { demarche = try Demarche() }

    @Test func readsADumpAndSaysWhereARecordStood() throws {
        try demarche.put("dump.jsonl", Self.record + "\n{\n")
        let outcome = try demarche.run("read", "dump.jsonl", "--articles-only", "--into", "a.demarche")
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("1 articles read into a.demarche: 1 new, 1 refused."))
        #expect(outcome.error.contains("refused dump.jsonl#\(Self.record.utf8.count + 1): no JSON"))
        #expect(try demarche.run("verify").status == 0)
        #expect(try demarche.run("articles", "--format", "csv").output.contains("dump.jsonl#0"))
        #expect(try demarche.run("export").output.contains("\"offset\":0"))
    }

    @Test func takesFieldsByTheUsersNames() throws {
        try demarche.put("dump.jsonl", Self.record.replacing("\"text\"", with: "\"Volltext\""))
        #expect(try demarche.run("read", "dump.jsonl", "--articles-only", "--into", "a.demarche").status == 3)
        let outcome = try demarche.run(
            "read", "dump.jsonl", "--articles-only", "--map", "text=Volltext", "--into", "a.demarche")
        #expect(outcome.output.contains("1 new"))
        #expect(try demarche.run("verify").status == 0)
        let wrong = try demarche.run("read", "dump.jsonl", "--map", "Volltext=text", "--into", "a.demarche")
        #expect(wrong.status == 2)
        #expect(wrong.error.contains("--map: “Volltext=text” names no field; write OURS=THEIRS"))
    }

    @Test func takesWhatTheUserSaysOfOneFile() throws {
        try demarche.put("a.txt", SampleTexts.envoys)
        try demarche.put("b.txt", SampleTexts.bridge)
        let said = ["--outlet", "The Courier", "--published", "2022-03-25", "--url", "https://courier.example/a"]
        let outcome = try demarche.run(all: ["read", "a.txt", "--articles-only", "--into", "a.demarche"] + said)
        #expect(outcome.status == 0)
        let rows = try demarche.run("articles", "--format", "csv").output
        #expect(rows.contains("2022-03-25,The Courier"))
        let both = try demarche.run(all: ["read", "a.txt", "b.txt", "--articles-only", "--into", "a.demarche"] + said)
        #expect(both.status == 2)
        #expect(both.error.contains("describe one file, but 2 are read"))
        let wrong = try demarche.run("read", "b.txt", "--articles-only", "--published", "soon", "--into", "a.demarche")
        #expect(wrong.error.contains("--published “soon” is not a date such as 2022-03-24"))
    }

    @Test func exportsAnArchiveThatGivesTheSameArticlesAgain() throws {
        try demarche.put("in/a.txt", SampleTexts.envoys)
        try demarche.put("in/b.html", SampleTexts.hostile)
        try demarche.put("in/c.jsonl", Self.record)
        #expect(try demarche.run("read", "in", "--articles-only", "--into", "a.demarche").status == 0)
        let archive = try demarche.run("export", "--as", "warc", "--record", "a.demarche").output
        #expect(archive == (try demarche.run("export", "--as", "warc", "--record", "a.demarche").output))
        try demarche.put("all.warc", archive)
        let again = try demarche.run("read", "all.warc", "--articles-only", "--into", "b.demarche")
        #expect(again.output.contains("3 articles read into b.demarche: 3 new, 1 passed over."))
        let ids = try ["a.demarche", "b.demarche"].map { record in
            try demarche.run("articles", "--format", "csv", "--record", record).lines.dropFirst().map { $0.prefix(18) }
        }
        #expect(ids[0] == ids[1])
    }
}
