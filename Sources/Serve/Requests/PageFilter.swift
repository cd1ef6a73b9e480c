import DemarchePublish
import DemarcheRecords
import DemarcheStore
import HTTPTypes

/// What a list is asked for, as it stands in the address: one type for pages, forms, links and the interface for programs.
struct PageFilter: Equatable {
    /// Which field of the address holds which part.
    enum Field: String, CaseIterable {
        case by, about, outlet, via, since, until, force, stance, status, type, kind, without, party, proposal, story,
            order
        /// Of `/what-if` alone.
        case to
    }

    /// What is looked for in whole articles, as the user wrote it, with fields such as `by:` still in it.
    var query: String?
    private(set) var values: [Field: String] = [:]
    /// From 1.
    var page = 1
    /// How many rows a stretch has.
    var limit = rows

    init() {}

    /// - Throws: ``PageError`` that names the field, its value, and what may stand there.
    init(_ items: QueryItems) throws(PageError) {
        query = items["q"]
        if let query, query.unicodeScalars.count > Self.longest { throw PageError.tooLong("q", query) }
        for field in Field.allCases {
            guard let value = items[field.rawValue] else { continue }
            try set(field, value)
        }
        if let written = items["page"] {
            page = try Self.number(written, in: 1...Self.lastPage, "page")
        }
        if let written = items["limit"] { limit = try Self.number(written, in: 1...Self.mostRows, "limit") }
    }

    private static func number(
        _ written: String, in bounds: ClosedRange<Int>, _ name: String
    ) throws(PageError) -> Int {
        guard let number = Int(written), bounds.contains(number) else {
            throw PageError.field(
                name, written, "not a number of its kind; write one from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return number
    }

    /// How long what is sought may be, in Unicode scalars, and how far one can page.
    static let longest = 500, lastPage = 100_000
    /// How many rows a page has, and how many a stretch for programs may have.
    static let rows = 50, mostRows = 200

    subscript(field: Field) -> String? { values[field] }

    /// - Throws: ``PageError`` when the field cannot have this value.
    mutating func set(_ field: Field, _ value: String) throws(PageError) {
        guard value.unicodeScalars.count <= Self.longest else { throw PageError.tooLong(field.rawValue, value) }
        if let allowed = Self.allowed(field), !allowed.contains(value) {
            throw PageError.unknown(field.rawValue, value, allowed)
        }
        if field == .since || field == .until, !StatementFilter.isDate(value) {
            throw PageError.field(field.rawValue, value, "not a date; write 1962-10-22, 1962-10 or 1962")
        }
        values[field] = value
    }

    /// The values that a field may have; nil where it may have any.
    static func allowed(_ field: Field) -> [String]? {
        switch field {
        case .force: Warning.Force.allCases.map(\.rawValue)
        case .stance: Position.Stance.allCases.map(\.rawValue)
        case .status: PoliticalEvent.Status.allCases.map(\.rawValue)
        case .type: PLOVER.EventType.allCases.map(\.rawValue)
        case .kind: EntryKind.allCases.map(\.rawValue)
        case .without: EntryWant.allCases.map(\.rawValue)
        case .order: ["newest", "oldest"]
        case .by, .about, .outlet, .via, .since, .until, .party, .proposal, .story, .to: nil
        }
    }

    /// The same with another value in one field, from the first page on; nil takes the field out.
    func with(_ field: Field, _ value: String?) -> PageFilter {
        var filter = self
        filter.values[field] = value
        filter.page = 1
        return filter
    }

    /// The same with another value in one field, on the same page.
    func narrowed(_ field: Field, _ value: String) -> PageFilter {
        var filter = self
        filter.values[field] = value
        return filter
    }

    func onPage(_ page: Int) -> PageFilter {
        var filter = self
        filter.page = page
        return filter
    }

    /// The address of a list at `path` with this filter: the same for the same filter.
    func address(_ path: String) -> String {
        var fields = query.map { [("q", $0)] } ?? []
        fields += Field.allCases.compactMap { field in values[field].map { (field.rawValue, $0) } }
        if page > 1 { fields.append(("page", String(page))) }
        if limit != Self.rows { fields.append(("limit", String(limit))) }
        let query = fields.map { "\($0.0)=\(QueryItems.encoded($0.1))" }.joined(separator: "&")
        return query.isEmpty ? path : "\(path)?\(query)"
    }

    var isEmpty: Bool { query == nil && values.isEmpty }
}
