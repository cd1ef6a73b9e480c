package import DemarcheAnnotate
import Foundation

/// The language model that `make test` puts into `Models`.
package enum TestModel {
    private static let loaded = Result { () throws(ModelError) in try LanguageModel(path: path) }

    package static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Models/en_core_web_sm-3.8.0.model").path

    package static let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path

    /// The small model, loaded once for all tests.
    package static func small() throws -> LanguageModel { try loaded.get() }

    /// An annotator of its own; without the model, which `make test` fetches, no test can go on.
    package static func annotator() -> Annotator {
        do { return Annotator(LanguageWorker(try small())) } catch { fatalError("\(error)") }
    }
}
