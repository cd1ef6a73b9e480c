import DemarcheIngest
import DemarchePipeline
import DemarcheRecords
import DemarcheStore
import Foundation
import TestSupport
import Testing

@Suite struct ReaderTests {
    private let folder: TemporaryFolder
    private let store: RecordStore

    private static func article(_ words: String) -> String {
        "Envoys part in Vaduz\n\n“\(words),” said Ann Example, the envoy of Ruritania, on Thursday evening.\n"
    }

    init() throws {
        folder = try TemporaryFolder()
        store = try RecordStore.inMemory()
        try folder.put("1-good.txt", Self.article("We will not yield"))
        try folder.put("2-empty.txt", "")
        try folder.put("3-binary.txt", [0, 1, 2, 3])
        try folder.put("4-good.md", Self.article("We will wait"))
        try folder.put("5-same.txt", Self.article("We will not yield"))
        try folder.put("6-menu.txt", "Home\nMenu\n")
        try folder.put("7.pdf", "%PDF-1.7")
    }

    private func read() throws -> Tally {
        try Reader(TestModel.small()).read(Inputs.under([folder.url.path]), into: store)
    }

    @Test func countsWhatItReadAndRefused() throws {
        var done: [Int] = []
        let tally = try Reader(TestModel.small()).read(
            Inputs.under([folder.url.path, folder.path("none.txt")]), into: store
        ) { inputs, _ in done.append(inputs) }
        #expect((tally.added, tally.newVersions, tally.unchanged, tally.read, tally.statements) == (2, 0, 1, 3, 2))
        #expect(tally.refusals.map(\.code) == [.empty, .binary, .notAnArticle, .unsupportedType, .unreadable])
        #expect(tally.refusals.map(\.path).first == folder.path("2-empty.txt"))
        #expect(done == done.sorted())
        #expect(Set(done).isSuperset(of: 1...8))
        #expect(try store.refusals() == tally.refusals)
        #expect(try store.statements().map(\.statement.speaker.name) == ["Ann Example", "Ann Example"])
    }

    @Test func keepsArticlesInOtherLanguagesWithoutStatements() throws {
        try folder.put(
            "8-deutsch.txt",
            "Schleuse bleibt zu\n\n„Wir warten“, sagte Anna Beispiel, die Gesandte von Ruritanien, am Donnerstag in Vaduz. "
                + "Der Rat des Hafens hatte mitgeteilt, dass die Schleuse bis zum Ende des Winters geschlossen bleibt.\n"
        )
        let tally = try read()
        #expect(tally.otherLanguages == ["de": 1])
        #expect((tally.added, tally.statements) == (3, 2))
        let german = try #require(try store.articles().first { $0.article.metadata.language == "de" })
        #expect(german.statementCount == 0)
    }

    @Test func datesAnArticleByItsOwnWordsWhenNothingElseDoes() throws {
        let last = "The bridge was shut on June 14, 2016. Today, Tuesday, August 23, the governor resigned.\n"
        let text = Self.article("We will not yield") + "\n" + last
        let dated = try TemporaryFolder()
        try dated.put("governor.txt", text)
        try dated.put("2017-01-05-governor.txt", text + "\nHe had refused before.\n")
        _ = try Reader(TestModel.small()).read(Inputs.under([dated.url.path]), into: store)
        let found = try store.articles().compactMap(\.article.metadata.published).sorted { $0.date < $1.date }
        #expect(found.map(\.date) == ["2016-08-23", "2017-01-05"])
        #expect(found.map(\.basis) == [.text, .file])
        #expect(found.first?.expression == "Tuesday, August 23")
    }

    @Test func keepsArticlesWithoutAModelAndFindsWhatTheySayLater() throws {
        let inputs = Inputs.under([folder.url.path])
        let kept = try Reader(nil).read(inputs, into: store)
        #expect((kept.added, kept.unchanged, kept.statements, kept.refusals.count) == (2, 1, 0, 4))
        #expect(try store.articles().map(\.statementCount) == [nil, nil])
        #expect(try store.search("yield", limit: 5).count == 1)
        #expect(try Reader(nil).read(inputs, into: store).unchanged == 3)

        let tally = try read()
        #expect((tally.readAnew, tally.unchanged, tally.statements) == (2, 1, 2))
        #expect(try store.articles().map(\.statementCount) == [1, 1])

        #expect(try Reader(nil).read(inputs, into: store).unchanged == 3)
        #expect(try store.statements().count == 2)
    }

    @Test func changesNothingWhenTheSameBytesAreReadAgain() throws {
        _ = try read()
        let before = try store.statements().map(\.statement)
        let tally = try read()
        #expect((tally.added, tally.newVersions, tally.unchanged, tally.statements) == (0, 0, 3, 0))
        #expect(try store.statements().map(\.statement) == before)
    }

    @Test func keepsAChangedFileAsANewVersion() throws {
        _ = try read()
        try folder.put("4-good.md", Self.article("We will not wait"))
        let tally = try read()
        #expect((tally.added, tally.newVersions, tally.unchanged) == (0, 1, 2))
        #expect(try store.articles().count == 3)
        #expect(try store.statements().flatMap { $0.statement.content.map(\.exact) }.contains("We will wait,") == false)
    }

    @Test func takesBackARefusalWhenTheFileIsMended() throws {
        _ = try read()
        try folder.put("2-empty.txt", Self.article("We are here"))
        let tally = try read()
        #expect(tally.added == 1)
        #expect(try store.refusals().map(\.path).contains(folder.path("2-empty.txt")) == false)
    }

    @Test func findsWithoutARecordWhatItFindsWithOne() throws {
        _ = try read()
        let (article, findings) = try Reader(TestModel.small()).findings(
            path: folder.path("1-good.txt"), bytes: Array(Self.article("We will not yield").utf8))
        #expect(try store.article(id: article.id)?.article == article)
        var filter = StatementFilter()
        filter.article = article.id
        #expect(try store.statements(filter).map(\.statement) == findings.statements)
    }

    @Test func readsTheRecordsOfADumpAndCountsThem() throws {
        let records = ["We will not yield", "We will wait"].map { words in
            "{\"url\": \"https://courier.example/\(words.count)\", \"text\": \"Ann Example said on Thursday evening: \(words), and so on.\"}"
        }
        try folder.put("dump/2022-03-24-all.jsonl", (records + ["{", records[0]]).joined(separator: "\n"))
        let inputs = Inputs.under([folder.path("dump")])
        let tally = try Reader(nil).read(inputs, into: store)
        #expect((tally.added, tally.unchanged, tally.refused) == (2, 1, 1))
        let path = inputs[0].path
        #expect(try store.refusals().map(\.path) == ["\(path)#\(records.joined(separator: "\n").utf8.count + 1)"])
        let articles = try store.articles().map(\.article)
        #expect(articles.allSatisfy { $0.source.path == path && $0.metadata.published == nil })
        #expect(articles.map(\.source.offset).contains(records[0].utf8.count + 1))
        #expect(try Verifier().verify(store).violations.isEmpty)
    }

    @Test func takesWhatASidecarSays() throws {
        try folder.put("side/a.txt", Self.article("We are here"))
        try folder.put(
            "side/a.json", #"{"outlet": "The Courier", "url": "https://courier.example/a", "published": "2022-03-25"}"#)
        let inputs = Inputs.under([folder.path("side")])
        #expect(inputs.map(\.path) == [folder.path("side/a.txt")])
        _ = try Reader(nil).read(inputs, into: store)
        let metadata = try #require(try store.articles().first?.article.metadata)
        #expect(metadata.outlet == Outlet(name: "The Courier", domain: "courier.example"))
        #expect(metadata.published == RecordedDate(date: "2022-03-25", precision: .day, basis: .given))
        #expect(metadata.headline == "Envoys part in Vaduz")
    }

    @Test func takesWhatTheUserSaysBeforeWhatTheFileSays() throws {
        var options = DocumentOptions()
        options.stated = try Metadata(outlet: "The Courier", published: "2022-03-26", url: "https://courier.example/a")
        _ = try Reader(nil).read([Input(path: folder.path("1-good.txt"))], options, into: store)
        let metadata = try #require(try store.articles().first?.article.metadata)
        #expect(metadata.outlet == Outlet(name: "The Courier", domain: "courier.example"))
        #expect((metadata.url, metadata.published?.date) == ("https://courier.example/a", "2022-03-26"))
    }

    @Test func writesWhatTheUserSaysLaterOverWhatWasNoted() throws {
        let input = Input(path: folder.path("1-good.txt"))
        _ = try Reader(TestModel.small()).read([input], into: store)
        let before = try store.statements().map(\.statement)
        var options = DocumentOptions()
        options.stated = try Metadata(outlet: "The Courier", published: "2022-03-26", url: nil)
        let tally = try Reader(nil).read([input], options, into: store)
        #expect((tally.readAnew, tally.unchanged) == (1, 0))
        #expect(try store.articles().first?.article.metadata.outlet?.name == "The Courier")
        #expect(try store.articles().first?.article.metadata.headline == "Envoys part in Vaduz")
        #expect(try store.statements().map(\.statement) == before)
        #expect(try store.statements().allSatisfy { $0.published == "2022-03-26" && $0.outlet == "The Courier" })
        #expect(try store.search("yield", limit: 5).count == 1)
        #expect(try Reader(nil).read([input], options, into: store).unchanged == 1)
        #expect(try Reader(nil).read([input], into: store).unchanged == 1)
    }

    @Test func keepsManyArticlesInTheirOrderWithoutAModel() throws {
        let records = (0..<300).map { number in
            number % 7 == 0
                ? "{" : "{\"text\": \"Envoy number \(number) said on Thursday that he would wait in the hall.\"}"
        }
        try folder.put("many/dump.jsonl", (records + records).joined(separator: "\n"))
        let tally = try Reader(nil).read(Inputs.under([folder.path("many")]), into: store)
        #expect((tally.added, tally.unchanged, tally.refused) == (257, 257, 86))
        let offsets = tally.refusals.compactMap { $0.path.split(separator: "#").last.flatMap { Int($0) } }
        #expect(offsets == offsets.sorted() && offsets.count == 86)
        #expect(try store.search("Thursday", limit: 500).count == 257)
        #expect(try Verifier().verify(store).violations.isEmpty)
    }

    @Test(arguments: [false, true]) func countsARevisitAsTheArticleThatItRepeats(withModel: Bool) throws {
        func record(_ type: String, _ body: String, _ number: Int) -> String {
            let block = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + body
            return "WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Payload-Digest: sha1:\(number)\r\n"
                + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
        }
        let pages = [record("response", Self.article("We will not yield"), 1), record("response", "Home", 2)]
        try folder.put("crawl/1.warc", pages.joined() + record("revisit", "", 1))
        try folder.put("crawl/2.warc", [1, 2, 3].map { record("revisit", "", $0) }.joined())
        let tally = try Reader(withModel ? TestModel.small() : nil).read(
            Inputs.under([folder.path("crawl")]), into: store)
        #expect((tally.added, tally.unchanged, tally.passedOver, tally.refused) == (1, 2, 1, 2))
        #expect(tally.refusals.map(\.code) == [.notAnArticle, .unreadable])
        #expect(try store.articles().count == 1)
        #expect(try Verifier().verify(store).violations.isEmpty)
    }

    @Test func givesUpAFileOfRefusalsAndReadsTheNext() throws {
        let good = "{\"text\": \"Ann Example said on Thursday evening that she would wait in the hall.\"}\n"
        try folder.put("dumps/1.jsonl", good + String(repeating: "{\n", count: 24_000))
        try folder.put("dumps/2.jsonl", String(repeating: "{\n", count: 100) + good.replacing("Ann", with: "Jo"))
        let tally = try Reader(nil).read(Inputs.under([folder.path("dumps")]), into: store)
        #expect(tally.added == 2)
        #expect((20_000...20_200).contains(tally.refused))
        let last = try #require(try store.refusals().first { $0.path == folder.path("dumps/1.jsonl") })
        #expect(last.reason.hasPrefix("20000 records in a row were refused; the rest of the file is not read."))
    }
}
