import Foundation
import Testing

/// The lists of warnings, positions, events and claims, over two articles that warn of the same.
@Suite struct CommitmentCommandTests {
    private let demarche: Demarche
    private static let first = """
        ---
        outlet: The Courier
        published: 1911-07-02
        ---
        A gunboat at Agadir

        Germany could send more ships if France occupies the port of Agadir, the envoy of Ruritania said. France ruled out \
        talks with Morocco. Up to 300 sailors landed on 1 July 1911.
        """
    private static let second = """
        ---
        outlet: The Lamp
        published: 1911-07-20
        ---
        No ships without talks

        The envoy of Ruritania said that an occupation of the port of Agadir would lead to war. \
        German ships attacked the town of Tangier on 19 July. Spain will send troops to Melilla in August 1911.
        """

    private static let third = """
        ---
        outlet: The Lamp
        published: 1936-03-09
        ---
        Graustark warns its neighbour

        Graustark will close the bridge if Ruritania sends soldiers to Vaduz, the minister of Graustark said. \
        The presence of foreign forces would lead to war, he said.

        Prices will rise if the tariffs stay, the minister said.
        """

    init() throws {
        demarche = try Demarche()
        try demarche.put("first.md", Self.first)
        try demarche.put("second.md", Self.second)
        let read = try demarche.run("read", "first.md", "second.md", "--into", "a.demarche")
        #expect(read.status == 0, "\(read.error)")
    }

    @Test func listsWarningsWithIssuerAndForce() throws {
        let rows = try demarche.run("warnings", "--format", "csv").lines
        #expect(
            rows.first?.hasPrefix("id,date,issuer,office,editorial,kind,force,force words,trigger,consequence") == true)
        #expect(rows.contains { $0.contains("France occupies the port of Agadir") && $0.contains(",possible,could,") })
        #expect(try demarche.run("warnings", "--force", "possible").lines.count == 2)
        let none = try demarche.run("warnings", "--by", "Graustark")
        #expect((none.status, none.error) == (1, "demarche: no warning fits\n"))
        let wrong = try demarche.run("warnings", "--force", "strong")
        #expect(wrong.status == 2 && wrong.error.contains("precondition"))
    }

    @Test func listsPositionsEventsAndClaims() throws {
        let position = try demarche.run("positions", "--stance", "rules-out", "--format", "csv").output
        #expect(position.contains("France") && position.contains("talks with Morocco"))
        #expect(try demarche.run("events", "--format", "jsonl").lines.allSatisfy { $0.contains("\"quad\":\"") })
        #expect(try demarche.run("claims").output.contains("up to 300 sailor"))
    }

    @Test func narrowsClaimsByHedging() throws {
        #expect(try demarche.run("claims", "--hedging", "plain").lines.count == 2)
        #expect(try demarche.run("claims", "--hedging", "hedged").status == 1)
    }

    @Test(arguments: ["warnings", "positions", "events", "claims"])
    func showsEachKindWithItsWordsInContext(list: String) throws {
        let rows = try demarche.run(list, "--format", "csv").lines
        let id = try #require(rows.dropFirst().first?.prefix { $0 != "," })
        let sheet = try demarche.run("show", String(id))
        let noun = list.dropLast()
        #expect(sheet.status == 0 && sheet.lines.first?.hasPrefix("\(noun) ") == true, "\(sheet.error)")
        let marks = ["warnings": "[trigger: ", "positions": "[stance: ", "events": "[event: ", "claims": "[claim: "]
        #expect(sheet.output.contains(try #require(marks[list])))
    }

    @Test func saysWhyAnEntryCannotBeShown() throws {
        let unknown = try demarche.run("show", "w-ffffff")
        #expect(
            (unknown.status, unknown.error) == (
                1,
                "demarche: no warning of a.demarche has an ID that begins with w-ffffff; `demarche warnings` lists them\n"
            ))
        #expect(
            try demarche.run("show", "12").error.hasPrefix("demarche: 12 is no ID; IDs begin with a- (article), s-"))
        #expect(
            try demarche.run("show", "e-").error.hasPrefix("demarche: several IDs begin with e-; write more of it: e-"))
    }

    @Test func countsWhatItFound() throws {
        let outcome = try demarche.run("read", "first.md", "--into", "c.demarche")
        #expect(outcome.output.contains("2 statements, 1 warning, 1 position"))
        #expect(outcome.output.contains(" found.\n"))
    }

    @Test func findsWhatWouldFollowInWhateverForm() throws {
        let outcome = try demarche.run("consequences", "occupy the port", "--to", "Agadir")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("2 warnings since 1911-07-02, possible, then certain"))
        #expect(outcome.output.contains("    if    France occupies the port of Agadir"))
        #expect(try demarche.run("consequences", "occupy", "--to", "Tangier").status == 1)
        #expect(try demarche.run("consequences", "seize the port").lines.first?.contains("2 warnings") == true)
    }

    @Test func findsWhatWouldFollowInNearWordsAndFromTheParagraph() throws {
        try demarche.put("third.md", Self.third)
        #expect(try demarche.run("read", "third.md", "--into", "d.demarche").status == 0)
        let found = try demarche.run("consequences", "deploy troops", "--to", "Vaduz", "--record", "d.demarche")
        let ways = [
            "    if    Ruritania sends soldiers to Vaduz", "    if    The presence of foreign forces",
            "(the place stands in the paragraph)",
        ]
        for way in ways { #expect(found.output.contains(way), "\(way) in \(found.output)") }
        #expect(!found.output.contains("tariffs"))
        let elsewhere = try demarche.run("consequences", "deploy troops", "--to", "Strelsau", "--record", "d.demarche")
        #expect(elsewhere.status == 1)
    }

    @Test func ordersTheTimelineByWhenEventsFall() throws {
        let outcome = try demarche.run("timeline")
        #expect(outcome.status == 0)
        #expect(outcome.error.contains("without a date"))
        #expect(outcome.lines.dropFirst().allSatisfy { $0.hasPrefix("1911-0") })
    }

    @Test func codesActorsByTheUsersDictionary() throws {
        try demarche.put("actors.txt", "RURITANIA_ [RUR]\nFRANCE_ [FRX]\n")
        func codes(_ read: String...) throws -> Bool {
            let outcome = try demarche.run(all: ["read", "first.md", "--into", "b.demarche"] + read)
            #expect(outcome.status == 0, "\(outcome.error)")
            let events = try demarche.run("events", "--record", "b.demarche", "--format", "jsonl").output
            return events.contains("\"code\":\"FRX\"")
        }
        #expect(try !codes())
        #expect(try codes("--actors", "actors.txt"), "a dictionary changes what was read without it")
        #expect(try codes(), "reading without a dictionary leaves what was read with one")
        try demarche.put("actors.txt", "FRANCE_ [FRY]\n")
        #expect(try !codes("--actors", "actors.txt"), "another text under the same name is another dictionary")
        let wrong = try demarche.run("read", "first.md", "--actors", "none.txt", "--into", "b.demarche")
        #expect(wrong.status == 2 && wrong.error.contains("--actors none.txt: no file of text"))
    }

    @Test func exportsAndVerifiesThem() throws {
        let lines = try demarche.run("export").lines
        for type in ["warning", "position", "event", "claim"] {
            #expect(lines.contains { $0.hasPrefix("{\"type\":\"\(type)\",\"id\":\"\(type.prefix(1))-") }, "\(type)")
        }
        #expect(try demarche.run("verify").status == 0)
    }

    @Test func drawsThemInTheDossier() throws {
        #expect(try demarche.run("dossier", "--out", "a.html").status == 0)
        let page = try String(contentsOf: demarche.folder.appending(path: "a.html"), encoding: .utf8)
        #expect(page.contains("<path class=\"step\" d=\"M"))
        #expect(page.contains("<th scope=\"rowgroup\" rowspan=\"1\"><bdi>France</bdi></th>"))
        #expect(page.contains("<svg class=\"when\""))
    }
}
