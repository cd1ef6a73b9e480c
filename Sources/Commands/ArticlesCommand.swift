import ArgumentParser
import DemarchePublish
import DemarcheRecords
import DemarcheSourceText
import DemarcheStore

struct ArticlesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "articles",
        abstract: "Lists what was read, and what was refused and why.",
        discussion: """
            demarche articles
            demarche articles --format csv > articles.csv
            """)

    @OptionGroup var record: RecordOptions

    @Option(help: "table, json, jsonl or csv.")
    var format: ListFormat = .table

    func run() throws {
        let store = try record.open()
        let articles = try store.articles()
        let refusals = try store.refusals()
        listing(articles.map(row) + refusals.map(row)).print(as: format)
        if articles.isEmpty && refusals.isEmpty {
            Standard.error("demarche: nothing was read into \(store.path) yet")
            throw ExitStatus.nothingFound
        }
    }

    private static let fields = [
        "article", "published", "outlet", "words", "blocks", "boilerplate", "statements", "state", "headline", "path",
        "url", "language",
    ]

    private func row(_ stored: StoredArticle) -> [String] {
        let article = stored.article
        let words = article.blocks.filter { $0.kind != .boilerplate }.reduce(0) { sum, block in
            sum + article.text[block.span].split(whereSeparator: \.isWhitespace).count
        }
        let boilerplate = article.blocks.count { $0.kind == .boilerplate }
        return [
            article.id, article.metadata.published?.common ?? "",
            article.metadata.outlet.flatMap { $0.name ?? $0.domain } ?? "", "\(words)", "\(article.blocks.count)",
            "\(boilerplate)", stored.statementCount.map(String.init) ?? "", stored.isCurrent ? "read" : "superseded",
            article.metadata.headline ?? "", article.source.place, article.metadata.url ?? "",
            article.metadata.language ?? "",
        ]
    }

    private func row(_ refusal: Refusal) -> [String] {
        ["", "", "", "", "", "", "", "refused: \(refusal.reason)", "", refusal.path, "", ""]
    }

    /// `(de) ` in front of what is not in English, and so not looked into.
    private static func language(_ code: String) -> String {
        code.isEmpty || Metadata(language: code).isEnglish ? "" : "(\(code)) "
    }

    private func listing(_ rows: [[String]]) -> Listing {
        let columns = [
            ("ARTICLE", 10), ("DATE", 10), ("OUTLET", 22), ("WORDS", 6), ("BLOCKS", 6),
            ("STATEMENTS", 10), ("WHAT", 0),
        ]
        let table = rows.map { row in
            let what =
                row[7].hasPrefix("refused")
                ? "\(row[9]) \(row[7])"
                : (row[7] == "read" ? "" : "(superseded) ") + Self.language(row[11])
                    + (row[8].isEmpty ? row[9] : row[8])
            return [
                String(row[0].prefix(10)), row[1].isEmpty ? "–" : row[1], row[2].isEmpty ? "–" : row[2], row[3], row[4],
                row[6].isEmpty ? "–" : row[6], what,
            ]
        }
        let objects = rows.map { row in
            OrderedJSON.object(
                zip(Self.fields, row).map { ($0, $1.isEmpty ? nil : Int($1).map(OrderedJSON.integer) ?? .string($1)) })
        }
        return Listing(
            table: Table(columns: columns.map { .init(title: $0, most: $1) }, rows: table), header: Self.fields,
            records: rows,
            objects: objects)
    }
}
