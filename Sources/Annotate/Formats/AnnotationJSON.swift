package import DemarcheRecords
import DemarcheSourceText

extension AnnotatedText {
    /// The text as JSON: tokens with their annotations, sentences, entities and noun chunks as ranges of tokens. Places
    /// count Unicode scalars and begin at `offset`; absent values leave their key out.
    package func json(offset: Int = 0) -> OrderedJSON {
        let offsets = ScalarOffsets(text)
        return .object([
            ("tokens", .array(tokens.map { json($0, offsets, offset) })),
            ("sentences", .array(sentences.map(Self.range))),
            (
                "entities",
                .array(
                    entities.map { range in
                        .object([
                            ("type", .string(entityType(of: tokens[range.lowerBound]))),
                            ("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound)),
                        ])
                    })
            ),
            ("nounChunks", .array(nounChunks.map(Self.range))),
        ])
    }

    private static func range(_ range: Range<Int>) -> OrderedJSON {
        .object([("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound))])
    }

    private func json(_ token: Token, _ offsets: ScalarOffsets, _ offset: Int) -> OrderedJSON {
        func unlessEmpty(_ text: String) -> OrderedJSON? { text.isEmpty ? nil : .string(text) }
        let span = offsets.scalars(token.span)
        return .object([
            ("text", .string(String(words(of: token)))), ("start", .integer(offset + span.start)),
            ("end", .integer(offset + span.end)), ("lemma", .string(lemma(of: token))),
            ("tag", .string(tag(of: token))),
            ("pos", unlessEmpty(partOfSpeech(of: token))), ("morph", unlessEmpty(morphology(of: token))),
            ("head", .integer(Int(token.head))), ("dep", .string(dependency(of: token))),
        ])
    }
}
