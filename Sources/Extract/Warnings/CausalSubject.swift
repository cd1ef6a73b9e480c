import DemarcheAnnotate
import DemarcheRecords

/// An act as the subject of what it would bring about: `the deployment of troops could spark a war`, `sending tanks risks
/// an escalation`, `any blockade would be an act of war`, `a strike is likely to lead to retaliation`.
///
/// The trigger is the subject, the consequence the verb with its object. The verb must be one of causing with a modal
/// (*would, could, may*) or *likely*, or one that holds a danger by itself (*risks*); or *be* with a word for a danger. The
/// subject must be an act or a state: not a party, a pronoun or a force of nature. With *require* the consequence is needed
/// first: a precondition.
struct CausalSubject: WarningConstruction {
    static let name = "CausalSubject"
    private static let words = WarningWords.english

    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        guard tree.isVerb(index) || tree.classes[index] == .auxiliary || isMistaken(index, tree),
            let top = top(index, tree),
            let subject = subject(top, clauses), let force = force(index, top, clauses)
        else { return [] }
        let trigger = trigger(subject, top, clauses)
        let start = clauses.verbGroup(index)
        let end = clauses.clauseEnd(index, tree.subtree(top).upperBound, keepsJoined: false)
        guard let trigger = clauses.tidy(trigger), start < end, let consequence = clauses.tidy(from: start, to: end)
        else {
            return []
        }
        return [
            WarningDraft(
                rule: Self.name, trigger: .init(words: trigger, head: subject, agent: agent(subject, tree)),
                consequence: .init(words: consequence, head: index, agent: nil), force: force,
                isCausal: true)
        ]
    }

    /// The finite verb: the verb itself, or `is` in `is likely to lead to`.
    private func top(_ verb: Int, _ tree: Tree) -> Int? {
        guard tree.relations[verb] == .xcomp else {
            return tree.tag(verb) == "VBG" || tree.tag(verb) == "VBN" && !isAfterModal(verb, tree) ? nil : verb
        }
        let state = tree.heads[verb]
        guard Self.words.has(tree.lower(state), .readiness), tree.relations[state] == .acomp else { return nil }
        return ["likely", "bound", "certain", "sure", "liable", "set"].contains(tree.lower(state))
            ? tree.heads[state] : nil
    }

    /// `Sending tanks risks war`, where the tagger takes the verb for a noun.
    private func isMistaken(_ verb: Int, _ tree: Tree) -> Bool {
        tree.lower(verb) == "risks" && (tree.has(verb, .nsubj) || tree.has(verb, .csubj)) && tree.has(verb, .dobj)
    }

    /// `would required`, misspelt or mistaken.
    private func isAfterModal(_ verb: Int, _ tree: Tree) -> Bool { verb > 0 && tree.tag(verb - 1) == "MD" }

    private func subject(_ top: Int, _ clauses: Clauses) -> Int? {
        let tree = clauses.tree
        var bearer = top
        if tree.relations[top] == .conj, !tree.has(top, .nsubj) { bearer = tree.heads[top] }
        guard
            let subject = tree.children(bearer).last(where: {
                [.nsubj, .csubj, .nsubjpass].contains(tree.relations[$0]) && $0 < top
            })
        else { return nil }
        if tree.relations[subject] == .csubj { return subject }
        if ["that", "which"].contains(tree.lower(subject)) { return antecedent(subject, clauses) }
        return isAct(subject, clauses) ? subject : nil
    }

    /// `a truce that could result in aid`.
    private func antecedent(_ pronoun: Int, _ clauses: Clauses) -> Int? {
        guard let noun = clauses.relative(pronoun), isAct(noun, clauses), clauses.isDeed(noun),
            !Self.words.has(clauses.tree.lemma(noun), .bare), !ConditionalClause.laws.contains(clauses.tree.lemma(noun))
        else { return nil }
        return noun
    }

    private func isAct(_ noun: Int, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        if isCapitalized(noun, tree) { return true }
        guard tree.classes[noun] == .noun || tree.tag(noun) == "VBG" || isAction(noun, tree) else { return false }
        guard !Self.words.has(tree.lemma(noun), .natural), !Self.words.has(tree.lemma(noun), .actor),
            !clauses.isTime(noun), tree.classes[noun] != .pronoun
        else {
            return false
        }
        return clauses.agency(noun) == .thing || tree.tag(noun) == "VBG" || clauses.agency(noun) == .document
            || tree.child(noun, .det).map { tree.lower($0) == "any" } ?? false && tree.has(noun, .acl)
    }

    /// `Recognition of the province would`, at the beginning of a sentence, where the tagger takes it for a name.
    private func isCapitalized(_ noun: Int, _ tree: Tree) -> Bool {
        guard tree.classes[noun] == .properNoun, tree.sentence(noun).lowerBound == noun, tree.entity(noun).isEmpty
        else { return false }
        return ["tion", "sion", "ment", "ance", "ence", "al", "ure"].contains { tree.lower(noun).hasSuffix($0) }
            && tree.children(noun).contains { tree.relations[$0] == .prep && tree.lower($0) == "of" }
    }

    private func isAction(_ noun: Int, _ tree: Tree) -> Bool {
        tree.child(noun, .predet).map { tree.lower($0) == "such" } ?? false
    }

    private func trigger(_ subject: Int, _ top: Int, _ clauses: Clauses) -> Range<Int> {
        let tree = clauses.tree
        let range = tree.subtree(subject)
        let end = range.contains(top) ? tree.subtree(top).lowerBound : min(range.upperBound, top)
        return range.lowerBound..<max(range.lowerBound, end)
    }

    /// `Ruritania’s withdrawal`, `a withdrawal by Ruritania`.
    private func agent(_ noun: Int, _ tree: Tree) -> Int? {
        if let owner = tree.child(noun, .poss) { return owner }
        return tree.children(noun).first { tree.relations[$0] == .prep && tree.lower($0) == "by" }
            .flatMap { tree.child($0, .pobj) }
    }

    // MARK: Force

    private func force(_ verb: Int, _ top: Int, _ clauses: Clauses) -> ForceReading? {
        let tree = clauses.tree
        let modals = modals(top, tree)
        let isLikely = verb != top
        let isFinite = ["VBZ", "VBP"].contains(tree.tag(top)) || isMistaken(top, tree)
        if tree.has(top, .neg) || tree.children(top).contains(where: { ["have", "has"].contains(tree.lower($0)) }) {
            return nil
        }
        if tree.lemma(verb) == "be" {
            guard !modals.isEmpty, isDanger(verb, tree) else { return nil }
        } else if tree.lemma(verb) == "require" {
            return modals.isEmpty || !needsLeave(verb, tree) ? nil : ForceReading(.precondition, [verb])
        } else if modals.isEmpty, !isLikely {
            guard isFinite, isRisky(verb, tree), tree.relations[top] != .relcl else { return nil }
        } else {
            guard isCausal(verb, tree) else { return nil }
        }
        let first = min(top, (modals + [verb]).min() ?? verb)
        let last = max(
            verb, tree.child(verb, .acomp) ?? verb, tree.child(verb, .attr) ?? verb, inevitable(verb, tree) ?? verb)
        if tree.lower(verb) == "risks", modals.isEmpty { return ForceReading(.possible, [verb]) }
        if tree.lemma(verb) == "threaten", modals.isEmpty { return ForceReading(.probable, [verb]) }
        return ForceReading(Range(from: first, to: last + 1), in: tree)
    }

    /// `would require the approval of parliament`.
    private func needsLeave(_ verb: Int, _ tree: Tree) -> Bool {
        tree.child(verb, .dobj).map { Self.words.has(tree.lemma($0), .leave) } ?? false
    }

    private func modals(_ top: Int, _ tree: Tree) -> [Int] {
        let own = tree.children(top).filter { tree.relations[$0] == .aux && tree.tag($0) == "MD" }
        if own.isEmpty, tree.relations[top] == .conj, tree.tag(top) == "VB", tree.heads[top] != top {
            return modals(tree.heads[top], tree)
        }
        return own.filter { !["must", "should", "ought"].contains(tree.lower($0)) }
    }

    private func isDanger(_ verb: Int, _ tree: Tree) -> Bool {
        tree.children(verb).contains {
            [.attr, .acomp].contains(tree.relations[$0]) && Self.words.has(tree.lemma($0), .danger)
        }
    }

    /// A danger in the present: `risks a war`, `makes war inevitable`, `means war`.
    private func isRisky(_ verb: Int, _ tree: Tree) -> Bool {
        let hasObject = tree.has(verb, .dobj) || tree.has(verb, .xcomp) || tree.has(verb, .ccomp)
        if tree.lemma(verb) == "make" { return inevitable(verb, tree) != nil }
        if tree.lemma(verb) == "mean" {
            return tree.child(verb, .dobj).map { Self.words.has(tree.lemma($0), .danger) } ?? false
        }
        return Self.words.has(tree.lemma(verb), .risky) && hasObject
    }

    private func isCausal(_ verb: Int, _ tree: Tree) -> Bool {
        if tree.lemma(verb) == "make" { return makesSo(verb, tree) }
        if tree.lemma(verb) == "have" { return hasOutcome(verb, tree) }
        if Self.words.has(tree.lemma(verb), .mild), !holdsDanger(verb, tree) { return false }
        if clausalObject(verb, tree), Self.words.has(tree.lemma(verb), .causal) { return true }
        return tree.children(verb).contains {
            if tree.lower($0) == "at", !atPrice($0, tree) { return false }
            return tree.relations[$0] == .prep
                && Self.words.has("\(tree.lemma(verb)) \(tree.lower($0))", .causalPreposition)
        }
    }

    /// `come at a price`, not `come at any time`.
    private func atPrice(_ preposition: Int, _ tree: Tree) -> Bool {
        tree.child(preposition, .pobj).map { ["price", "cost", "expense"].contains(tree.lemma($0)) } ?? false
    }

    /// `would have grave consequences`.
    private func hasOutcome(_ verb: Int, _ tree: Tree) -> Bool {
        guard let object = tree.child(verb, .dobj), object > verb else { return false }
        return Self.words.has(tree.lemma(object), .outcome) && tree.has(object, .amod)
    }

    /// `would ensure its inevitability`, but not `would ensure safety on the roads`.
    private func holdsDanger(_ verb: Int, _ tree: Tree) -> Bool {
        let groups: [WarningWords.Group] = [.danger, .inevitable, .good, .burden]
        return tree.subtree(verb).contains { word in
            word > verb && tree.classes[word] == .noun && groups.contains { Self.words.has(tree.lemma(word), $0) }
        }
    }

    /// `would make war inevitable`, `would make talks impossible`.
    private func makesSo(_ verb: Int, _ tree: Tree) -> Bool {
        tree.children(verb).contains { child in
            child > verb && [.ccomp, .oprd, .acomp].contains(tree.relations[child])
                && (tree.classes[child] == .adjective || tree.isVerb(child))
        }
    }

    private func clausalObject(_ verb: Int, _ tree: Tree) -> Bool {
        !tree.has(verb, .auxpass)
            && tree.children(verb).contains { $0 > verb && [.dobj, .ccomp, .xcomp].contains(tree.relations[$0]) }
    }

    private func inevitable(_ verb: Int, _ tree: Tree) -> Int? {
        tree.subtree(verb).first { $0 > verb && Self.words.has(tree.lower($0), .inevitable) }
    }
}
