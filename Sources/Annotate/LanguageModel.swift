/// The weights and tables of an English pipeline, loaded once and shared by all that annotate.
package final class LanguageModel: Sendable {
    /// What the model is called, such as `en_core_web_sm 3.8.0`.
    package let name: String
    let tokenizer: TokenizerModel
    let norms: NormTable
    let encoder: Encoder
    let tagger: Tagger
    let parser: ParserModel
    let entityEncoder: Encoder
    let entities: EntityModel
    let ruler: AttributeRuler
    let lemmatizer: Lemmatizer
    let senter: Senter
    /// The parser's labels and the parts of speech by their numbers.
    let relations: [Relation]
    let wordClasses: [PartOfSpeech]

    /// Loads the model file at `path`: maps it, checks it, and reads its tables.
    ///
    /// - Throws: ``ModelError`` that says what is wrong with the file and which command mends it.
    package init(path: String) throws(ModelError) {
        let file = try ModelFile(path: path)
        name = try file.strings("about").first ?? ""
        tokenizer = try TokenizerModel(file)
        norms = try NormTable(file)
        let vectors = try StaticVectors(file)
        encoder = try Encoder("tok2vec", vectors: vectors, in: file)
        entityEncoder = try Encoder("ner.tok2vec", vectors: vectors, in: file)
        guard encoder.width == 96, entityEncoder.width == 96 else { throw file.invalid("tok2vec.shape") }
        tagger = try Tagger(file)
        parser = try ParserModel(file)
        entities = try EntityModel(file)
        ruler = try AttributeRuler(file, tags: tagger.labels, labels: parser.labels)
        lemmatizer = try Lemmatizer(file)
        senter = try Senter(file, vectors: vectors)
        relations = ruler.labels.map { Relation(rawValue: $0) ?? .other }
        wordClasses = ruler.partsOfSpeech.map { PartOfSpeech(rawValue: $0) ?? .other }
    }
}
