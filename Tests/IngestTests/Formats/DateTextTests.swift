import DemarcheIngest
import DemarcheRecords
import Testing

@Suite struct DateTextTests {
    @Test(arguments: [
        ("2022-03-24", "2022-03-24"), ("2022-03", "2022-03"), ("2022", "2022"), ("2022-083", "2022-03-24"),
        ("2022/03/24", "2022-03-24"), ("20220324", "2022-03-24"), ("20220324T233000Z", "2022-03-24"),
        ("20220324233000", "2022-03-24"), ("2022-03-24T23:30:00.123+02:00", "2022-03-24"),
        ("Thu, 24 Mar 2022 23:30:00 GMT", "2022-03-24"), ("24 Mar 22 23:30 EST", "2022-03-24"),
        ("Thursday, 24-Mar-22 23:30:00 GMT", "2022-03-24"), ("Thu Mar 24 23:30:00 2022", "2022-03-24"),
        ("March 24th, 2022", "2022-03-24"), ("Thu, Mar 24 2022 23:30:00 +0530", "2022-03-24"),
        ("1648078200", "2022-03-23"), ("1648078200000", "2022-03-23"), ("24 Mar 99", "1999-03-24"),
    ])
    func reads(text: String, date: String) throws {
        let read = try #require(DateText(text))
        #expect(RecordedDate(read, basis: .metadata).date == date)
    }

    @Test func turnsToUTC() throws {
        let moment = try #require(DateText("Thu, 24 Mar 2022 23:30:00 -0500")).inUTC
        #expect((moment.year, moment.month, moment.day, moment.hour, moment.minute) == (2022, 3, 25, 4, 30))
        let other = try #require(DateText("2004-01-01T00:30:00+01:00")).inUTC
        #expect((other.year, other.month, other.day, other.hour) == (2003, 12, 31, 23))
    }

    @Test(arguments: [
        "", "soon", "2022-13-01", "2022-02-30", "32 Mar 2022", "2022-000", "2022-366", "99999999999999999999",
        "Mar 2022",
        "24 Mar 2022 25:00", "T", "2022-03-24T99:00", ":", "--", "24 24 24", "٢٠٢٢-٠٣-٢٤",
    ])
    func findsNoDateIn(text: String) { #expect(DateText(text) == nil) }
}
