import ArgumentParser
import DemarchePublish
import DemarcheRecords
import DemarcheStore

struct ConsequencesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consequences",
        abstract: "Shows what has been said would follow from something, by whom, how firmly and since when.",
        discussion: """
            demarche consequences "deploy troops" --to Ukraine
            demarche consequences blockade --since 1962-10

            The words are looked for in the triggers of warnings, in whatever form and in near words: "deploy troops" finds the
            deployment of peacekeepers, sending soldiers and forces in a place. What a trigger does not say itself, and its
            paragraph or the headline does, is noted with it.
            """)

    @Argument(help: "What might be done, in a few words.") var action: String
    @Option(help: ArgumentHelp("Only to or in this place, as the trigger names it.", valueName: "place")) var to:
        String?
    @OptionGroup var filters: FilterOptions
    @OptionGroup var record: RecordOptions
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table

    func run() throws {
        let store = try record.open()
        let matches = try matches(store)
        let found = matches.map(\.stored)
        guard !found.isEmpty else {
            Standard.error("demarche: no warning has a trigger with these words")
            throw ExitStatus.nothingFound
        }
        switch format {
        case .table: IssuerSeries.all(matches).flatMap(\.lines).forEach { print($0) }
        case .json, .jsonl, .csv: StoredEntry.listing(found, try store.objects(found)).print(as: format)
        }
    }

    private func matches(_ store: RecordStore) throws -> [FoundWarning] {
        let sought = SoughtTrigger(action, to: to)
        var articles: [String: Article] = [:]
        return try store.entries(Warning.self, filters.filter).compactMap { stored in
            let id = stored.entry.article
            if articles[id] == nil { articles[id] = try store.article(id: id)?.article }
            return sought.match(stored.entry.trigger, in: articles[id]).map {
                FoundWarning(stored: stored, notes: $0.notes)
            }
        }
    }
}

/// A warning that was asked for, with what its trigger does not say itself.
private struct FoundWarning {
    let stored: StoredEntry<Warning>
    let notes: [String]

    var isOfUnknownOutlet: Bool { stored.entry.issuer == nil && stored.outlet == nil }

    var issuer: String {
        stored.entry.issuer.map { $0.shownName ?? "(not named)" } ?? "(\(stored.outlet ?? "an unnamed outlet") itself)"
    }
}

/// The warnings of one issuer, the earliest first.
private struct IssuerSeries {
    let issuer: String
    let warnings: [FoundWarning]

    /// By the date of the first warning of each.
    static func all(_ found: [FoundWarning]) -> [IssuerSeries] {
        var order: [String] = []
        var groups: [String: [FoundWarning]] = [:]
        for one in found {
            let key = one.issuer.lowercased() + (one.isOfUnknownOutlet ? one.stored.entry.article : "")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(one)
        }
        return order.map { IssuerSeries(issuer: groups[$0]?.first?.issuer ?? "", warnings: groups[$0] ?? []) }
    }

    var lines: [String] {
        let count = warnings.count == 1 ? "1 warning" : "\(warnings.count) warnings"
        let since =
            warnings.compactMap { $0.stored.date ?? $0.stored.published }.min().map { "since \($0)" } ?? "undated"
        let head = Style.bold(issuer.printable) + "  \(count) \(since), \(forces)"
        return [head] + warnings.flatMap(Self.lines) + [""]
    }

    /// How the force went: *possible, then certain*; without *then* where dates do not tell.
    private var forces: String {
        let isDated = warnings.allSatisfy { ($0.stored.date ?? $0.stored.published) != nil }
        let forces = isDated ? warnings.map(\.stored.entry.force) : warnings.map(\.stored.entry.force).sorted()
        var steps: [String] = []
        for force in forces.map(\.rawValue) where steps.last != force { steps.append(force) }
        return steps.joined(separator: isDated ? ", then " : ", ")
    }

    private static func lines(_ found: FoundWarning) -> [String] {
        let stored = found.stored
        let warning = stored.entry
        let from = (stored.carrier?.via.map(\.name) ?? []) + [stored.outlet ?? stored.headline].compactMap(\.self)
        let source = from.isEmpty ? "" : "  (\(from.joined(separator: ", ")))"
        return [
            "  \(stored.date ?? stored.published ?? "–")  \(warning.force.rawValue)  \(String(warning.id.prefix(12)))\(source)"
                .printable(indent: 2),
            "    if    " + warning.trigger.evidence.exact.printable,
            "    then  " + warning.consequence.evidence.exact.printable,
        ] + found.notes.map { "          (\($0))" }
    }
}

extension String {
    fileprivate func printable(indent: Int) -> String { String(repeating: " ", count: indent) + printable }
}
