package import DemarcheAnnotate
package import DemarcheRecords
import DemarcheSourceText

/// What was found in one article.
package struct Findings: Sendable {
    /// In the order of their content.
    package var statements: [ReportedStatement]

    package init(statements: [ReportedStatement]) { self.statements = statements }
}

/// Finds who said what in an annotated article; loaded once and shared, a pure function of the article.
///
/// The patterns are asked in turn for every quotation; the first that fits has it. What none claims and yet reads as
/// speech is kept without a speaker.
package struct Extract: Sendable {
    private let lexicon: Lexicon
    private let kinds: WordKinds.Table
    private let patterns: [any QuotationPattern] = [CueBehindQuotation(), AccordingTo(), CueBeforeQuotation()]

    package init(lexicon: Lexicon = .english) {
        self.lexicon = lexicon
        kinds = WordKinds.Table(lexicon)
    }

    /// The statements of the article. Time grows linearly with the text, and within a sentence with the square of its
    /// length, which ``Passage`` bounds.
    package func findings(in annotated: AnnotatedArticle) -> Findings {
        let passages = PassageBuilder(annotated: annotated, kinds: kinds).passages()
        let clauses = passages.enumerated().map { index, passage in
            Clauses(passage: passage, passageIndex: index, quotations: annotated.quotations, lexicon: lexicon)
        }
        guard !annotated.quotations.isEmpty || clauses.contains(where: { $0.elements.last?.lower == ":" }) else {
            return Findings(statements: [])
        }
        let attributions = attributions(clauses)
        return Findings(statements: statements(attributions, clauses, annotated))
    }

    private func attributions(_ clauses: [Clauses]) -> [Attribution] {
        let readable = clauses.filter {
            [.paragraph, .quotation, .opinion, .standfirst].contains($0.passage.block.kind)
        }
        var used: Set<Int> = []
        var found: [Attribution] = []
        func take(_ attribution: Attribution) {
            found.append(attribution)
            used.formUnion(attribution.quotations)
        }
        for (index, clause) in readable.enumerated() where clause.passage.inside == nil {
            let following = readable[(index + 1)...].prefix(8).filter { $0.passage.inside == nil }.map(\.passage)
            if let block = BlockQuotation().attribution(clause, followedBy: following[...]) { take(block) }
        }
        for patterns in [patterns, [UnattributedQuotation()]] {
            for clause in readable {
                for index in clause.elements.indices {
                    guard let quotation = clause.elements[index].quotation, !used.contains(quotation) else { continue }
                    if let attribution = patterns.lazy.compactMap({ $0.attribution(ofQuotationAt: index, in: clause) })
                        .first
                    {
                        take(withUnused(attribution, used))
                    }
                }
            }
        }
        return found.sorted { ($0.content.first ?? .init(0, 0)) < ($1.content.first ?? .init(0, 0)) }
    }

    /// The attribution without quotations that another one has already.
    private func withUnused(_ attribution: Attribution, _ used: Set<Int>) -> Attribution {
        var attribution = attribution
        attribution.quotations.removeAll(where: used.contains)
        return attribution
    }

    private func statements(
        _ attributions: [Attribution], _ clauses: [Clauses], _ annotated: AnnotatedArticle
    ) -> [ReportedStatement] {
        let outermost = clauses.filter { $0.passage.inside == nil }
        var resolver = SpeakerResolver(
            text: annotated.article.text, lexicon: lexicon, paragraphStarts: outermost.map(\.passage.block.span.start),
            people: People(outermost))
        var statements: [(statement: ReportedStatement, quotations: [Int])] = []
        for attribution in attributions where !attribution.content.isEmpty {
            let inside = clauses[attribution.passage].passage.inside
            let outer = statements.first { inside.map($0.quotations.contains) ?? false }?.statement
            statements.append((statement(attribution, outer, &resolver, annotated.article), attribution.quotations))
        }
        return statements.map(\.statement)
    }

    private func statement(
        _ attribution: Attribution, _ outer: ReportedStatement?, _ resolver: inout SpeakerResolver, _ article: Article
    ) -> ReportedStatement {
        let (speaker, notes) = resolver.speaker(attribution.source)
        let cue = attribution.cue.map {
            Cue(lemma: $0.lemma, act: $0.act, evidence: Evidence($0.span, in: article.text))
        }
        var via = attribution.via.compactMap { carrier($0, resolver, article) }
        if let outer, via.isEmpty, let name = outer.speaker.name, outer.speaker.kind == .organisation {
            via = carrier(named: name, outer.speaker.mention).map { [$0] } ?? []
        }
        return ReportedStatement(
            article: article.id, speaker: speaker, cue: cue,
            content: attribution.content.map { Evidence($0, in: article.text) }, directness: attribution.directness,
            via: via, polarity: attribution.cue?.isNegated == true ? .negated : .affirmed, inside: outer?.id,
            notes: attribution.notes + notes, rule: attribution.rule)
    }

    private func carrier(_ phrase: SourcePhrase, _ resolver: SpeakerResolver, _ article: Article) -> Carrier? {
        carrier(named: String(article.text[phrase.name]), Evidence(phrase.name, in: article.text))
    }

    private func carrier(named name: String, _ evidence: Evidence?) -> Carrier? {
        let key = name.lowercased().replacing("’", with: "'")
        let kind = lexicon.carriers[key] ?? lexicon.carriers["the " + key]
        return Carrier(name: name, kind: kind ?? .outlet, evidence: evidence)
    }
}
