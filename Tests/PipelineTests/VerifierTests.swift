import DemarchePipeline
import DemarcheRecords
import DemarcheSourceText
import DemarcheStore
import TestSupport
import Testing

@Suite struct VerifierTests {
    private let store: RecordStore
    private let bytes = Array(
        "Envoys part in Vaduz\n\n“We will not yield,” said Ann Example, the envoy, on Thursday evening.\n".utf8)
    private let article: Article
    private let statements: [ReportedStatement]

    init() throws {
        store = try RecordStore.inMemory()
        let found = try Reader(TestModel.small()).findings(path: "a.txt", bytes: bytes)
        (article, statements) = (found.article, found.findings.statements)
    }

    /// What does not hold in a record with these parts.
    private func violations(
        _ article: Article, _ bytes: [UInt8], _ statements: [ReportedStatement]
    ) throws -> [String] {
        _ = try store.keep(article, bytes: bytes, findings: Findings(statements: statements))
        return try Verifier().verify(store).violations
    }

    @Test func findsNothingInAGoodRecord() throws {
        #expect(try violations(article, bytes, statements).isEmpty)
        let verification = try Verifier().verify(store)
        #expect(verification.articles == 1)
        #expect(verification.evidence == statements.flatMap(\.evidence).count)
        #expect(verification.evidence > 1)
    }

    @Test func findsNothingInAnEmptyRecord() throws {
        let verification = try Verifier().verify(store)
        #expect((verification.articles, verification.evidence) == (0, 0))
        #expect(verification.violations.isEmpty)
    }

    @Test func namesBytesThatAreOthers() throws {
        let found = try violations(article, bytes + [0x20], statements)
        #expect(found.contains("\(article.id): its bytes do not have the SHA-256 \(article.source.sha256)"))
    }

    @Test func namesATextThatItsBytesDoNotGive() throws {
        var forged = article
        forged.text = SourceText(article.text.string.replacing("yield", with: "fight"))
        let found = try violations(forged, bytes, statements)
        #expect(found.contains("\(article.id): its text is not what its bytes give"))
        #expect(found.contains { $0.contains("“We will not yield,” does not stand at") })
    }

    @Test func namesEvidenceThatDoesNotStandInTheText() throws {
        var forged = statements
        let other = SourceText("Envoys part in Vaduz\n\n“We will not fight,” said Ann.")
        forged[0].content = [Evidence(TextSpan(25, 43), in: other)]
        let found = try violations(article, bytes, forged)
        #expect(found == ["\(forged[0].id) in \(article.id): “\(forged[0].content[0].exact)” does not stand at 25–43"])
    }

    @Test func namesABlockOutsideTheText() throws {
        var forged = article
        forged.blocks.append(Block(.paragraph, TextSpan(article.text.utf8Count, article.text.utf8Count + 9)))
        #expect(try violations(forged, bytes, statements) == ["\(article.id): a paragraph block lies outside the text"])
    }

    @Test func looksAtSupersededVersionsToo() throws {
        var forged = article
        forged.text = SourceText(article.text.string.replacing("Thursday", with: "Wednesday"))
        _ = try store.keep(forged, bytes: bytes, findings: Findings())
        let again = Array("Envoys part in Vaduz\n\nNobody spoke to the reporters who had waited for them.\n".utf8)
        let (later, findings) = try Reader(TestModel.small()).findings(path: "a.txt", bytes: again)
        #expect(try store.keep(later, bytes: again, findings: findings) == .newVersion(2))
        #expect(try Verifier().verify(store).violations == ["\(article.id): its text is not what its bytes give"])
    }
}
