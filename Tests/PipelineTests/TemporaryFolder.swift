import DemarchePipeline
import Foundation

/// A folder of its own for a test, removed with it.
final class TemporaryFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "demarche-pipeline-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func put(_ name: String, _ bytes: [UInt8]) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func put(_ name: String, _ text: String) throws { try put(name, Array(text.utf8)) }

    /// What is found under names in this folder, without its path.
    func found(_ names: String...) -> [String] {
        Inputs.under(names.map { $0 == "" ? url.path : path($0) }).map { $0.path.replacing(url.path + "/", with: "") }
    }
}
