/// A day of the proleptic Gregorian calendar, as a count of days from 1970-01-01.
///
/// Years are astronomical: 1 is AD 1, 0 is 1 BC. All of its functions take constant time. Counting is that of Howard
/// Hinnant's `days_from_civil` and `civil_from_days`.
package struct CalendarDay: Hashable, Comparable, Sendable {
    package let number: Int

    package init(number: Int) { self.number = number }

    /// Nil when there is no such day, or its year is not in -9999...9999.
    package init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (-9999...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.days(in: month, of: year)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `2022-03-24`, and nothing around it.
    package init?(iso: String) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8...])
        else { return nil }
        self.init(year, month, day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.allSatisfy { $0 &- 0x30 < 10 } ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }

    package var date: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * fromMarch + 2) / 5 + 1)
    }

    package var year: Int { date.year }
    package var month: Int { date.month }

    /// 1 is Monday, 7 is Sunday, as in ISO 8601.
    package var weekday: Int { Self.modulo(number + 3, 7) + 1 }

    /// The year and number of its week by ISO 8601: the year is that of the week's Thursday.
    package var week: (year: Int, number: Int) {
        let thursday = CalendarDay(number: number - weekday + 4)
        let year = thursday.year
        let first = CalendarDay(year, 1, 1)?.number ?? thursday.number
        return (year, (thursday.number - first) / 7 + 1)
    }

    package func adding(_ days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    /// The same day of another month; the last of it where it is shorter.
    package func adding(months: Int) -> CalendarDay? {
        let (year, month, day) = date
        let total = year * 12 + month - 1 + months
        let (newYear, newMonth) = (Self.floor(total, 12), Self.modulo(total, 12) + 1)
        return CalendarDay(newYear, newMonth, min(day, Self.days(in: newMonth, of: newYear)))
    }

    /// In ISO 8601; a year before 1 has a minus sign.
    package var iso: String {
        let (year, month, day) = date
        return "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))"
    }

    package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

    package static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// A number in at least so many digits, its sign before them.
    package static func digits(_ number: Int, _ count: Int) -> String {
        let digits = String(number.magnitude)
        return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, count - digits.count)) + digits
    }

    package static func floor(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }

    private static func modulo(_ number: Int, _ divisor: Int) -> Int { number - floor(number, divisor) * divisor }
}
