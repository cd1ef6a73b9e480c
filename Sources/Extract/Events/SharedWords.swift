import DemarcheAnnotate

/// What nouns that are joined by *and* share: the words in front of the first and the places behind the last hold for all.
///
///     Ruritanian ministers and generals          generals: Ruritanian
///     ministers and generals of Graustark        ministers: of Graustark
///     lawmakers in Benin and Togo                lawmakers: in Benin and Togo
///
/// A name joined to a plural behind the place of that plural is a second place and nobody of its own; the parser takes it
/// for one. Whatever has words of its own for what it belongs to shares none.
extension EventSyntax {
    /// Whether a conjunct of `head` is in truth one of the place in front of it: `lawmakers in Benin and Togo`.
    func isPlace(_ conjunct: Int, besideThatOf head: Int) -> Bool {
        guard ["NNS", "NNPS"].contains(tree.tag(head)), tree.classes[head] == .noun,
            tree.classes[conjunct] == .properNoun, tree.entity(conjunct) != "PERSON", !tree.has(conjunct, .det)
        else { return false }
        let start = tree.subtree(conjunct).lowerBound
        guard start > 1, tree.relations[start - 1] == .cc, tree.classes[start - 2] == .properNoun else { return false }
        let place = start - 2
        let preposition = tree.heads[place]
        return tree.relations[place] == .pobj && tree.heads[preposition] == head && isLocal(preposition)
    }

    private func isLocal(_ preposition: Int) -> Bool {
        tree.relations[preposition] == .prep && ["in", "of", "from"].contains(tree.lower(preposition))
    }

    /// The words that hold for a noun, too: those behind, or else those in front; none for a name.
    func shared(with head: Int) -> [Range<Int>] {
        guard tree.classes[head] == .noun else { return [] }
        var first = head
        while tree.relations[first] == .conj, tree.classes[tree.heads[first]] == .noun { first = tree.heads[first] }
        let heads = joined(first)
        guard heads.count > 1, let last = heads.last else { return [] }
        let behind = behind(first, last)
        return behind.isEmpty && head != first && !hasOwner(head) ? front(of: first) : behind
    }

    private func behind(_ first: Int, _ last: Int) -> [Range<Int>] {
        let phrases = [first, last].flatMap { noun in tree.children(noun).filter { $0 > last && isLocal($0) } }
        return phrases.map { preposition in
            let further = tree.children(first).last { isPlace($0, besideThatOf: first) }
            let end = tree.subtree(preposition).upperBound
            return preposition..<max(end, further.map { tree.subtree($0).upperBound } ?? end)
        }
    }

    private func hasOwner(_ head: Int) -> Bool {
        tree.children(head).contains { $0 < head && [.poss, .det, .amod, .compound].contains(tree.relations[$0]) }
    }

    private func front(of first: Int) -> [Range<Int>] {
        let start = tree.subtree(first).lowerBound
        return start < first ? [start..<first] : []
    }
}
