import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Testing

@Suite struct FrontMatterTests {
    private static let prose = FormatSamples.prose

    private func article(_ text: String, path: String = "a.md") throws -> Article {
        try Ingest().article(path: path, bytes: Array(text.utf8))
    }

    @Test(arguments: ["\n", "\r\n"]) func takesWhatStandsAboveTheText(lineFeed: String) throws {
        let lines = [
            "---", "title: \"Envoys part: again\"", "date: 2022-03-24", "author: [Ann Example, Bo Costa]",
            "url: https://courier.example/a", "outlet: The Courier", "tags: {deep: [1]}", "---", "", Self.prose,
        ]
        let article = try article(lines.joined(separator: lineFeed))
        #expect(article.metadata.headline == "Envoys part: again")
        #expect(article.metadata.published?.date == "2022-03-24")
        #expect(article.metadata.bylines == ["Ann Example", "Bo Costa"])
        #expect(article.metadata.url == "https://courier.example/a")
        #expect(article.metadata.outlet == Outlet(name: "The Courier", domain: "courier.example"))
        #expect(article.text.string == lineFeed + Self.prose)
        #expect(article.id == "a-" + article.source.sha256.prefix(16))
    }

    @Test(arguments: [
        "---\nnot yaml: [\n---\n", "---\nno end\n", "---\n- a list\n---\n", "---\ncolour: red\n---\n", "---\n---\n",
        "----\na: b\n---\n",
    ])
    func leavesOtherTextAsItIs(head: String) throws {
        #expect(try article(head + Self.prose).text.string == head + Self.prose)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["[", "{a: ", "- ", "? "]) func endsOnListsWithinLists(
        text: String
    ) throws {
        let head = "---\ntitle: T\nx: \(String(repeating: text, count: 15_000))\n---\n"
        #expect(try article(head + Self.prose).text.string.hasSuffix(Self.prose))
    }

    @Test(.timeLimit(.minutes(1))) func endsOnAliasesThatMultiply() throws {
        let lines = (1..<40).map {
            "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]"
        }
        let head = "---\na0: &a0 [x, x]\n\(lines.joined(separator: "\n"))\ntitle: T\n---\n"
        #expect(try article(head + Self.prose).text.string.hasSuffix(Self.prose))
    }

    /// A key is compared with the others, with all that its aliases stand for.
    @Test(.timeLimit(.minutes(1))) func endsOnAKeyWhoseAliasesMultiply() throws {
        let lines = (1..<12).map {
            "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ","))]"
        }
        let head = "---\na0: &a0 [x, x]\n\(lines.joined(separator: "\n"))\n? *a11\n: y\ntitle: T\n---\n"
        #expect(try article(head + Self.prose).metadata.headline != "T")
        let alias = "---\ntitle: &t Envoys part\ndescription: *t\n---\n"
        #expect(try article(alias + Self.prose).metadata.standfirst == "Envoys part")
    }
}
