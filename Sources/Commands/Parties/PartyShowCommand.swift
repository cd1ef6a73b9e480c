import ArgumentParser
import DemarchePublish
import DemarcheRecords
import DemarcheStore

struct PartyShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "Shows a party: its names, offices with when they were first and last given, merges, and what it says.",
        discussion: """
            demarche parties show "Ann Example"
            demarche parties show y-1a2b3c
            """)

    @Argument(help: "A name, an alias or an ID (y-…).") var party: String
    @OptionGroup var record: RecordOptions

    func run() throws {
        let store = try record.openLinked()
        let found = try store.party(named: party)
        let sheet = PartySheet(
            party: found, mentions: try store.mentions(of: found.id), statements: try store.statements(of: found))
        sheet.lines().forEach { print($0) }
    }
}

/// A party in full.
struct PartySheet {
    let party: Party
    let mentions: [PartyMention]
    let statements: [StoredStatement]

    func lines() -> [String] {
        fields().map { name, value in Style.bold(name.padded(12)) + value.printable } + [""] + statements.map(Self.line)
    }

    private func fields() -> [(String, String)] {
        let roles = PartyMention.Role.allCases.compactMap { role -> String? in
            let count = mentions.count { $0.role == role }
            return count == 0 ? nil : "\(count) as \(role.rawValue)"
        }
        var fields = [
            ("party", "\(party.id) \(party.name)"),
            ("kind", [party.kind?.rawValue, party.country, party.sector].compactMap(\.self).joined(separator: ", ")),
            ("also", party.aliases.joined(separator: "; ")), ("mentioned", roles.joined(separator: ", ")),
        ]
        fields += party.offices.map { ("office", Self.office($0)) }
        fields += party.why.map { ("why one", $0) }
        return fields.filter { !$0.1.isEmpty }
    }

    /// `envoy of Ruritania (1911-07-02 to 1911-07-20)`
    private static func office(_ office: Party.Office) -> String {
        let days = office.first.map { first in
            office.last.map { $0 == first ? " (\(first))" : " (\(first) to \($0))" } ?? " (\(first))"
        }
        return office.text + (days ?? "")
    }

    private static func line(_ stored: StoredStatement) -> String {
        let statement = stored.statement
        let head = [statement.said?.common ?? stored.published ?? "–", String(statement.id.prefix(12)), stored.outlet]
        return (head.compactMap(\.self).joined(separator: "  ") + "  " + statement.words).printable
    }
}
