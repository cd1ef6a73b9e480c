import ArgumentParser
import DemarchePublish
import DemarcheRecords
import DemarcheStore

struct StoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stories",
        abstract: "Lists the courses of events that the articles tell, or the episodes of which they are made.",
        discussion: """
            demarche stories
            demarche stories --episodes --since 1962-10-22 --until 1962-10-24
            demarche show t-1f0c9a

            A story is titled with the headline that says most of what its articles share. `demarche show` lists its episodes
            and articles. Articles that are like no other are stories of their own; --least 1 lists these, too.
            """)

    @Flag(help: "What happened in a few days, instead of the long stories.") var episodes = false
    @Option(help: ArgumentHelp("Only with these words in the title.", valueName: "words")) var about: String?
    @Option(help: ArgumentHelp("Only what reaches beyond this date (2022-03-24, 2022-03 or 2022).", valueName: "date"))
    var since: String?
    @Option(help: ArgumentHelp("Only what begins up to this date.", valueName: "date")) var until: String?
    @Option(help: ArgumentHelp("Only with so many articles.", valueName: "number")) var least = 2
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table
    @OptionGroup var record: RecordOptions

    func validate() throws {
        for (name, date) in [("--since", since), ("--until", until)] {
            guard let date, !StatementFilter.isDate(date) else { continue }
            throw ValidationError("\(name) \(date): not a date; write 2022-03-24, 2022-03 or 2022.")
        }
    }

    /// - Throws: ``ExitStatus/nothingFound`` when none fits or the record is not linked.
    func run() throws {
        let store = try record.open()
        try store.requireLinks()
        if episodes { try list(Episode.self, store) } else { try list(Story.self, store) }
    }

    private func list<Group: ListedGroup>(_ type: Group.Type, _ store: RecordStore) throws {
        let all = try store.links(type).filter { $0.reaches(since: since, until: until) }
            .filter { group in about.map { group.title.lowercased().contains($0.lowercased()) } ?? true }
        let found = all.filter { $0.articles.count >= least }
        Group.listing(found, try store.articleHeads()).print(as: format)
        let left = all.count - found.count
        if left > 0 {
            let noun = left == 1 ? type.noun.one : type.noun.several
            Standard.error("demarche: \(left) \(noun) of fewer than \(least) articles left out; --least 1 lists them")
        }
        guard found.isEmpty else { return }
        Standard.error("demarche: no \(type.noun.one) fits")
        throw ExitStatus.nothingFound
    }
}

extension RecordStore {
    /// - Throws: ``ExitStatus/nothingFound`` when nothing was linked yet.
    func requireLinks() throws {
        guard try !isLinked() else { return }
        Standard.error("demarche: the articles of \(path) are not connected yet; `demarche link` does it")
        throw ExitStatus.nothingFound
    }
}
