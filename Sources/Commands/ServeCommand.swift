import ArgumentParser
import DemarcheServe

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows a record in the browser, on this machine only.",
        discussion: """
            demarche serve --record crisis.demarche
            """)

    @OptionGroup var record: RecordOptions
    @Option(help: "The port to listen on.") var port = 8624

    func run() throws {
        let server = RecordServer(try record.open())
        print("Open http://127.0.0.1:\(port)/ in a browser; Ctrl-C ends it.")
        let port = port
        try Waiting.result { try await server.run(port: port) }
    }
}
