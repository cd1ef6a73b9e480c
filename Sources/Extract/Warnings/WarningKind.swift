import DemarcheAnnotate
import DemarcheRecords

/// Tells threats, warnings and offers apart: who would do what follows, and whether it is welcome.
///
/// A party that says what its own side would do threatens, or offers when the deed is welcome and not refused; whatever others
/// or nobody would do is a warning. A penalty for whoever does not comply is a threat. `end the siege` and `withdraw the
/// fleet` are welcome, `end the aid` is not.
struct WarningKind {
    private let clauses: Clauses
    private let issuer: Speaker?
    private var tree: Tree { clauses.tree }
    private static let words = WarningWords.english

    init(_ clauses: Clauses, issuer: Speaker?) {
        self.clauses = clauses
        self.issuer = issuer
    }

    func kind(of draft: WarningDraft) -> Warning.Kind {
        if draft.isPenalty { return .threat }
        if draft.isCausal { return bringsGood(draft.consequence.head) ? .offer : .warning }
        if draft.force.force == .precondition, draft.consequence.agent == nil {
            return Self.words.has(tree.lemma(draft.consequence.head), .good) ? .offer : .warning
        }
        let isOwn = isDeed(draft.consequence) && isOwn(draft.consequence.agent)
        if isWelcome(draft.consequence.head), !draft.isDemand { return .offer }
        if isOwn { return .threat }
        let isNamed = draft.consequence.agent.map { tree.classes[$0] != .pronoun } ?? false
        return isNamed && Self.words.has(deed(draft.consequence.head), .hostile) && isDeed(draft.consequence)
            ? .threat : .warning
    }

    /// The deed itself behind *consider*, *begin* and the like.
    private func deed(_ verb: Int) -> String { tree.lemma(carried(verb)) }

    private func carried(_ verb: Int) -> Int {
        guard ["consider", "start", "begin", "contemplate", "try", "continue"].contains(tree.lemma(verb)) else {
            return verb
        }
        return tree.child(verb, .xcomp) ?? tree.child(verb, .pcomp) ?? verb
    }

    private func isWelcome(_ verb: Int) -> Bool {
        let deed = carried(verb)
        guard tree.isVerb(deed), !tree.has(verb, .neg), !tree.has(deed, .neg) else { return false }
        if Self.words.has(tree.lemma(deed), .ending) {
            return hasBurden(deed)
        }
        return Self.words.has(tree.lemma(deed), .welcome) && !hasBurden(deed)
    }

    private func hasBurden(_ verb: Int) -> Bool {
        tree.subtree(verb).contains { index in
            index > verb && Self.words.has(tree.lemma(index), .burden)
                && ([.dobj, .pobj, .compound, .conj].contains(tree.relations[index]) && index < verb + 8)
        }
    }

    private func bringsGood(_ verb: Int) -> Bool {
        guard Self.words.has(tree.lemma(verb), .bringing) else { return false }
        let object =
            tree.child(verb, .dobj)
            ?? tree.children(verb).first { $0 > verb && tree.relations[$0] == .prep }.flatMap { tree.child($0, .pobj) }
        return object.map { Self.words.has(tree.lemma($0), .good) } ?? false
    }

    /// Whether somebody does it by his own will.
    private func isDeed(_ part: WarningDraft.Part) -> Bool {
        guard tree.isVerb(part.head), !Self.suffering.contains(tree.lemma(part.head)), !clauses.isPassive(part.head)
        else { return false }
        guard let agent = part.agent else { return true }
        return tree.relations[agent] != .expl && [.person, .body].contains(clauses.agency(agent))
    }

    private static let suffering: Set<String> = [
        "face", "suffer", "lose", "become", "be", "see", "risk", "run", "remain", "starve", "die", "need",
    ]

    /// Whether whoever does it is the issuer, or the issuer's state or body.
    private func isOwn(_ agent: Int?) -> Bool {
        guard let agent else { return true }
        if tree.classes[agent] == .pronoun {
            return tree.quotation[agent] == nil
                ? tree.lower(agent) != "you" : clauses.isFirstPerson(agent) && tree.lower(agent) != "you"
        }
        let names = [issuer?.name, issuer?.mention?.exact, issuer?.affiliation?.text, issuer?.office?.text]
        let told = Set(names.compactMap(\.self).flatMap { $0.lowercased().split { !$0.isLetter } })
        if let owner = tree.child(agent, .poss), tree.classes[owner] == .pronoun { return true }
        return tree.nounPhrase(agent).contains { tree.classes[$0] == .properNoun && told.contains(tree.lower($0)[...]) }
    }
}
