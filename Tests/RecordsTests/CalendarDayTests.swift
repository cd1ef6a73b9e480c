import DemarcheRecords
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("2000-03-01", 11_017), ("1582-10-15", -141_427), ("0001-01-01", -719_162),
        ("2022-03-24", 19_075),
    ])
    func countsFrom1970(iso: String, number: Int) throws {
        let day = try #require(CalendarDay(iso: iso))
        #expect(day.number == number)
        #expect(CalendarDay(number: number).iso == iso)
    }

    @Test func everyDayOfEightCenturiesIsItsOwn() throws {
        let first = try #require(CalendarDay(-399, 1, 1))
        for number in stride(from: first.number, to: first.number + 292_194, by: 37) {
            let (year, month, day) = CalendarDay(number: number).date
            #expect(CalendarDay(year, month, day)?.number == number)
        }
    }

    @Test(arguments: [("1962-10-22", 1), ("2022-03-24", 4), ("1945-05-08", 2), ("2000-02-29", 2), ("1961-08-13", 7)])
    func knowsTheDayOfTheWeek(iso: String, weekday: Int) throws {
        #expect(try #require(CalendarDay(iso: iso)).weekday == weekday)
    }

    @Test(arguments: [
        ("2016-01-01", 2015, 53), ("2017-01-01", 2016, 52), ("2019-01-01", 2019, 1), ("2022-03-16", 2022, 11),
        ("2008-12-29", 2009, 1),
    ])
    func numbersWeeksByISO8601(iso: String, year: Int, number: Int) throws {
        let week = try #require(CalendarDay(iso: iso)).week
        #expect(week.year == year)
        #expect(week.number == number)
    }

    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2023-03-31", -1, "2023-02-28"), ("2022-12-15", 2, "2023-02-15"),
    ])
    func endsShorterMonthsWithTheirLastDay(iso: String, months: Int, moved: String) throws {
        #expect(try #require(CalendarDay(iso: iso)).adding(months: months)?.iso == moved)
    }

    @Test(arguments: [
        "2022-02-29", "2022-13-01", "2022-00-10", "22-01-01", "2022-1-1", "2022-01-01T", "", "–", "2022-01-00",
    ])
    func refusesDaysThatAreNone(iso: String) { #expect(CalendarDay(iso: iso) == nil) }

    @Test func writesYearsBeforeChristAstronomically() throws {
        #expect(try #require(CalendarDay(-498, 3, 1)).iso == "-0498-03-01")
    }
}
