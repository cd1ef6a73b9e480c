import DemarcheAnnotate
import DemarcheRecords

/// A condition with its conjunction: `if`, `unless`, `until`, `as long as`, `provided that`, `in case`, `once`.
///
/// `Graustark will close the strait if the convoy sails`: trigger *the convoy sails*, consequence *close the strait*. With
/// *only if*, *only when*, and with *until* or *unless* behind a dealing that is refused (`will not negotiate unless`), it is a
/// precondition. *When*, *once* and *until* give conditions only so. A clause that asks (`asked if`), concedes (`even if`),
/// compares (`as if`), tells of the past (`if they had signed`) or of procedure (`if convicted`) is none.
struct ConditionalClause: WarningConstruction {
    static let name = "ConditionalClause"
    private static let words = WarningWords.english

    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft] {
        guard let marker = marker(index, clauses.tree) else { return [] }
        let tree = clauses.tree
        if let clause = clause(index, tree), isCondition(clause, marker, clauses),
            let draft = pairing(index, marker, clause, clauses).draft()
        {
            return [draft]
        }
        guard let (words, main) = commaParted(index, tree), let head = words.last(where: { !tree.isPunctuation($0) }),
            isCondition((head, main), marker, clauses)
        else { return [] }
        var pairing = pairing(index, marker, (head, main), clauses)
        pairing.given = words
        return pairing.draft().map { [$0] } ?? []
    }

    private func pairing(
        _ index: Int, _ marker: Marker, _ clause: (head: Int, governor: Int), _ clauses: Clauses
    ) -> Pairing {
        Pairing(
            rule: Self.name, marker: marker.start, conjunction: index, clause: clause.head, governor: clause.governor,
            only: marker.only, conjoins: marker.word, clauses: clauses)
    }

    /// `If Bolivia mobilises, Paraguay will answer`, where the parser takes the verb for a noun and hangs the conjunction on the
    /// main clause: the words up to the comma in front of the subject.
    private func commaParted(_ index: Int, _ tree: Tree) -> (words: Range<Int>, main: Int)? {
        let main = tree.heads[index]
        guard tree.relations[index] == .mark, main > index,
            let modal = tree.children(main).first(where: { tree.relations[$0] == .aux && tree.tag($0) == "MD" }),
            let subject = tree.children(main).last(where: {
                [.nsubj, .nsubjpass, .expl].contains(tree.relations[$0]) && $0 < modal
            }), let comma = Range(from: index, to: subject).last(where: { tree.words($0) == "," }), comma > index + 1
        else { return nil }
        return (index..<comma, main)
    }

    struct Marker {
        /// The first word of the conjunction with *only* before it.
        var start: Int
        var word: String
        var only: Int?
    }

    private func marker(_ index: Int, _ tree: Tree) -> Marker? {
        let word = tree.lower(index)
        var start = index
        switch word {
        case "if", "unless", "until", "till", "once", "when": break
        case "after" where index > 0 && tree.lower(index - 1) == "only": break
        case "provided", "providing":
            guard index + 1 < tree.indices.upperBound, tree.lower(index + 1) == "that" || tree.has(index, .ccomp) else {
                return nil
            }
        case "case" where index > 0 && tree.lower(index - 1) == "in": start = index - 1
        case "as":
            guard index > 1, tree.lower(index - 1) == "long", tree.lower(index - 2) == "as" else { return nil }
            start = index - 2
            if start > 0, tree.lower(start - 1) == "for" { start -= 1 }
        default: return nil
        }
        let before = start > 0 ? tree.lower(start - 1) : ""
        guard !["even", "as", "what", "whether", "or", "except"].contains(before) || word == "as" else { return nil }
        let bounds = tree.sentence(index)
        let only = Range(from: max(bounds.lowerBound, start - 12), to: start).first { index in
            tree.lower(index) == "only"
                && (index == start - 1 || tree.lower(index + 1) == "possible"
                    || tree.isVerb(tree.heads[index]) && index + 1 == tree.heads[index])
        }
        return Marker(start: before == "only" ? start - 1 : start, word: word, only: only)
    }

    /// The head of the condition and what it hangs on; where the parser takes the conjunction for a preposition, its object.
    private func clause(_ index: Int, _ tree: Tree) -> (head: Int, governor: Int)? {
        if tree.lower(index) == "provided" || tree.lower(index) == "providing" || tree.lower(index) == "case" {
            let clause = tree.child(index, .ccomp) ?? tree.child(index, .acl) ?? tree.child(index, .relcl)
            if let clause { return (clause, verb(above: index, tree)) }
        }
        let head = tree.heads[index]
        if [.mark, .advmod].contains(tree.relations[index]), head > index {
            guard [.advcl, .ccomp, .conj, .pcomp, .relcl, .acl, .dep].contains(tree.relations[head]) else { return nil }
            return (head, verb(above: head, tree))
        }
        if tree.relations[index] == .prep,
            let object = tree.children(index).first(where: {
                $0 > index && [.pobj, .pcomp, .amod].contains(tree.relations[$0])
            })
        {
            return (object, verb(above: index, tree))
        }
        return nil
    }

    private func verb(above index: Int, _ tree: Tree) -> Int {
        var head = tree.heads[index]
        for _ in 0..<4 {
            guard [.prep, .pcomp, .advmod, .mark, .pobj].contains(tree.relations[head]), tree.heads[head] != head,
                !tree.isVerb(head)
            else { break }
            head = tree.heads[head]
        }
        return head
    }

    private func isCondition(_ clause: (head: Int, governor: Int), _ marker: Marker, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        let governor = clause.governor
        if tree.relations[clause.head] == .ccomp, governor < clause.head,
            Self.words.has(tree.lemma(governor), .question)
        {
            return false
        }
        if governor < marker.start, governor + 3 >= marker.start, Self.words.has(tree.lemma(governor), .question),
            !tree.has(governor, .aux)
        {
            return false
        }
        if ["possible", "any", "so", "not", "ever", "applicable", "anything", "only"].contains(tree.lower(clause.head)),
            tree.subtree(clause.head).count <= 2
        {
            return false
        }
        if marker.word == "as", tree.subtree(clause.head).count <= 2 || tree.lemma(clause.head) == "take" {
            return false
        }
        if isInLaw(governor, clauses) { return false }
        return !isPast(clause.head, tree) && !isProcedural(clause.head, tree) && !isGeneric(clause.head, clauses)
    }

    /// `if they had signed`.
    private func isPast(_ head: Int, _ tree: Tree) -> Bool {
        tree.tag(head) == "VBN"
            && tree.children(head).contains {
                ["had", "'d", "’d"].contains(tree.lower($0)) && tree.relations[$0] == .aux
            }
    }

    /// `a bill that would withdraw the garrison if`.
    private func isInLaw(_ governor: Int, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        var verb = governor
        for _ in 0..<3 where tree.relations[verb] != .relcl { verb = tree.heads[verb] }
        return tree.relations[verb] == .relcl && Self.laws.contains(tree.lemma(tree.heads[verb]))
    }

    static let laws: Set<String> = [
        "legislation", "bill", "law", "act", "amendment", "ordinance", "referendum", "proposition", "statute", "decree",
    ]

    /// `if convicted`, `if he is elected`.
    private func isProcedural(_ head: Int, _ tree: Tree) -> Bool {
        if Self.words.has(tree.lemma(head), .proceduralAlways), tree.tag(head) == "VBN" || tree.tag(head) == "VBD" {
            return true
        }
        if tree.lower(head) == "guilty" || tree.child(head, .oprd).map({ tree.lower($0) == "guilty" }) ?? false {
            return true
        }
        let isReduced = !tree.has(head, .nsubj) && !tree.has(head, .nsubjpass)
        return isReduced && Self.words.has(tree.lemma(head), .procedural)
    }

    /// `if you need help`, said by the outlet to its readers.
    private func isGeneric(_ head: Int, _ clauses: Clauses) -> Bool {
        let tree = clauses.tree
        return tree.quotation[head] == nil
            && (tree.child(head, .nsubj).map { ["you", "one"].contains(tree.lower($0)) } ?? false)
    }
}
