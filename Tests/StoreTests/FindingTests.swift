import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import Testing

@Suite struct FindingTests {
    private let store: RecordStore
    private let march = Sample(
        "Envoys part\n“No,” said Ann Example, the envoy of Ruritania. “A direct clash is near,” said Bo Kovač.",
        path: "march.txt",
        outlet: "The Example Post", published: "2022-03-24"
    ).saying("No,", by: "Ann Example", office: "envoy").saying(
        "A direct clash is near,", by: "Bo Kovač", via: "Reuters")
    private let april = Sample(
        "A bridge falls\n“So be it,” said Élise Costa.", path: "april.txt", outlet: "Écho du Nord", published: "2022-04"
    ).saying("So be it,", by: "Élise Costa")
    private let undated = Sample("Ten kings\n“We 100% agree_now,” said Jo.", path: "undated.txt").saying(
        "We 100% agree_now,", by: "Jo")

    init() throws {
        store = try RecordStore.inMemory()
        for sample in [march, april, undated] { try store.keep(sample) }
    }

    private static let all = ["A direct clash is near,", "No,", "So be it,", "We 100% agree_now,"]

    @Test func givesAllStatementsWithoutAFilter() throws {
        #expect(try store.words { _ in } == Self.all)
        let found = try store.statements().first { $0.statement.speaker.name == "Bo Kovač" }
        #expect(found?.outlet == "The Example Post")
        #expect(found?.published == "2022-03-24")
        #expect(found?.headline == "Envoys part")
    }

    @Test(arguments: [
        ("example", ["No,"]), ("ENVOY", ["No,"]), ("kovač", ["A direct clash is near,"]), ("élise", ["So be it,"]),
        ("%", []), ("nobody", []),
    ])
    func filtersBySpeakerOrOffice(by: String, expected: [String]) throws {
        #expect(try store.words { $0.by = by } == expected)
    }

    @Test(arguments: [("Direct CLASH", ["A direct clash is near,"]), ("100%", ["We 100% agree_now,"]), ("envoy", [])])
    func filtersByContent(about: String, expected: [String]) throws {
        #expect(try store.words { $0.about = about } == expected)
    }

    @Test(arguments: [
        ("example", ["A direct clash is near,", "No,"]), ("du nord", ["So be it,"]), ("écho", ["So be it,"]), ("_", []),
        ("%", []),
    ])
    func filtersByOutlet(outlet: String, expected: [String]) throws {
        #expect(try store.words { $0.outlet = outlet } == expected)
    }

    @Test func filtersByCarrier() throws {
        #expect(try store.words { $0.via = "reuters" } == ["A direct clash is near,"])
        #expect(try store.words { $0.via = "tass" }.isEmpty)
    }

    @Test(arguments: [
        ("2022", 3), ("2022-03", 3), ("2022-03-24", 3), ("2022-03-25", 1), ("2022-04", 1), ("2022-05", 0), ("2023", 0),
    ])
    func filtersFromADateOn(since: String, count: Int) throws {
        #expect(try store.words { $0.since = since }.count == count)
    }

    /// A month begins on its first day, so what is dated by the month lies in it.
    @Test func takesAMonthForPartOfItself() throws {
        #expect(try store.words { $0.since = "2022-04-01" } == ["So be it,"])
        #expect(try store.words { $0.until = "2022-04-30" }.count == 3)
    }

    @Test(arguments: [("2022", 3), ("2022-03", 2), ("2022-03-24", 2), ("2022-03-23", 0), ("2022-04", 3), ("2021", 0)])
    func filtersUpToADate(until: String, count: Int) throws {
        #expect(try store.words { $0.until = until }.count == count)
    }

    @Test func joinsFilters() throws {
        #expect(try store.words { ($0.by, $0.about) = ("kovač", "clash") }.count == 1)
        #expect(try store.words { ($0.by, $0.about) = ("example", "clash") }.isEmpty)
        #expect(try store.words { $0.article = april.article.id } == ["So be it,"])
    }

    @Test(arguments: [
        ("2022-03-24", true), ("2022", true), ("2022-02-30", false), ("2022-03-24x", false),
        ("2022-03-24T10:00", false), ("soon", false),
    ])
    func knowsDates(text: String, isDate: Bool) { #expect(StatementFilter.isDate(text) == isDate) }

    @Test func findsEntriesByTheBeginningOfTheirIDs() throws {
        let id = march.article.id
        #expect(try store.article(id: id)?.article.id == id)
        #expect(try store.article(id: String(id.prefix(10)))?.article.id == id)
        #expect(try store.article(id: "a-") == nil)
        let statement = march.statements[0].id
        #expect(try store.statement(id: String(statement.prefix(15)).uppercased())?.statement == march.statements[0])
        #expect(try store.statement(id: "s-") == nil)
    }

    @Test func findsNothingByNoBeginning() throws {
        let one = try RecordStore.inMemory()
        try one.keep(april)
        #expect(try one.article(id: "") == nil)
        #expect(try one.statement(id: "") == nil)
    }

    @Test(arguments: ["a-%", "a-________________", "%", "_-", "\\", "a-\\", "'; DROP TABLE article; --"])
    func takesPatternsInIDsLiterally(id: String) throws {
        let one = try RecordStore.inMemory()
        try one.keep(march)
        #expect(try one.article(id: id) == nil)
        #expect(try one.statement(id: id.replacing("a-", with: "s-")) == nil)
        #expect(try one.articles().count == 1)
    }

    @Test func findsAPhraseWithItsPassage() throws {
        let found = try store.search("direct clash")
        #expect(found.map(\.articleID) == [march.article.id])
        #expect(found.first?.outlet == "The Example Post")
        let marked = Passage.open + "direct" + Passage.close
        #expect(found.first?.snippet.contains(Passage.open) == true)
        #expect(found.first?.snippet.contains("clash") == true, "\(marked)")
        #expect(try store.search("clash direct").isEmpty)
    }

    @Test(arguments: [("DIRECT Clash", 1), ("kovac", 1), ("Elise", 1), ("said", 3), ("bridge falls", 1), ("dire", 0)])
    func findsWordsInAnyCaseAndWithAnyAccents(words: String, count: Int) throws {
        #expect(try store.search(words).count == count)
    }

    @Test(arguments: [
        "", "\"", "*", "AND (", "direct\" OR \"x", "NEAR(", "^", "{a b}:", "-", "'", "headline:", "\u{0}", "said *",
        "🚀",
    ])
    func survivesTheSyntaxOfTheIndex(words: String) throws { _ = try store.search(words) }

    @Test func takesOperatorsForWords() throws {
        #expect(try store.search("said AND clash").isEmpty)
        #expect(try store.search("sai*").isEmpty)
        #expect(try store.search("said OR bridge").isEmpty)
    }

    @Test func limitsAndOrdersPassages() throws {
        #expect(try store.search("said", limit: 2).count == 2)
        #expect(try store.search("said").map(\.articleID) == store.search("said").map(\.articleID))
    }

    @Test func searchesTheCurrentVersionsOnly() throws {
        try store.keep(Sample("A bridge stands\n“So be it,” said Élise Costa.", path: "april.txt"))
        #expect(try store.search("bridge falls").isEmpty)
        #expect(try store.search("bridge stands").count == 1)
    }
}
