internal import DemarcheRecords
package import DemarcheSourceText

/// The words that the program took for a source, and whom it takes them to mean: nil when that stays open.
package struct NamedSource: Sendable, Equatable {
    package let span: TextSpan
    package let name: String?

    package init(span: TextSpan, name: String?) {
        self.span = span
        self.name = name
    }

    /// *The official* at the head of a sentence has the name of *the official* inside one.
    var key: String? { name?.lowercased() }

    /// Nil when no words of the statement name a speaker.
    init?(_ statement: ReportedStatement) {
        guard let mention = statement.speaker.mention else { return nil }
        self.init(span: mention.span, name: statement.speaker.name)
    }
}

/// The sources that the program found, each with the mention that it is in gold.
///
/// The two stand for each other when their spans overlap and the last word of one touches the other; among several, the
/// mention whose last word is the same, then the one that shares the largest part of both. Of the sources of one
/// mention the first counts.
package struct CoreferenceAlignment: Sendable {
    package let document: CoreferenceDocument
    /// By the index of the mention, in text order.
    package let pairs: [(mention: Int, source: NamedSource)]
    /// Sources that are no mention in gold.
    package let unmarked: [NamedSource]

    package init(_ document: CoreferenceDocument, _ sources: [NamedSource]) {
        let ends = EndWords(document.text)
        let found = sources.map { source in (mention: ends.mention(of: source.span, in: document), source: source) }
        let firsts = Dictionary(
            found.compactMap { pair in pair.mention.map { ($0, pair.source) } }, uniquingKeysWith: { first, _ in first }
        )
        self.document = document
        pairs = firsts.sorted { $0.key < $1.key }.map { (mention: $0.key, source: $0.value) }
        unmarked = found.filter { $0.mention == nil }.map(\.source)
    }

    /// The sources in gold that the program did not find.
    package var missed: [CoreferenceDocument.Mention] {
        let found = Set(pairs.map(\.mention))
        return document.mentions.enumerated().filter { $1.speaks && !found.contains($0) }.map(\.element)
    }

    /// Mentions on both sides, in sets: in gold those of one number, of the program's those of one name, in which
    /// capitals count nothing; a source whose speaker stays open is a set of its own.
    package var metrics: LinkMetrics {
        LinkMetrics(key: sets(by: { "\(document.mentions[$0.mention].entity)" }), response: sets(by: Self.name))
    }

    static func name(_ pair: (mention: Int, source: NamedSource)) -> String {
        pair.source.key ?? "|\(pair.mention)"
    }

    private func sets(by label: ((mention: Int, source: NamedSource)) -> String) -> [Set<Int>] {
        Dictionary(grouping: pairs, by: label).sorted { $0.key < $1.key }.map { Set($0.value.map(\.mention)) }
    }
}

/// Compares spans by their last words, which blanks delimit.
private struct EndWords {
    let text: SourceText

    init(_ text: SourceText) { self.text = text }

    func mention(of span: TextSpan, in document: CoreferenceDocument) -> Int? {
        let end = lastWord(span)
        let candidates = document.mentions.enumerated().compactMap { index, mention -> (Int, Double)? in
            let other = lastWord(mention.span)
            guard end.overlaps(mention.span) || other.overlaps(span) else { return nil }
            let shared = min(span.end, mention.span.end) - max(span.start, mention.span.start)
            return (index, Double(2 * shared) / Double(span.count + mention.span.count) + (end.overlaps(other) ? 1 : 0))
        }
        return candidates.max { $0.1 < $1.1 }?.0
    }

    private func lastWord(_ span: TextSpan) -> TextSpan {
        let blank = text[span].utf8.lastIndex(of: UInt8(ascii: " "))
        let length = blank.map { text[span].utf8.distance(from: $0, to: text[span].utf8.endIndex) - 1 } ?? span.count
        return TextSpan(span.end - length, span.end)
    }
}
