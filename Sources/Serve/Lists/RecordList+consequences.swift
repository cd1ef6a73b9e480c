import DemarchePublish
import DemarcheRecords
import DemarcheStore

extension RecordList {
    /// The warnings that were found, the earliest first or the latest; the undated last.
    static func found(_ consequences: Consequences, isNewestFirst: Bool = false) -> RecordList {
        let found = isNewestFirst ? consequences.newestFirst : consequences.found
        return RecordList(
            fields: Consequences.Found.fields,
            rows: { asked in
                let shown = found.dropFirst(asked.offset).prefix(asked.filter.limit)
                return Stretch(items: Array(shown), goesOn: found.count > asked.offset + shown.count)
            },
            objects: { try $1.objects($0.map(\.stored)) }, article: { $0.stored.entry.article },
            entries: { rows, store in
                let mentions = try store.namedMentions(inEntries: rows.map(\.stored.entry.id))
                return rows.compactMap {
                    FeedEntry(EntryView($0.stored, mentions[$0.stored.entry.id] ?? [], ServerAddresses()))
                }
            })
    }
}

extension Consequences.Found {
    /// The columns of warnings; among the notes what the trigger does not say itself.
    fileprivate static let fields = StoredEntry<Warning>.fields.map { field in
        Field<Consequences.Found>(field.name) { found in
            let own = field.value(found.stored)
            guard field.name == "notes" else { return own }
            return ([own] + found.notes).filter { !$0.isEmpty }.joined(separator: "; ")
        }
    }
}

extension Consequences {
    /// A stretch of the warnings, with what each issuer has said altogether in front of it, and what the triggers of the stretch
    /// do not say themselves.
    func json(_ asked: Asked) throws -> OrderedJSON {
        let shown = found.dropFirst(asked.offset).prefix(asked.filter.limit).filter { !$0.notes.isEmpty }
        let notes = shown.map { found in
            OrderedJSON.object([
                ("warning", .string(found.stored.entry.id)), ("notes", .array(found.notes.map(OrderedJSON.string))),
            ])
        }
        return try RecordList.found(self).json(
            asked, [("issuers", .array(issuers.map(\.object))), ("inferred", .unlessEmpty(notes))])
    }
}

extension Consequences.Issuer {
    fileprivate var object: OrderedJSON {
        .object([
            ("name", .string(name)), ("party", .optional(party)), ("since", .optional(since)),
            ("warnings", .integer(found.count)), ("forces", .array(forces.map { .string($0.rawValue) })),
        ])
    }
}
