import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// What connects articles. `about` looks into titles.
extension RecordList {
    /// The comma-separated form alone counts articles, which takes longest.
    static let parties: RecordList = {
        let rows: @Sendable (Asked) throws -> Stretch<Party> = { asked in
            try asked.store.parties(named: asked.filter[.by], limit: asked.filter.limit, offset: asked.offset)
        }
        var list = RecordList(
            fields: [], rows: rows, objects: { rows, _ in rows.map { ExchangeLines.line($0, articles: []) } })
        list.table = { asked in
            CommaSeparated.text(
                PartyCount.fields, try asked.store.counts(of: rows(asked).items), formulas: .disarmed)
        }
        return list
    }()

    static let stories = groups(Story.self) {
        ExchangeLines.line($0)
    } address: {
        "/stories/\($0.id)"
    }
    static let episodes = groups(Episode.self) {
        ExchangeLines.line($0)
    } address: { _ in
        nil
    }

    /// Those that the most articles carry first, or the latest.
    static let utterances: RecordList = {
        let rows: @Sendable (Asked) throws -> Stretch<Utterance> = { asked in
            try asked.store.utterances(
                words: asked.filter[.about], party: asked.filter[.party],
                isNewestFirst: asked.filter[.order] == "newest", limit: asked.filter.limit, offset: asked.offset)
        }
        var list = RecordList(
            fields: [], rows: rows, objects: { rows, _ in rows.map { ExchangeLines.line($0) } },
            entries: { rows, store in
                let speakers = try UtteranceLine.speakers(rows, store)
                let acts = try SpeechActs(rows, store)
                return rows.compactMap { FeedEntry($0, by: speakers[$0.id], act: acts[$0]) }
            })
        list.table = { asked in
            let found = try rows(asked).items
            let acts = try SpeechActs(found, asked.store)
            return CommaSeparated.text(Utterance.fields(acts: acts), found, formulas: .disarmed)
        }
        return list
    }()

    static let series = links(
        Series.self, by: .moved, fields: Series.fields, objects: lined { ExchangeLines.line($0, articles: $1) })
    static let proposals = links(
        LinkedProposal.self, by: .largest, fields: LinkedProposal.fields,
        objects: lined { ExchangeLines.line($0, articles: $1) })
    static let contradictions = RecordList(
        fields: Contradiction.fields,
        rows: { asked in
            try asked.store.contradictions(
                words: asked.filter[.about], party: asked.filter[.party], story: asked.filter[.story],
                limit: asked.filter.limit, offset: asked.offset)
        },
        objects: lined { ExchangeLines.line($0, articles: $1) },
        entries: { rows, _ in rows.compactMap { FeedEntry($0, at: "/contradictions/\($0.id)", about: $0.why) } })

    static let occurrences = RecordList(
        fields: Occurrence.fields,
        rows: { asked in
            try asked.store.occurrences(
                title: asked.filter[.about], status: asked.filter[.status].flatMap(PoliticalEvent.Status.init),
                since: asked.filter[.since], until: asked.filter[.until], party: asked.filter[.party],
                isOldestFirst: asked.filter[.order] == "oldest", limit: asked.filter.limit, offset: asked.offset)
        },
        objects: lined { ExchangeLines.line($0, articles: $1) },
        entries: { rows, store in
            let reported = try daysOfReports(rows, store)
            let told = try store.reports(of: rows.map(\.id))
            return rows.compactMap { row in
                FeedEntry(
                    row, at: "/occurrences/\(row.id)", about: row.status.rawValue,
                    date: told[row.id] ?? row.date ?? row.events.compactMap { reported[$0] }.min())
            }
        })

    /// When the events of undated occurrences were printed, by event.
    private static func daysOfReports(_ rows: [Occurrence], _ store: RecordStore) throws -> [String: String] {
        let undated = rows.filter { $0.date == nil }.flatMap(\.events)
        let events = try store.entries(PoliticalEvent.self, ids: undated)
        return Dictionary(events.compactMap { event in event.published.map { (event.entry.id, $0) } }) { first, _ in
            first
        }
    }

    static let duplicates = links(
        Duplicate.self, by: .newest, fields: [], objects: { rows, _ in rows.map { ExchangeLines.line($0) } })

    private static func links<Link: LinkRecord>(
        _ type: Link.Type, by order: LinkOrder, fields: [Field<Link>],
        objects: @escaping @Sendable ([Link], RecordStore) throws -> [OrderedJSON],
        entries: (@Sendable ([Link], RecordStore) throws -> [FeedEntry])? = nil
    ) -> RecordList {
        RecordList(
            fields: fields,
            rows: { asked in
                try asked.store.links(
                    type, by: order, title: asked.filter[.about], party: asked.filter[.party],
                    limit: asked.filter.limit, offset: asked.offset)
            }, objects: objects, entries: entries)
    }

    /// Lines that name the articles of what they connect.
    private static func lined<Link: LinkRecord>(
        _ line: @escaping @Sendable (Link, [String]) -> OrderedJSON
    ) -> @Sendable ([Link], RecordStore) throws -> [OrderedJSON] {
        { rows, store in try rows.map { line($0, try store.articles(of: $0.id)) } }
    }

    /// The count of outlets in the comma-separated form needs the articles of the rows, so that its fields come from them.
    private static func groups<Group: CoverageGroup>(
        _ type: Group.Type, _ line: @escaping @Sendable (Group) -> OrderedJSON,
        address: @escaping @Sendable (Group) -> String?
    ) -> RecordList {
        var list = links(
            type, by: .newest, fields: [], objects: { rows, _ in rows.map(line) },
            entries: { rows, _ in
                rows.compactMap { group in
                    address(group).flatMap {
                        FeedEntry(group, at: $0, about: Dates.period(group.from, group.to), date: group.to)
                    }
                }
            })
        list.table = { asked in
            let rows = try asked.store.links(
                type, by: .newest, title: asked.filter[.about], limit: asked.filter.limit, offset: asked.offset
            ).items
            let lines = try asked.store.articleLines(ids: rows.flatMap(\.articles))
            let outlets = Dictionary(lines.compactMap { line in line.outlet.map { (line.id, $0) } }) { first, _ in first
            }
            return CommaSeparated.text(Group.fields(outlets: outlets), rows, formulas: .disarmed)
        }
        return list
    }
}
