import ArgumentParser
import DemarcheAnnotate
import DemarchePublish
import DemarcheStore
import Foundation

struct DossierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Writes the record as one HTML file to read, print or mail.",
        discussion: """
            demarche dossier --out dossier.html
            demarche dossier --title "October 1962" --out - | less
            """)

    @Option(help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
    var out = "dossier.html"

    @Option(help: "The title of the page (default: the record's name).")
    var title: String?

    @Flag(inversion: .prefixedNo, help: "Show sentences, entities and parses under each article.")
    var annotations = true

    @OptionGroup var language: ModelOptions
    @OptionGroup var record: RecordOptions

    func run() throws {
        let store = try record.open()
        let name =
            store.path.split(separator: "/").last.map { String($0.replacing(".demarche", with: "")) } ?? store.path
        let worker = language.workerIfPresent(annotations, for: "sentences, entities and parses")
        let html = try RecordDossier().html(of: store, title: title ?? name) { article in
            worker?.annotate(article).flatMap(\.sentenceNotes) ?? []
        }
        if out == "-" {
            print(html)
        } else {
            do {
                try Data(html.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
            } catch {
                throw RecordError(.unreadable, path: out, message: "cannot be written (\(error.localizedDescription))")
            }
            print("\(out) written, \(html.utf8.count / 1024) KiB; open it in any browser.")
        }
    }
}
