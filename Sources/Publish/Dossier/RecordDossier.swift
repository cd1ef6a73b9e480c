import DemarcheRecords
package import DemarcheStore

/// The dossier of a record: its current articles and what they say.
package struct RecordDossier: Sendable {
    package init() {}

    /// - Throws: ``RecordError`` when the record cannot be read; whatever `Dossier.init()` throws when a template is broken.
    package func html(of store: RecordStore, title: String) throws -> String {
        let articles = try store.articles(currentOnly: true).map(\.article)
        let statements = try store.statements().map(\.statement)
        let contents = DossierContents(
            title: title, articles: articles, statements: statements, refusals: try store.refusals(),
            program: ProgramVersion.name)
        return try Dossier().html(contents)
    }
}
