import DemarcheAnnotate
import DemarcheRecords

/// A word that names an event, with the pattern that found it and the words that the pattern holds.
struct EventFrame: Sendable {
    /// The verb, noun or adjective.
    var head: Int
    /// The word whose status is the event's: a light verb in front of its noun.
    var governor: Int
    var kind: EventKind
    /// Particles, prepositions and nouns that belong to the name of the event.
    var parts: [Int]
    /// The noun that the pattern asks for as object, which is no party to it and no event of its own.
    var object: Int?
    var isNominal = false
}

/// Finds the pattern that a word and its dependents fill: the first for which all conditions hold, the narrowest
/// first.
struct EventFrames: Sendable {
    let syntax: EventSyntax
    private var tree: Tree { syntax.tree }

    /// The event that a verb or a predicative adjective names.
    func frame(ofVerb verb: Int) -> EventFrame? {
        let objects = syntax.objects(of: verb)
        let subjects = syntax.subjects(of: verb)
        for pattern in syntax.lexicon.verbs[tree.lemma(verb)] ?? [] {
            if tree.classes[verb] == .adjective, pattern.conditions.isEmpty { continue }
            guard let filled = filled(pattern, verb, objects, subjects) else { continue }
            if pattern.isNone { return nil }
            return EventFrame(
                head: verb, governor: verb, kind: pattern.kind, parts: filled.parts, object: filled.object)
        }
        return nil
    }

    /// The event that a noun names.
    func frame(ofNoun noun: Int) -> EventFrame? {
        let (lemma, form) = (tree.lemma(noun), tree.lower(noun))
        let plural = form == lemma ? [] : syntax.lexicon.nouns[form] ?? []
        for pattern in (syntax.lexicon.nouns[lemma] ?? []) + plural {
            guard let filled = filled(pattern, noun, [], []) else { continue }
            if pattern.isNone { return nil }
            let phrases = filled.parts.flatMap { part in
                tree.relations[part] == .prep && isNarrow(pattern)
                    ? [part] + [tree.child(part, .pobj)].compactMap(\.self) : [part]
            }
            return EventFrame(
                head: noun, governor: noun, kind: pattern.kind, parts: phrases, object: nil, isNominal: true)
        }
        return nil
    }

    /// Whether the object of a preposition is a part of the name: `state of emergency`, but not `release of the hostages`.
    private func isNarrow(_ pattern: EventPattern) -> Bool {
        pattern.conditions.contains {
            if case .preposition(_, let wanted) = $0 { return !wanted.takesParties && wanted.words.count < 5 }
            return false
        }
    }

    private typealias Filled = (parts: [Int], object: Int?)

    private func filled(_ pattern: EventPattern, _ head: Int, _ objects: [Int], _ subjects: [Int]) -> Filled? {
        var filled: Filled = ([], nil)
        for condition in pattern.conditions {
            switch condition {
            case .object(let wanted):
                guard let object = objects.first(where: { syntax.isOf(wanted, $0) }) else { return nil }
                if !wanted.takesParties {
                    filled.object = object
                    filled.parts.append(object)
                }
            case .subject(let wanted):
                guard subjects.contains(where: { syntax.isOf(wanted, $0) }) else { return nil }
            case .anyObject: guard !objects.isEmpty else { return nil }
            case .noObject: guard objects.isEmpty else { return nil }
            default:
                guard let part = part(condition, head) else { return nil }
                if part != head { filled.parts.append(part) }
            }
        }
        return filled
    }

    /// The dependent that fills a condition; the head itself for one that adds no words.
    private func part(_ condition: EventPattern.Condition, _ head: Int) -> Int? {
        let children = tree.children(head)
        switch condition {
        case .word(let word):
            return children.first {
                ![.nsubj, .aux, .conj, .advcl, .punct, .det].contains(tree.relations[$0])
                    && (tree.lower($0) == word || tree.lemma($0) == word && tree.relations[$0] != .prep)
            }
        case .preposition(let word, let wanted):
            return children.first { child in
                [.prep, .agent, .dative, .prt, .advmod].contains(tree.relations[child]) && tree.lower(child) == word
                    && syntax.objects(ofPrepositions: [word], below: head).contains { syntax.isOf(wanted, $0) }
            }
        case .modifier(let wanted):
            return children.first {
                [.compound, .amod, .nmod, .nummod, .poss].contains(tree.relations[$0]) && syntax.isWord(wanted, $0)
            }
        case .infinitive(let wanted):
            return complement(head) { isInfinitive($0) && isOf(wanted, $0) }.map { _ in head }
        case .gerund(let wanted):
            return complement(head) { tree.tag($0) == "VBG" && isOf(wanted, $0) }
        case .clause(let wanted):
            return complement(head) { !isInfinitive($0) && tree.relations[$0] == .ccomp && isOf(wanted, $0) }
                .map { _ in head }
        case .obligation:
            return complement(head) { tree.relations[$0] == .ccomp && isObliging($0) }.map { _ in head }
        case .future:
            return complement(head) { tree.relations[$0] == .ccomp && isFuture($0) }.map { _ in head }
        case .object, .subject, .anyObject, .noObject: return nil
        }
    }

    private func complement(_ head: Int, where holds: (Int) -> Bool) -> Int? {
        tree.children(head).first { [.xcomp, .ccomp, .acl, .pcomp].contains(tree.relations[$0]) && holds($0) }
    }

    private func isInfinitive(_ verb: Int) -> Bool {
        tree.children(verb).contains { tree.relations[$0] == .aux && tree.tag($0) == "TO" && $0 < verb }
    }

    private func isOf(_ wanted: EventWordClass?, _ verb: Int) -> Bool {
        guard let wanted else { return true }
        return syntax.isWord(wanted, verb)
            || tree.children(verb).contains {
                [.acomp, .attr, .oprd].contains(tree.relations[$0]) && syntax.isWord(wanted, $0)
            }
    }

    private func isFuture(_ verb: Int) -> Bool {
        tree.children(verb).contains {
            tree.relations[$0] == .aux && ["will", "would", "’ll", "'ll"].contains(tree.lower($0)) && $0 < verb
        }
    }

    private func isObliging(_ verb: Int) -> Bool {
        tree.children(verb).contains {
            tree.relations[$0] == .aux && ["must", "should", "ought"].contains(tree.lower($0)) && $0 < verb
        }
    }
}
