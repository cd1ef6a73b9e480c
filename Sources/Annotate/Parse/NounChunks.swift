extension AnnotatedText {
    /// The base noun phrases: from the left edge of a noun or pronoun to itself, where its label is one that noun phrases
    /// have, or it is joined by conjunctions to such a one. They do not overlap. (spaCy's English `noun_chunks`.)
    package var nounChunks: [Range<Int>] {
        let isNominal = nominalHeads
        var chunks: [Range<Int>] = []
        var last = -1
        for index in tokens.indices {
            let token = tokens[index]
            let isConjunct = dependency(of: token) == "conj"
            guard ["NOUN", "PROPN", "PRON"].contains(partOfSpeech(of: token)), Int(token.leftEdge) > last,
                isNominal[isConjunct ? Int(token.head) : index]
            else { continue }
            chunks.append(Int(token.leftEdge)..<index + 1)
            last = index
        }
        return chunks
    }

    private static let nominal: Set<String> = [
        "oprd", "nsubj", "dobj", "nsubjpass", "pcomp", "pobj", "dative", "appos", "attr", "ROOT",
    ]

    /// For each token whether its label is one that noun phrases have; for one that a conjunction joins to its left, whether
    /// the label of that is. One pass, since such a chain runs to the left.
    private var nominalHeads: [Bool] {
        var isNominal: [Bool] = []
        isNominal.reserveCapacity(tokens.count)
        for index in tokens.indices {
            let label = dependency(of: tokens[index])
            let head = Int(tokens[index].head)
            isNominal.append(label == "conj" && head < index ? isNominal[head] : Self.nominal.contains(label))
        }
        return isNominal
    }
}
