import DemarcheIngest
import DemarcheRecords
import Testing

@Suite struct AddressListTests {
    @Test(arguments: [
        ("http://a.example/", [1]), ("# x\n\nhttp://a.example/\nftp://b.example/\n", [3, 4]),
        ("http://a.example/\nhttp://b.example/\nwords in between\n", [1, 2, 3]), ("\u{FEFF}https://a.example\r\n", [1]),
    ]) func knowsAList(text: String, lines: [Int]) {
        #expect(AddressList(Array(text.utf8))?.entries.map(\.line) == lines)
    }

    @Test(arguments: [
        "", "# only a comment", "Envoys part\n", "https://a.example/\nThe envoys met again on Tuesday.\n",
        "see https://a.example/ for more\n", "://\n", "mailto:ann@courier.example\n",
    ]) func knowsWhatIsNone(text: String) { #expect(AddressList(Array(text.utf8)) == nil) }

    @Test func refusesAListAsAnArticleAndSaysWhatReadsIt() {
        let text = "# the pages that I mean to read again\nhttps://a.example/\nhttps://b.example/\n"
        let refusal = #expect(throws: Refusal.self) { try Ingest().article(path: "a.txt", bytes: Array(text.utf8)) }
        #expect(refusal?.code == .notAnArticle)
        #expect(refusal?.reason == "a list of web addresses; `read --fetch` gets their pages")
    }
}
