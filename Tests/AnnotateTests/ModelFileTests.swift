import DemarcheAnnotate
import Foundation
import TestSupport
import Testing

/// Model files that are not as they should be.
@Suite struct ModelFileTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "demarche-\(UUID().uuidString).model")
        .path

    private func code(_ bytes: [UInt8]) throws -> ModelError.Code? {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let error = #expect(throws: ModelError.self) { try LanguageModel(path: path) }
        #expect(error?.message.contains("demarche model fetch") == true, "\(String(describing: error))")
        #expect(error?.path == path)
        return error?.code
    }

    @Test func saysThatItIsMissing() {
        let error = #expect(throws: ModelError.self) { try LanguageModel(path: "/nowhere/a.model") }
        #expect(error?.code == .missing)
        #expect(error?.description == "/nowhere/a.model: no such language model; `demarche model fetch` gets it")
    }

    @Test(arguments: ["", "x", "DMCHLANG", "not a model at all, but long enough for its header and more"])
    func saysThatItIsNoModel(words: String) throws {
        #expect(try code(Array(words.utf8)) == .notAModel)
    }

    @Test func saysThatAFolderIsNoModel() {
        let error = #expect(throws: ModelError.self) { try LanguageModel(path: "/tmp") }
        #expect(error?.code == .notAModel)
    }

    @Test func noticesEveryAlteration() throws {
        let good = [UInt8](try Data(contentsOf: URL(fileURLWithPath: TestModel.path)))
        #expect(try code(Array(good.dropLast())) == .damaged)
        #expect(try code(Array(good.prefix(good.count / 2))) == .damaged)
        #expect(try code(good + [0]) == .damaged)
        for place in [16, 24, 40, 5000, good.count / 2, good.count - 1] {
            var altered = good
            altered[place] ^= 1
            #expect(try code(altered) == .damaged, "at \(place)")
        }
        var newer = good
        newer[8] += 1
        #expect(try code(newer) == .otherVersion)
    }

    @Test func namesTheFileThatAConversionMisses() {
        var conversion = ModelConversion(folder: "/nowhere")
        let error = #expect(throws: ModelError.self) { try conversion.file(name: "x") }
        #expect(error?.code == .badSource)
        #expect(error?.path == "/nowhere/tokenizer")
    }
}
