import DemarcheRecords
import DemarcheSourceText

/// Entries of one paragraph at another place, in a text in which it has other names.
struct MovedEntries {
    let article: Article
    /// Bytes from the old place to the new.
    let shift: Int
    let changes: NameChange
    private var names: [String: String] = [:]

    init(article: Article, shift: Int, changes: NameChange) {
        self.article = article
        self.shift = shift
        self.changes = changes
    }

    mutating func move(_ base: BaseParagraph, into findings: inout Findings) {
        let statements = base.statements.map(statement)
        names = Dictionary(zip(base.statements, statements).map { ($0.id, $1.id) }) { first, _ in first }
        findings.statements += zip(base.statements, statements).map { old, new in
            var new = new
            new.inside = old.inside.flatMap { names[$0] }
            return new
        }
        findings.warnings += base.warnings.map(warning)
        findings.positions += base.positions.map(position)
        findings.events += base.events.map(event)
        findings.claims += base.claims.map(claim)
    }

    private func evidence(_ evidence: Evidence) -> Evidence {
        Evidence(TextSpan(evidence.span.start + shift, evidence.span.end + shift), in: article.text)
    }

    private func speaker(_ speaker: Speaker) -> Speaker {
        var speaker = speaker
        speaker.name = speaker.name.map(changes.changed)
        speaker.mention = speaker.mention.map(evidence)
        speaker.office = speaker.office.map { .init(text: $0.text, evidence: evidence($0.evidence)) }
        speaker.affiliation = speaker.affiliation.map(affiliation)
        return speaker
    }

    private func affiliation(_ affiliation: Speaker.Affiliation) -> Speaker.Affiliation {
        .init(text: affiliation.text, country: affiliation.country, evidence: evidence(affiliation.evidence))
    }

    private func statement(_ old: ReportedStatement) -> ReportedStatement {
        ReportedStatement(
            article: article.id, speaker: speaker(old.speaker),
            cue: old.cue.map { Cue(lemma: $0.lemma, act: $0.act, evidence: evidence($0.evidence)) },
            content: old.content.map(evidence), directness: old.directness,
            via: old.via.map { Carrier(name: $0.name, kind: $0.kind, evidence: $0.evidence.map(evidence)) },
            polarity: old.polarity, occasion: old.occasion.map(occasion), said: said(old.said),
            confidence: old.confidence, notes: old.notes, rule: old.rule)
    }

    private func occasion(_ occasion: Occasion) -> Occasion {
        Occasion(
            place: occasion.place.map(evidence), event: occasion.event.map(evidence),
            medium: occasion.medium.map(evidence), addressee: occasion.addressee.map(evidence))
    }

    /// A known day becomes that of the article's publication.
    private func said(_ date: RecordedDate?) -> RecordedDate? { date == nil ? nil : article.metadata.published }

    private func warning(_ old: Warning) -> Warning {
        Warning(
            article: article.id, kind: old.kind, trigger: part(old.trigger), consequence: part(old.consequence),
            force: old.force, forceWords: old.forceWords.map(evidence), issuer: old.issuer.map(speaker),
            statement: old.statement.flatMap { names[$0] }, notes: old.notes, rule: old.rule)
    }

    private func part(_ part: Warning.Part) -> Warning.Part {
        Warning.Part(
            evidence(part.evidence), action: part.action, agent: part.agent.map(evidence),
            place: part.place.map(evidence))
    }

    private func position(_ old: Position) -> Position {
        Position(
            article: article.id, party: speaker(old.party), onBehalfOf: old.onBehalfOf.map(affiliation),
            proposal: .init(id: old.proposal.id, evidence: evidence(old.proposal.evidence)), stance: old.stance,
            condition: old.condition.map(evidence), statement: old.statement.flatMap { names[$0] },
            cue: evidence(old.cue), notes: old.notes, rule: old.rule)
    }

    private func event(_ old: PoliticalEvent) -> PoliticalEvent {
        PoliticalEvent(
            article: article.id, plover: old.plover, cameo: old.cameo, goldstein: old.goldstein,
            actors: old.actors.map(participant), recipients: old.recipients.map(participant), status: old.status,
            date: said(old.date), place: old.place.map(evidence), statement: old.statement.flatMap { names[$0] },
            trigger: evidence(old.trigger), notes: old.notes)
    }

    private func participant(_ old: PoliticalEvent.Participant) -> PoliticalEvent.Participant {
        .init(party: speaker(old.party), country: old.country, sector: old.sector, code: old.code)
    }

    private func claim(_ old: Claim) -> Claim {
        var attribution = old.attribution
        if case .statement(let id) = attribution { attribution = names[id].map { .statement($0) } ?? .unattributed }
        return Claim(
            article: article.id, assertion: evidence(old.assertion),
            quantities: old.quantities.map {
                .init(value: $0.value, bound: $0.bound, unit: $0.unit, evidence: evidence($0.evidence))
            }, attribution: attribution, hedge: old.hedge.map(evidence))
    }
}
