import Foundation
import Testing

@Suite struct ExitStatusTests {
    private let demarche: Demarche

    init() throws {
        demarche = try Demarche()
        try demarche.put("articles/1-envoys.txt", SampleTexts.envoys)
        try demarche.put("articles/2-bridge.txt", SampleTexts.bridge)
    }

    private func readAll() throws { try demarche.run("read", "articles", "--into", "crisis.demarche") }

    @Test func is0WhenAllIsDone() throws {
        let outcome = try demarche.run("read", "articles/", "--into", "crisis.demarche")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("2 articles read into crisis.demarche: 2 new. 2 statements"))
        #expect(outcome.error.isEmpty)
        for command in ["statements", "articles", "export", "verify", "dossier"] {
            #expect(try demarche.run(command).status == 0, "\(command)")
        }
        #expect(try demarche.run("search", "direct clash").status == 0)
    }

    @Test func is1WhenNothingIsFound() throws {
        try readAll()
        for arguments in [
            ["statements", "--by", "Nobody"], ["search", "no such words"], ["show", "s-0000"], ["show", "x"],
        ] {
            let outcome = try demarche.run(
                arguments[0], arguments[1], arguments.count > 2 ? arguments[2] : "--record=crisis.demarche")
            #expect(outcome.status == 1, "\(arguments)")
            #expect(outcome.error.hasPrefix("demarche: "), "\(arguments)")
        }
        try demarche.put("empty/.hidden", "x")
        #expect(try demarche.run("read", "empty", "--into", "crisis.demarche").status == 1)
    }

    @Test(arguments: [
        "statements --since soon", "statements --until 2022-02-30", "statements --format xml", "statements --wrong",
        "fly",
        "search", "search x --limit 0", "show", "read", "export --as pdf", "statements extra",
    ])
    func is2ForWrongUse(line: String) throws {
        try readAll()
        let arguments = line.split(separator: " ").map(String.init)
        let outcome = try demarche.run(all: arguments)
        #expect(outcome.status == 2)
        #expect(!outcome.error.isEmpty)
        #expect(outcome.output.isEmpty)
    }

    @Test func is2ForARecordThatCannotBeUsed() throws {
        try demarche.put("prose.demarche", SampleTexts.envoys)
        let wrong = try demarche.run("statements", "--record", "prose.demarche")
        #expect(wrong.status == 2)
        #expect(wrong.error == "demarche: prose.demarche: not a Demarche record; name another file\n")
        let missing = try demarche.run("articles", "--record", "none.demarche")
        #expect(missing.status == 2)
        #expect(missing.error.contains("no such record"))
        #expect(!demarche.holds("none.demarche"))
    }

    @Test func is3WhenSomeWereRefused() throws {
        try demarche.put("articles/3-empty.txt", "")
        let outcome = try demarche.run("read", "articles", "none.txt", "--into", "crisis.demarche")
        #expect(outcome.status == 3)
        #expect(
            outcome.error.hasSuffix(
                "refused articles/3-empty.txt: the file has no bytes\nrefused none.txt: no such file\n"))
        #expect(outcome.output.contains("2 new, 2 refused"))
        #expect(try demarche.run("statements").lines.count == 3)
    }

    @Test func is0ForHelpAndVersion() throws {
        #expect(try demarche.run("--version").output.hasPrefix("demarche "))
        let help = try demarche.run("--help")
        #expect(help.status == 0)
        for line in [
            "0  done", "1  nothing was found", "2  the command", "3  some inputs were refused", "DEMARCHE_RECORD",
        ] {
            #expect(help.output.contains(line))
        }
    }

    @Test(arguments: ["read", "statements", "show", "search", "articles", "export", "dossier", "verify"])
    func everyCommandHasAnExample(name: String) throws {
        let help = try demarche.run(name, "--help")
        #expect(help.status == 0)
        #expect(
            help.lines.contains {
                $0.trimmingCharacters(in: .whitespaces).hasPrefix("demarche \(name) ")
                    || $0.hasSuffix("demarche \(name)")
            })
        #expect(help.output.hasPrefix("OVERVIEW: "))
    }
}
