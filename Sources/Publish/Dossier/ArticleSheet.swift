package import DemarcheRecords
internal import Mustache

/// One article with all that was found in it, as a part of a page: the dossier's own templates, with the names of entries as
/// anchors, so that an address with one opens at its words.
package struct ArticleSheet: Sendable {
    private let library: MustacheLibrary

    /// Compiles the templates.
    package init() throws { library = try Dossier.library() }

    /// The style of the dossier and of the shared views, on which what surrounds a sheet builds.
    package static var style: String {
        String(decoding: PackageResources.style_css + PackageResources.views_css, as: UTF8.self)
    }

    /// The text with its marks, a row for each warning, position, event and claim, and the statements.
    ///
    /// Costs what the same article costs in a dossier: the length of the text, and for each block what is marked in it.
    package func html(_ article: Article, _ findings: Findings) -> String {
        library.render(TemplateValue.of(SheetView(article, findings)), withTemplate: "sheet") ?? ""
    }
}

/// What the template `sheet` shows.
private struct SheetView {
    let article: ArticleView
    let statements: [StatementView]
    let hasStatements: Bool

    init(_ article: Article, _ findings: Findings) {
        var contents = DossierContents(
            title: "", articles: [article], statements: findings.statements, refusals: [], program: "")
        contents.warnings = findings.warnings
        contents.positions = findings.positions
        contents.events = findings.events
        contents.claims = findings.claims
        let ledger = Ledger(contents)
        let marks = EntryMarks(contents, ledger, anchors: .names).byArticle[article.id] ?? []
        self.article = ArticleView(
            article, number: 1, entries: ledger.entries, marks: marks, found: FoundView(marks, FoundRows(contents)),
            sentences: [], anchors: .names)
        let directory = Directory(ledger)
        statements = ledger.entries.map { StatementView($0, ledger, directory) }
        hasStatements = !statements.isEmpty
    }
}
