import Foundation
import Testing

@Suite struct TerminalTests {
    private let demarche: Demarche

    init() throws {
        demarche = try Demarche()
        try demarche.put("hostile.html", SampleTexts.hostile)
        try demarche.run("read", "hostile.html", "--into", "crisis.demarche")
    }

    private func statement() throws -> String {
        let output = try demarche.run("statements", "--format", "jsonl").output
        let object =
            try JSONSerialization.jsonObject(with: Data(output.split(separator: "\n")[0].utf8)) as? [String: Any]
        return try #require(object?["id"] as? String)
    }

    private func expectHarmless(_ output: String, _ comment: Comment) {
        let harmful = output.unicodeScalars.filter {
            $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r"
                || "\u{202E}\u{202D}\u{2066}".unicodeScalars.contains($0)
        }
        #expect(harmful.isEmpty, comment)
    }

    @Test(arguments: ["statements", "articles", "verify", "search direct", "search yield"])
    func passesNoControlCharacterOfAnArticleOn(line: String) throws {
        let outcome = try demarche.run(all: line.split(separator: " ").map(String.init))
        #expect(!outcome.output.isEmpty)
        expectHarmless(outcome.output, "\(line): \(outcome.output.debugDescription)")
    }

    @Test func showsAHostileStatementAndArticleHarmlessly() throws {
        let id = try statement()
        let sheet = try demarche.run("show", id).output
        #expect(sheet.contains("Example"))
        expectHarmless(sheet, "\(sheet.debugDescription)")
        let article = try #require(
            try demarche.run("articles", "--format", "csv").lines.last?.split(separator: ",").first)
        expectHarmless(try demarche.run("show", String(article)).output, "article")
    }

    @Test func writesAHostileNameHarmlessly() throws {
        try demarche.put("bad\u{1B}[2J.pdf", "%PDF-1.7")
        let outcome = try demarche.run("read", ".", "--into", "crisis.demarche")
        #expect(outcome.status == 3)
        expectHarmless(outcome.error, "\(outcome.error.debugDescription)")
        expectHarmless(try demarche.run("articles").output, "articles")
    }

    @Test func colorsOnATerminalOnly() throws {
        #expect(try demarche.runOnTerminal("articles").contains("\u{1B}[1m"))
        #expect(try !demarche.run("articles").output.contains("\u{1B}"))
    }

    @Test func colorsNothingUnderNOCOLOR() throws {
        let output = try demarche.runOnTerminal("articles", environment: ["NO_COLOR": "1"])
        #expect(output.contains("ARTICLE"))
        #expect(!output.contains("\u{1B}"))
        #expect(try demarche.runOnTerminal("articles", environment: ["NO_COLOR": ""]).contains("\u{1B}[1m"))
    }
}
