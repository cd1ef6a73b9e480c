import ArgumentParser
import DemarchePublish
import DemarcheRecords

/// The form in which a list is printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable { case table, json, jsonl, csv }

/// A list that can be printed in every form: as a table, as JSON, or as comma-separated values (RFC 4180).
struct Listing {
    let table: Table
    /// The fields of the comma-separated form.
    let header: [String]
    let records: [[String]]
    let objects: [OrderedJSON]

    func print(as format: ListFormat) {
        switch format {
        case .table where table.rows.isEmpty: break
        case .table:
            table.lines(width: Standard.width).enumerated().forEach { Swift.print($0 == 0 ? Style.bold($1) : $1) }
        case .json: Swift.print(OrderedJSON.array(objects).line)
        case .jsonl: objects.forEach { Swift.print($0.line) }
        case .csv:
            ([header] + records).forEach { Swift.print(CommaSeparated.line($0), terminator: "") }
        }
    }
}
