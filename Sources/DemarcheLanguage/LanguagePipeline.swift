internal import DemarcheAnnotate
internal import DemarcheSourceText
internal import Synchronization

/// spaCy's English pipeline, run natively: tokens, tags, a dependency parse, lemmas and named entities.
///
/// ```swift
/// import DemarcheLanguage
///
/// let pipeline = try LanguagePipeline(model: "Models/en_core_web_sm-3.8.0.model")
/// for token in pipeline.annotate("Envoys met in Geneva.").tokens {
///     print(token.text, token.tag, token.head)
/// }
/// ```
///
/// A pipeline may be used from several threads at once; each annotates with memory of its own, up to some
/// 90 MB. The same text
/// gives the same annotations, whatever was annotated before and on whatever thread.
///
/// The method and the weights are those of spaCy 3.8 (Honnibal, Montani, Van Landeghem and Boyd, MIT); the annotations are
/// the same but where two scores are closer than rounding.
public final class LanguagePipeline: Sendable {
    private let model: LanguageModel
    private let workers = Mutex<Workers>(Workers())

    private struct Workers {
        var idle: [LanguageWorker] = []
    }

    /// Loads the model file at a path, which `demarche model fetch` makes. Takes some 20 ms.
    ///
    /// - Throws: ``LanguageError`` when the file is missing, not a model, of another version, or altered.
    public init(model path: String) throws(LanguageError) {
        do { model = try LanguageModel(path: path) } catch { throw LanguageError(description: error.description) }
    }

    /// What the model is called, such as `en_core_web_sm 3.8.0`.
    public var modelName: String { model.name }

    /// Annotates a text as one document.
    ///
    /// Sentences influence their neighbours, so hand over what belongs together and nothing else: a headline glued to a body
    /// makes one sentence with it. Time grows linearly with the text, at some 50,000 words a second on one core with AVX-512;
    /// memory by about 100 bytes a token.
    ///
    /// - Precondition: the text has less than 2 GiB of UTF-8.
    public func annotate(_ text: String) -> LanguageDocument {
        let worker = workers.withLock { Handed($0.idle.popLast()) }.worker ?? LanguageWorker(model)
        let annotated = worker.annotate(text)
        let handed = Handed(worker)
        workers.withLock { $0.idle.append(contentsOf: [handed.worker].compactMap(\.self)) }
        return LanguageDocument(annotated)
    }

    /// A worker on its way into or out of the lock.
    ///
    /// `@unchecked`: it is used by one thread at a time, which the lock sees to.
    private struct Handed: @unchecked Sendable {
        let worker: LanguageWorker?
        init(_ worker: LanguageWorker?) { self.worker = worker }
    }
}

/// Why a language model could not be loaded; the description names the file and the command that mends it.
public struct LanguageError: Error, Sendable, CustomStringConvertible {
    /// The file, what is wrong with it, and what mends it.
    public let description: String
}

/// A text with its annotations. Ranges of tokens are half-open, as Swift's are.
public struct LanguageDocument: Sendable {
    fileprivate let annotated: AnnotatedText

    fileprivate init(_ annotated: AnnotatedText) { self.annotated = annotated }

    /// The text as it was handed over.
    public var text: String { annotated.text.string }

    /// The tokens in the order of the text, white space of more than one blank among them.
    public var tokens: some RandomAccessCollection<LanguageToken> {
        annotated.tokens.indices.lazy.map { LanguageToken(annotated: annotated, index: $0) }
    }

    /// The sentences as ranges of tokens, which together hold them all.
    public var sentences: [Range<Int>] { annotated.sentences }

    /// The named entities as ranges of tokens with OntoNotes' types, such as *PERSON*, *ORG*, *GPE* and *DATE*.
    public var entities: [(tokens: Range<Int>, type: String)] {
        annotated.entities.map { ($0, annotated.entityType(of: annotated.tokens[$0.lowerBound])) }
    }

    /// The base noun phrases as ranges of tokens.
    public var nounChunks: [Range<Int>] { annotated.nounChunks }

    /// The document in CoNLL-U; see ``LanguageToken/dependency`` for the labels.
    public var conllu: String { annotated.conllu() }
}

/// A token of a document. All of its properties take constant time, but the texts, which copy their words.
public struct LanguageToken: Sendable {
    fileprivate let annotated: AnnotatedText
    /// Its place among the tokens.
    public let index: Int

    private var token: Token { annotated.tokens[index] }

    /// The words as they stand.
    public var text: String { String(annotated.words(of: token)) }
    /// Where it stands in the document's UTF-8.
    public var utf8Range: Range<Int> { Int(token.start)..<Int(token.end) }
    /// The word without inflection, in lower case but for names.
    public var lemma: String { annotated.lemma(of: token) }
    /// The Penn Treebank tag, such as *VBD*.
    public var tag: String { annotated.tag(of: token) }
    /// The universal part of speech, such as *VERB*.
    public var partOfSpeech: String { annotated.partOfSpeech(of: token) }
    /// Features as `Tense=Past|VerbForm=Fin`; empty when there are none.
    public var morphology: String { annotated.morphology(of: token) }
    /// The index of the head; the token's own for the root of a sentence.
    public var head: Int { Int(token.head) }
    /// The label of the arc from the head, in the style of ClearNLP; *ROOT* for a root.
    public var dependency: String { annotated.dependency(of: token) }
    /// The tokens from the first to the last of its subtree.
    public var subtree: ClosedRange<Int> { Int(token.leftEdge)...Int(token.rightEdge) }
    /// The type of the entity that it is a part of, nil outside.
    public var entityType: String? { token.entity == .outside ? nil : annotated.entityType(of: token) }
    /// Whether a sentence starts with it.
    public var startsSentence: Bool { index == 0 || token.startsSentence }
    /// Whether a blank follows that belongs to no other token.
    public var isFollowedByBlank: Bool { token.isFollowedByBlank }
    /// Whether it is nothing but white space.
    public var isSpace: Bool { token.isSpace }
}
