import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// The words of a content, without what belongs to the reporter.
extension Clauses {
    /// The words below `root` without those of `cut`, trimmed; in pieces where `cut` stands within. A clause behind it that
    /// has a source of its own, and what stands behind a lonely dash, belong to the reporter.
    func content(_ root: Int, without cut: Range<Int>? = nil) -> [TextSpan] {
        let range = tree.subtree(root)
        return pieces(range.lowerBound..<end(of: root, range), without: cut)
    }

    private func end(of root: Int, _ range: Range<Int>) -> Int {
        var end = range.upperBound
        for index in root + 1..<max(root + 1, range.upperBound) where index < end {
            if tree.lower(index) == "according", index + 1 < end, tree.lower(index + 1) == "to" { end = index }
            if isReportingParticiple(index), !isCarried(tree.heads[root]),
                tree.quotation[index] == tree.quotation[root] || tree.quotation[index] == nil
            {
                let phrase = tree.relations[index] == .pcomp ? tree.heads[index] : index
                end = min(end, max(root + 1, tree.subtree(phrase).lowerBound))
            }
            if let start = verdict(index, end) { end = min(end, max(start, root + 1)) }
            if let start = aside(index, end) { end = min(end, max(start, root + 1)) }
            if let start = ownClause(index, root) { end = min(end, max(start, root + 1)) }
        }
        let dashes = (root + 1..<max(root + 1, end)).filter { isDash($0) && tree.quotation[$0] == nil }
        if dashes.count == 1, let dash = dashes.first { end = dash }
        return end
    }

    /// Where a relative clause behind a comma begins that goes on to the end: `…, which was passed in 2010`.
    private func aside(_ verb: Int, _ end: Int) -> Int? {
        guard tree.relations[verb] == .relcl, tree.quotation[verb] == nil, tree.subtree(verb).upperBound >= end - 1
        else { return nil }
        let start = tree.subtree(verb).lowerBound
        return start > 0 && tree.words(start - 1) == "," ? start - 1 : nil
    }

    /// Where the reporter's word for what was said begins, behind a comma and to the end: `…, an admission that surprised
    /// the council`.
    private func verdict(_ noun: Int, _ end: Int) -> Int? {
        let start = tree.subtree(noun).lowerBound
        guard [.appos, .npadvmod, .dobj].contains(tree.relations[noun]), tree.quotation[noun] == nil,
            tree.subtree(noun).upperBound >= end - 1, start > 0, tree.words(start - 1) == ",",
            ["a", "an"].contains(tree.lower(start)), lexicon.nouns[tree.lemma(noun)] != nil
        else { return nil }
        return start - 1
    }

    /// The content of a noun phrase that depends on a verb, with the phrases behind it that say more of it than when, where or
    /// by what means.
    func content(of object: Int, extendedBehind verb: Int) -> [TextSpan] {
        let own = content(object)
        guard own.count == 1, let start = own.first?.start, object > verb else { return own }
        var end = tree.subtree(object).upperBound
        let occasions = Occasions(clauses: self)
        for child in tree.children(verb) where child > object && tree.subtree(child).lowerBound == end {
            let isMore =
                tree.relations[child] == .prep && !occasions.isOccasion(child)
                || tree.relations[child] == .advcl && (tree.has(child, .mark) || tree.tag(child) == "VB")
            guard isMore else { break }
            end = tree.subtree(child).upperBound
        }
        guard end > tree.subtree(object).upperBound else { return own }
        return trimmed(tree.token(at: start)..<end).map { [$0] } ?? own
    }

    /// A quotation; where the reporter's sentence goes on behind it without a mark, with the words up to the next one.
    func content(ofQuotation quotation: Int) -> [TextSpan] {
        let pieces = quotations[quotation].pieces
        guard let outer = quotations[quotation].outer.last, let inner = pieces.last, pieces.count == 1,
            let last = tree.source[inner].last, !",.!?…".contains(last)
        else { return pieces }
        let start = tree.token(at: outer.end)
        var end = start
        while end < tree.indices.upperBound,
            tree.quotation[end] != nil || !tree.isPunctuation(end) || tree.words(end) == "-" && !isDash(end)
        { end += 1 }
        guard end > start, let whole = trimmed(tree.token(at: outer.start)..<end) else { return pieces }
        return [TextSpan(outer.start, max(outer.end, whole.end))]
    }

    /// A dash between words, not a hyphen within one.
    func isDash(_ index: Int) -> Bool {
        switch tree.words(index) {
        case "–", "—", "--": true
        case "-":
            index > 0 && tree.block.language.tokens[index - 1].isFollowedByBlank
                && tree.block.language.tokens[index].isFollowedByBlank
        default: false
        }
    }

    /// Where a clause with its own source begins that is joined to `root`, when `verb` is its cue.
    private func ownClause(_ verb: Int, _ root: Int) -> Int? {
        guard tree.isVerb(verb), [.conj, .advcl, .parataxis].contains(tree.relations[verb]),
            tree.quotation[verb] == tree.quotation[root],
            tree.child(verb, .mark).map({ tree.lower($0) == "while" }) ?? true,
            tree.child(verb, .nsubj) != nil || joinedCue(of: verb) != nil, tree.has(verb, .ccomp),
            verbCue(verb)?.reading("that") == .sure,
            tree.heads[verb] == root || tree.relations[tree.heads[verb]] == .conj
        else { return nil }
        var start = tree.subtree(verb).lowerBound
        while start > root + 1, tree.isPunctuation(start - 1) || tree.relations[start - 1] == .cc { start -= 1 }
        return start > root ? start : nil
    }

    /// From the words below one head to those below another.
    func content(from first: Int, through last: Int) -> [TextSpan] {
        let (start, end) = (tree.subtree(first), tree.subtree(last))
        let apposition = tree.children(last).first {
            $0 > last && tree.relations[$0] == .appos && tree.quotation[$0] != tree.quotation[last]
        }
        let stop = apposition.map { tree.subtree($0).lowerBound } ?? end.upperBound
        return pieces(min(start.lowerBound, end.lowerBound)..<max(start.upperBound, stop))
    }

    /// A range of tokens without `cut`, as places in the article without punctuation at the ends.
    func pieces(_ range: Range<Int>, without cut: Range<Int>? = nil) -> [TextSpan] {
        let range = range.lowerBound..<resumption(range)
        guard let cut, cut.overlaps(range) else { return [trimmed(range)].compactMap(\.self) }
        return [
            range.lowerBound..<max(range.lowerBound, cut.lowerBound),
            min(cut.upperBound, range.upperBound)..<range.upperBound,
        ]
        .compactMap(trimmed)
    }

    /// Where the reporter goes on behind a quotation that ends within the range: with another verb of speech, `called it
    /// “idle” and asked for more`; behind a comma with a participle or a word for the whole, `“idle,” looking away`,
    /// `“idle,” a word that angered many`.
    private func resumption(_ range: Range<Int>) -> Int {
        guard !range.isEmpty, tree.quotation[range.lowerBound] == nil || tree.quotation[range.upperBound - 1] == nil
        else {
            return range.upperBound
        }
        return range.dropFirst(2).first { index in
            guard tree.quotation[index] == nil, let quotation = tree.quotation[index - 1] else { return false }
            if tree.relations[index] == .cc { return isJoinedCue(behind: index) }
            let isBehindComma = quotations[quotation].pieces.last.map { tree.source[$0].hasSuffix(",") } ?? false
            return isBehindComma
                && (tree.tag(index) == "VBG" && tree.isVerb(index) && verbCue(index) != nil
                    || ["a", "an", "another"].contains(tree.lower(index)))
        } ?? range.upperBound
    }

    private func isJoinedCue(behind coordinator: Int) -> Bool {
        var verb = coordinator + 1
        while verb < tree.indices.upperBound, tree.classes[verb] == .adverb { verb += 1 }
        return verb < tree.indices.upperBound && tree.isVerb(verb) && tree.quotation[verb] == nil
            && (tree.tag(verb) == "VBD" || tree.tag(verb) == "VBZ" && verbCue(verb)?.isSpeech == true)
    }

    /// Without commas, stops and white space at both ends; marks of quotation and brackets stay.
    func trimmed(_ range: Range<Int>) -> TextSpan? {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isLoose(start) { start += 1 }
        while start < end, isLoose(end - 1) || tree.relations[end - 1] == .cc && tree.heads[end - 1] < end - 1 {
            end -= 1
        }
        return start < end && (start..<end).contains { !tree.isPunctuation($0) } ? tree.span(start..<end) : nil
    }

    private func isLoose(_ index: Int) -> Bool {
        guard tree.isPunctuation(index) else { return false }
        return !"\"“”‘’'`»«([)]".contains(tree.words(index).first ?? ",")
    }
}
