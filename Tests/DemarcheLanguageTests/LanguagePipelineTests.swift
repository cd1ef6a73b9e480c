import DemarcheLanguage
import Foundation
import TestSupport
import Testing

/// What another Swift program sees.
@Suite struct LanguagePipelineTests {
    @Test func annotatesAsTheGuideShows() throws {
        let pipeline = try LanguagePipeline(model: TestModel.path)
        #expect(pipeline.modelName == "en_core_web_sm 3.8.0")
        let document = pipeline.annotate("The envoys of France met in Geneva on Monday.")
        let entities = document.entities.map { entity in
            entity.type + " " + entity.tokens.map { Array(document.tokens)[$0].text }.joined(separator: " ")
        }
        #expect(entities == ["GPE France", "GPE Geneva", "DATE Monday"])
        let met = try #require(document.tokens.first { $0.text == "met" })
        #expect((met.lemma, met.tag, met.partOfSpeech, met.dependency) == ("meet", "VBD", "VERB", "ROOT"))
        #expect((met.head, met.subtree, met.utf8Range) == (met.index, 0...9, 21..<24))
        #expect(document.sentences == [0..<10])
        #expect(document.nounChunks.count == 4)
    }

    /// The same text gives the same document on every thread, however many annotate.
    @Test func givesTheSameOnManyThreads() async throws {
        let pipeline = try LanguagePipeline(model: TestModel.path)
        let texts = (0..<24).map {
            "On day \($0) the envoys of Ruritania said that they would wait \($0) hours in Vaduz."
        }
        let alone = texts.map { pipeline.annotate($0).conllu }
        let together = await withTaskGroup(of: (Int, String).self) { group in
            for (index, text) in texts.enumerated() { group.addTask { (index, pipeline.annotate(text).conllu) } }
            return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
        }
        #expect(texts.indices.map { together[$0] } == alone)
    }

    @Test func saysWhatIsWrongWithAModel() {
        let error = #expect(throws: LanguageError.self) { try LanguagePipeline(model: "/nowhere.model") }
        #expect(error?.description == "/nowhere.model: no such language model; `demarche model fetch` gets it")
    }
}
