import DemarcheRecords
import DemarcheStore

/// A field of the query string that a route of the interface for programs takes.
struct APIParameter: Sendable {
    let name: String
    let schema: Schema
    let meaning: String
    var isRequired = false

    /// The fields that every list takes.
    static let paging = [
        APIParameter(
            name: "page", schema: .integer(least: 1, most: PageFilter.lastPage), meaning: "Which stretch, from 1."),
        APIParameter(
            name: "limit", schema: .integer(least: 1, most: PageFilter.mostRows),
            meaning: "How many items a stretch has; \(PageFilter.rows) where it is absent."),
    ]

    /// Words of any kind, but not white space alone.
    private static let words = Schema.text(longest: PageFilter.longest, pattern: "\\S")

    static let query = APIParameter(
        name: "q", schema: words,
        meaning: "Words that the article must hold, with AND, OR, NOT, brackets, \"words in a row\" and begin*.")

    static func field(_ field: PageFilter.Field) -> APIParameter {
        APIParameter(name: field.rawValue, schema: schema(field), meaning: meaning(field))
    }

    /// The field `without` of a list whose entries can want these.
    static func without(_ wants: [EntryWant]) -> APIParameter {
        APIParameter(
            name: PageFilter.Field.without.rawValue, schema: .oneOf(wants.map(\.rawValue)), meaning: meaning(.without))
    }

    private static func schema(_ field: PageFilter.Field) -> Schema {
        if let allowed = PageFilter.allowed(field) { return .oneOf(allowed) }
        switch field {
        case .since, .until: return .text(pattern: date)
        default: return words
        }
    }

    /// The days, months and years of the Gregorian calendar.
    static let date: String = {
        let leap = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"
        let days = "(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31"
        return "^([0-9]{4}(-(\(days)))?|\(leap))$"
    }()

    private static func meaning(_ field: PageFilter.Field) -> String {
        switch field {
        case .by: "Words of the name or office of who says, issues, holds or does it."
        case .about: "Words of the entry itself, or of the title of what connects several."
        case .outlet: "Words of the outlet's name."
        case .via: "Words of the name of who carried it to the outlet."
        case .since: "From this day, month or year on."
        case .until: "Up to this day, month or year."
        case .force: "How firmly a consequence is tied to what is warned of."
        case .stance: "Where the party stands."
        case .status: "Whether the event has come about."
        case .type: "The type of the event in PLOVER."
        case .kind: "What is listed."
        case .without: "What of an entry could not be resolved."
        case .party: "The ID of a party."
        case .proposal: "The ID of a proposal."
        case .story: "The ID of a story."
        case .to: "A place to or in which it might be done, as the trigger names it."
        case .order: "The newest first, or the oldest; the undated are left out then."
        }
    }

    var json: OrderedJSON {
        .object([
            ("name", .string(name)), ("in", .string("query")), ("description", .string(meaning)),
            ("required", .boolean(isRequired)), ("schema", schema.json),
        ])
    }
}
