import DemarcheSourceText

/// The mentions that the program links otherwise than gold, as lines of text.
package enum CoreferenceErrors {
    /// A line for each: `open` when its speaker stays open though others of its entity were found, `split` when most of
    /// its entity has another name, `merged` when most of what has its name is of another entity.
    package static func lines(_ result: CoreferenceResult) -> [String] { result.alignments.flatMap(links) }

    /// A line for each source in gold that was not found.
    package static func missed(_ result: CoreferenceResult) -> [String] {
        result.alignments.flatMap { alignment in
            alignment.missed.map { "missed  \(alignment.document.id)  “\(words(around: $0.span, alignment.document))”" }
        }
    }

    /// A line for each source of the program that is no mention in gold.
    package static func unmarked(_ result: CoreferenceResult) -> [String] {
        result.alignments.flatMap { alignment in
            alignment.unmarked.map {
                "unmarked  \(alignment.document.id)  “\(words(around: $0.span, alignment.document))”  given "
                    + ($0.name ?? "–")
            }
        }
    }

    private static func links(_ alignment: CoreferenceAlignment) -> [String] {
        let document = alignment.document
        return alignment.pairs.compactMap { pair in
            let mention = document.mentions[pair.mention]
            let entity = alignment.pairs.filter { document.mentions[$0.mention].entity == mention.entity }
            let named = alignment.pairs.filter { $0.source.key == pair.source.key }
            guard let kind = kind(pair, entity, named.map { document.mentions[$0.mention].entity }, mention) else {
                return nil
            }
            let who = document.mentions.filter { $0.entity == mention.entity }.max { $0.span.count < $1.span.count }
            return "\(kind)  \(document.id)  “\(words(around: mention.span, document))”  is "
                + "“\(document.text[who?.span ?? mention.span])”  given \(pair.source.name ?? "–")"
        }
    }

    private static func kind(
        _ pair: (mention: Int, source: NamedSource), _ entity: [(mention: Int, source: NamedSource)],
        _ entities: [Int], _ mention: CoreferenceDocument.Mention
    ) -> String? {
        guard let name = pair.source.key else { return entity.count > 1 ? "open" : nil }
        if mostFrequent(entities) != mention.entity { return "merged" }
        return mostFrequent(entity.compactMap(\.source.key)) != name ? "split" : nil
    }

    /// Of two that are as frequent, the one that comes first.
    private static func mostFrequent<Value: Hashable>(_ values: [Value]) -> Value? {
        let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.values.max()
        return values.first { counts[$0] == most }
    }

    /// The words under a span between ‹ and ›, with some of those around them.
    private static func words(around span: TextSpan, _ document: CoreferenceDocument) -> String {
        let text = document.text
        let before = text[TextSpan(0, span.start)].suffix(24)
        let behind = text[TextSpan(span.end, text.utf8Count)].prefix(32)
        return (before + "‹" + text[span] + "›" + behind).replacing("\n", with: " ")
    }
}
