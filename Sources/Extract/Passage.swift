import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// An article with its trees, its statements and who is who in it: what the finders of warnings, positions, events and claims
/// look at. A reference, as ``Tree`` is.
final class Passage: Sendable {
    let annotated: AnnotatedArticle
    /// One for each annotated block, in order; a block's place is its ``Clauses/number``.
    let clauses: [Clauses]
    /// In the order of their content.
    let statements: [ReportedStatement]
    private let resolver: SpeakerResolver
    private let contents: ContentIndex
    var article: Article { annotated.article }
    var text: SourceText { annotated.article.text }

    init(
        _ annotated: AnnotatedArticle, _ clauses: [Clauses], _ statements: [ReportedStatement],
        _ resolver: SpeakerResolver
    ) {
        self.annotated = annotated
        self.clauses = clauses
        self.statements = statements
        self.resolver = resolver
        contents = ContentIndex(statements)
    }

    /// The innermost statement in whose content `span` begins; nil where the outlet itself speaks. Logarithmic in the number
    /// of statements.
    func statement(holding span: TextSpan) -> ReportedStatement? {
        contents.statement(at: span.start).map { statements[$0] }
    }

    /// Whoever the words with this head stand for: names made full, pronouns and offices resolved as those of sources are;
    /// `alone` without what *and* joins to it.
    func party(_ head: Int, in clauses: Clauses, alone: Bool = false) -> Speaker {
        resolver.party(head, in: clauses, alone: alone, outer: statement(holding: clauses.tree.span(head))?.speaker)
    }

    func evidence(_ tokens: Range<Int>, in clauses: Clauses) -> Evidence {
        Evidence(clauses.tree.span(tokens), in: text)
    }
}
