import ArgumentParser
import DemarcheServe
import DemarcheStore
import Foundation

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows a record in the browser, on this machine only.",
        discussion: """
            demarche serve crisis.demarche
            demarche serve --record crisis.demarche --port 8700 --open

            Answers on the loopback interface alone, and changes nothing unless --allow-edits is given. Ctrl-C ends it.
            """)

    @Argument(help: ArgumentHelp("The record, as with --record.", valueName: "file")) var file: String?
    @OptionGroup var record: RecordOptions
    @Option(help: "The port to listen on.") var port = RecordServer.defaultPort
    @Flag(help: "Let forms merge and split parties.") var allowEdits = false
    @Flag(help: "Print nothing but the address, for another program to open.") var open = false

    func validate() throws {
        guard (1...65_535).contains(port) else {
            throw ValidationError("--port \(port): not a port; write a number from 1 to 65535, such as 8624.")
        }
        if let file, let named = record.record, file != named {
            throw ValidationError("Two records are named, \(file) and \(named); name one.")
        }
    }

    func run() throws {
        let path = try RecordOptions.path(file ?? record.record)
        let store = try RecordStore(path: path)
        // What a killed run kept but did not index; another program that reads just now does it by itself.
        try? store.indexText()
        let title = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        let server = try RecordServer(store, title: title, port: port, allowsEdits: allowEdits)
        let line = open ? server.address : "Open \(server.address) in a browser; Ctrl-C ends it."
        try Waiting.result {
            do {
                // Not held back until the server ends, as printed lines are that go to another program.
                try await server.run { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
            } catch let error as RecordServer.Failure {
                throw ValidationError(error.description)
            }
        }
    }
}
