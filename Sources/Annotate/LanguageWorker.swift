import CKernels
package import DemarcheSourceText

/// Which instructions the networks use.
package enum InstructionSet: String, CaseIterable, Sendable {
    case base, avx2, avx512

    var kernels: kernels {
        switch self {
        case .base: kernels_for(kernel_isa_base).pointee
        case .avx2: kernels_for(kernel_isa_avx2).pointee
        case .avx512: kernels_for(kernel_isa_avx512).pointee
        }
    }
}

/// Annotates one text after another with a ``LanguageModel``, as spaCy's pipeline does: tokenizer, tok2vec, tagger, parser,
/// attribute ruler, lemmatizer, entities.
///
/// It keeps what it worked out for words, so one lives on for many texts; several may share a model, each on a thread of its
/// own. What it gives does not depend on the texts before.
package final class LanguageWorker {
    private let model: LanguageModel
    private let kernels: kernels
    private let vocabulary: Vocabulary
    private let tokenizer: Tokenizer
    private let attributes: AttributeCache
    /// Made when a text is first parsed: splitting sentences needs none of their memory.
    private lazy var parserScorer = TransitionScorer(model.parser.network, kernels)
    private lazy var entityScorer = TransitionScorer(model.entities.network, kernels)
    private let types: TypeCache
    private let entityTypes: TypeCache
    private let senterTypes: TypeCache
    private let state = EncoderState()
    private let scratch = FloatBuffer(1)
    private let numberings = (norms: Numbering(), lemmas: Numbering())

    package init(_ model: LanguageModel, instructions: InstructionSet = .avx512) {
        self.model = model
        kernels = instructions.kernels
        vocabulary = Vocabulary(norms: model.norms)
        tokenizer = Tokenizer(model.tokenizer, vocabulary: vocabulary)
        attributes = AttributeCache(model.ruler, model.lemmatizer, vocabulary)
        types = TypeCache(model.encoder, kernels)
        entityTypes = TypeCache(model.entityEncoder, kernels)
        senterTypes = TypeCache(model.senter.encoder, kernels)
    }

    /// The annotations of `text`. Time grows linearly with the text but for long runs without white space; memory by about
    /// 100 bytes a token.
    package func annotate(_ text: String) -> AnnotatedText {
        forgetIfFull()
        let tokens = tokenizer.tokens(text)
        let (tags, parsed) = parse(tokens)
        var arcs = parsed
        var edges = TreeEdges(arcs)
        if arcs.contains(where: { model.parser.decorated[Int($0.label)] != nil }) {
            Deprojectivizer.restore(&arcs, edges, model.parser) { self.isSpace(tokens[$0]) }
            edges = TreeEdges(arcs)
        }
        let attributed = attributes.attributes(tokens, tags: tags, arcs: arcs)
        let entities = recognize(tokens, edges.startsSentence)
        numberings.norms.forget()
        numberings.lemmas.forget()
        return AnnotatedText(
            text, model, tokens, attributed, arcs, edges, entities, vocabulary, attributes.lemmas, numberings)
    }

    /// For each token of `text` whether the stand-alone splitter starts a sentence there.
    package func sentenceStarts(_ text: String) -> [Bool] { split(text).classes.map { $0 == 1 } }

    /// The tokens of a text, and for each 1 where a sentence starts.
    private func split(_ text: String) -> (tokens: [RawToken], classes: [UInt8]) {
        forgetIfFull()
        let tokens = tokenizer.tokens(text)
        var classes: [UInt8] = []
        forEachChunk(of: tokens, model.senter.encoder, senterTypes) { range, rows in
            model.senter.classes(rows, count: range.count, kernels, scratch: scratch, into: &classes)
        }
        return (tokens, classes)
    }

    /// The sentences of `text` by the stand-alone splitter, which together hold all its words; places are UTF-8 offsets.
    package func sentences(_ text: String) -> [TextSpan] {
        let (tokens, classes) = split(text)
        var sentences: [TextSpan] = []
        var offset = 0
        for (token, startsSentence) in zip(tokens, classes) {
            let start = offset
            offset += Int(vocabulary.byteCounts[Int(token.lexeme)])
            if startsSentence == 1 || sentences.isEmpty { sentences.append(TextSpan(start, start)) }
            sentences[sentences.count - 1].end = offset
            offset += token.isFollowedByBlank ? 1 : 0
        }
        return sentences
    }

    private func isSpace(_ token: RawToken) -> Bool { vocabulary.isSpace[Int(token.lexeme)] }

    /// Between two texts, so that no number given out is used any longer.
    private func forgetIfFull() {
        guard vocabulary.isFull || attributes.isFull || tokenizer.isFull else { return }
        vocabulary.removeAll()
        tokenizer.forget()
        attributes.forget()
        for cache in [types, entityTypes, senterTypes] { cache.forget() }
    }

    private func rows(
        _ range: Range<Int>, _ tokens: [RawToken], _ encoder: Encoder, _ cache: TypeCache
    ) -> UnsafePointer<Float> {
        let around = max(0, range.lowerBound - encoder.reach)..<min(tokens.count, range.upperBound + encoder.reach)
        cache.prepare(tokens[around], vocabulary)
        return encoder.rows(range, of: tokens.count, kernels, state: state) { cache.type(tokens[$0]) }
    }

    private func forEachChunk(
        of tokens: [RawToken], _ encoder: Encoder, _ cache: TypeCache,
        _ body: (Range<Int>, UnsafePointer<Float>) -> Void
    ) {
        var start = 0
        while start < tokens.count {
            let range = start..<min(tokens.count, start + TransitionScorer.chunk)
            body(range, rows(range, tokens, encoder, cache))
            start = range.upperBound
        }
    }

    /// Tags and arcs; the rows of the shared encoder are worked out just ahead of the parser.
    private func parse(_ tokens: [RawToken]) -> (tags: [UInt8], arcs: [Arc]) {
        var tags: [UInt8] = []
        tags.reserveCapacity(tokens.count)
        let arcs = DependencyParser.arcs(
            model.parser, parserScorer, count: tokens.count,
            read: { end in
                while tags.count < end {
                    let range = tags.count..<min(tokens.count, tags.count + TransitionScorer.chunk)
                    let rows = self.rows(range, tokens, self.model.encoder, self.types)
                    self.parserScorer.take(range, rows, stride: self.model.encoder.width)
                    self.model.tagger.tag(rows, count: range.count, self.kernels, scratch: self.scratch, into: &tags)
                }
            }, encode: { self.rows($0, tokens, self.model.encoder, self.types) })
        return (tags, arcs)
    }

    private func recognize(
        _ tokens: [RawToken], _ startsSentence: [Bool]
    ) -> [(place: EntityPlace, label: UInt8)] {
        var taken = 0
        return EntityRecognizer(model: model.entities, scorer: entityScorer).entities(
            count: tokens.count, startsSentence: startsSentence, isSpace: { self.isSpace(tokens[$0]) },
            read: { end in
                while taken < end {
                    let range = taken..<min(tokens.count, taken + TransitionScorer.chunk)
                    let rows = self.rows(range, tokens, self.model.entityEncoder, self.entityTypes)
                    self.entityScorer.take(range, rows, stride: self.model.entityEncoder.width)
                    taken = range.upperBound
                }
            }, encode: { self.rows($0, tokens, self.model.entityEncoder, self.entityTypes) })
    }
}
