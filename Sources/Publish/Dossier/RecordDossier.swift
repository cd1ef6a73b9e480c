package import DemarcheRecords
package import DemarcheStore

/// The dossier of a record: its current articles and what they say.
package struct RecordDossier: Sendable {
    package init() {}

    /// `sentences` gives what the language engine sees in an article.
    ///
    /// - Throws: ``RecordError`` when the record cannot be read; whatever `Dossier.init()` throws when a template is broken.
    package func html(
        of store: RecordStore, title: String, sentences: (Article) -> [SentenceNote] = { _ in [] }
    ) throws -> String {
        let articles = try store.articles(currentOnly: true).map(\.article)
        let statements = try store.statements().map(\.statement)
        var contents = DossierContents(
            title: title, articles: articles, statements: statements, refusals: try store.refusals(),
            program: ProgramVersion.name)
        contents.warnings = try store.entries(Warning.self).map(\.entry)
        contents.positions = try store.entries(Position.self).map(\.entry)
        contents.events = try store.entries(PoliticalEvent.self).map(\.entry)
        contents.claims = try store.entries(Claim.self).map(\.entry)
        for article in articles { contents.sentences[article.id] = sentences(article) }
        return try Dossier().html(contents) { try LinkedPart(store, $0) }
    }
}
