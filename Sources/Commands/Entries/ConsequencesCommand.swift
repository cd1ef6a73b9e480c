import ArgumentParser
import DemarcheRecords
import DemarcheStore

struct ConsequencesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consequences",
        abstract: "Shows what has been said would follow from something, by whom, how firmly and since when.",
        discussion: """
            demarche consequences "deploy troops" --to Ukraine
            demarche consequences blockade --since 1962-10

            The words are looked for in the triggers of warnings, in whatever form: deploy finds deployed and deployment.
            """)

    @Argument(help: "What might be done, in a few words.") var action: String
    @Option(help: ArgumentHelp("Only to or in this place, as the trigger names it.", valueName: "place")) var to:
        String?
    @OptionGroup var filters: FilterOptions
    @OptionGroup var record: RecordOptions
    @Option(help: "table, json, jsonl or csv.") var format: ListFormat = .table

    func run() throws {
        let store = try record.open()
        let wanted = TriggerWords(action + " " + (to ?? ""))
        let found = try store.entries(Warning.self, filters.filter).filter { wanted.stand(in: $0.entry.trigger) }
        guard !found.isEmpty else {
            Standard.error("demarche: no warning has a trigger with these words")
            throw ExitStatus.nothingFound
        }
        switch format {
        case .table: IssuerSeries.all(found).flatMap(\.lines).forEach { print($0) }
        case .json, .jsonl, .csv: StoredEntry.listing(found, try store.objects(found)).print(as: format)
        }
    }
}

/// Words that are looked for in triggers by their stems.
struct TriggerWords {
    private let stems: [String]

    init(_ words: String) { stems = Self.words(words).map(WordStem.of) }

    func stand(in trigger: Warning.Part) -> Bool {
        let words = Self.words(trigger.evidence.exact) + [trigger.action ?? ""]
        return !stems.isEmpty && stems.allSatisfy { stem in words.contains { WordStem.of($0) == stem } }
    }

    private static let unsaid: Set<String> = ["the", "a", "an", "to", "of", "in", "on", "into", "by", "for"]

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !unsaid.contains($0) }
    }
}

/// The warnings of one issuer, the earliest first.
private struct IssuerSeries {
    let issuer: String
    let warnings: [StoredEntry<Warning>]

    /// By the date of the first warning of each.
    static func all(_ found: [StoredEntry<Warning>]) -> [IssuerSeries] {
        var order: [String] = []
        var groups: [String: [StoredEntry<Warning>]] = [:]
        for stored in found {
            let issuer =
                stored.entry.issuer.map { $0.shownName ?? "(not named)" } ?? "(\(stored.outlet ?? "an outlet") itself)"
            let key = issuer.lowercased()
            if groups[key] == nil { order.append(issuer) }
            groups[key, default: []].append(stored)
        }
        return order.map { IssuerSeries(issuer: $0, warnings: groups[$0.lowercased()] ?? []) }
    }

    var lines: [String] {
        let count = warnings.count == 1 ? "1 warning" : "\(warnings.count) warnings"
        let since = warnings.compactMap { $0.date ?? $0.published }.min().map { "since \($0)" } ?? "undated"
        let head = Style.bold(issuer.printable) + "  \(count) \(since), \(forces)"
        return [head] + warnings.flatMap(Self.lines) + [""]
    }

    /// How the force went: *possible, certain*.
    private var forces: String {
        var steps: [String] = []
        for stored in warnings where steps.last != stored.entry.force.rawValue {
            steps.append(stored.entry.force.rawValue)
        }
        return steps.joined(separator: ", then ")
    }

    private static func lines(_ stored: StoredEntry<Warning>) -> [String] {
        let warning = stored.entry
        let from = (stored.carrier?.via.map(\.name) ?? []) + [stored.outlet].compactMap(\.self)
        let source = from.isEmpty ? "" : "  (\(from.joined(separator: ", ")))"
        return [
            "  \(stored.date ?? stored.published ?? "–")  \(warning.force.rawValue)  \(String(warning.id.prefix(12)))\(source)"
                .printable(indent: 2),
            "    if    " + warning.trigger.evidence.exact.printable,
            "    then  " + warning.consequence.evidence.exact.printable,
        ]
    }
}

extension String {
    fileprivate func printable(indent: Int) -> String { String(repeating: " ", count: indent) + printable }
}
