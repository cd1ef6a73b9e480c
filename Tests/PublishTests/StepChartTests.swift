import DemarcheRecords
import Testing

@testable import DemarchePublish

@Suite("The step chart of a series")
struct StepChartTests {
    private func point(_ date: String?, _ force: Warning.Force) -> StepChart.Point {
        StepChart.Point(
            date: date.flatMap { RecordedDate(iso: $0, basis: .text) }, force: force, address: date.map { "#\($0)" })
    }

    @Test("rises with the force, one mark a warning, and says so in words")
    func rises() throws {
        let chart = try #require(StepChart([point("1912-03-04", .possible), point("1912-04-09", .certain)]))
        #expect(chart.marks.count == 2 && chart.marks[1].y < chart.marks[0].y && chart.marks[1].x > chart.marks[0].x)
        #expect(chart.label == "Force over time. 4 March 1912: possible; 9 April 1912: certain")
        #expect(chart.marks[0].link?.address == "#1912-03-04")
    }

    @Test("draws a month as a bar, and puts the undated behind the line")
    func drawsWhatIsNotExact() throws {
        let chart = try #require(
            StepChart([point("1912-03", .possible), point("1912-05-01", .certain), point(nil, .probable)]))
        #expect(chart.marks[0].fuzzy != nil && chart.marks[1].fuzzy == nil)
        #expect(chart.marks[2].x > chart.end && chart.marks[2].link == nil && chart.undated != nil)
    }

    @Test("is none where nothing is dated")
    func needsDates() { #expect(StepChart([point(nil, .certain)]) == nil) }
}
