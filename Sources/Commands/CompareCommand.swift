import ArgumentParser
import DemarchePublish
import DemarcheRecords
import DemarcheStore

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Shows what changed between two articles, by paragraph and word.",
        discussion: """
            demarche show a-9b8a7c6d --versions
            demarche compare a-9b8a7c6d a-17c2e4f0

            Words that are gone stand in [-…-], new ones in {+…+}. Furniture is left out.
            """)

    @Argument(help: "The ID of the older article (a-…).")
    var older: String

    @Argument(help: "The ID of the newer one.")
    var newer: String

    @OptionGroup var record: RecordOptions

    func run() throws {
        let store = try record.open()
        let comparison = ArticleComparison(from: try article(older, store), to: try article(newer, store))
        comparison.changes.forEach { print(Self.line($0)) }
        if comparison.isEmpty { Standard.error("demarche: the two say the same") }
    }

    private func article(_ id: String, _ store: RecordStore) throws -> Article {
        guard let stored = try store.article(id: id) else {
            Standard.error("demarche: no single article of \(store.path) has an ID that begins with \(id)")
            throw ExitStatus.nothingFound
        }
        return stored.article
    }

    private static func line(_ change: ArticleComparison.Change) -> String {
        switch change {
        case .unchanged(let count): Style.dim("  \(count) paragraph\(count == 1 ? "" : "s") unchanged")
        case .removed(let words): "- [-\(words.printable)-]"
        case .added(let words): "+ {+\(words.printable)+}"
        case .reworded(let pieces): "~ " + pieces.map(words).joined(separator: " ")
        }
    }

    private static func words(_ piece: ArticleComparison.Piece) -> String {
        switch piece {
        case .common(let words): words.printable
        case .removed(let words): Style.bold("[-\(words.printable)-]")
        case .added(let words): Style.bold("{+\(words.printable)+}")
        }
    }
}
