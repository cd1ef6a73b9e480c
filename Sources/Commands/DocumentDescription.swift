import ArgumentParser
import DemarcheIngest
import DemarcheRecords
import Foundation

/// What the user says about the inputs of `read`.
struct DocumentDescription: ParsableArguments {
    @Option(help: ArgumentHelp("The outlet of the one file that is read, by name or domain.", valueName: "name"))
    var outlet: String?

    @Option(help: ArgumentHelp("When the one file that is read was published: 2022-03-24.", valueName: "date"))
    var published: String?

    @Option(help: ArgumentHelp("The address of the one file that is read.", valueName: "address"))
    var url: String?

    @Option(
        help: ArgumentHelp(
            "Fields of JSON Lines and CSV by names that are not known: text=body,url=link.", valueName: "ours=theirs"))
    var map: String?

    @Option(
        help: ArgumentHelp(
            "A table of outlets besides those that are known, a line each: courier.example | The Courier | newspaper.",
            valueName: "file"))
    var outlets: String?

    /// - Throws: `ValidationError` when the table cannot be read, or a line of it names no outlet.
    func knownOutlets() throws -> Outlets {
        guard let outlets else { return .known }
        let table: String
        do { table = try String(contentsOfFile: outlets, encoding: .utf8) } catch {
            throw ValidationError("--outlets: \(outlets) cannot be read as text in UTF-8")
        }
        do { return try Outlets.known.extended(by: table) } catch {
            throw ValidationError("--outlets: \(outlets): \(error)")
        }
    }

    /// - Parameter count: how many inputs are read.
    /// - Throws: `ValidationError` when a value cannot be used, or describes one file where there are more.
    func options(for count: Int) throws -> DocumentOptions {
        var options = DocumentOptions()
        do { options.fieldMap = try FieldMap(map ?? "") } catch { throw ValidationError("--map: \(error)") }
        options.stated = try stated()
        guard options.stated == Metadata() || count == 1 else {
            throw ValidationError(
                "--outlet, --published and --url describe one file, but \(count) are read; read it by itself, or "
                    + "put a .json file beside each")
        }
        return options
    }

    private func stated() throws -> Metadata {
        do throws(StatedMetadataError) {
            return try Metadata(outlet: outlet, published: published, url: url)
        } catch {
            throw ValidationError("--\(error)")
        }
    }
}
