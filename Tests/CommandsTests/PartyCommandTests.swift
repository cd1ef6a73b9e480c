import Foundation
import Testing

/// `demarche parties` and what it lets one do, over two articles that spell a name differently.
@Suite struct PartyCommandTests {
    private let demarche: Demarche

    init() throws {
        demarche = try Demarche()
        try demarche.put(
            "first.md",
            """
            ---
            outlet: The Courier
            published: 1962-10-22
            ---
            Talks in Vaduz

            “We will not yield,” said Ann Rassendyll, the envoy of Ruritania, on Monday. Norway said that it would wait.
            """)
        try demarche.put(
            "second.md",
            """
            ---
            outlet: The Lamp
            published: 1962-10-23
            ---
            No talks in Vaduz

            “We will wait,” said Anna Strakencz, the envoy of Ruritania, on Tuesday. Oslo said that nobody would wait.
            """)
        let read = try demarche.run("read", "first.md", "second.md", "--into", "a.demarche")
        #expect(read.status == 0, "\(read.error)")
    }

    @Test func listsParties() throws {
        let rows = try demarche.run("parties", "--format", "csv").lines
        #expect(rows.first == "id,name,kind,country,sector,mentions,articles,aliases,offices,why")
        let norway = try #require(rows.first { $0.contains(",Norway,state,NOR,") })
        #expect(norway.contains(",Oslo,"))
        #expect(try demarche.run("parties", "--kind", "person").output.contains("Ann Rassendyll"))
        #expect(try demarche.run("parties", "--since", "1962-10-23", "--by", "Rassendyll").status == 1)
        let wrong = try demarche.run("parties", "--since", "soon")
        #expect(wrong.status == 2 && wrong.error.contains("--since soon: not a date"))
    }

    @Test func showsAParty() throws {
        let sheet = try demarche.run("parties", "show", "oslo").output
        #expect(sheet.contains("party       y-") && sheet.contains(" Norway"))
        #expect(sheet.contains("“Oslo” is a capital of Norway and stands for it."))
        #expect(sheet.contains("1962-10-23"))
    }

    @Test func mergesSplitsAndUndoes() throws {
        let merged = try demarche.run("parties", "merge", "Ann Rassendyll", "Strakencz")
        #expect(
            merged.output == "Anna Strakencz is now part of Ann Rassendyll. `demarche parties undo` takes it back.\n")
        #expect(try demarche.run("statements", "--by", "Strakencz", "--format", "csv").lines.count == 3)
        #expect(try demarche.run("link").status == 0)
        #expect(try demarche.run("parties", "show", "Strakencz").output.contains("You merged “Anna Strakencz”"))
        #expect(try demarche.run("parties", "split", "Ann Rassendyll", "anna strakencz").status == 0)
        #expect(try demarche.run("parties", "show", "Strakencz").output.contains("You split “Anna Strakencz” off."))
        #expect(try demarche.run("parties", "undo").output == "Undone: split of Ann Rassendyll, Anna Strakencz.\n")
        #expect(try demarche.run("parties", "undo").status == 0)
        let nothing = try demarche.run("parties", "undo")
        #expect(nothing.status == 1 && nothing.error.contains("no merge or split is left to undo"))
        #expect(try demarche.run("statements", "--by", "Strakencz", "--format", "csv").lines.count == 2)
    }

    @Test func saysWhatIsAmbiguousOrUnknown() throws {
        let several = try demarche.run("parties", "show", "Ann")
        #expect(several.status == 2 && several.error.contains("Ann: 2 parties have this name: Ann Rassendyll (y-"))
        let unknown = try demarche.run("parties", "merge", "Ann Rassendyll", "Rupert")
        #expect(unknown.status == 2 && unknown.error.contains("Rupert: no party of a.demarche has this name"))
        let same = try demarche.run("parties", "merge", "Oslo", "Norway")
        #expect(same.status == 2 && same.error.contains("one party already: Norway"))
        let alone = try demarche.run("parties", "split", "Norway", "Bergen")
        #expect(alone.status == 2 && alone.error.contains("Bergen: no name of Norway; its other names are Oslo."))
    }
}
