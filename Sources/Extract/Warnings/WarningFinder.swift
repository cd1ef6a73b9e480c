import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Finds conditional warnings: trigger, consequence and force.
///
/// Every word is shown to the constructions in turn; the first that finds itself there has it. Where two give the same
/// consequence or the same trigger, the one that the order below names first is kept.
struct WarningFinder {
    private let passage: Passage
    private let constructions: [any WarningConstruction] = [
        ConditionalClause(), InvertedCondition(), ImperativeCondition(), Alternative(), Reception(), NominalCondition(),
        WarnedOf(),
        ThreatenedGroup(), CausalSubject(),
    ]

    init(_ passage: Passage) { self.passage = passage }

    /// In the order of the text.
    func warnings() -> [Warning] {
        passage.clauses.flatMap(warnings).sorted { $0.trigger.evidence.span < $1.trigger.evidence.span }
    }

    private func warnings(in clauses: Clauses) -> [Warning] {
        var kept: [Int: [WarningDraft]] = [:]
        for construction in constructions + [Sequel(passage: passage.clauses)] {
            for draft in clauses.tree.indices.lazy.flatMap({ construction.drafts(at: $0, in: clauses) }) {
                let sentence = clauses.tree.sentence(draft.consequence.head).lowerBound
                if kept[sentence, default: []].contains(where: { Self.overlap($0, draft) }) { continue }
                kept[sentence, default: []].append(draft)
            }
        }
        return kept.keys.sorted().flatMap { kept[$0] ?? [] }.compactMap { warning($0, clauses) }
    }

    /// Two consequences from one trigger are one too many, but where the second stands in a sentence of its own.
    private static func overlap(_ one: WarningDraft, _ other: WarningDraft) -> Bool {
        one.consequence.words.overlaps(other.consequence.words)
            || one.trigger.words == other.trigger.words && other.rule != Sequel.name
    }

    private func warning(_ draft: WarningDraft, _ clauses: Clauses) -> Warning? {
        guard draft.trigger.block != nil || !draft.trigger.words.overlaps(draft.consequence.words) else { return nil }
        guard draft.consequence.words.contains(where: { clauses.tree.isTelling($0) }) else { return nil }
        let statement = passage.statement(holding: clauses.tree.span(draft.consequence.words))
        if statement?.polarity == .negated || statement == nil && isAbility(draft, clauses) { return nil }
        let issuer = statement?.speaker ?? draft.issuer.map { passage.party($0, in: clauses) }
        return Warning(
            article: passage.article.id, kind: WarningKind(clauses, issuer: issuer).kind(of: draft),
            trigger: part(draft.trigger, draft.trigger.block.map { passage.clauses[$0] } ?? clauses),
            consequence: part(draft.consequence, clauses),
            force: draft.force.force, forceWords: forceWords(draft.force, clauses), issuer: issuer,
            statement: statement?.id, rule: draft.rule)
    }

    /// `Visitors can see the fort if it is open`, in the outlet's own words.
    private func isAbility(_ draft: WarningDraft, _ clauses: Clauses) -> Bool {
        guard let word = draft.force.words.first, clauses.tree.lower(word) == "can" else { return false }
        return draft.consequence.agent.map { clauses.tree.classes[$0] != .properNoun } ?? true
    }

    private func forceWords(_ force: ForceReading, _ clauses: Clauses) -> [Evidence] {
        force.words.map { passage.evidence($0..<$0 + 1, in: clauses) }
    }

    private func part(_ part: WarningDraft.Part, _ clauses: Clauses) -> Warning.Part {
        let tree = clauses.tree
        let agent = part.agent.flatMap { agent -> Evidence? in
            [.expl, .csubj].contains(tree.relations[agent])
                ? nil : passage.evidence(tree.nounPhrase(agent), in: clauses)
        }
        let place = part.words.first { tree.isPlace($0) && tree.isBelow($0, part.head) }
        return Warning.Part(
            passage.evidence(part.words, in: clauses), action: action(part.head, tree), agent: agent,
            place: place.map { passage.evidence(tree.nounPhrase($0), in: clauses) })
    }

    /// The lemma of the deed; of a state the word for the state: *unavoidable*.
    private func action(_ head: Int, _ tree: Tree) -> String {
        guard tree.lemma(head) == "be", let state = tree.child(head, .acomp) ?? tree.child(head, .attr) else {
            return tree.lemma(head)
        }
        return tree.lemma(state)
    }
}

extension Tree {
    /// A word that says something by itself: neither an auxiliary nor a pronoun.
    fileprivate func isTelling(_ index: Int) -> Bool {
        [.noun, .properNoun, .adjective, .verb, .adverb].contains(classes[index]) && lemma(index) != "be"
    }

    /// The name of a place behind a preposition of place.
    fileprivate func isPlace(_ index: Int) -> Bool {
        relations[index] == .pobj && ["GPE", "LOC", "FAC"].contains(entity(index))
            && ["in", "at", "on", "to", "into", "near", "across", "inside", "outside", "over"].contains(
                lower(heads[index]))
    }
}
