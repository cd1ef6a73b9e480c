import ArgumentParser
import DemarcheStore
import Foundation

/// Which record a command uses: `--record`, else `DEMARCHE_RECORD`, else the only `.demarche` file in the folder.
struct RecordOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The record to use (default: DEMARCHE_RECORD, else the only .demarche file here).", valueName: "file"))
    var record: String?

    func open() throws -> RecordStore { try RecordStore(path: try Self.path(record)) }

    /// - Parameter option: the option by which the command at hand takes a record.
    static func path(_ given: String?, option: String = "--record") throws -> String {
        if let given { return given }
        if let named = ProcessInfo.processInfo.environment["DEMARCHE_RECORD"], !named.isEmpty { return named }
        let here = try FileManager.default.contentsOfDirectory(atPath: ".").filter { $0.hasSuffix(".demarche") }
            .sorted()
        guard here.count == 1 else {
            let found =
                here.isEmpty ? "no .demarche file is in this folder" : "this folder has \(here.joined(separator: ", "))"
            throw ValidationError("Which record? \(found); name one with \(option) FILE or in DEMARCHE_RECORD.")
        }
        return here[0]
    }
}
