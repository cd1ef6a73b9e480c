import DemarcheRecords
import DemarcheSourceText

/// An article in the making: paragraphs one after another, then their entries anchored to the text that has come about.
struct GrownArticle {
    private let number: Int
    private let recipe: GrownRecipe
    private let changes: NameChange
    private var text = ""
    private var blocks: [Block] = []
    private var paragraphs: [(base: BaseParagraph, shift: Int)] = []

    init(number: Int, recipe: GrownRecipe, changes: NameChange) {
        self.number = number
        self.recipe = recipe
        self.changes = changes
    }

    mutating func begin(_ headline: String) {
        guard !headline.isEmpty else { return }
        append(.headline, changes.changed(headline))
    }

    mutating func append(_ paragraph: BaseParagraph) {
        paragraphs.append((paragraph, text.utf8.count - paragraph.start))
        append(.paragraph, changes.changed(paragraph.text))
    }

    private mutating func append(_ kind: Block.Kind, _ words: String) {
        let start = text.utf8.count
        text += words
        blocks.append(Block(kind, TextSpan(start, text.utf8.count)))
        text += "\n\n"
    }

    var source: LinkSource {
        let text = SourceText(text)
        let sha256 = Identifier.sha256("\(number)\n\(text.string)".utf8)
        let article = Article(
            id: Identifier.article(sha256: sha256),
            source: Source(path: "grown/\(number)", mediaType: .plain, sha256: sha256, charset: "UTF-8"),
            metadata: metadata, text: text, blocks: blocks)
        var findings = Findings()
        for (base, shift) in paragraphs {
            var anchor = MovedEntries(article: article, shift: shift, changes: changes)
            anchor.move(base, into: &findings)
        }
        return LinkSource(article, findings)
    }

    private var metadata: Metadata {
        let day = CalendarDay(2015, 1, 1).map { CalendarDay(number: $0.number + recipe.day).date }
        let date = day.flatMap { day in
            RecordedDate(iso: "\(day.year)-\(Self.two(day.month))-\(Self.two(day.day))", basis: .metadata)
        }
        let name = "Outlet \(recipe.outlet)"
        return Metadata(
            url: "https://outlet\(recipe.outlet).example/\(number)",
            outlet: Outlet(
                name: name, domain: "outlet\(recipe.outlet).example", kind: recipe.outlet < 4 ? .agency : .newspaper),
            headline: blocks.first.flatMap { $0.kind == .headline ? String(SourceText(text)[$0.span]) : nil },
            published: date, language: "en", agencies: recipe.credit.map { ["Outlet \($0)"] } ?? [])
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
