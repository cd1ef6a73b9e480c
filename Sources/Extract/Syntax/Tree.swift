import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A block's tokens with their dependency trees, laid out for walking from heads to dependents.
///
/// Made in one pass; asking for the dependents of a token takes time in their number. A reference, since it never changes and is
/// handed to every rule for every word: copying its lists took a fifth of the time.
final class Tree: Sendable {
    let block: AnnotatedBlock
    /// The whole article.
    let source: SourceText
    let relations: [Relation]
    let classes: [PartOfSpeech]
    let heads: [Int]
    /// For each token the outermost quotation that it stands in, as an index into those of the article.
    let quotation: [Int?]
    private let lowers: [String]
    private let capitalized: [Bool]
    private let marks: [Bool]
    private let lemmas: [String]
    private let edges: [Range<Int>]
    private let firstChild: [Int]
    private let childList: [Int]
    /// For each token the bounds of its sentence.
    private let sentenceStarts: [Int]

    /// Heads are the parser's but where ``Attachment`` has better ones.
    init(_ block: AnnotatedBlock, of source: SourceText, _ index: QuotationIndex, _ lexicon: Lexicon) {
        self.block = block
        self.source = source
        let tokens = block.language.tokens
        classes = tokens.map { block.language.wordClass(of: $0) }
        lowers = tokens.map { block.language.words(of: $0).lowercased() }
        capitalized = tokens.map { block.language.words(of: $0).first?.isUppercase == true }
        marks = tokens.map { !block.language.words(of: $0).contains { $0.isLetter || $0.isNumber } }
        let lemmas = tokens.map { block.language.lemma(of: $0).lowercased() }
        self.lemmas = lemmas
        quotation = Self.quotation(block, index)
        var attachment = Attachment(
            tokens: tokens, relations: tokens.map { block.language.relation(of: $0) }, classes: classes,
            quotation: quotation,
            tag: { block.language.tag(of: tokens[$0]) },
            words: { block.language.words(of: tokens[$0]) },
            cue: { lexicon.verbs[lemmas[$0]] }, noun: { lexicon.nouns[lemmas[$0]] }
        )
        attachment.mend()
        (heads, relations) = (attachment.heads, attachment.relations)
        edges = Self.edges(heads)
        (firstChild, childList) = Self.children(heads)
        sentenceStarts = tokens.indices.filter { $0 == 0 || tokens[$0].startsSentence } + [tokens.count]
    }

    var indices: Range<Int> { heads.indices }

    /// The dependents of a token from left to right.
    func children(_ index: Int) -> ArraySlice<Int> { childList[firstChild[index]..<firstChild[index + 1]] }

    func child(_ index: Int, _ relation: Relation) -> Int? {
        for place in firstChild[index]..<firstChild[index + 1] where relations[childList[place]] == relation {
            return childList[place]
        }
        return nil
    }

    func has(_ index: Int, _ relation: Relation) -> Bool { child(index, relation) != nil }

    /// From the first to the last token below `index`, itself included.
    func subtree(_ index: Int) -> Range<Int> { edges[index] }

    func sentence(_ index: Int) -> Range<Int> {
        var (low, high) = (0, sentenceStarts.count - 1)
        while low + 1 < high {
            let middle = (low + high) / 2
            if sentenceStarts[middle] <= index { low = middle } else { high = middle }
        }
        return sentenceStarts[low]..<sentenceStarts[low + 1]
    }

    func words(_ index: Int) -> Substring { block.language.words(of: block.language.tokens[index]) }
    func lower(_ index: Int) -> String { lowers[index] }
    func isCapitalized(_ index: Int) -> Bool { capitalized[index] }
    func lemma(_ index: Int) -> String { lemmas[index] }
    func tag(_ index: Int) -> String { block.language.tag(of: block.language.tokens[index]) }
    func entity(_ index: Int) -> String { block.language.entityType(of: block.language.tokens[index]) }

    /// A range of tokens as a place in the article.
    func span(_ range: Range<Int>) -> TextSpan { block.span(range) }
    func span(_ index: Int) -> TextSpan { block.span(index..<index + 1) }

    /// The token at or behind a place in the article; the count of tokens behind the last.
    func token(at offset: Int) -> Int {
        let place = Int32(offset - block.start)
        var (low, high) = (0, heads.count)
        while low < high {
            let middle = (low + high) / 2
            if block.language.tokens[middle].end <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The word of those in `span` that none of the others governs, the first of several; nil when there is none.
    func head(of span: TextSpan) -> Int? {
        var end = token(at: span.start)
        let start = end
        while end < indices.upperBound, self.span(end).start < span.end { end += 1 }
        let words = (start..<end).filter { !isPunctuation($0) }
        return words.first { !(start..<end).contains(heads[$0]) || heads[$0] == $0 } ?? words.first
    }

    func isVerb(_ index: Int) -> Bool { classes[index] == .verb }

    /// Whether the token has neither letters nor digits, whatever the tagger takes it for.
    func isMark(_ index: Int) -> Bool { marks[index] }

    func isPunctuation(_ index: Int) -> Bool { classes[index] == .punctuation || classes[index] == .space }

    /// Whether `index` is `ancestor` or below it.
    func isBelow(_ index: Int, _ ancestor: Int) -> Bool {
        var index = index
        while index != ancestor {
            if heads[index] == index { return false }
            index = heads[index]
        }
        return true
    }

    private static func edges(_ heads: [Int]) -> [Range<Int>] {
        var edges = heads.indices.map { $0..<$0 + 1 }
        for index in heads.indices {
            var ancestor = index
            while heads[ancestor] != ancestor {
                ancestor = heads[ancestor]
                let (low, high) = (min(edges[ancestor].lowerBound, index), max(edges[ancestor].upperBound, index + 1))
                if low..<high == edges[ancestor] { break }
                edges[ancestor] = low..<high
            }
        }
        return edges
    }

    private static func children(_ heads: [Int]) -> (first: [Int], list: [Int]) {
        var first = Array(repeating: 0, count: heads.count + 1)
        for (index, head) in heads.enumerated() where head != index { first[head + 1] += 1 }
        for index in heads.indices { first[index + 1] += first[index] }
        var next = first
        var list = Array(repeating: 0, count: first[heads.count])
        for (index, head) in heads.enumerated() where head != index {
            list[next[head]] = index
            next[head] += 1
        }
        return (first, list)
    }

    private static func quotation(_ block: AnnotatedBlock, _ index: QuotationIndex) -> [Int?] {
        let tokens = block.language.tokens
        var inside: [Int?] = Array(repeating: nil, count: tokens.count)
        for number in index.touching(block.block.span) {
            for piece in index.quotations[number].outer {
                var token = tokens.partitioningIndex { block.start + Int($0.end) > piece.start }
                while token < tokens.count, block.start + Int(tokens[token].start) < piece.end {
                    inside[token] = number
                    token += 1
                }
            }
        }
        return inside
    }
}

extension Array {
    /// The first index from which on `belongs` holds, which must hold for all behind the first for which it does.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Range<Int> {
    /// From one token to another; empty where the parser has them in another order.
    init(from first: Int, to last: Int) { self = first..<Swift.max(first, last) }
}
