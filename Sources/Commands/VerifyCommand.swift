import ArgumentParser
import DemarchePipeline

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Proves the record: bytes against their SHA-256, text against the bytes, evidence against the text.",
        discussion: """
            demarche verify --record crisis.demarche

            Needs nothing but the record. Exit status 1 when something does not hold.
            """)

    @OptionGroup var record: RecordOptions

    func run() throws {
        let verification = try Verifier().verify(try record.open())
        verification.violations.forEach { print($0.printable) }
        print(
            "\(verification.articles) articles, \(verification.evidence) spans of evidence: \(verification.violations.count) violations."
        )
        if !verification.violations.isEmpty { throw ExitStatus.nothingFound }
    }
}
