import DemarcheRecords
package import DemarcheStore

/// Writes a record as lines: JSON Lines of the exchange format, article by article, so that memory holds one at a time.
package struct RecordExport: Sendable {
    package init() {}

    /// Hands over every line without its line feed: the run, then each current or superseded article with its statements,
    /// warnings, positions, events and claims, by name, then what connects articles, type by type. The same record gives the
    /// same bytes.
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
        try links(of: store, take)
    }

    private func links(of store: RecordStore, _ take: (String) -> Void) throws(RecordError) {
        for party in try store.links(Party.self) {
            take(ExchangeLines.line(party, articles: try store.articles(of: party.id)).line)
        }
        for utterance in try store.links(Utterance.self) { take(ExchangeLines.line(utterance).line) }
        for duplicate in try store.links(Duplicate.self) { take(ExchangeLines.line(duplicate).line) }
        for proposal in try store.links(LinkedProposal.self) {
            take(ExchangeLines.line(proposal, articles: try store.articles(of: proposal.id)).line)
        }
        for story in try store.links(Story.self) { take(ExchangeLines.line(story).line) }
        for episode in try store.links(Episode.self) { take(ExchangeLines.line(episode).line) }
        for series in try store.links(Series.self) {
            take(ExchangeLines.line(series, articles: try store.articles(of: series.id)).line)
        }
        for contradiction in try store.links(Contradiction.self) {
            take(ExchangeLines.line(contradiction, articles: try store.articles(of: contradiction.id)).line)
        }
    }
}
