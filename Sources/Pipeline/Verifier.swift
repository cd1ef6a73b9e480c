import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
package import DemarcheStore

/// What `verify` looked at and what does not hold.
package struct Verification: Sendable {
    package var articles = 0
    package var evidence = 0
    /// One sentence a violation, which names the entry.
    package var violations: [String] = []
}

/// Proves a record offline: the stored bytes against their SHA-256, the text against what reading the bytes gives, and
/// every span of evidence against the text.
package struct Verifier: Sendable {
    package init() {}

    package func verify(_ store: RecordStore) throws(RecordError) -> Verification {
        var verification = Verification()
        for id in try store.articleIDs() {
            guard let stored = try store.article(id: id) else { continue }
            verification.articles += 1
            try verifyBytes(stored.article, store, &verification)
            try verifyEvidence(stored.article, store, &verification)
        }
        return verification
    }

    private func verifyBytes(
        _ article: Article, _ store: RecordStore, _ verification: inout Verification
    ) throws(RecordError) {
        guard let bytes = try store.bytes(sha256: article.source.sha256) else {
            verification.violations.append("\(article.id): its bytes are missing")
            return
        }
        if Identifier.sha256(bytes) != article.source.sha256 {
            verification.violations.append("\(article.id): its bytes do not have the SHA-256 \(article.source.sha256)")
        }
        let document = Document(path: article.source.path, mediaType: article.source.mediaType, bytes: bytes)
        let again = try? Ingest().article(document)
        if again?.text != article.text {
            verification.violations.append("\(article.id): its text is not what its bytes give")
        }
    }

    private func verifyEvidence(
        _ article: Article, _ store: RecordStore, _ verification: inout Verification
    ) throws(RecordError) {
        var filter = StatementFilter()
        filter.article = article.id
        filter.currentOnly = false
        for stored in try store.statements(filter) { verify(stored.statement, article, &verification) }
        for stored in try store.entries(Warning.self, filter) { verify(stored.entry, article, &verification) }
        for stored in try store.entries(Position.self, filter) { verify(stored.entry, article, &verification) }
        for stored in try store.entries(PoliticalEvent.self, filter) { verify(stored.entry, article, &verification) }
        for stored in try store.entries(Claim.self, filter) { verify(stored.entry, article, &verification) }
        for block in article.blocks where !article.text.holds(block.span) {
            verification.violations.append("\(article.id): a \(block.kind.rawValue) block lies outside the text")
        }
    }

    private func verify(_ entry: some RecordEntry, _ article: Article, _ verification: inout Verification) {
        for evidence in entry.evidence {
            verification.evidence += 1
            guard !evidence.holds(in: article.text) else { continue }
            verification.violations.append(
                "\(entry.id) in \(article.id): “\(evidence.exact)” does not stand at \(evidence.span.start)–\(evidence.span.end)"
            )
        }
    }
}
