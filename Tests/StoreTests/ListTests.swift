import DemarcheRecords
import DemarcheStore
import Testing

@Suite struct ListTests {
    private let store: RecordStore

    init() throws {
        store = try RecordStore.inMemory()
        for (name, words, day) in [
            ("Otto", "the dam holds", "1912-03-04"), ("Iris Venn", "the dam leaks", "1912-04"),
            ("Otto", "50_% of it", nil),
        ] {
            try store.keep(
                Sample("Bulletin\n\(name) said: \(words).", path: "\(words).txt", outlet: "Courier", published: day)
                    .saying(words, by: name))
        }
        try store.indexText()
    }

    private func words(_ change: (inout ListFilter) -> Void) throws -> [String] {
        var filter = ListFilter()
        change(&filter)
        return try store.statements(filter).items.flatMap { $0.statement.content.map(\.exact) }
    }

    @Test func givesTheNewestFirstAndTheUndatedLast() throws {
        #expect(try words { _ in } == ["the dam leaks", "the dam holds", "50_% of it"])
    }

    @Test func givesTheOldestFirstWithoutTheUndated() throws {
        #expect(try words { $0.isOldestFirst = true } == ["the dam holds", "the dam leaks"])
    }

    @Test func givesAStretchAndSaysWhetherItGoesOn() throws {
        var filter = ListFilter()
        filter.limit = 2
        #expect(try store.statements(filter).items.count == 2)
        #expect(try store.statements(filter).goesOn)
        filter.offset = 2
        #expect(try store.statements(filter).items.count == 1)
        #expect(try !store.statements(filter).goesOn)
        #expect(try store.count(nil, filter, upTo: 3) == 3)
        #expect(try store.count(nil, filter, upTo: 2) == 2)
    }

    @Test func takesADateOfAMonthToLieWithinWhatIsAsked() throws {
        #expect(try words { $0.since = "1912-04-15" } == ["the dam leaks"])
        #expect(try words { $0.until = "1912-03-31" } == ["the dam holds"])
        #expect(try words { $0.until = "1912" } == ["the dam leaks", "the dam holds"])
    }

    @Test func takesSignsOfPatternsAsTheyAre() throws {
        #expect(try words { $0.about = "50_%" } == ["50_% of it"])
        #expect(try words { $0.about = "%" } == ["50_% of it"])
        #expect(try words { $0.by = "_" }.isEmpty)
    }

    @Test func narrowsByExpressionAndWords() throws {
        #expect(try words { $0.expression = "\"dam\" NOT \"leaks\"" } == ["the dam holds"])
        #expect(try words { $0.words = ["HOLDS", "leaks"] } == ["the dam leaks", "the dam holds"])
    }

    @Test func followsADateThatBecomesKnown() throws {
        var described = Sample("Bulletin\nOtto said: 50_% of it.", path: "50_% of it.txt", outlet: "Courier").article
        described.metadata.published = RecordedDate(iso: "1912-05-01", basis: .given)
        #expect(try store.describe(described))
        #expect(try words { _ in }.first == "50_% of it")
    }

    @Test func countsWhatTheRecordHolds() throws {
        let figures = try store.figures()
        #expect(figures.articles == 3 && figures.statements == 3 && figures.withoutDate == 1)
        #expect(figures.first == "1912-03-04" && figures.last == "1912-04")
        #expect(figures.outlets.map(\.name) == ["Courier"])
        #expect(try store.speakers(linked: false, limit: 1).items.map(\.count) == [2])
    }
}
