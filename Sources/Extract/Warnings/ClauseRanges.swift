import DemarcheAnnotate

/// The words of a trigger or a consequence, without what only hangs on behind.
extension Clauses {
    /// Where a clause that `head` heads and that may go on to `end` stops: before `, raising fears of war`, `as the talks
    /// went on`, `, including their allies`, `, in a move to`, `, which has`, `, but she left`.
    func clauseEnd(_ head: Int, _ end: Int, keepsJoined: Bool = true) -> Int {
        var end = end
        let quotation = tree.quotation[min(head, tree.subtree(head).lowerBound)]
        for index in head + 1..<max(head + 1, end) where index < end {
            if quotation != nil, tree.quotation[index] != quotation { return index }
            if let start = trailing(index, head, end, keepsJoined), start > head { end = min(end, start) }
        }
        return end
    }

    /// Where the words of a verb begin: with the auxiliaries, negations and adverbs right in front of it.
    func verbGroup(_ verb: Int) -> Int {
        var start = verb
        while start > 0, tree.heads[start - 1] == verb,
            [.aux, .auxpass, .neg, .advmod].contains(tree.relations[start - 1]), tree.lower(start - 1) != "to"
        { start -= 1 }
        return start
    }

    private func trailing(_ index: Int, _ head: Int, _ end: Int, _ keepsJoined: Bool) -> Int? {
        let start = tree.subtree(index).lowerBound
        guard start > head else { return nil }
        let isBehindComma = [",", ";", "–", "—"].contains(tree.words(start - 1))
        switch tree.relations[index] {
        case .advcl where tree.child(index, .mark).map({ Self.loose.contains(tree.lower($0)) }) ?? false:
            return start
        case .advcl where isBehindComma && tree.tag(index) == "VBG", .relcl where isBehindComma: return start - 1
        case .conj where isBehindComma && tree.tag(index) == "VBG" && tree.tag(tree.heads[index]) != "VBG":
            return start - 1
        case .prep where isBehindComma && !isFollowedByComma(index): return start - 1
        case .prep where ["amid", "despite", "including"].contains(tree.lower(index)): return start
        case .conj where tree.has(index, .nsubj) || tree.has(index, .nsubjpass) || index == head:
            return keepsJoined && !isBut(start - 1) ? nil : beforeCoordinator(start)
        case .parataxis: return start
        default: return nil
        }
    }

    private static let loose: Set<String> = [
        "as", "while", "although", "though", "because", "since", "whereas", "after", "before",
    ]

    private func isFollowedByComma(_ index: Int) -> Bool {
        let next = tree.subtree(index).upperBound
        return next < tree.indices.upperBound && tree.words(next) == ","
    }

    private func isBut(_ index: Int) -> Bool { ["but", "yet"].contains(tree.lower(index)) }

    private func beforeCoordinator(_ start: Int) -> Int {
        var start = start
        while start > 0, tree.relations[start - 1] == .cc || tree.isPunctuation(start - 1) { start -= 1 }
        return start
    }

    /// Without stops, commas and conjunctions at the ends, nor marks of quotation that have no partner within; nil when
    /// nothing is left.
    func tidy(_ range: Range<Int>) -> Range<Int>? { tidy(from: range.lowerBound, to: range.upperBound) }

    func tidy(from first: Int, to last: Int) -> Range<Int>? {
        var (start, end) = (first, min(last, tree.indices.upperBound))
        while start < end, isEdge(start, in: start..<end) { start += 1 }
        while start < end, isEdge(end - 1, in: start..<end) || isDangling(end - 1) { end -= 1 }
        return start < end && !(start..<end).allSatisfy(tree.isPunctuation) ? start..<end : nil
    }

    private func isEdge(_ index: Int, in range: Range<Int>) -> Bool {
        guard tree.isPunctuation(index) else { return false }
        guard let mark = tree.words(index).first, "\"“”‘’'`".contains(mark) else {
            return !["(", ")", "[", "]", "$", "%"].contains(tree.words(index))
        }
        return range.count { tree.words($0).first.map { "\"“”".contains($0) } ?? false } % 2 == 1
    }

    /// A conjunction or adverb that belongs to what is behind the range: `… only [if]`, `… and`.
    private func isDangling(_ index: Int) -> Bool {
        ["and", "or", "but", "only", "even", "then", "that", "not", "except"].contains(tree.lower(index))
    }
}

extension Clauses {
    /// Whether a noun names something done: `a truce`, `a strike`, `the removal of`.
    func isDeed(_ noun: Int) -> Bool {
        let words = WarningWords.english
        let lemma = tree.lemma(noun)
        let groups: [WarningWords.Group] = [.good, .burden, .hostile, .dealing, .leave]
        if tree.tag(noun) == "VBG" || groups.contains(where: { words.has(lemma, $0) }) { return true }
        return ["tion", "sion", "ure", "val", "wal", "ance"].contains { lemma.hasSuffix($0) }
            || lemma.hasSuffix("ment") && lemma != "element"
    }
}
