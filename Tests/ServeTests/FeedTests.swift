import DemarcheRecords
import DemarcheStore
import Foundation
import FoundationXML
import HTTPTypes
import Testing

@testable import DemarcheServe

@Suite struct FeedTests {
    @Test(arguments: ["/events.atom", "/search.atom?kind=warning", "/search.atom?q=pass", "/stories.atom"])
    func isWellFormedAndHasWhatAtomAsksFor(_ address: String) async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let feed = try ReadFeed(try await asking.get(address).text)
            #expect(feed.all("feed/id").count == 1 && feed.all("feed/title").count == 1)
            #expect(feed.all("feed/updated").count == 1)
            let entries = feed.all("feed/entry").count
            #expect(entries > 0)
            for name in ["id", "title", "updated", "author/name", "link", "summary"] {
                #expect(feed.all("feed/entry/\(name)").count == entries, "\(name)")
            }
            #expect(Set(feed.all("feed/entry/id")).count == entries)
            #expect(feed.all("feed/entry/id").allSatisfy { $0.hasPrefix("urn:uuid:") })
            #expect(feed.all("feed/entry/updated").allSatisfy { $0.wholeMatch(of: /\d{4}-\d\d-\d\dT00:00:00Z/) != nil })
        }
    }

    @Test func leadsToTheWordsAndIsTheSameEveryTime() async throws {
        let record = try SampleRecord()
        try await serving(record.store) { asking in
            let text = try await asking.get("/search.atom?kind=warning").text
            let (article, warning) = (record.second.article.id, record.warnings[1])
            let links = try ReadFeed(text).addresses
            #expect(links.contains("http://localhost/articles/\(article)#\(warning)"))
            #expect(links.contains("http://localhost/search.atom?kind=warning"))
            #expect(try await asking.get("/search.atom?kind=warning").text == text)
        }
    }

    @Test func leavesOutTheUndatedAndReplacesWhatXMLForbids() async throws {
        let store = try RecordStore.inMemory()
        let hostile = "\u{1}\u{FFFF}]]></title><script>alert(1)</script>&#1; \"'"
        for (path, date) in [("a.txt", "1912-03"), ("b.txt", nil)] {
            var sample = SampleArticle(
                "\(path) \(hostile)\nVenn said: shut.", path: path, outlet: hostile, published: date)
            sample.says("Venn", "shut")
            _ = try store.keep(sample.article, bytes: Array(path.utf8), findings: sample.findings)
        }
        try await serving(store) { asking in
            let feed = try ReadFeed(try await asking.get("/search.atom?kind=statement").text)
            #expect(feed.all("feed/entry/updated") == ["1912-03-01T00:00:00Z"])
            #expect(
                feed.all("feed/entry/summary").first?.contains("\u{FFFD}\u{FFFD}]]></title><script>") == true)
        }
    }

    @Test func givesWhatLiesAheadTheDayOfItsReport() async throws {
        let store = try RecordStore.inMemory()
        var sample = SampleArticle(
            "Canal\nOtto plans a canal.", path: "a.txt", outlet: "Courier", published: "1912-03-04")
        sample.findings.events = [
            PoliticalEvent(
                article: sample.article.id, plover: PLOVER(.consult, contexts: []), actors: [], recipients: [],
                status: .planned, date: RecordedDate(iso: "1939", basis: .text), statement: nil,
                trigger: sample.evidence("plans a canal"))
        ]
        _ = try store.keep(sample.article, bytes: Array("a".utf8), findings: sample.findings)
        try await serving(store) { asking in
            let feed = try ReadFeed(try await asking.get("/search.atom?kind=event").text)
            #expect(feed.all("feed/entry/updated") == ["1912-03-04T00:00:00Z"])
            #expect(try await asking.get("/search?kind=event").text.contains("1939, reported 4 March 1912"))
        }
    }

    @Test(arguments: [
        ("1962-10-22", "1962-10-22T00:00:00Z"), ("1962-10", "1962-10-01T00:00:00Z"), ("1962", "1962-01-01T00:00:00Z"),
        ("1962-10-22/1962-10-28", "1962-10-22T00:00:00Z"), ("soon", nil), (nil, nil),
    ])
    func knowsTheFirstMomentOfADate(_ date: String?, _ moment: String?) {
        #expect(FeedEntry.moment(date) == moment)
    }
}

/// A feed as a parser that mends nothing reads it: the texts of its elements by path.
private final class ReadFeed: NSObject, XMLParserDelegate {
    private(set) var addresses: [String] = []
    private var texts: [(path: String, text: String)] = []
    private var open: [(name: String, text: String)] = []

    init(_ text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        if !parser.parse() { throw try #require(parser.parserError) }
    }

    func all(_ path: String) -> [String] { texts.filter { $0.path == path }.map(\.text) }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append((name, ""))
        if let address = attributes["href"] { addresses.append(address) }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if !open.isEmpty { open[open.count - 1].text += text }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        let path = open.map(\.name).joined(separator: "/")
        if let last = open.popLast() { texts.append((path, last.text)) }
    }
}
