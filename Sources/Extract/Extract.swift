package import DemarcheAnnotate
package import DemarcheRecords
package import DemarcheSourceText

/// Finds who said what in an annotated article; loaded once and shared, a pure function of the article.
///
/// Every word is shown to the constructions in turn; the first that finds itself there has it. Then quotations are made
/// whole, what stands in the content of another statement is nested in it, and sources get their names.
package struct Extract: Sendable {
    private let lexicon: Lexicon
    private let actors: ActorDictionary?
    /// Those that begin with a word.
    private let ofWords: [any Construction] = [
        ParentheticalCue(), QuotationBehindCue(), PredicateContent(), ClauseContent(), RaisedContent(),
        InfinitiveContent(),
        PrepositionalContent(), ObjectContent(), AccordingTo(), AsClause(), WordsBeforeQuotation(), NominalCue(),
        AdjectivalCue(),
    ]
    /// Those that begin with a colon or dash.
    private let ofMarks: [any Construction] = [
        ColonHeadline(), NounBeforeColon(), ColonQuotation(), DashBehindQuotation(),
    ]

    /// What is found less surely is more often wrong than right, and is left out.
    private static let leastConfidence = 0.32

    /// - Parameter actors: The parties whose codes the user knows.
    package init(lexicon: Lexicon = .english, actors: ActorDictionary? = nil) {
        self.lexicon = lexicon
        self.actors = actors
    }

    /// The statements of the article. Time grows linearly with the text, and within a sentence with the square of its
    /// length.
    package func findings(in annotated: AnnotatedArticle) -> Findings {
        let passage = passage(annotated)
        var findings = Findings(
            statements: passage.statements, published: annotated.times.published(in: annotated.article))
        findings.warnings = WarningFinder(passage).warnings()
        findings.positions = PositionFinder(passage).positions()
        findings.events = EventFinder(passage, actors, warnings: findings.warnings).events()
        findings.claims = ClaimFinder(passage).claims()
        return findings
    }

    /// The status of the event that each of `triggers` names, whose head is the word that none of the others governs; nil
    /// where there are no words.
    package func statuses(of triggers: [TextSpan], in annotated: AnnotatedArticle) -> [PoliticalEvent.Status?] {
        let passage = passage(annotated)
        let warnings = WarningFinder(passage).warnings()
        return triggers.map { trigger in
            passage.clauses.first { $0.tree.block.block.span.overlaps(trigger) }.flatMap { clauses in
                clauses.tree.head(of: trigger).map { head in
                    WarnedStatus(warnings, clauses).status(EventStatus(passage, clauses).status(of: head), of: head)
                }
            }
        }
    }

    private func passage(_ annotated: AnnotatedArticle) -> Passage {
        let text = annotated.article.text
        let index = QuotationIndex(annotated.quotations)
        let trees = annotated.blocks.map { Tree($0, of: text, index, lexicon) }
        let names = Set(
            trees.filter { !$0.block.block.kind.isHeading }.flatMap { tree in
                tree.indices.filter { tree.classes[$0] == .properNoun }.map(tree.words)
            })
        let clauses = trees.enumerated().map { number, tree in
            Clauses(tree: tree, number: number, lexicon: lexicon, quotations: annotated.quotations, names: names)
        }
        var drafts = clauses.flatMap(drafts)
        drafts += BlockQuotation().drafts(clauses) + AttributionLine().drafts(clauses)
        drafts.removeAll { !isKept($0, clauses[$0.block]) }
        drafts = QuotedContent(clauses: clauses, index: index).completed(drafts)
        drafts = Nesting.ordered(drafts, clauses)
        let writer = StatementWriter(clauses, annotated, index, lexicon)
        let (statements, resolver) = writer.statements(drafts)
        return Passage(annotated, clauses, statements, resolver)
    }

    /// Inside a quotation only what others say is kept: that the one who is quoted thinks, wants or says so is the quotation
    /// itself.
    private func isKept(_ draft: Draft, _ clauses: Clauses) -> Bool {
        if let source = draft.source, Self.isNobody(source, clauses.tree) || clauses.isTime(source) { return false }
        guard let cue = draft.cue, clauses.tree.quotation[cue.head] != nil else { return true }
        guard let source = draft.source, cue.act != .think else { return false }
        return draft.confidence >= 0.7 && !clauses.isFirstPerson(source)
    }

    /// *Nobody*, *no minister*; but *No 10* is a house.
    private static func isNobody(_ source: Int, _ tree: Tree) -> Bool {
        if ["nobody", "none", "nothing"].contains(tree.lower(source)) { return true }
        return tree.tag(source) != "CD" && tree.child(source, .det).map { tree.lower($0) == "no" } ?? false
    }

    private func drafts(in clauses: Clauses) -> [Draft] {
        clauses.tree.indices.flatMap { index in
            (clauses.tree.isMark(index) ? ofMarks : ofWords).lazy.map { construction in
                construction.drafts(at: index, in: clauses).filter { $0.confidence >= Self.leastConfidence }
            }.first { !$0.isEmpty } ?? []
        }.compactMap { within($0, clauses) }
    }

    /// A draft whose cue stands in a quotation, with what of its content stands there too; nil when nothing does.
    private func within(_ draft: Draft, _ clauses: Clauses) -> Draft? {
        guard let cue = draft.cue, let quotation = clauses.tree.quotation[cue.head] else { return draft }
        let pieces = clauses.quotations[quotation].pieces
        var draft = draft
        draft.content = draft.content.flatMap { span in
            pieces.map { TextSpan(max($0.start, span.start), min($0.end, span.end)) }
        }.filter { $0.start < $0.end }
        return draft.content.isEmpty ? nil : draft
    }
}
