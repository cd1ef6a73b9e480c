import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// The cue stands behind the quotation: `“…,” she said`, `“…,” said Dmitry Peskov, the Kremlin spokesman`.
///
/// Between the closing mark and the verb stands the source and nothing else but a comma, a dash and adverbs. A second
/// quotation that follows the cue, behind a comma or as the next sentence, goes on with the first: `“…,” she said,
/// “…”`; its content is a piece of the same statement.
///
/// A quotation that ends a sentence of the reporter's, `on a subject of “…,” she said`, is *mixed*: the content begins with
/// that sentence.
///
/// Not read: a sentence of its own behind the quotation (`“…” Peskov warned that …`), whose verb has a content of its own.
struct CueBehindQuotation: QuotationPattern {
    static let name = "CueBehindQuotation"

    func attribution(ofQuotationAt index: Int, in clauses: Clauses) -> Attribution? {
        let elements = clauses.elements
        guard let quotation = elements[index].quotation else { return nil }
        var start = index + 1
        if start < elements.count, elements[start].isComma || elements[start].isDash {
            start += 1
        }
        guard start < elements.count, elements[start].isWord, leansOnCue(clauses, index, quotation) else { return nil }
        let end = clauses.passage.sentenceEnd(of: start)
        guard let (source, cue, behind) = inverted(clauses, start, end) ?? inOrder(clauses, start, end) else {
            return nil
        }
        var attribution = Attribution(
            quotations: [quotation], content: clauses.quotations[quotation].pieces, source: source, cue: cue,
            directness: .direct, rule: Self.name, passage: clauses.passageIndex)
        attribution.notes = clauses.quotations[quotation].notes
        let front = clauses.passage.contentStart(of: index)
        if front < index, clauses.elements[front].isWord {
            attribution.directness = .mixed
            let end = clauses.quotations[quotation].outer.last?.end ?? clauses.elements[index].span.end
            attribution.content = [TextSpan(clauses.elements[front].span.start, end)]
        }
        attribution.via = CarrierBehindCue.via(clauses, from: behind, to: end)
        continueQuotation(&attribution, clauses, behind: behind, end: end)
        return attribution
    }

    /// The quotation closes as one does that a cue follows: with a comma, a question or exclamation mark, a dash, or a
    /// comma behind the closing mark.
    private func leansOnCue(_ clauses: Clauses, _ index: Int, _ quotation: Int) -> Bool {
        let next = clauses.elements[index + 1]
        if next.isMark { return next.isComma || next.isDash }
        guard let piece = clauses.quotations[quotation].pieces.last, let last = clauses.passage.text[piece].last else {
            return false
        }
        return ",?!—–-…".contains(last) || last != "." || !next.isCapitalized && next.lower.first?.isLetter == true
    }

    /// `said Dmitry Peskov, the Kremlin spokesman.`
    private func inverted(_ clauses: Clauses, _ start: Int, _ end: Int) -> (SourcePhrase, CueMatch, Int)? {
        guard let cue = clauses.cue(at: start, forms: [.finite]) else { return nil }
        var stop = start + 1
        while stop < end, clauses.elements[stop].quotation == nil { stop += 1 }
        guard let (source, behind) = longestSource(clauses, start + 1, stop) else { return nil }
        return (source, cue, behind)
    }

    /// An apposition at the end of a sentence has no second comma: the full stop closes it.
    private func longestSource(_ clauses: Clauses, _ start: Int, _ end: Int) -> (SourcePhrase, Int)? {
        let closed = AppositionBeforeStop.source(clauses, start, end)
        return closed ?? clauses.source(startingAt: start, to: end)
    }

    /// `she said`, `Mr. Peskov, the Kremlin spokesman, also told reporters`
    private func inOrder(_ clauses: Clauses, _ start: Int, _ end: Int) -> (SourcePhrase, CueMatch, Int)? {
        for verb in start..<end {
            guard clauses.elements[verb].quotation == nil else { return nil }
            guard let cue = clauses.cue(at: verb, forms: [.finite]) else { continue }
            guard let source = clauses.source(start..<verb) else { continue }
            return (source, cue, verb + 1)
        }
        return nil
    }

    private func continueQuotation(_ attribution: inout Attribution, _ clauses: Clauses, behind: Int, end: Int) {
        let elements = clauses.elements
        guard let next = elements.indices.first(where: { $0 >= behind && elements[$0].quotation != nil }),
            let quotation = elements[next].quotation, next == end || next < end && !Self.hasCue(clauses, behind..<next)
        else { return }
        let isComplete = next == end || elements[next - 1].isComma || elements[next - 1].lower == ":"
        guard isComplete, next == end || next <= behind + 8 else { return }
        if next == end, next + 1 < elements.count, CueBehindQuotation().startsOwnCue(clauses, next, quotation) {
            return
        }
        attribution.quotations.append(quotation)
        attribution.content += clauses.quotations[quotation].pieces
        attribution.notes += clauses.quotations[quotation].notes
    }

    /// Whether a cue of its own follows the quotation at `index`.
    private func startsOwnCue(_ clauses: Clauses, _ index: Int, _ quotation: Int) -> Bool {
        guard leansOnCue(clauses, index, quotation) else { return false }
        var start = index + 1
        if clauses.elements[start].isMark { start += 1 }
        guard start < clauses.elements.count else { return false }
        let end = clauses.passage.sentenceEnd(of: start)
        return inverted(clauses, start, end) != nil || inOrder(clauses, start, end) != nil
    }

    private static func hasCue(_ clauses: Clauses, _ range: Range<Int>) -> Bool {
        range.contains { clauses.cue(at: $0, forms: [.finite]) != nil }
    }
}

/// `NAME, ROLE.`: the apposition that the end of the sentence closes.
enum AppositionBeforeStop {
    static func source(_ clauses: Clauses, _ start: Int, _ end: Int) -> (SourcePhrase, Int)? {
        guard let comma = (start..<end).first(where: { clauses.elements[$0].isComma }),
            let name = clauses.source(start..<comma), case .name = name.form, name.office == nil, name.kind == .person
        else { return nil }
        let stops = (comma + 1..<end).filter { clauses.elements[$0].isMark && clauses.elements[$0].lower != "'" }
        let stop = stops.first ?? end
        guard let role = clauses.source(comma + 1..<stop) else { return nil }
        switch role.form {
        case .definiteRole, .unnamed:
            var phrase = name
            phrase.office = role.withoutArticle(in: clauses.passage.text)
            phrase.span = TextSpan(name.span.start, role.span.end)
            return (phrase, stop)
        default: return nil
        }
    }
}

extension SourcePhrase {
    /// The words without a leading article.
    func withoutArticle(in text: SourceText) -> TextSpan {
        let words = text[span]
        for article in ["the ", "The ", "a ", "A ", "an ", "An "] where words.hasPrefix(article) {
            return TextSpan(span.start + article.utf8.count, span.end)
        }
        return span
    }
}
