import DemarcheEvaluation
import Foundation
import Testing

/// The scores of pages against texts of our own. The expected figures are what the reference scorer, which is written in
/// Python, printed for the same predictions.
@Suite struct PageScoreTests {
    private static let gold = ScorerTests.folder.appending(path: "pages.json").path

    private static func predictions() throws -> (gold: [GoldPage], read: PagePredictions) {
        let gold = try PageFile.read(gold)
        let pages = SavedPages(folder: ScorerTests.folder.appending(path: "pages").path)
        var predictions = PagePredictions()
        for page in gold { predictions.read(page.id, try pages.bytes(of: page.id)) }
        return (gold, predictions)
    }

    @Test func printsWhatTheReferencePrints() throws {
        let (gold, read) = try Self.predictions()
        let score = ExtractionScore(gold, read.pages)
        #expect(score.line == "pages 3  precision 0.7667  recall 0.5000  F1 0.6053  exact 0.3333")
        #expect(score.summary == "extraction f1=60.53 precision=76.67 recall=50.00 exact=33.33 pages=3")
        #expect(
            score.worst(1) == [
                "page      P     R    F1",
                "empty  0.00  0.00  0.00",
            ])
    }

    @Test func comparesFilesThatItWrote() throws {
        let (gold, read) = try Self.predictions()
        let file = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try PageFile.write(read.pages, to: file.path)
        #expect(try PageFile.read(file.path) == read.pages)
        #expect(ExtractionScore(gold, gold).line == "pages 3  precision 1.0000  recall 1.0000  F1 1.0000  exact 1.0000")
    }

    @Test func countsAPageThatIsRefusedAsOneWithoutText() throws {
        let (_, read) = try Self.predictions()
        #expect(read.refused.map(\.id) == ["empty"])
        #expect(read.lines.first?.hasPrefix("pages 3 of 0 KB  refused 1  pages/CPU-s ") == true)
    }

    @Test func countsTitlesAuthorsAndDates() throws {
        let (gold, read) = try Self.predictions()
        let score = MetadataScore(gold, read.pages)
        #expect(score.summary == "metadata title=100.00 author=0.00 date=100.00 no_date=100.00 pages=3")
        #expect(score.errors == ["talks\tauthor\tInes Halvorsen and Jo Reed\tInes Halvorsen"])
        #expect(
            score.lines == [
                "field   gold  right  accuracy  missing  none  invented",
                "title      2      2    100.00        0     1         0",
                "author     1      0      0.00        0     2         0",
                "date       1      1    100.00        0     2         0",
            ])
    }

    @Test func countsWhatIsInvented() {
        let score = MetadataScore([GoldPage(id: "1")], [GoldPage(id: "1", author: "Jo Reed", date: "2031")])
        #expect(score.summary == "metadata no_date=0.00 pages=1")
        #expect(score.errors == ["1\tauthor\t\tJo Reed", "1\tdate\t\t2031"])
    }

    @Test(arguments: [
        ("Ines Halvorsen & Jo Reed", "jo  reed; Ines Halvorsen", true), ("Ines Halvorsen", "Ines", false),
        ("Jo Reed, MD", "Jo Reed", false),
    ])
    func comparesAuthorsAsASet(gold: String, found: String, isRight: Bool) {
        let score = MetadataScore([GoldPage(id: "1", author: gold)], [GoldPage(id: "1", author: found)])
        #expect(score.fields[1].right == (isRight ? 1 : 0))
    }

    @Test func showsWhatIsMissingAndWhatIsTooMuchWithoutMarkup() {
        let score = ExtractionScore(
            [GoldPage(id: "<1>", body: "one two three four five")],
            [GoldPage(id: "<1>", body: "one two three four <b>x")])
        let html = ExtractionPage(score, title: "A & B").html
        #expect(html.contains("<title>A &amp; B</title>") && html.contains("&lt;1&gt;: 40.00"))
        #expect(html.contains("<p class=\"m\">two three four five</p>"))
        #expect(html.contains("<p class=\"e\">two three four b x</p>"))
    }

    @Test(arguments: ["[]", "{", #"{"a": 1}"#, #"{"a": {"date": 2031}}"#])
    func namesAFileThatHoldsNoPages(json: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(json.utf8).write(to: file)
        let error = #expect(throws: GoldError.self) { try PageFile.read(file.path) }
        #expect(error?.description.hasPrefix(file.path) == true)
    }

    @Test func readsPagesThatArePacked() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let packed = try #require(Data(base64Encoded: "H4sIAAAAAAACA0vOzy0oSi0uTk1RKEhMTwUAJQlZ9w8AAAA="))
        try packed.write(to: folder.appending(path: "a.html.gz"))
        try Data("no gzip".utf8).write(to: folder.appending(path: "b.html.gz"))
        let pages = SavedPages(folder: folder.path)
        #expect(String(decoding: try pages.bytes(of: "a"), as: UTF8.self) == "compressed page")
        #expect(throws: GoldError.self) { try pages.bytes(of: "b") }
        #expect(throws: GoldError.self) { try pages.bytes(of: "c") }
    }
}
