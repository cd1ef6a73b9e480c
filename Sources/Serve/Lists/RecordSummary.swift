import DemarchePublish
import DemarcheRecords
import DemarcheStore

extension OrderedJSON {
    /// What a record holds, in numbers, with what could not be resolved.
    static func summary(of store: RecordStore, title: String) throws -> OrderedJSON {
        let figures = try store.figures()
        let entries = EntryType.allCases.map { ($0.rawValue, OrderedJSON.integer(figures.entries[$0] ?? 0)) }
        let links = LinkType.allCases.map { ($0.rawValue, OrderedJSON.integer(figures.links[$0] ?? 0)) }
        let outlets = figures.outlets.prefix(100).map { outlet in
            OrderedJSON.object([("name", .string(outlet.name)), ("articles", .integer(outlet.count))])
        }
        let counts =
            [("article", OrderedJSON.integer(figures.articles)), ("statement", .integer(figures.statements))]
            + entries + links
        return .object([
            ("record", .string(title)), ("program", .string(ProgramVersion.name)),
            ("linked", .boolean(try store.isLinked())), ("from", .optional(figures.first)),
            ("to", .optional(figures.last)), ("counts", .object(counts.map { ($0, $1) })), ("outlets", .array(outlets)),
            ("unresolved", unresolved(figures)),
        ])
    }

    private static func unresolved(_ figures: RecordFigures) -> OrderedJSON {
        .object(
            [
                ("withoutSpeaker", .integer(figures.wants[.speaker] ?? 0)),
                ("pronounNotResolved", .integer(figures.wants[.pointer] ?? 0)),
                ("marksUnbalanced", .integer(figures.wants[.marks] ?? 0)),
                ("withoutDate", .integer(figures.withoutDate)),
                ("withoutOutlet", .integer(figures.withoutOutlet)), ("refused", .integer(figures.refused)),
            ]
                + figures.withoutParty.sorted { $0.key.rawValue < $1.key.rawValue }.map { type, count in
                    ("\(type.rawValue)WithoutParty", .integer(count))
                })
    }
}
