import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Finds assertions with numbers in them: how many, how much, and who says so.
///
/// The assertion is the sentence, or what of it belongs to a statement: *Ruritania has massed 40,000 soldiers* in *The envoy said
/// that Ruritania had massed 40,000 soldiers*. Questions assert nothing. Whoever speaks it stands behind it: the speaker of the
/// statement, the outlet in its comment, or nobody who is named.
struct ClaimFinder {
    private let passage: Passage

    init(_ passage: Passage) { self.passage = passage }

    /// In the order of the text.
    func claims() -> [Claim] { passage.clauses.flatMap(claims) }

    private func claims(in clauses: Clauses) -> [Claim] {
        let reader = QuantityReader(clauses, passage.annotated.times)
        var found: [(assertion: TextSpan, carrier: ReportedStatement?, quantities: [QuantityReader.Found])] = []
        var next = 0
        while next < clauses.tree.indices.upperBound {
            let sentence = clauses.tree.sentence(next)
            next = max(sentence.upperBound, next + 1)
            guard !isQuestion(sentence, clauses.tree) else { continue }
            for quantity in reader.quantities(in: sentence) {
                let place = clauses.tree.span(quantity.tokens)
                let carrier = passage.statement(holding: place)
                let assertion = assertion(sentence, place, carrier, clauses.tree)
                if found.last?.assertion == assertion {
                    found[found.count - 1].quantities.append(quantity)
                } else {
                    found.append((assertion, carrier, [quantity]))
                }
            }
        }
        return found.map { claim($0.assertion, $0.carrier, $0.quantities, clauses) }
    }

    private func isQuestion(_ sentence: Range<Int>, _ tree: Tree) -> Bool {
        sentence.reversed().first { !["\"", "”", "’", "'"].contains(tree.words($0)) }.map { tree.words($0) == "?" }
            ?? false
    }

    /// What of the sentence belongs to the statement in which the number stands.
    private func assertion(
        _ sentence: Range<Int>, _ place: TextSpan, _ carrier: ReportedStatement?, _ tree: Tree
    ) -> TextSpan {
        let whole = tree.span(sentence)
        let piece = carrier?.content.map(\.span).first { $0.start <= place.start && place.start < $0.end } ?? whole
        let first = tree.token(at: max(piece.start, whole.start))
        let end = tree.token(at: max(min(piece.end, whole.end), place.end) - 1) + 1
        return trimmed(first..<max(first + 1, end), tree)
    }

    private func trimmed(_ sentence: Range<Int>, _ tree: Tree) -> TextSpan {
        var range = sentence
        while range.count > 1, tree.isPunctuation(range.upperBound - 1) {
            range = range.lowerBound..<range.upperBound - 1
        }
        while range.count > 1, tree.isPunctuation(range.lowerBound) { range = range.lowerBound + 1..<range.upperBound }
        return tree.span(range)
    }

    private func claim(
        _ assertion: TextSpan, _ carrier: ReportedStatement?, _ quantities: [QuantityReader.Found], _ clauses: Clauses
    ) -> Claim {
        let attribution: Claim.Attribution =
            carrier.map { .statement($0.id) }
            ?? (clauses.tree.block.block.kind == .opinion ? .editorial : .unattributed)
        return Claim(
            article: passage.article.id, assertion: Evidence(assertion, in: passage.text),
            quantities: quantities.map(\.quantity), attribution: attribution,
            hedge: hedge(assertion, outside: quantities, clauses.tree))
    }

    /// The first word that hedges the assertion; inside it, so that the hedge of another clause is not its own, and outside
    /// the quantities, whose bounds are known.
    private func hedge(
        _ assertion: TextSpan, outside quantities: [QuantityReader.Found], _ tree: Tree
    ) -> Evidence? {
        var index = tree.token(at: assertion.start)
        while index < tree.indices.upperBound, tree.span(index).start < assertion.end {
            let isMonth = tree.tag(index) == "NNP"
            let isBound = quantities.contains { $0.tokens.contains(index) }
            if !isMonth, !isBound, QuantityWords.english.hedges.contains(tree.lower(index)) {
                return Evidence(tree.span(index), in: passage.text)
            }
            index += 1
        }
        return nil
    }
}
