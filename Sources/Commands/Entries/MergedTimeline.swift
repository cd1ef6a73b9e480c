import DemarchePublish
import DemarcheRecords
import DemarcheStore

/// Dated events in the order in which they fall; those that linking found to be one stand once, with how many tell of them.
struct MergedTimeline {
    struct Row {
        /// A report that gives the date.
        let stored: StoredEntry<PoliticalEvent>
        /// All reports of it that were asked for.
        let reports: [StoredEntry<PoliticalEvent>]
        let occurrence: Occurrence?

        /// How many articles and how many outlets tell it.
        var articles: Int { Set(reports.map(\.entry.article)).count }
        var outlets: [String] { Set(reports.compactMap(\.outlet)).sorted() }
    }

    let rows: [Row]
    /// Events that have no date, nor have it from another report.
    let undated: Int

    /// - Parameters:
    ///   - events: by date.
    ///   - occurrences: those of the record; empty where it is not linked.
    init(_ events: [StoredEntry<PoliticalEvent>], _ occurrences: [Occurrence]) {
        var occurrenceOf: [String: Occurrence] = [:]
        for occurrence in occurrences { for event in occurrence.events { occurrenceOf[event] = occurrence } }
        var reports: [String: [StoredEntry<PoliticalEvent>]] = [:]
        for event in events {
            if let id = occurrenceOf[event.entry.id]?.id { reports[id, default: []].append(event) }
        }
        var rows: [Row] = []
        var told: Set<String> = []
        for event in events where event.entry.date != nil {
            let occurrence = occurrenceOf[event.entry.id]
            if let occurrence, !told.insert(occurrence.id).inserted { continue }
            rows.append(
                Row(stored: event, reports: occurrence.flatMap { reports[$0.id] } ?? [event], occurrence: occurrence))
        }
        self.rows = rows
        undated = events.count - rows.reduce(0) { $0 + $1.reports.count }
    }

    func listing(_ objects: [OrderedJSON]) -> Listing {
        let columns = [
            ("WHEN", 24), ("STATUS", 14), ("TYPE", 9), ("ACTOR", 18), ("RECIPIENT", 18), ("ARTICLES", 8),
            ("OUTLETS", 7),
            ("WORDS", 0),
        ]
        return Listing(
            table: Table(columns: columns.map { .init(title: $0.0, most: $0.1) }, rows: rows.map(\.cells)),
            header: (rows.first?.record ?? []).map(\.name), records: rows.map { $0.record.map(\.value) },
            objects: zip(rows, objects).map { $0.object($1) })
    }
}

extension MergedTimeline.Row {
    fileprivate var cells: [String] {
        let cells = stored.entry.cells
        return [
            stored.entry.date?.written ?? "–", occurrence?.status.rawValue ?? cells[1], cells[0], cells[2], cells[3],
            "\(articles)", "\(outlets.count)", occurrence?.title ?? cells[4],
        ]
    }

    fileprivate var record: [(name: String, value: String)] {
        stored.record + [
            ("precision", stored.entry.date?.precision.rawValue ?? ""), ("occurrence", occurrence?.id ?? ""),
            ("title", occurrence?.title ?? ""), ("articles", "\(articles)"),
            ("outlets", outlets.joined(separator: "; ")),
        ]
    }

    /// The line of the event, with an `occurrence` where several reports tell it.
    fileprivate func object(_ event: OrderedJSON) -> OrderedJSON {
        guard case .object(let pairs) = event, let occurrence else { return event }
        let merged = OrderedJSON.object([
            ("id", .string(occurrence.id)), ("title", .string(occurrence.title)),
            ("date", occurrence.date.map(OrderedJSON.string)), ("status", .string(occurrence.status.rawValue)),
            ("events", .array(reports.map { .string($0.entry.id) })), ("articles", .integer(articles)),
            ("outlets", .array(outlets.map(OrderedJSON.string))),
        ])
        return .object(pairs + [("occurrence", merged)])
    }
}
