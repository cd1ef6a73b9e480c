/// A date of the record in EDTF level 0 or 1, with how exact it is and where it came from.
package struct RecordedDate: Hashable, Sendable, Codable {
    package enum Precision: String, Sendable, Codable { case day, month, year, interval }

    /// Where a date came from: markup, feed or header; a dateline or the wording; the user; the file; or an expression
    /// resolved against a date that is itself named.
    package enum Basis: String, Sendable, Codable { case metadata, text, given, file, anchored }

    /// `2025-03-27`, `2025-03` or `2025`, in the local calendar of the source.
    package var date: String
    package var precision: Precision
    package var until: String?
    package var basis: Basis
    /// The date that an expression was resolved against.
    package var anchor: String?
    /// The words of the text that give the date.
    package var expression: String?

    package init(
        date: String, precision: Precision, until: String? = nil, basis: Basis, anchor: String? = nil,
        expression: String? = nil
    ) {
        self.date = date
        self.precision = precision
        self.until = until
        self.basis = basis
        self.anchor = anchor
        self.expression = expression
    }

    /// The date itself; of an interval what its ends share, a month or a year, and where they share nothing its first day.
    package var common: String {
        guard let until else { return date }
        let shared = zip(date.split(separator: "-"), until.split(separator: "-")).prefix { $0 == $1 }
        return shared.isEmpty ? date : shared.map(\.0).joined(separator: "-")
    }

    /// `2022-03-07 to 2022-03-13` for an interval.
    package var written: String { [date, until].compactMap(\.self).joined(separator: " to ") }

    /// The day, month or year at the head of an ISO 8601 date or date-time; nil when there is none or it cannot be.
    package init?(iso text: some StringProtocol, basis: Basis) {
        let day = text.prefix(10).split(separator: "T", omittingEmptySubsequences: false).first ?? ""
        let fields = day.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = fields.compactMap { field in field.allSatisfy { $0.isASCII && $0.isNumber } ? Int(field) : nil }
        guard numbers.count == fields.count, (1...3).contains(fields.count), fields[0].count == 4,
            fields.dropFirst().allSatisfy({ $0.count == 2 })
        else { return nil }
        if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
        if numbers.count > 2, !(1...CalendarDay.days(in: numbers[1], of: numbers[0])).contains(numbers[2]) {
            return nil
        }
        let precision: Precision = [.year, .month, .day][numbers.count - 1]
        self.init(date: String(day), precision: precision, basis: basis)
    }

    /// The date at the head of a file's name, `1962-10-22-quarantine.txt`, as people name what they save.
    package init?(path: some StringProtocol) {
        let head = String(path).split(separator: "/").last?.prefix(11) ?? ""
        guard head.count == 11, let mark = head.last, "-_ .".contains(mark) else { return nil }
        self.init(iso: head.dropLast(), basis: .file)
    }
}
