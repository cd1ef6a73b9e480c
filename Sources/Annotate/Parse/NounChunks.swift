extension AnnotatedText {
    /// The base noun phrases: from the left edge of a noun or pronoun to itself, where its label is one that noun phrases
    /// have, or it is joined by conjunctions to such a one. They do not overlap. (spaCy's English `noun_chunks`.)
    package var nounChunks: [Range<Int>] {
        var chunks: [Range<Int>] = []
        var last = -1
        for index in tokens.indices {
            let token = tokens[index]
            guard ["NOUN", "PROPN", "PRON"].contains(partOfSpeech(of: token)), Int(token.leftEdge) > last,
                isNominal(index)
            else { continue }
            chunks.append(Int(token.leftEdge)..<index + 1)
            last = index
        }
        return chunks
    }

    private static let nominal: Set<String> = [
        "oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT",
    ]

    private func isNominal(_ index: Int) -> Bool {
        let label = dependency(of: tokens[index])
        guard label == "conj" else { return Self.nominal.contains(label) }
        var head = Int(tokens[index].head)
        while dependency(of: tokens[head]) == "conj", tokens[head].head < head { head = Int(tokens[head].head) }
        return Self.nominal.contains(dependency(of: tokens[head]))
    }
}
