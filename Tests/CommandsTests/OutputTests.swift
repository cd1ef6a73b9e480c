import Foundation
import Testing

@Suite struct OutputTests {
    private let demarche: Demarche

    init() throws {
        demarche = try Demarche()
        try demarche.put("in/1-envoys.txt", SampleTexts.envoys)
        try demarche.put("in/2-bridge.txt", SampleTexts.bridge)
        try demarche.run("read", "in", "--into", "crisis.demarche")
    }

    private static let lists = [["statements"], ["articles"], ["search", "the"]]

    private static let longNames = """
        <!doctype html><html><head><meta property="og:title" content="Envoys part in Vaduz after nine hours of talks">
        <meta property="og:site_name" content="The Very Long Example Post of Strelsau"></head><body><article><h1>Envoys part in Vaduz</h1>
        <p>“We will not yield to anybody who asks us for it,” said Maximiliana Featherstonehaugh, the envoy of Ruritania, on Thursday.</p>
        <p>The talks about a direct clash went on for nine hours, and nobody spoke to the reporters at the door.</p>
        </article></body></html>
        """

    @Test(arguments: lists, [80, 100, 132]) func fitsTheTerminal(arguments: [String], columns: Int) throws {
        try demarche.put("long.html", Self.longNames)
        try demarche.put("empty-file-with-a-long-name-that-does-not-fit-the-width-of-a-terminal.txt", "")
        try demarche.run("read", "*.html", "*.txt", "--into", "crisis.demarche")
        let outcome = try demarche.run(all: arguments, environment: ["COLUMNS": "\(columns)"])
        #expect(outcome.lines.count > 2)
        #expect(outcome.lines.allSatisfy { $0.count <= columns }, "\(outcome.lines.map(\.count))")
    }

    @Test(arguments: lists) func isOneObjectALineInJSONLines(arguments: [String]) throws {
        let outcome = try demarche.run(all: arguments + ["--format", "jsonl"])
        #expect(outcome.lines.count == 2)
        for line in outcome.lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect((object?["id"] ?? object?["article"]) is String)
        }
    }

    @Test(arguments: lists) func isOneListInJSON(arguments: [String]) throws {
        let outcome = try demarche.run(all: arguments + ["--format", "json"])
        let list = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
        #expect(list?.count == 2)
    }

    @Test(arguments: lists) func isCommaSeparatedValues(arguments: [String]) throws {
        let rows = Self.fields(try demarche.run(all: arguments + ["--format", "csv"]).output)
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { $0.count == rows[0].count }, "\(rows)")
        #expect(rows[0].contains("headline"))
    }

    @Test func quotesFieldsOfCommaSeparatedValues() throws {
        let rows = Self.fields(try demarche.run("statements", "--by", "Costa", "--format", "csv").output)
        let words = try #require(rows[0].firstIndex(of: "words"))
        #expect(rows[1][words] == "So be it, and \"so\", and more,")
    }

    /// A wide letter takes two cells of a terminal, a combining accent none.
    @Test func countsTheCellsOfLettersThatAreWide() throws {
        try demarche.put("wide/1.txt", SampleTexts.envoys.replacing("Ann Example", with: "Ann 会談日程発表会談"))
        try demarche.put("wide/2.txt", SampleTexts.envoys.replacing("Ann Example", with: "Ann E\u{301}xa\u{308}mple"))
        try demarche.run("read", "wide", "--into", "wide.demarche")
        let table = try demarche.run(
            "statements", "--record", "wide.demarche", environment: ["COLUMNS": "100"]
        ).lines
        let columns = table.dropFirst().compactMap { row in
            row.range(of: "  say").map { row[..<$0.lowerBound].unicodeScalars }
        }
        #expect(columns.count == 2)
        let widths = columns.map { scalars in
            scalars.reduce(0) {
                $0
                    + ($1.value >= 0x4E00 && $1.value < 0xA000
                        ? 2 : $1.properties.generalCategory == .nonspacingMark ? 0 : 1)
            }
        }
        #expect(Set(widths).count == 1, "\(table)")
    }

    @Test func isAnEmptyListWhereNothingIsFound() throws {
        #expect(try demarche.run("statements", "--by", "Nobody", "--format", "json").output == "[]\n")
        #expect(try demarche.run("statements", "--by", "Nobody", "--format", "jsonl").output == "")
    }

    @Test func showsAStatementInItsContext() throws {
        let line = try #require(try demarche.run("statements", "--by", "Ann", "--format", "csv").lines.last)
        let id = String(line.prefix { $0 != "," })
        let sheet = try demarche.run("show", String(id.prefix(12))).output
        for part in [
            id, "Ann Example", "envoy", "2022-03-24", "in/1-envoys.txt", "«We will not yield,»", "[Ann Example",
            "{said}",
        ] {
            #expect(sheet.contains(part), "\(part)")
        }
    }

    @Test func showsAnArticleByItsBlocks() throws {
        let rows = Self.fields(try demarche.run("search", "direct clash", "--format", "csv").output)
        let sheet = try demarche.run("show", rows[1][0]).output
        for part in [
            "[headline] Envoys part in Vaduz", "[dateline] March 24, 2022", "[paragraph] The talks",
            "text/plain, UTF-8",
        ] {
            #expect(sheet.contains(part), "\(part)")
        }
    }

    @Test func readsStandardInput() throws {
        let outcome = try demarche.run("read", "-", "--into", "piped.demarche", input: SampleTexts.bridge)
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("1 articles read into piped.demarche: 1 new."))
        let page = try demarche.run("read", "-", "--into", "page.demarche", input: Self.longNames)
        #expect(page.status == 0)
        #expect(try demarche.run("articles", "--record", "page.demarche").output.contains("The Very Long"))
        #expect(try demarche.run("read", "-", "--into", "none.demarche").status == 3)
    }

    @Test func readsTheSameBytesAgainWithoutAChange() throws {
        let before = try demarche.run("export").output
        let again = try demarche.run("read", "in", "--into", "crisis.demarche")
        #expect(again.status == 0)
        #expect(again.output == "2 articles read into crisis.demarche: 2 known before. 0 statements found.\n")
        #expect(try demarche.run("export").output == before)
    }

    @Test func listsWhatWasRefusedAndWhy() throws {
        try demarche.put("bad.pdf", "%PDF-1.7")
        try demarche.run("read", "bad.pdf")
        #expect(try demarche.run("articles").output.contains("bad.pdf refused: .pdf is not read"))
        let rows = Self.fields(try demarche.run("articles", "--format", "csv").output)
        #expect(rows.last?.contains { $0.hasPrefix("refused: .pdf is not read; .txt, .md, .html") } == true)
    }

    @Test func writesTheDossier() throws {
        let outcome = try demarche.run("dossier", "--out", "page.html", "--title", "A <crisis>")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("page.html written, "))
        let page = try String(contentsOf: demarche.folder.appending(path: "page.html"), encoding: .utf8)
        #expect(page.hasPrefix("<!doctype html>") || page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("<title>A &lt;crisis&gt;"))
        #expect(page.contains("Ann Example"))
        #expect(try demarche.run("dossier", "--out", "-").output.contains("Bo Costa"))
        let nowhere = try demarche.run("dossier", "--no-annotations", "--out", "none/page.html")
        #expect(nowhere.status == 2)
        #expect(nowhere.error.hasPrefix("demarche: none/page.html: cannot be written"))
    }

    @Test func verifiesARecord() throws {
        let outcome = try demarche.run("verify")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("2 articles, "))
        #expect(outcome.output.hasSuffix(": 0 violations.\n"))
    }

    /// The fields of comma-separated values, as RFC 4180 has them.
    private static func fields(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"":
                if !isQuoted, field.hasSuffix("\u{0}") { field.removeLast(); field += "\"" }
                isQuoted.toggle()
                if !isQuoted { field += "\u{0}" }
            case "," where !isQuoted:
                row.append(field.replacing("\u{0}", with: ""))
                field = ""
            case "\r" where !isQuoted: break
            case "\n" where !isQuoted:
                rows.append(row + [field.replacing("\u{0}", with: "")])
                (row, field) = ([], "")
            default: field.unicodeScalars.append(scalar)
            }
        }
        return rows
    }
}
