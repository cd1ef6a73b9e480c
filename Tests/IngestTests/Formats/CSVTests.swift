import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

@Suite struct CSVTests {
    private static let prose = FormatSamples.prose

    @Test(arguments: [",", ";", "\t"], [1, 1 << 16]) func readsRows(separator: String, piece: Int) throws {
        let rows = [
            ["Title", "URL", "Publish Date", "Text"],
            [
                "\"Envoys \"\"part\"\"\"", "https://courier.example/a", "24 March 2022",
                "\"\(Self.prose)\r\nAnd, more; so.\"",
            ],
            ["Second", "", "", Self.prose.replacing(",", with: "")],
        ]
        let text = "\u{FEFF}" + rows.map { $0.joined(separator: separator) }.joined(separator: "\r\n")
        let input = StreamedInput(text, path: "table.csv", piece: piece)
        #expect(input.refusals.isEmpty)
        let articles = input.articles
        #expect(articles.map(\.metadata.headline) == ["Envoys \"part\"", "Second"])
        #expect(articles[0].metadata.published?.date == "2022-03-24")
        #expect(articles[0].text.string.hasSuffix("\r\nAnd, more; so."))
        #expect(articles[0].metadata.url == "https://courier.example/a")
        #expect(articles.map(\.source.offset) == input.documents.map(\.offset))
        #expect(articles[0].source.mediaType == .record)
    }

    @Test func refusesARowWithOtherFieldsAndGoesOn() {
        let input = StreamedInput("title,text\na,b,c\nEnvoys,\"\(Self.prose)\"\n", path: "table.csv")
        #expect(input.refusals.map(\.path) == ["table.csv#11"])
        #expect(
            input.refusals.map(\.reason) == ["3 fields, but 2 columns have names; quote fields that hold separators"])
        #expect(input.articles.count == 1)
    }

    @Test func refusesATableWithoutTextByItsColumns() {
        let input = StreamedInput("url,seendate\nhttps://a.example,20220324T000000Z\n", path: "table.csv")
        #expect(input.documents.isEmpty)
        #expect(
            input.refusals.map(\.reason) == [
                "no column holds the text; the first row names url, seendate. Name it with --map text=COLUMN"
            ])
    }

    @Test func takesColumnsByTheUsersNames() throws {
        var options = DocumentOptions()
        options.fieldMap = try FieldMap("text=Volltext")
        let input = StreamedInput("Volltext\n\"\(Self.prose)\"\n", path: "table.csv", options: options)
        #expect(input.articles.map(\.text.string) == [Self.prose])
    }

    @Test(arguments: ["", "\n\n", "\"", "text\n\"", "text\n\"\"\"", "text\n\0"]) func endsOnBrokenTables(text: String) {
        #expect(StreamedInput(text, path: "table.csv").articles.isEmpty)
    }

    @Test func refusesATableOfTooManyColumns() {
        let input = StreamedInput("text" + String(repeating: ",a", count: 10_000) + "\nx\n", path: "table.csv")
        #expect(input.refusals.map(\.code) == [.notAnArticle])
    }
}
