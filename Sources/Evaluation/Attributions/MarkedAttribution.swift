/// The words of one attribution, as offsets in Unicode scalars into its text, ends exclusive. Any list may be empty.
package struct MarkedAttribution: Sendable, Equatable {
    package var source: [Range<Int>]
    package var cue: [Range<Int>]
    package var content: [Range<Int>]
    /// The pattern that found it; nil in gold, as all that follows.
    package var rule: String?
    /// `named`, `unnamed`, `collective` or `absent`.
    package var naming: String?
    package var directness: String?
    /// How probable the program holds it to be that the prediction is right, from 0 to 1.
    package var confidence: Double?

    package init(
        source: [Range<Int>], cue: [Range<Int>], content: [Range<Int>], rule: String? = nil, naming: String? = nil,
        directness: String? = nil, confidence: Double? = nil
    ) {
        self.source = source
        self.cue = cue
        self.content = content
        self.rule = rule
        self.naming = naming
        self.directness = directness
        self.confidence = confidence
    }
}

extension MarkedAttribution: Codable {
    private enum Key: String, CodingKey { case source, cue, content, rule, naming, directness, confidence }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            source: try Self.spans(.source, values), cue: try Self.spans(.cue, values),
            content: try Self.spans(.content, values), rule: try values.decodeIfPresent(String.self, forKey: .rule),
            naming: try values.decodeIfPresent(String.self, forKey: .naming),
            directness: try values.decodeIfPresent(String.self, forKey: .directness),
            confidence: try values.decodeIfPresent(Double.self, forKey: .confidence))
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        for (key, spans) in [(Key.source, source), (.cue, cue), (.content, content)] {
            try values.encode(spans.map { [$0.lowerBound, $0.upperBound] }, forKey: key)
        }
        try values.encodeIfPresent(rule, forKey: .rule)
        try values.encodeIfPresent(naming, forKey: .naming)
        try values.encodeIfPresent(directness, forKey: .directness)
        try values.encodeIfPresent(confidence, forKey: .confidence)
    }

    private static func spans(_ key: Key, _ values: KeyedDecodingContainer<Key>) throws -> [Range<Int>] {
        try (values.decodeIfPresent([[Int]].self, forKey: key) ?? []).map { pair in
            guard pair.count == 2, 0 <= pair[0], pair[0] <= pair[1] else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: values, debugDescription: "\(pair) is no span")
            }
            return pair[0]..<pair[1]
        }
    }
}
