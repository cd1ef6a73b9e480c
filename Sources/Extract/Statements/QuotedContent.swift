import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Makes contents whole where they touch quotations, hands quotations that nobody claims to the statement in front of
/// them, and keeps what is left as speech of nobody named.
///
/// A content inside a quotation is all of the quotation: the parser sees its last sentence only. A content that a
/// quotation overlaps is extended to its closing mark.
struct QuotedContent {
    let clauses: [Clauses]
    let index: QuotationIndex
    private var quotations: [Quotation] { index.quotations }

    func completed(_ drafts: [Draft]) -> [Draft] {
        var drafts = single(distinct(drafts.map(completed)))
        drafts.sort { ($0.start, $0.cue?.head ?? 0) < ($1.start, $1.cue?.head ?? 0) }
        var claimed = Set(drafts.flatMap(claims))
        var byBlock = Dictionary(grouping: drafts.indices) { drafts[$0].block }
        for quotation in index.outermost where claimed.insert(quotation).inserted {
            place(quotation, &drafts, &byBlock)
        }
        return drafts
    }

    /// One draft for each cue and, without a cue, for each content: the one that is found most surely. A quotation that only
    /// another has goes on with it: `said that it was shut: “Nobody passes.”`
    private func distinct(_ drafts: [Draft]) -> [Draft] {
        struct Key: Hashable {
            let block: Int
            let cue: Int?
            let content: [TextSpan]
        }
        let keys = drafts.map { Key(block: $0.block, cue: $0.cue?.head, content: $0.cue == nil ? $0.content : []) }
        let groups = Dictionary(grouping: drafts.indices) { keys[$0] }
        return drafts.indices.filter { groups[keys[$0]]?.first == $0 }.compactMap { first in
            let group = (groups[keys[first]] ?? []).map { drafts[$0] }
            guard var best = group.reversed().max(by: { $0.confidence < $1.confidence }) else { return nil }
            for span in group.flatMap(\.content) where isQuoted(span) {
                let isNew = best.content.allSatisfy { $0.end <= span.start || span.end <= $0.start }
                if isNew, let last = best.content.last, last.end <= span.start { best.content.append(span) }
            }
            return best
        }
    }

    /// Gives a quotation that several cues claim to the one that is found most surely; a cue whose content holds the other's
    /// cue claims it with that.
    private func single(_ drafts: [Draft]) -> [Draft] {
        var drafts = drafts
        divide(&drafts)
        var claimants: [Int: [Int]] = [:]
        for (number, draft) in drafts.enumerated() where draft.cue != nil {
            for quotation in claims(draft) { claimants[quotation, default: []].append(number) }
        }
        var dropped: Set<Int> = []
        for claimants in claimants.values where claimants.count > 1 {
            for index in claimants {
                let rivals = claimants.filter {
                    $0 != index && !holds(drafts[index], drafts[$0]) && !holds(drafts[$0], drafts[index])
                }
                let isBeaten = rivals.contains { (drafts[$0].confidence, $0) > (drafts[index].confidence, index) }
                if isBeaten, drafts[index].content.allSatisfy({ !touched([$0]).isEmpty }) { dropped.insert(index) }
            }
        }
        return drafts.indices.filter { !dropped.contains($0) }.map { drafts[$0] }
    }

    /// `“The airlift,” said Reyne, “will not end,” he added, “in spring”`: what stands between two cues behind quotations is
    /// the first one's.
    private func divide(_ drafts: inout [Draft]) {
        let order = drafts.indices.filter { drafts[$0].rule == ParentheticalCue.name && drafts[$0].content.count > 1 }
            .sorted { drafts[$0].start < drafts[$1].start }
        for (first, second) in zip(order, order.dropFirst())
        where drafts[first].block == drafts[second].block && drafts[first].content.last == drafts[second].content.first
        {
            drafts[second].content.removeFirst()
        }
    }

    private func isInside(_ span: TextSpan, _ quotation: Int) -> Bool {
        quotations[quotation].outer.contains { $0.start <= span.start && span.end <= $0.end }
    }

    private func holds(_ outer: Draft, _ inner: Draft) -> Bool {
        cueSpan(inner).map { Nesting.holds(outer.content, $0) } ?? false
    }

    private func completed(_ draft: Draft) -> Draft {
        var draft = draft
        let cue = cueSpan(draft)
        var content: [TextSpan] = []
        for span in draft.content {
            for piece in completed(span, cue) where content.last != piece {
                if let last = content.last, piece.start < last.end {
                    content[content.count - 1].end = max(last.end, piece.end)
                } else {
                    content.append(piece)
                }
            }
        }
        draft.content = content
        for index in touched(content) { draft.notes += quotations[index].notes.filter { !draft.notes.contains($0) } }
        return draft
    }

    private func completed(_ span: TextSpan, _ cue: TextSpan?) -> [TextSpan] {
        var span = span
        if let cue, let nested = nested(span, cue) { return nested }
        for index in touched([span]) {
            let quotation = quotations[index]
            if let cue, quotation.span.start <= cue.start, cue.end <= quotation.span.end { continue }
            if quotation.outer.contains(where: { $0.start <= span.start && span.end <= $0.end }) {
                return quotation.pieces
            }
            if let outer = quotation.outer.first(where: {
                $0.end >= span.end && $0.start > span.start && $0.start < span.end
            }),
                clauses[0].tree.source[TextSpan(span.start, outer.start)].lowercased() == "that "
            {
                return quotation.pieces
            }
            for outer in quotation.outer where outer.start < span.end && span.start < outer.end {
                span = TextSpan(min(span.start, outer.start), max(span.end, outer.end))
            }
        }
        return [joined(span)]
    }

    /// A content inside a quotation that begins with a quotation within it is that.
    private func nested(_ span: TextSpan, _ cue: TextSpan) -> [TextSpan]? {
        guard let outer = index.touching(cue).first(where: { isInside(cue, $0) }) else { return nil }
        let inner = quotations.first { quotation in
            quotation.parent == outer
                && quotation.outer.contains { $0.start <= span.start && span.start < $0.end && cue.end <= $0.start }
        }
        return inner?.pieces
    }

    /// `called it “too late” and “too small”`: with the quotations that are joined to the one at the end.
    private func joined(_ span: TextSpan) -> TextSpan {
        guard let block = block(at: span.start), let last = touched([span]).last,
            quotations[last].outer.last?.end == span.end
        else { return span }
        let tree = clauses[block].tree
        var next = tree.token(at: span.end)
        guard next + 2 < tree.indices.upperBound, tree.relations[next] == .cc else { return span }
        next += 1
        guard let other = tree.quotation[next], tree.sentence(next).contains(next - 2),
            quotations[other].pieces.first.map({ tree.source[$0].first?.isUppercase == false }) == true,
            let end = quotations[other].outer.last?.end
        else { return span }
        return TextSpan(span.start, end)
    }

    private func touched(_ content: [TextSpan]) -> [Int] { index.touching(content) }

    /// The quotations whose words are the draft's content; one in which its cue stands is not.
    private func claims(_ draft: Draft) -> [Int] {
        let cue = cueSpan(draft)
        return touched(draft.content).filter { quotation in cue.map { !isInside($0, quotation) } ?? true }
    }

    private func cueSpan(_ draft: Draft) -> TextSpan? {
        draft.cue.map { clauses[draft.block].tree.span($0.tokens) }
    }

    /// Gives a quotation that no content covers to the statement that it goes on with, or to nobody.
    private func place(_ index: Int, _ drafts: inout [Draft], _ byBlock: inout [Int: [Int]]) {
        let quotation = quotations[index]
        guard let piece = quotation.pieces.first, let block = block(at: piece.start) else { return }
        let tree = clauses[block].tree
        let first = tree.token(at: quotation.span.start)
        let startsSentence = first < tree.indices.upperBound && isSentenceStart(first, tree)
        if startsSentence, let before = speaking(before: quotation.span.start, in: block, drafts, byBlock) {
            drafts[before].content += quotation.pieces
            return
        }
        if first > 1, first < tree.indices.upperBound, tree.words(first - 1) == ":",
            let before = byBlock[block]?.last(where: { drafts[$0].content.last?.end == tree.span(first - 2).end })
        {
            drafts[before].content += quotation.pieces
            return
        }
        if startsSentence, isWhole(quotation, block), let before = ending(block - 1, drafts, byBlock) {
            drafts[before].content += quotation.pieces
            drafts[before].notes.append(Self.goesOn)
            byBlock[block, default: []].append(before)
            return
        }
        guard isSpeech(quotation) else { return }
        if let sentence = leadIn(first, tree),
            let before = speaking(justBefore: sentence.start, in: block, drafts, byBlock)
        {
            drafts[before].content.append(TextSpan(sentence.start, max(sentence.end, quotation.span.end)))
            return
        }
        byBlock[block, default: []].append(drafts.count)
        drafts.append(
            Draft(
                rule: "UnattributedQuotation", block: block, cue: nil, source: nil, content: quotation.pieces,
                confidence: 0.3, notes: quotation.notes + ["no speaker named"]))
    }

    /// `“It is shut,” Reyne said. But “we shall open it as soon as the water falls.”`: the sentence of a quotation that
    /// begins with the reporter's words, when no cue stands among them.
    private func leadIn(_ first: Int, _ tree: Tree) -> TextSpan? {
        guard first < tree.indices.upperBound else { return nil }
        let sentence = tree.sentence(first)
        let isOwn = (sentence.lowerBound..<first).contains { tree.isVerb($0) && tree.quotation[$0] == nil }
        return sentence.lowerBound < first && !isOwn ? tree.span(sentence.lowerBound..<first) : nil
    }

    /// The statement that the sentence in front makes with a quotation and a cue.
    private func speaking(justBefore offset: Int, in block: Int, _ drafts: [Draft], _ byBlock: [Int: [Int]]) -> Int? {
        let tree = clauses[block].tree
        let sentence = tree.token(at: offset) - 1
        guard sentence >= 0 else { return nil }
        return byBlock[block]?.last { index in
            guard let cue = drafts[index].cue, drafts[index].block == block, drafts[index].confidence > 0.7 else {
                return false
            }
            return tree.sentence(cue.head).contains(sentence) && !touched(drafts[index].content).isEmpty
        }
    }

    static let goesOn = "goes on in the next paragraph"

    /// Whether a quotation is all of its block.
    private func isWhole(_ quotation: Quotation, _ block: Int) -> Bool {
        let span = clauses[block].tree.block.block.span
        return quotation.span.start <= span.start + 1 && quotation.span.end >= span.end - 1
    }

    /// The statement with whose quotation a block ends.
    private func ending(_ block: Int, _ drafts: [Draft], _ byBlock: [Int: [Int]]) -> Int? {
        guard clauses.indices.contains(block) else { return nil }
        let end = clauses[block].tree.block.block.span.end
        return byBlock[block]?.last { index in
            guard let last = drafts[index].content.last, drafts[index].cue != nil, last.end <= end,
                last.end > clauses[block].tree.block.block.span.start
            else { return false }
            return !touched([last]).isEmpty && !(cueSpan(drafts[index]).map { isQuoted($0) } ?? false)
        }
    }

    private func isQuoted(_ span: TextSpan) -> Bool { !touched([span]).isEmpty }

    private func block(at offset: Int) -> Int? {
        let block = clauses.partitioningIndex { $0.tree.block.block.span.end > offset }
        return block < clauses.count && clauses[block].tree.block.block.span.start <= offset ? block : nil
    }

    private func isSentenceStart(_ first: Int, _ tree: Tree) -> Bool {
        var before = first - 1
        while before >= 0, tree.classes[before] == .space { before -= 1 }
        return before < 0 || tree.words(before).last.map { ".!?”\"'…".contains($0) } == true
            || tree.sentence(first).lowerBound == first
    }

    /// The statement that somebody makes in the sentence before; else the latest with a quotation in the same paragraph.
    private func speaking(
        before offset: Int, in block: Int, _ drafts: [Draft], _ byBlock: [Int: [Int]]
    ) -> Int? {
        let before = byBlock[block]?.filter { index in
            guard drafts[index].block == block, let cue = cueSpan(drafts[index]) else { return false }
            return cue.end <= offset && drafts[index].start < offset && !isQuoted(cue)
        }
        return before?.last { speaks(drafts[$0], before: offset) }
            ?? before?.last { !touched(drafts[$0].content).isEmpty }
    }

    /// Whether somebody speaks in the sentence that ends in front of `offset`.
    private func speaks(_ draft: Draft, before offset: Int) -> Bool {
        guard let cue = draft.cue, draft.source != nil, cue.act != .think, draft.confidence > 0.7 else { return false }
        let tree = clauses[draft.block].tree
        return tree.sentence(cue.head).upperBound >= tree.token(at: offset) - 1
    }

    /// A whole sentence, or eight words and more; shorter ones are words held at a distance, titles and names.
    private func isSpeech(_ quotation: Quotation) -> Bool {
        guard let first = quotation.pieces.first, let last = quotation.pieces.last, let block = clauses.first else {
            return false
        }
        let words = block.tree.source[TextSpan(first.start, last.end)]
        let count = words.split(whereSeparator: \.isWhitespace).count
        let isSentence = words.first?.isUppercase == true && words.last.map { ".!?…".contains($0) } == true
        return count >= 8 || isSentence && count >= 3
    }
}
