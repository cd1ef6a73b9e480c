import DemarcheRecords
import DemarcheStore
import Testing

/// What is planned for a later day stands in lists by the day of its report.
@Suite struct ReportedDayTests {
    private let store: RecordStore

    init() throws { store = try RecordStore.inMemory() }

    /// Keeps an article with one event, and gives the name of the event.
    @discardableResult
    private func keep(
        _ words: String, published: String?, _ status: PoliticalEvent.Status, on date: String?
    ) throws -> String {
        let sample = Sample("Bulletin\nOtto \(words).", path: "\(words).txt", outlet: "Courier", published: published)
        let event = PoliticalEvent(
            article: sample.article.id, plover: PLOVER(.consult, contexts: []), actors: [], recipients: [],
            status: status, date: date.flatMap { RecordedDate(iso: $0, basis: .text) }, statement: nil,
            trigger: sample.evidence(words))
        var findings = Findings()
        findings.events = [event]
        _ = try store.keep(sample.article, bytes: sample.bytes, findings: findings)
        return event.id
    }

    private func keepThree() throws {
        try keep("plans a canal", published: "1912-03-04", .planned, on: "1939")
        try keep("opened a dam", published: "1912-03-06", .happened, on: "1912-03-05")
        try keep("met nobody", published: "1912-03-01", .happened, on: nil)
    }

    private func words(_ change: (inout ListFilter) -> Void = { _ in }) throws -> [String] {
        var filter = ListFilter()
        change(&filter)
        return try store.entries(PoliticalEvent.self, filter).items.map(\.entry.trigger.exact)
    }

    @Test func standsWhereItWasTold() throws {
        try keepThree()
        #expect(try words() == ["opened a dam", "plans a canal", "met nobody"])
        #expect(try words { $0.isOldestFirst = true } == ["met nobody", "plans a canal", "opened a dam"])
        let reported = try store.entries(PoliticalEvent.self, ListFilter()).items.map(\.reported)
        #expect(reported == [nil, "1912-03-04", nil])
    }

    @Test func isFoundByItsOwnDate() throws {
        try keepThree()
        #expect(try words { $0.since = "1930" } == ["plans a canal"])
        #expect(try words { $0.until = "1912-03-05" } == ["opened a dam", "met nobody"])
        #expect(try words { $0.until = "1939" }.count == 3)
    }

    @Test func takesADayOfTheMonthOfPublicationAsItIs() throws {
        try keep("plans a canal", published: "1912-03", .planned, on: "1912-03-20")
        try keep("plans a dam", published: nil, .planned, on: "1939")
        #expect(try store.entries(PoliticalEvent.self, ListFilter()).items.map(\.reported) == [nil, nil])
    }

    @Test func followsADateOfPublicationThatBecomesKnown() throws {
        try keep("plans a canal", published: nil, .planned, on: "1939")
        try keep("opened a dam", published: "1912-03-06", .happened, on: nil)
        #expect(try words() == ["plans a canal", "opened a dam"])
        var described = Sample("Bulletin\nOtto plans a canal.", path: "plans a canal.txt", outlet: "Courier").article
        described.metadata.published = RecordedDate(iso: "1912-03-01", basis: .given)
        #expect(try store.describe(described))
        #expect(try words() == ["opened a dam", "plans a canal"])
    }

    @Test func holdsForEventsOverArticles() throws {
        let ahead = try keep("plans a canal", published: "1912-03-04", .planned, on: "1939")
        let again = try keep("still plans a canal", published: "1912-03-05", .planned, on: "1939")
        let done = try keep("opened a dam", published: "1912-03-07", .happened, on: "1912-03-06")
        var links = Links()
        let canal = Occurrence(title: "a canal", date: "1939", status: .planned, events: [ahead, again])
        let dam = Occurrence(title: "a dam", date: "1912-03-06", status: .happened, events: [done])
        links.occurrences = [canal, dam].sorted { $0.id < $1.id }
        try store.replaceLinks(links)
        #expect(try store.occurrences(limit: 9).items.map(\.title) == ["a dam", "a canal"])
        #expect(try store.occurrences(since: "1930", limit: 9).items.map(\.title) == ["a canal"])
        #expect(try store.reports(of: [canal.id, dam.id]) == [canal.id: "1912-03-05"])
        try store.replaceLinks(links)
        #expect(try store.occurrences(limit: 9).items.map(\.title) == ["a dam", "a canal"])
    }
}
