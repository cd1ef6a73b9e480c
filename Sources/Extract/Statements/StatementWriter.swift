import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Writes drafts down as statements: evidence, directness, speakers, and what is nested in what.
struct StatementWriter {
    private let clauses: [Clauses]
    private let annotated: AnnotatedArticle
    private let index: QuotationIndex
    private let lexicon: Lexicon
    private var text: SourceText { annotated.article.text }

    init(_ clauses: [Clauses], _ annotated: AnnotatedArticle, _ index: QuotationIndex, _ lexicon: Lexicon) {
        self.clauses = clauses
        self.annotated = annotated
        self.index = index
        self.lexicon = lexicon
    }

    /// The statements, and who is who in the article.
    func statements(_ drafts: [Draft]) -> ([ReportedStatement], SpeakerResolver) {
        var resolver = SpeakerResolver(clauses, text, lexicon)
        var statements: [ReportedStatement] = []
        var open: [ReportedStatement] = []
        for draft in drafts {
            let place =
                draft.cue.map { clauses[draft.block].tree.span($0.head) } ?? draft.content.first ?? TextSpan(0, 0)
            open.removeAll { $0.contentSpan.end + Self.reach < draft.start }
            let outer = open.last { Nesting.holds($0.content.map(\.span), place) }
            if outer?.directness == .direct, isFirstPerson(draft) { continue }
            let statement = statement(draft, inside: outer, &resolver)
            if outer?.directness == .direct, statement.speaker.naming == .absent { continue }
            statements.append(statement)
            open.append(statement)
        }
        return (statements, resolver)
    }

    /// How far in front of its content a cue may stand, in bytes; further back no statement is looked for that holds it.
    private static let reach = 4096

    /// What one who is quoted says of himself is the quotation.
    private func isFirstPerson(_ draft: Draft) -> Bool {
        draft.source.map(clauses[draft.block].isFirstPerson) ?? false
    }

    private func statement(
        _ draft: Draft, inside outer: ReportedStatement?, _ resolver: inout SpeakerResolver
    ) -> ReportedStatement {
        let (speaker, notes) = resolver.speaker(draft, outer: outer?.speaker)
        let tree = clauses[draft.block].tree
        let cue = draft.cue.map {
            Cue(lemma: $0.lemma, act: $0.act, evidence: Evidence(tree.span($0.tokens), in: text))
        }
        return ReportedStatement(
            article: annotated.article.id, speaker: speaker, cue: cue,
            content: draft.content.map { Evidence($0, in: text) }, directness: directness(draft),
            via: Chain(clauses: clauses[draft.block]).carriers(of: draft, by: speaker, inside: outer),
            polarity: draft.cue?.isNegated == true ? .negated : .affirmed, inside: outer?.id,
            occasion: Occasions(clauses: clauses[draft.block]).occasion(of: draft),
            said: SpeechDates(clauses: clauses[draft.block], annotated: annotated).date(of: draft),
            confidence: Int((draft.confidence * 100).rounded()), notes: draft.notes + insertions(draft) + notes,
            rule: draft.rule)
    }

    /// Words in square brackets inside a quotation are the editor's: noted as not spoken.
    private func insertions(_ draft: Draft) -> [String] {
        let quoted = index.touching(draft.content).flatMap { annotated.quotations[$0].pieces }
        return draft.content.flatMap { span in
            quoted.filter { $0.start < span.end && span.start < $0.end }.flatMap { piece in
                Self.bracketed(text[TextSpan(max(piece.start, span.start), min(piece.end, span.end))])
            }
        }.map { "not spoken: \($0)" }
    }

    private static func bracketed(_ words: Substring) -> [String] {
        var found: [String] = []
        var rest = words
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            if rest[open...close].contains(where: \.isLetter) { found.append(String(rest[open...close])) }
            rest = rest[rest.index(after: close)...]
        }
        return found
    }

    /// *Direct* when all words stand in quotation marks, *mixed* when some do; inside a quotation, in marks within it.
    private func directness(_ draft: Draft) -> ReportedStatement.Directness {
        let level = draft.cue.flatMap { clauses[draft.block].tree.quotation[$0.head] }
        let quoted =
            level.map { level in annotated.quotations.filter { $0.parent == level }.flatMap(\.outer) }
            ?? index.touching(draft.content).flatMap { annotated.quotations[$0].outer }
        let isWhole = draft.content.allSatisfy { span in
            quoted.contains { $0.start <= span.start && span.end <= $0.end }
        }
        if isWhole || draft.notes.contains(BlockQuotation.unmarked) { return .direct }
        if draft.rule == ColonHeadline.name { return .headline }
        return draft.content.contains { span in quoted.contains { $0.start < span.end && span.start < $0.end } }
            ? .mixed : .indirect
    }
}

extension Tree {
    /// The noun phrase of a head without relative clauses.
    func nounPhrase(_ head: Int) -> Range<Int> {
        var range = subtree(head)
        for child in children(head) where child > head && [.relcl, .acl, .advcl, .punct].contains(relations[child]) {
            let start = relations[child] == .punct ? child : subtree(child).lowerBound
            if start > head, start < range.upperBound, relations[child] != .punct || start == range.upperBound - 1 {
                range = range.lowerBound..<start
            }
        }
        while range.count > 1, isPunctuation(range.upperBound - 1) { range = range.lowerBound..<range.upperBound - 1 }
        while range.lowerBound < head, isPunctuation(range.lowerBound) {
            range = range.lowerBound + 1..<range.upperBound
        }
        return range
    }
}
