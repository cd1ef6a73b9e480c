import DemarcheAnnotate
import DemarcheRecords
import Testing

/// Published on a Wednesday.
@Suite struct DateExpressionTests {
    private let published = RecordedDate(iso: "2022-03-16", basis: .metadata)

    @Test(arguments: [
        ("Wednesday", "2022-03-16"), ("Thursday", "2022-03-10"), ("last Monday", "2022-03-14"),
        ("Tuesday morning", "2022-03-15"), ("today", "2022-03-16"), ("yesterday", "2022-03-15"),
        ("March 3", "2022-03-03"), ("3rd of March", "2022-03-03"), ("Dec. 31", "2021-12-31"),
        ("Monday, Oct. 22, 1962", "1962-10-22"), ("22 October 1962", "1962-10-22"), ("October 1962", "1962-10"),
        ("1962", "1962"),
    ])
    func resolves(words: String, date: String) {
        #expect(DateExpression(published: published).date(words.split(separator: " "))?.date == date)
    }

    @Test(arguments: ["two weeks", "Tuesdays", "March", "the 1960s", "31 February 2022", "Monday to Friday", "", "—"])
    func leavesOpen(words: String) {
        #expect(DateExpression(published: published).date(words.split(separator: " ")) == nil)
    }

    @Test func looksAheadForWhatIsToCome() {
        let expression = DateExpression(published: published, isFuture: true)
        #expect(expression.date(["Thursday"])?.date == "2022-03-17")
        #expect(expression.date(["Tuesday"])?.date == "2022-03-22")
    }

    @Test func needsADayOfPublicationForAWeekday() {
        #expect(DateExpression(published: nil).date(["Tuesday"]) == nil)
        #expect(DateExpression(published: RecordedDate(iso: "2022-03", basis: .text)).date(["today"]) == nil)
        #expect(DateExpression(published: nil).date(["22", "October", "1962"])?.basis == .text)
    }

    @Test func namesWhatItCountsFrom() {
        let found = DateExpression(published: published).date(["Tuesday"])
        #expect(found?.anchor == "2022-03-16")
        #expect(found?.basis == .anchored)
    }

    @Test(arguments: [("2024-03-01", "yesterday", "2024-02-29"), ("2022-01-01", "yesterday", "2021-12-31")])
    func crossesMonthsAndYears(published: String, words: Substring, date: String) {
        #expect(DateExpression(published: RecordedDate(iso: published, basis: .text)).date([words])?.date == date)
    }
}
