import ArgumentParser
import DemarchePublish
import DemarcheRecords
import DemarcheStore

struct PartiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parties",
        abstract: "Lists who speaks and acts across articles, and lets you merge and split them.",
        discussion: """
            demarche parties
            demarche parties --by Example --format csv
            demarche parties show "Ann Example"
            demarche parties merge "Ann Example" "A. Exampel"
            demarche parties split "Ann Example" "Andrew Example"
            demarche parties undo

            What you merge and split is kept in the record, outlasts reading and linking anew, and can be undone step by step.
            """,
        subcommands: [
            PartyListCommand.self, PartyShowCommand.self, PartyMergeCommand.self, PartySplitCommand.self,
            PartyUndoCommand.self,
        ], defaultSubcommand: PartyListCommand.self)
}

struct PartyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists parties, the most mentioned first.",
        discussion: """
            demarche parties list --kind state --since 1962-10
            demarche parties list --country CUB --format jsonl

            Dates and outlets are those of the articles in which a party is counted.
            """)

    @Option(help: ArgumentHelp("Only with these words in the name or an alias.", valueName: "name")) var by: String?
    @Option(help: "Only of this kind: person, state, government, organisation, alliance, group.") var kind:
        Speaker.Kind?
    @Option(help: ArgumentHelp("Only of this state, by its ISO 3166-1 code of three letters.", valueName: "code"))
    var country: String?
    @Option(help: ArgumentHelp("Only from an outlet with these words in its name.", valueName: "name")) var outlet:
        String?
    @Option(help: ArgumentHelp("Only from this date on (2022-03-24, 2022-03 or 2022).", valueName: "date")) var since:
        String?
    @Option(help: ArgumentHelp("Only up to this date.", valueName: "date")) var until: String?
    @Option(help: ArgumentHelp("Only so many.", valueName: "number")) var first: Int?
    @OptionGroup var record: RecordOptions
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table

    func validate() throws {
        for (name, date) in [("--since", since), ("--until", until)] {
            guard let date, !StatementFilter.isDate(date) else { continue }
            throw ValidationError("\(name) \(date): not a date; write 2022-03-24, 2022-03 or 2022.")
        }
        if let first, first < 1 { throw ValidationError("--first \(first): write a number from 1.") }
    }

    func run() throws {
        let store = try record.openLinked()
        let all = try store.partyCounts(filter).filter {
            (kind == nil || $0.party.kind == kind) && (country == nil || $0.party.country == country?.uppercased())
        }
        let found = Array(all.prefix(first ?? all.count))
        PartyListing.of(found).print(as: format)
        guard found.isEmpty else { return }
        Standard.error("demarche: no party fits")
        throw ExitStatus.nothingFound
    }

    private var filter: StatementFilter {
        var filter = StatementFilter()
        (filter.by, filter.outlet, filter.since, filter.until) = (by, outlet, since, until)
        return filter
    }
}

extension Speaker.Kind: ExpressibleByArgument {}

/// Parties as rows and lines.
enum PartyListing {
    static func of(_ found: [PartyCount]) -> Listing {
        let fields = PartyCount.fields
        let columns = [
            ("ID", 8), ("NAME", 34), ("KIND", 12), ("COUNTRY", 7), ("MENTIONS", 8), ("ARTICLES", 8), ("ALIASES", 0),
        ]
        return Listing(
            table: Table(columns: columns.map { .init(title: $0, most: $1) }, rows: found.map(row)),
            header: fields.map(\.name), records: found.map { one in fields.map { $0.value(one) } },
            objects: found.map(object))
    }

    private static func row(_ found: PartyCount) -> [String] {
        let party = found.party
        return [
            String(party.id.prefix(8)), party.name, party.kind?.rawValue ?? "–", party.country ?? "–",
            "\(found.mentions)", "\(found.articles)", party.aliases.joined(separator: "; "),
        ]
    }

    private static func object(_ found: PartyCount) -> OrderedJSON {
        let party = found.party
        return .object([
            ("type", .string("party")), ("id", .string(party.id)), ("name", .string(party.name)),
            ("aliases", strings(party.aliases)), ("kind", .optional(party.kind?.rawValue)),
            ("country", .optional(party.country)), ("sector", .optional(party.sector)),
            ("offices", .array(party.offices.map(office))), ("why", strings(party.why)),
            ("mentions", .integer(found.mentions)), ("articles", .integer(found.articles)),
        ])
    }

    private static func office(_ office: Party.Office) -> OrderedJSON {
        .object([
            ("text", .string(office.text)), ("country", .optional(office.country)), ("first", .optional(office.first)),
            ("last", .optional(office.last)),
        ])
    }

    private static func strings(_ texts: [String]) -> OrderedJSON { .array(texts.map(OrderedJSON.string)) }
}
