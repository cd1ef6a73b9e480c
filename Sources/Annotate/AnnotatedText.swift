package import DemarcheSourceText

/// A token with all that the pipeline says of it: a small value of fixed size, whose strings ``AnnotatedText`` holds.
package struct Token: Sendable {
    /// Where it stands, in UTF-8.
    package let start: Int32
    package let end: Int32
    /// The index of its head; its own for a root.
    package let head: Int32
    /// The first and the last token of its subtree.
    package let leftEdge: Int32
    package let rightEdge: Int32
    let norm: Int32
    let lemma: Int32
    let label: UInt16
    let morphology: UInt16
    let tag: UInt8
    let partOfSpeech: UInt8
    let entityLabel: UInt8
    package let entity: EntityPlace
    /// Whether one ordinary blank that belongs to it follows.
    package let isFollowedByBlank: Bool
    package let startsSentence: Bool
    package let isSpace: Bool

    package var span: TextSpan { TextSpan(Int(start), Int(end)) }
}

/// A text with its tokens, sentences, dependency trees, entities and noun chunks.
package struct AnnotatedText: Sendable {
    package let text: SourceText
    package let tokens: [Token]
    private let model: LanguageModel
    /// Lemmas and norms of this text, each once.
    private let strings: [String]

    init(
        _ text: String, _ model: LanguageModel, _ raw: [RawToken], _ attributed: [AttributeCache.Entry], _ arcs: [Arc],
        _ edges: TreeEdges, _ entities: [(place: EntityPlace, label: UInt8)], _ vocabulary: Vocabulary,
        _ lemmas: [String], _ numberings: (norms: Numbering, lemmas: Numbering)
    ) {
        self.text = SourceText(text)
        self.model = model
        var strings: [String] = []
        func number(_ key: Int32, _ numbering: Numbering, _ string: @autoclosure () -> String) -> Int32 {
            if let known = numbering[key] { return known }
            numbering[key] = Int32(strings.count)
            strings.append(string())
            return Int32(strings.count - 1)
        }
        var offset: Int32 = 0
        tokens = raw.indices.map { index in
            let lexeme = Int(raw[index].lexeme)
            let attributes = attributed[index].attributes
            let start = offset
            offset += vocabulary.byteCounts[lexeme]
            defer { offset += raw[index].isFollowedByBlank ? 1 : 0 }
            return Token(
                start: start, end: offset, head: arcs[index].head, leftEdge: edges.left[index],
                rightEdge: edges.right[index],
                norm: number(raw[index].lexeme, numberings.norms, vocabulary.lexemes[lexeme].norm),
                lemma: number(attributed[index].lemma, numberings.lemmas, lemmas[Int(attributed[index].lemma)]),
                label: attributes.label, morphology: attributes.morphology, tag: attributes.tag,
                partOfSpeech: attributes.partOfSpeech, entityLabel: entities[index].label,
                entity: entities[index].place,
                isFollowedByBlank: raw[index].isFollowedByBlank, startsSentence: edges.startsSentence[index],
                isSpace: vocabulary.isSpace[lexeme])
        }
        self.strings = strings
    }

    package func words(of token: Token) -> Substring { text[token.span] }
    package func lemma(of token: Token) -> String { strings[Int(token.lemma)] }
    package func norm(of token: Token) -> String { strings[Int(token.norm)] }
    package func shape(of token: Token) -> String { Lexeme.shape(of: String(words(of: token))) }
    /// The Penn Treebank tag.
    package func tag(of token: Token) -> String { model.tagger.labels[Int(token.tag)] }
    /// The universal part of speech.
    package func partOfSpeech(of token: Token) -> String { model.ruler.partsOfSpeech[Int(token.partOfSpeech)] }
    /// Features such as `Number=Sing|Person=3`; empty when there are none.
    package func morphology(of token: Token) -> String { model.ruler.morphologies[Int(token.morphology)] }
    /// The label of the arc from its head, in ClearNLP's style; *ROOT* for a root.
    package func dependency(of token: Token) -> String { model.ruler.labels[Int(token.label)] }
    package func relation(of token: Token) -> Relation { model.relations[Int(token.label)] }
    package func wordClass(of token: Token) -> PartOfSpeech { model.wordClasses[Int(token.partOfSpeech)] }
    /// The type of the entity that the token is a part of, such as *PERSON*; empty outside.
    package func entityType(of token: Token) -> String { model.entities.labels[Int(token.entityLabel)] }

    /// The sentences as ranges of tokens, which together hold them all.
    package var sentences: [Range<Int>] {
        let starts = tokens.indices.filter { $0 == 0 || tokens[$0].startsSentence }
        return zip(starts, starts.dropFirst() + [tokens.count]).map { $0..<$1 }
    }

    /// The entities as ranges of tokens.
    package var entities: [Range<Int>] {
        var found: [Range<Int>] = []
        for index in tokens.indices {
            switch tokens[index].entity {
            case .begin: found.append(index..<index + 1)
            case .inside: if let last = found.popLast() { found.append(last.lowerBound..<index + 1) }
            case .outside: break
            }
        }
        return found
    }
}

/// Numbers that a worker's own numbers have in one text; used for one text after another without a new table for each.
final class Numbering {
    private var known: [Int32] = []
    private var touched: [Int32] = []

    subscript(key: Int32) -> Int32? {
        get { key < known.count && known[Int(key)] >= 0 ? known[Int(key)] : nil }
        set {
            while known.count <= key { known.append(-1) }
            known[Int(key)] = newValue ?? -1
            touched.append(key)
        }
    }

    func forget() {
        for key in touched { known[Int(key)] = -1 }
        touched.removeAll(keepingCapacity: true)
    }
}
