package import DemarcheRecords
package import DemarcheStore

extension RecordStore {
    /// Entries as lines of the exchange format, in their order. An article is read for where its words stand, once for entries
    /// of it in a row, so that memory holds one at a time.
    package func objects<Entry: TabulatedEntry>(_ found: [StoredEntry<Entry>]) throws(RecordError) -> [OrderedJSON] {
        try objects(found, in: \.entry.article) { $1.entry.object(in: $0) }
    }

    /// Statements as lines of the exchange format, at the same cost.
    package func objects(_ found: [StoredStatement]) throws(RecordError) -> [OrderedJSON] {
        try objects(found, in: \.statement.article) { $0.line($1.statement) }
    }

    private func objects<Row>(
        _ rows: [Row], in article: (Row) -> String, _ object: (ExchangeLines, Row) -> OrderedJSON
    ) throws(RecordError) -> [OrderedJSON] {
        var last: (id: String, lines: ExchangeLines)?
        var objects: [OrderedJSON] = []
        for row in rows {
            if last?.id != article(row) {
                last = try self.article(id: article(row)).map { ($0.article.id, ExchangeLines($0.article)) }
            }
            if let last { objects.append(object(last.lines, row)) }
        }
        return objects
    }
}
