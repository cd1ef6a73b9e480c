import DemarcheRecords
import Testing

@Suite struct RecordedDateTests {
    @Test(arguments: [
        ("2022-03-24", "2022-03-24", RecordedDate.Precision.day), ("2022-03", "2022-03", .month),
        ("2022", "2022", .year),
        ("1962-10-22T19:00:00-05:00", "1962-10-22", .day), ("1962-10-22 19:00", "1962-10-22", .day),
        ("2024-02-29", "2024-02-29", .day), ("2000-02-29", "2000-02-29", .day), ("2022-12-31Z", "2022-12-31", .day),
    ])
    func takes(iso: String, date: String, precision: RecordedDate.Precision) {
        let read = RecordedDate(iso: iso, basis: .metadata)
        #expect(read == RecordedDate(date: date, precision: precision, basis: .metadata))
    }

    @Test(arguments: [
        "", "2022-13-01", "2022-00-10", "2022-02-30", "2023-02-29", "1900-02-29", "2022-04-31", "2022-03-00", "22-3-1",
        "2022-3-1", "20220324", "yesterday", "March 24, 2022", "2022-", "2022-03-", "-2022-03", "٢٠٢٢-٠٣-٢٤",
        "2022/03/24",
        "2022-+3-01", "+022",
    ])
    func refuses(text: String) { #expect(RecordedDate(iso: text, basis: .metadata) == nil) }

    @Test(arguments: [
        ("2022-03-07", "2022-03-13", "2022-03"), ("2022-03-28", "2022-04-03", "2022"), ("1799", "1801", "1799"),
    ])
    func isFoundByWhatTheEndsOfAnIntervalShare(first: String, last: String, common: String) {
        let date = RecordedDate(date: first, precision: .interval, until: last, basis: .text)
        #expect(date.common == common)
        #expect(date.written == "\(first) to \(last)")
        #expect(RecordedDate(date: first, precision: .day, basis: .text).common == first)
    }
}

@Suite struct FileDateTests {
    @Test func standsAtTheHeadOfAFileName() {
        #expect(
            RecordedDate(path: "saved/1962-10-22-quarantine.txt")
                == RecordedDate(date: "1962-10-22", precision: .day, basis: .file))
        #expect(RecordedDate(path: "1962-10-22.txt")?.date == "1962-10-22")
    }

    @Test(arguments: ["1962-13-22-quarantine.txt", "quarantine-1962-10-22.txt", "", "/", "1962-10-2"])
    func isNothingElse(path: String) { #expect(RecordedDate(path: path) == nil) }
}
