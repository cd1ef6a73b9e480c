package import DemarcheRecords
import Foundation

/// Words for a day, a month or a year, resolved as English news means them.
///
/// - `Tuesday`, `last Tuesday`: the latest one up to the day of publication; with `isFuture`, the next one.
/// - `today`, `tonight`, `yesterday`, `tomorrow`: counted from the day of publication.
/// - `22 October 1962`, `Oct. 22`, `October 1962`, `1962`: themselves; without a year, in that of publication, or in the year
///   before when the day is still to come.
///
/// Anything else, and what needs a day of publication where none is known, is nil.
package struct DateExpression {
    /// The day of publication.
    private let anchor: Day?
    private let isFuture: Bool

    package init(published: RecordedDate?, isFuture: Bool = false) {
        anchor = published.flatMap { $0.precision == .day ? Day($0.date) : nil }
        self.isFuture = isFuture
    }

    /// The date that `words` give, in any case and without prepositions and articles.
    package func date(_ words: some Sequence<Substring>) -> RecordedDate? {
        let words = words.map { $0.lowercased().trimmingSuffix(while: { ".,".contains($0) }) }
            .filter { !Self.skipped.contains($0) && !$0.isEmpty }
        return relative(words) ?? absolute(words)
    }

    private static let skipped: Set<Substring> = ["on", "the", "of", "in", "last", "this", "late", "early", ","]

    private func relative(_ words: [Substring]) -> RecordedDate? {
        guard let anchor, let word = words.first else { return nil }
        let day: Day? =
            switch word {
            case "today", "tonight": anchor
            case "yesterday": anchor.adding(-1)
            case "tomorrow": anchor.adding(1)
            default: Self.weekdays.firstIndex(of: word).flatMap { self.day($0, around: anchor) }
            }
        let isAlone = words.dropFirst().allSatisfy { Self.partsOfDay.contains($0) }
        return isAlone ? day.map { date($0, basis: .anchored) } : nil
    }

    private func day(_ weekday: Int, around anchor: Day) -> Day? {
        let back = (anchor.weekday - weekday + 7) % 7
        return anchor.adding(isFuture ? (7 - back) % 7 : -back)
    }

    private func absolute(_ words: [Substring]) -> RecordedDate? {
        var words = words
        if let first = words.first, Self.weekdays.contains(first) { words.removeFirst() }
        if words.count == 1, let year = Self.year(words[0]) {
            return RecordedDate(iso: String(year), basis: .text)
        }
        guard let place = words.firstIndex(where: { Self.month($0) != nil }), let month = Self.month(words[place])
        else {
            return nil
        }
        let numbers = words.indices.filter { $0 != place }.map { Self.number(words[$0]) }
        guard numbers.count <= 2, !numbers.contains(nil) else { return nil }
        let day = numbers.compactMap(\.self).first { (1...31).contains($0) }
        let year = numbers.compactMap(\.self).first { (1000...2999).contains($0) }
        guard numbers.count == (day == nil ? 0 : 1) + (year == nil ? 0 : 1) else { return nil }
        return date(day, month, year)
    }

    private func date(_ day: Int?, _ month: Int, _ year: Int?) -> RecordedDate? {
        if let year {
            return RecordedDate(iso: Self.iso(year, month, day), basis: .text)
        }
        guard let anchor, let day, let found = Day(Self.iso(anchor.year, month, day)) else { return nil }
        let isAhead = !isFuture && found.isMore(than: 7, after: anchor)
        return isAhead
            ? Day(Self.iso(anchor.year - 1, month, day)).map { date($0, basis: .anchored) }
            : date(found, basis: .anchored)
    }

    private func date(_ day: Day, basis: RecordedDate.Basis) -> RecordedDate {
        RecordedDate(date: day.iso, precision: .day, basis: basis, anchor: anchor?.iso)
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int?) -> String {
        let numbers = [month] + (day.map { [$0] } ?? [])
        return numbers.reduce(String(year)) { $0 + ($1 < 10 ? "-0\($1)" : "-\($1)") }
    }

    private static func year(_ word: Substring) -> Int? {
        Int(word).flatMap { (1000...2999).contains($0) && word.count == 4 ? $0 : nil }
    }

    /// `22`, `22nd`
    private static func number(_ word: Substring) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        return ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) ? Int(digits) : nil
    }

    private static func month(_ word: Substring) -> Int? {
        guard word.count >= 3 else { return nil }
        if word == "sept" { return 9 }
        return months.firstIndex { $0 == word || word.count == 3 && $0.hasPrefix(word) }.map { $0 + 1 }
    }

    private static let months: [Substring] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays: [Substring] = [
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ]
    private static let partsOfDay: Set<Substring> = ["morning", "afternoon", "evening", "night", "noon"]
}

/// A day of the Gregorian calendar.
private struct Day {
    private static let calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    private let date: Date

    init?(_ iso: String) {
        let numbers = iso.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3, RecordedDate(iso: iso, basis: .text) != nil,
            let date = Self.calendar.date(from: DateComponents(year: numbers[0], month: numbers[1], day: numbers[2]))
        else { return nil }
        self.date = date
    }

    private init(_ date: Date) { self.date = date }

    var year: Int { Self.calendar.component(.year, from: date) }
    /// 0 is Sunday.
    var weekday: Int { Self.calendar.component(.weekday, from: date) - 1 }

    func adding(_ days: Int) -> Day? { Self.calendar.date(byAdding: .day, value: days, to: date).map(Day.init) }

    func isMore(than days: Int, after other: Day) -> Bool {
        date > other.date.addingTimeInterval(Double(days) * 86_400)
    }

    var iso: String {
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
        return [parts.year ?? 0, parts.month ?? 0, parts.day ?? 0]
            .map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: "-")
    }
}

extension String {
    fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, predicate(last) { rest.removeLast() }
        return rest
    }
}
