import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Foundation
import Testing

@Suite struct MailTests {
    private static let prose = FormatSamples.prose
    private static let page = "<html><body><article><h1>Envoys part</h1><p>\(prose)</p></article></body></html>"

    private func article(_ lines: [String], path: String = "a.eml") throws -> Article {
        let input = StreamedInput(lines.joined(separator: "\r\n"), path: path)
        return try Ingest().article(try #require(input.documents.first))
    }

    @Test func readsQuotedPrintableWithSubjectAndDate() throws {
        let article = try article([
            "From: =?ISO-8859-1?Q?Zo=EB?= <zoe@courier.example>", "Date: Thu, 24 Mar 2022 23:30:00 -0500",
            "Subject: =?UTF-8?B?\(Data("Zoë: envoys part".utf8).base64EncodedString())?=", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=windows-1252", "Content-Transfer-Encoding: quoted-printable", "",
            "=93We will not yield,=94 said the envoy of Ruritania to the reporters on =",
            "Thursday evening.", "",
        ])
        #expect(
            article.text.string.hasPrefix(
                "“We will not yield,” said the envoy of Ruritania to the reporters on Thursday evening."))
        #expect(article.metadata.headline == "Zoë: envoys part")
        #expect(article.metadata.published?.date == "2022-03-24")
        #expect(article.source.mediaType == .mail)
        #expect(article.source.charset == "windows-1252")
    }

    @Test func prefersThePageAndLeavesAttachments() throws {
        let encoded = Data(Self.page.utf8).base64EncodedString(options: .lineLength76Characters)
        let article = try article([
            "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", "", "--x",
            "Content-Type: multipart/alternative; boundary=y", "", "--y", "Content-Type: text/plain", "", "Plain.",
            "--y",
            "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64", "", encoded, "--y--", "--x",
            "Content-Type: text/html", "Content-Disposition: attachment; filename=b.html", "", "<p>Other</p>", "--x--",
            "",
        ])
        #expect(article.text.string == "Envoys part\n\n" + Self.prose)
    }

    @Test func readsASavedPageWithItsAddressButNotTheDateOfSaving() throws {
        let article = try article(
            [
                "From: <Saved by Blink>", "Snapshot-Content-Location: https://www.courier.example/a", "Subject: Envoys",
                "Date: Fri, 25 Mar 2022 10:00:00 -0000", "MIME-Version: 1.0",
                "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"", "", "--b",
                "Content-Type: text/html",
                "Content-Location: https://www.courier.example/a", "", Self.page, "--b", "Content-Type: image/png",
                "Content-Transfer-Encoding: base64", "", "AAAA", "--b--", "",
            ], path: "a.mhtml")
        #expect(article.metadata.url == "https://www.courier.example/a")
        #expect(article.metadata.outlet?.domain == "courier.example")
        #expect(article.metadata.headline == "Envoys part")
        #expect(article.metadata.published == nil)
    }

    @Test func findsMailWithoutAnEnding() {
        let lines = ["From: a@b.example", "MIME-Version: 1.0", "", Self.prose].joined(separator: "\n")
        #expect(StreamedInput(lines, path: "-").documents.map(\.mediaType) == [.mail])
        #expect(StreamedInput("From: the start\n\n\(Self.prose)", path: "-").documents.map(\.mediaType) == [.plain])
    }

    @Test(arguments: [
        "", "\0\0\0\0", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n--x\r\n--x--",
        "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!", "Subject: =?utf-8?B?=?=\r\n\r\n",
        "Content-Type: text/plain; charset=no-such\r\n\r\n \r\n",
    ])
    func refusesWhatHoldsNoText(text: String) throws {
        let documents = StreamedInput(text, path: "a.eml").documents
        let document = try #require(documents.first)
        #expect(throws: Refusal.self) { try Ingest().article(document) }
    }

    @Test(.timeLimit(.minutes(1))) func endsOnPartsWithinPartsWithoutEnd() throws {
        let head = (0..<3_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\r\n\r\n--b\($0)\r\n" }.joined()
        let document = try #require(
            StreamedInput(head + "Content-Type: text/plain\r\n\r\n" + Self.prose, path: "a.eml").documents.first)
        _ = try? Ingest().article(document)
    }

    /// GMime calls itself for every group of addresses; such a message would end the program.
    @Test(arguments: ["From: ", "To :", "Reply-To: x\r\n ", "A: b\r\n\r\nCc: "], ["a:", "(", "<", "a:("])
    func refusesAddressesWithinAddressesWithoutEnd(field: String, group: String) throws {
        let groups = String(repeating: group, count: 2_000)
        let inner = "Content-Type: message/rfc822\r\n\r\n\(field)\(groups)\r\n\r\n\(Self.prose)"
        let parts = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\(inner)\r\n--x--"
        for message in [field + groups + "\r\n\r\n" + Self.prose, inner, parts] {
            let document = try #require(StreamedInput(message, path: "a.eml").documents.first)
            #expect(throws: Refusal.self) { try Ingest().article(document) }
        }
    }

    @Test(arguments: [
        ("X: yyyyyyyy\r\n", "4 MiB in its heads"),
        (
            "Content-Type: multipart/mixed; boundary=x\r\n\r\n" + String(repeating: "--x\r\n\r\na\r\n", count: 100_001),
            "100000 parts"
        ),
    ])
    func refusesAMessageOfTooManyParts(start: String, what: String) throws {
        let heads = String(repeating: start, count: start.utf8.count < 20 ? 400_000 : 1)
        let document = try #require(StreamedInput(heads + "\r\n\(Self.prose)", path: "a.eml").documents.first)
        let refusal = #expect(throws: Refusal.self) { try Ingest().article(document) }
        #expect(refusal?.code == .tooComplex)
        #expect(refusal?.reason.contains(what) == true)
    }

    @Test func readsAPageWhoseStylesLookLikePartsAndHeads() throws {
        let styles = String(repeating: "--colour: red;\r\n a:hover(b:c)\r\nfont:x:y:z\r\n", count: 3_000)
        let page = Self.page.replacing("<body>", with: "<head><style>\(styles)</style></head><body>")
        let article = try article(["Subject: x", "MIME-Version: 1.0", "Content-Type: text/html", "", page])
        #expect(article.text.string.hasSuffix(Self.prose))
    }
}
