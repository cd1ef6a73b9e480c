import DemarcheAnnotate
import DemarcheRecords

/// Do it, or else: `ordered the garrison to withdraw or face an assault`, `has until Friday to sign or lose its seat`, `leave
/// now or you will be arrested`.
///
/// The trigger is what is demanded, the consequence the penalty behind *or*. The first verb is an infinitive, an imperative or
/// stands with *must*; the second is one of suffering (*face, lose, pay*), or a passive (*or be expelled*), or a clause
/// with *will* behind *or (else)*. A choice between two acts (`by road or by sea`, `to stay or leave`) is none.
struct Alternative: WarningConstruction {
    static let name = "Alternative"
    private static let words = WarningWords.english

    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        guard tree.lower(index) == "or", let penalty = penalty(index, tree), let demand = demand(index, tree),
            isDemanded(demand, clauses)
        else { return [] }
        let end = clauses.clauseEnd(penalty.head, tree.subtree(penalty.head).upperBound, keepsJoined: false)
        guard let trigger = clauses.tidy(from: start(demand, tree), to: index),
            let consequence = clauses.tidy(from: penalty.start, to: end)
        else { return [] }
        let (party, addressed) = (issuer(demand, clauses), addressee(demand, tree))
        guard party != nil || addressed != nil || tree.has(demand, .aux) || isQuotedOrSaid(demand, clauses) else {
            return []
        }
        let reading = ForceReading(index + 1..<max(index + 2, penalty.head), in: tree)
        return [
            WarningDraft(
                rule: Self.name,
                trigger: .init(words: trigger, head: demand, agent: addressed),
                consequence: .init(words: consequence, head: penalty.head, agent: nil),
                force: ForceReading(reading.force, reading.words.isEmpty ? [index] : reading.words),
                issuer: party, isPenalty: true,
                isDemand: true)
        ]
    }

    /// Not the outlet’s own `move it or lose it`.
    private func isQuotedOrSaid(_ verb: Int, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        if tree.quotation[verb] != nil || tree.block.block.kind.isHeading { return true }
        return tree.sentence(verb).contains { clauses.verbCue($0)?.isSpeech == true && $0 != verb && tree.isVerb($0) }
    }

    /// The verb behind *or* and where its words begin.
    private func penalty(_ or: Int, _ tree: Tree) -> (head: Int, start: Int)? {
        let bounds = tree.sentence(or)
        var start = or + 1
        if start < bounds.upperBound, tree.lower(start) == "else" { start += 1 }
        while start < bounds.upperBound,
            tree.words(start) == "," || tree.lower(start) == "to" || tree.classes[start] == .adverb
        { start += 1 }
        guard start < bounds.upperBound else { return nil }
        if tree.tag(start) == "VB" || tree.tag(start) == "VBP", Self.words.has(tree.lemma(start), .penalty) {
            guard ["be", "get"].contains(tree.lemma(start)) else {
                return isSuffered(start, tree) ? (start, start) : nil
            }
            return participle(start, bounds, tree).map { ($0, start) }
        }
        if ["risk", "face"].contains(tree.lower(start)), isNoun(start, tree), tree.heads[start] > start {
            return (tree.heads[start], start)
        }
        return clause(start, or, bounds, tree)
    }

    /// `or risk closure`, where the tagger takes the verb for a part of the noun.
    private func isNoun(_ index: Int, _ tree: Tree) -> Bool {
        tree.tag(index) == "NN" && tree.relations[index] == .compound
    }

    private func isSuffered(_ verb: Int, _ tree: Tree) -> Bool {
        ["die", "perish", "starve", "surrender"].contains(tree.lemma(verb)) || tree.has(verb, .dobj)
            || tree.has(verb, .xcomp)
            || tree.has(verb, .ccomp)
    }

    private func participle(_ auxiliary: Int, _ bounds: Range<Int>, _ tree: Tree) -> Int? {
        let next = Range(from: auxiliary + 1, to: min(auxiliary + 3, bounds.upperBound)).first { tree.tag($0) == "VBN" }
        return next
    }

    /// `or (else) we will fire`, `or else I fear that harm will be done`.
    private func clause(_ start: Int, _ or: Int, _ bounds: Range<Int>, _ tree: Tree) -> (head: Int, start: Int)? {
        let verb = Range(from: start, to: min(start + 20, bounds.upperBound)).first { index in
            tree.isVerb(index) && tree.subtree(index).lowerBound >= or
                && tree.children(index).contains {
                    $0 >= start && tree.relations[$0] == .aux
                        && ["will", "'ll", "’ll", "would", "shall"].contains(tree.lower($0))
                }
        }
        guard let verb, let subject = tree.child(verb, .nsubj) ?? tree.child(verb, .nsubjpass), subject >= start,
            verb - or < 16
        else { return nil }
        return (verb, tree.subtree(subject).lowerBound)
    }

    /// The nearest verb in its base form in front of *or* that is joined by it or stands in the same clause.
    private func demand(_ or: Int, _ tree: Tree) -> Int? {
        let joined = tree.heads[or]
        if isBase(joined, tree), tree.isVerb(joined), joined < or { return deadline(joined, or, tree) ?? joined }
        let bounds = tree.sentence(or).lowerBound
        return Range(from: max(bounds, or - 40), to: or).first { index in
            isBase(index, tree) && tree.isVerb(index) && (tree.isBelow(index, joined) || tree.isBelow(joined, index))
                && !isNested(index, joined, tree)
        }
    }

    /// `have until Friday to withdraw or`: the infinitive.
    private func deadline(_ verb: Int, _ or: Int, _ tree: Tree) -> Int? {
        guard tree.lemma(verb) == "have" else { return nil }
        return Range(from: verb + 1, to: or).first {
            tree.tag($0) == "VB" && tree.children($0).contains { tree.tag($0) == "TO" }
        }
    }

    private func isBase(_ verb: Int, _ tree: Tree) -> Bool {
        tree.isVerb(verb) && ["VB", "VBP"].contains(tree.tag(verb))
    }

    private func isNested(_ verb: Int, _ top: Int, _ tree: Tree) -> Bool {
        ![.xcomp, .advcl, .acl, .ccomp].contains(tree.relations[verb])
    }

    private func isDemanded(_ verb: Int, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        let auxiliaries = tree.children(verb).filter { tree.relations[$0] == .aux }.map { tree.lower($0) }
        if auxiliaries.contains(where: { ["must", "should", "to"].contains($0) }) { return true }
        if auxiliaries.contains(where: { ["will", "would", "can", "could", "may", "might"].contains($0) }) {
            return false
        }
        if !tree.has(verb, .nsubj), tree.tag(verb) == "VB" { return true }
        return tree.relations[verb] == .ccomp && Self.words.has(tree.lemma(tree.heads[verb]), .demand)
    }

    private func start(_ verb: Int, _ tree: Tree) -> Int {
        var start = verb
        while start > 0, tree.heads[start - 1] == verb, [.advmod, .neg, .auxpass].contains(tree.relations[start - 1]) {
            start -= 1
        }
        return start
    }

    private func addressee(_ verb: Int, _ tree: Tree) -> Int? {
        if let subject = tree.child(verb, .nsubj) { return subject }
        let head = tree.heads[verb]
        return head < verb ? tree.child(head, .dobj) ?? tree.child(head, .dative) : nil
    }

    /// Whoever orders, demands or gives time.
    private func issuer(_ verb: Int, _ clauses: Clauses) -> Int? {
        let tree = clauses.tree
        var head = tree.heads[verb]
        for _ in 0..<3 where tree.heads[head] != head && !tree.isVerb(head) { head = tree.heads[head] }
        guard tree.isVerb(head), Self.words.has(tree.lemma(head), .demand),
            !["have", "need", "must", "should", "want"].contains(tree.lemma(head)), !clauses.isPassive(head)
        else { return nil }
        return clauses.source(of: head)
    }
}
