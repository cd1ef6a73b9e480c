package import DemarcheRecords

/// What goes into a dossier: the current versions of the articles, what they report as said, and what was not read.
package struct DossierContents: Sendable {
    package var title: String
    /// In any order; the dossier sorts by date of publication, then by id.
    package var articles: [Article]
    /// `article` of each is the id of one of ``articles``.
    package var statements: [ReportedStatement]
    package var refusals: [Refusal]
    package var warnings: [Warning] = []
    package var positions: [Position] = []
    package var events: [PoliticalEvent] = []
    package var claims: [Claim] = []
    /// By article id, what the language engine sees; an article without any shows none.
    package var sentences: [String: [SentenceNote]] = [:]
    /// The program that made the record, as in ``ProgramVersion/name``.
    package var program: String

    package init(
        title: String, articles: [Article], statements: [ReportedStatement], refusals: [Refusal], program: String
    ) {
        self.title = title
        self.articles = articles
        self.statements = statements
        self.refusals = refusals
        self.program = program
    }
}
