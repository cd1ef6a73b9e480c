package import DemarcheRecords
internal import GRDB

extension RecordStore {
    /// The edges of one article that stand in many of its outlet.
    package struct RecurringEdges: Sendable {
        package let article: String
        package let edges: [EdgeParagraph]
        /// The blocks that are marked so far.
        package let marked: [Int]
    }

    /// The articles whose edges stand in at least `articles` otherwise different ones of their outlet, or that are marked
    /// so far, in the order of their names. Copies and versions of one article count once: they have their longest
    /// paragraph in common. Costs one pass over the index of edges, six an article.
    package func recurringEdges(in articles: Int) throws(RecordError) -> [RecurringEdges] {
        try read { db in
            let sql = """
                WITH recurring AS (SELECT paragraph FROM edge GROUP BY paragraph HAVING count(DISTINCT core) >= ?)
                SELECT id, recurring, block, before, behind, paragraph FROM article
                LEFT JOIN (SELECT * FROM edge WHERE paragraph IN recurring) ON articleRow = row
                WHERE recurring IS NOT NULL OR block IS NOT NULL ORDER BY id, block
                """
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [articles])
            var found: [RecurringEdges] = []
            while let row = try rows.next() {
                let edge = (row["block"] as Int?).map {
                    EdgeParagraph(block: $0, before: row["before"], behind: row["behind"], digest: row["paragraph"])
                }
                let sofar = found.last?.article == row["id"] ? found.removeLast().edges : []
                found.append(
                    RecurringEdges(
                        article: row["id"], edges: sofar + (edge.map { [$0] } ?? []),
                        marked: try StoredJSON.blocks(row["recurring"])))
            }
            return found
        }
    }
}
