import DemarcheRecords
import DemarcheStore
import Foundation
import GRDB
import Testing

/// The full-text index against the articles that it follows.
@Suite struct TextIndexTests {
    private let folder: TemporaryFolder
    private let path: String
    private let store: RecordStore
    private let article = Sample("Envoys part\n“No,” said Ann Example, the envoy.").saying("No,", by: "Ann Example")

    init() throws {
        folder = try TemporaryFolder()
        path = folder.url.appending(path: "a.demarche").path
        store = try RecordStore(path: path, creating: true)
    }

    private func database(_ sql: String) throws { try DatabaseQueue(path: path).write { try $0.execute(sql: sql) } }
    private func count(_ sql: String) throws -> Int? {
        try DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: sql) }
    }

    @Test func indexesWhatAKilledRunLeftWaiting() throws {
        try store.keep(article)
        #expect(try count("SELECT count(*) FROM unindexed") == 1)
        #expect(try RecordStore(path: path).search("envoys").count == 1)
        #expect(try count("SELECT count(*) FROM unindexed") == 0)
    }

    @Test func indexesMoreThanOneBatch() throws {
        for number in 0...RecordStore.indexBatch { try store.keep(Sample("Envoys part \(number)", path: "\(number)")) }
        try store.indexText()
        #expect(try count("SELECT count(*) FROM unindexed") == 0)
        #expect(try store.search("envoys", limit: 1000).count == RecordStore.indexBatch + 1)
    }

    @Test(arguments: [true, false])
    func followsAnArticleThatANewerProgramReadsAnew(wasIndexed: Bool) throws {
        try store.keep(article)
        if wasIndexed { try store.indexText() }
        try database("UPDATE article SET readBy = 'demarche 0.0.1'")
        #expect(try !store.recognize(sha256: article.article.source.sha256, at: "a.txt"))
        var anew = article
        anew.article.metadata.headline = "Delegates leave"
        #expect(try store.keep(anew) == .readAnew)
        #expect(try store.statements().map(\.statement) == article.statements)
        #expect(try store.search("delegates").count == 1)
        try database("INSERT INTO articleText (articleText, rank) VALUES ('integrity-check', 1)")
    }

    @Test func keepsBytesThatAreTheTextOnce() throws {
        try store.keep(article)
        let page = Array("<p>Envoys part".utf8)
        var html = Sample("Envoys part", path: "b.html").article
        html.source.sha256 = Identifier.sha256(page)
        html.id = Identifier.article(sha256: html.source.sha256)
        _ = try store.keep(html, bytes: page, findings: Findings())
        #expect(try count("SELECT count(*) FROM article WHERE bytes IS NULL") == 1)
        #expect(try store.bytes(sha256: article.article.source.sha256) == article.bytes)
        #expect(try store.bytes(sha256: html.source.sha256) == page)
    }
}
