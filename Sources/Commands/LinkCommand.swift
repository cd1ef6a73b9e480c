import ArgumentParser
import DemarchePipeline
import DemarcheRecords
import DemarcheStore

struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Connects what many articles say: parties, copies, acts of speech, proposals, stories.",
        discussion: """
            demarche link --record crisis.demarche

            Replaces the links that the record has, from all its articles. The same articles give the same links, in
            whatever order they were read. `demarche read` links by itself, and reads only new and changed articles for it.
            """)

    @OptionGroup var record: RecordOptions

    func run() throws { try Self.link(try record.open(), anew: true) }

    /// Links the record, and prints how many links of each type it has.
    ///
    /// - Parameter anew: from all its articles, whatever is kept of them.
    static func link(_ store: RecordStore, anew: Bool = false) throws {
        var progress = Progress(total: try store.articleIDs().count, noun: "articles")
        let links = try RecordLinker(store).link(anew: anew) { progress.report($0, "linked") }
        progress.end()
        let parts: [(LinkType, String)] = [
            (.party, "parties"), (.duplicate, "copies"), (.utterance, "acts of speech"), (.proposal, "proposals"),
            (.series, "series of warnings"), (.contradiction, "contradictions"), (.occurrence, "events"),
            (.story, "stories"), (.episode, "episodes"),
        ]
        let found = parts.compactMap { type, noun in links[type].map { "\($0) \(noun)" } }
        print(found.isEmpty ? "No links between articles." : "Linked: \(found.joined(separator: ", ")).")
    }
}
