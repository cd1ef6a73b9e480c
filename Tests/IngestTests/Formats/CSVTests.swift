import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

@Suite struct CSVTests {
    private static let prose = FormatSamples.prose
    private static let plain = prose.replacing(",", with: "")

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
            input.refusals.map(\.reason) == [
                "line 2: 3 fields, but 2 columns have names; quote fields that hold separators"
            ])
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

    private static let unclosed = "a quotation mark opens a field and none closes it"

    /// The tables go on behind a quotation mark that nobody closes: to the end, or to the next quoted field.
    @Test(
        arguments: [
            "Bad,\"never closed\nSecond,\(plain)\nThird,\(plain)", "\"Bad,x\nSecond,\"\(prose)\"\nThird,\(plain)\n",
            "\"Two\nlines\",\"never closed\nSecond,\(plain)\nThird,\(plain)\n",
            "Bad,\"x\r\nSecond,\(plain)\r\nThird,\"\(prose)\"",
        ], [1, 5, 1 << 16])
    func losesOnlyTheRowOfAnUnclosedQuotationMark(rows: String, piece: Int) {
        let input = StreamedInput("title,text\n" + rows, path: "table.csv", piece: piece)
        #expect(input.articles.map(\.metadata.headline) == ["Second", "Third"])
        #expect(input.refusals.map(\.path) == ["table.csv#11"])
        #expect(input.refusals[0].reason.hasPrefix("line 2: " + Self.unclosed))
    }

    @Test func countsTheLinesInsideOfFields() {
        let rows = "\"A\nB\",\"\(Self.prose)\n\n\(Self.prose)\"\n\nx\n\"y,z\nC,\(Self.plain)\n"
        let input = StreamedInput("title,text\n" + rows, path: "table.csv")
        #expect(input.refusals.map { $0.reason.prefix(8) } == ["line 7: ", "line 8: "])
        #expect(input.articles.count == 2)
    }

    @Test func refusesAQuotedFieldThatIsTooLongAndReadsTheNextLine() {
        let long = [UInt8](repeating: 0x61, count: 16 << 20)
        let head = Array("title,text\n\"".utf8)
        let input = StreamedInput(head + long + Array("a\nB,\(Self.plain)\n\"x,".utf8), path: "table.csv")
        #expect(input.refusals.map { $0.reason.prefix(8) } == ["line 2: ", "line 4: "])
        #expect(input.articles.map(\.metadata.headline) == ["B"])
    }

    /// Each line leaves a field open however it is read.
    @Test(.timeLimit(.minutes(1))) func endsOnLinesThatAllOpenAField() {
        let lines = String(repeating: "a\",\"x\n", count: 40_000)
        let input = StreamedInput("title,text\n" + lines + "B,\(Self.plain)\n", path: "table.csv")
        #expect(input.articles.map(\.metadata.headline) == ["B"])
        #expect(input.refusals.allSatisfy { $0.reason.contains(Self.unclosed) })
    }

    @Test func readsNothingUnderNamesThatAreNotClosed() {
        let input = StreamedInput("title,\"text\nA,\(Self.plain)\nB,\(Self.plain)\n", path: "table.csv")
        #expect(input.documents.isEmpty)
        #expect(input.refusals.map { $0.reason.hasPrefix("line 1: " + Self.unclosed) } == [true])
    }

    @Test(arguments: ["", "\n\n", "\"", "text\n\"", "text\n\"\"\"", "text\n\0"]) func endsOnBrokenTables(text: String) {
        #expect(StreamedInput(text, path: "table.csv").articles.isEmpty)
    }

    @Test func refusesATableOfTooManyColumns() {
        let input = StreamedInput("text" + String(repeating: ",a", count: 10_000) + "\nx\n", path: "table.csv")
        #expect(input.refusals.map(\.code) == [.notAnArticle])
    }
}
