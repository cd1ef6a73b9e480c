import DemarcheAnnotate
import DemarcheRecords

/// The date of an event, from the expression of time that belongs to it in its clause.
///
/// - What depends on the words that name it: `shelled the port on Tuesday`, `Tuesday’s raid`, `signed a treaty in 1911`. A year in
///   front of an object is the object's: `broke the 1911 treaty`.
/// - What the parser hangs on a noun of the same clause that is no event: `shelled the port of Elbe on Tuesday`.
/// - What is said of a verb that only says that it begins, goes on or takes place: `began to shell the port on Tuesday`,
///   `talks took place in May`; and of the verb that a participle or a second verb goes on with: `shelled the port on
///   Tuesday, killing nine`, `On Tuesday rebels shelled the port and burned the mill`.
///
/// Only *on*, *in*, *at*, *during*, *over*, *throughout*, *for* and *of* date an event; `until Friday`, `since May`, `after the
/// war` do not say when it is. An expression that belongs to a verb of speech dates the speech: `said on Tuesday that rebels had
/// shelled the port`.
struct EventDate: Sendable {
    let status: EventStatus
    private var clauses: Clauses { status.clauses }
    private var tree: Tree { clauses.tree }

    func date(of frame: EventFrame) -> RecordedDate? {
        guard hasTime(tree.sentence(frame.governor)) else { return nil }
        return date(at: tokens(below: frame.governor, Self.modifiers))
            ?? date(at: tokens(below: frame.head, Self.modifiers))
            ?? frame.object.flatMap { date(at: tokens(below: $0, [])) }
            ?? date(at: nouns(below: frame.governor, steps: 3).flatMap { tokens(below: $0, []) })
            ?? around(frame)
    }

    // MARK: Expressions

    private func hasTime(_ sentence: Range<Int>) -> Bool {
        status.passage.annotated.times.expressions(inBlock: clauses.number).contains {
            $0.tokens.overlaps(sentence)
        }
    }

    private func date(at tokens: [Int]) -> RecordedDate? { tokens.lazy.compactMap { date(at: $0) }.first }

    private func date(at token: Int) -> RecordedDate? {
        let times = status.passage.annotated.times
        guard let expression = times.expression(at: token, inBlock: clauses.number), expression.kind != .duration,
            expression.period.map({ $0.unit <= .year }) == true
        else { return nil }
        return times.recorded(expression, in: status.passage.article)
    }

    private static let modifiers: Set<Relation> = [.npadvmod, .advmod, .nmod, .compound, .poss]
    private static let prepositions: Set<String> = [
        "on", "in", "at", "during", "over", "throughout", "for", "of", "early", "late",
    ]

    /// The words that may be a time and depend on the head.
    private func tokens(below head: Int, _ modifiers: Set<Relation>) -> [Int] {
        tree.children(head).flatMap { child -> [Int] in
            if modifiers.contains(tree.relations[child]) { return [child] }
            guard tree.relations[child] == .prep, Self.prepositions.contains(tree.lower(child)) else { return [] }
            return tree.children(child).filter { tree.relations[$0] == .pobj }
        }
    }

    /// The nouns of the clause below a word that are no events themselves.
    private func nouns(below head: Int, steps: Int) -> [Int] {
        guard steps > 0 else { return [] }
        return tree.children(head).flatMap { child -> [Int] in
            switch tree.relations[child] {
            case .prep, .dative, .agent: nouns(below: child, steps: steps)
            case .dobj,
                .pobj where EventLexicon.english.nouns[tree.lemma(child)] == nil:
                [child] + nouns(below: child, steps: steps - 1)
            default: []
            }
        }
    }

    // MARK: The verb that it goes with

    private func around(_ frame: EventFrame) -> RecordedDate? {
        let (word, verb) = (frame.governor, tree.heads[frame.governor])
        guard verb != word, status.isPredicate(verb), clauses.verbCue(verb)?.isSpeech != true || !tree.isVerb(word)
        else {
            return nil
        }
        let tokens = tokens(below: verb, [.npadvmod, .advmod])
        switch tree.relations[word] {
        case .nsubj, .nsubjpass: return takesPlace(verb) ? date(at: tokens) : nil
        case .xcomp: return Self.phases.contains(tree.lemma(verb)) ? date(at: tokens) : nil
        case .conj where tree.isVerb(word): return date(at: tokens.filter { isInitial($0, verb) })
        case .advcl: return isParticiple(word) ? date(at: tokens) : nil
        default: return nil
        }
    }

    private static let phases: Set<String> = ["begin", "start", "continue", "resume", "keep", "manage"]

    private func takesPlace(_ verb: Int) -> Bool {
        let key = status.key(verb)
        return status.table.existence.contains(key) && key != "follow"
    }

    /// Whether a time stands in front of the verb and its subject, and so holds for what is joined to the verb.
    private func isInitial(_ token: Int, _ verb: Int) -> Bool {
        let subject = tree.child(verb, .nsubj) ?? tree.child(verb, .nsubjpass) ?? verb
        return token < min(subject, verb)
    }

    private func isParticiple(_ verb: Int) -> Bool {
        tree.tag(verb) == "VBG" && !tree.has(verb, .mark) && !tree.has(verb, .aux)
            && !tree.children(verb).contains { $0 < verb && tree.relations[$0] == .prep }
    }
}
