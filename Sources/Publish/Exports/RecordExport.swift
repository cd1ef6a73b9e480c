import DemarcheRecords
package import DemarcheStore

/// Writes a record as lines: JSON Lines of the exchange format, article by article, so that memory holds one at a time.
package struct RecordExport: Sendable {
    package init() {}

    /// Hands over every line without its line feed: the run, then each current or superseded article with its statements,
    /// warnings, positions, events and claims, by name. The same record gives the same bytes.
    package func lines(of store: RecordStore, _ take: (String) -> Void) throws(RecordError) {
        let articles = try store.articleIDs()
        take(ExchangeLines.run(articles: articles.count, refused: try store.refusals()).line)
        for id in articles {
            guard let stored = try store.article(id: id) else { continue }
            let lines = ExchangeLines(stored.article)
            take(lines.articleLine().line)
            var filter = StatementFilter()
            filter.article = stored.article.id
            filter.currentOnly = false
            for found in try store.statements(filter) { take(lines.line(found.statement).line) }
            for found in try store.entries(Warning.self, filter) { take(lines.line(found.entry).line) }
            for found in try store.entries(Position.self, filter) { take(lines.line(found.entry).line) }
            for found in try store.entries(PoliticalEvent.self, filter) { take(lines.line(found.entry).line) }
            for found in try store.entries(Claim.self, filter) { take(lines.line(found.entry).line) }
        }
    }
}
