package import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// How many of the expressions that specifications expect are found, and with one of the meanings that they allow: days
/// that are equal, or for lengths an equal value.
///
/// What is nothing that news says (times of the clock by themselves, meetings to be arranged) is counted apart, by type.
package struct SpecificationScore: Sendable {
    private var found: [String: (expected: Int, found: Int, right: Int)] = [:]
    /// What was not found, or was found with another meaning.
    package private(set) var errors: [String] = []

    package static let types = ["date", "daterange", "duration"]

    package init(_ cases: [TimeSpecification], _ model: LanguageModel) {
        let reader = TimePredictions(model)
        for specification in cases {
            let times = reader.times(in: specification.input, written: specification.written)
            for expected in specification.expected { add(expected, specification, times) }
        }
    }

    private mutating func add(
        _ expected: TimeSpecification.Expected, _ specification: TimeSpecification, _ times: ArticleTimes
    ) {
        let units = Array(specification.input.utf16)
        let end = min(units.count, expected.start + expected.length)
        let start = String(decoding: units[..<min(expected.start, end)], as: UTF16.self).utf8.count
        let length = String(decoding: units[min(expected.start, end)..<end], as: UTF16.self).utf8.count
        let near = times.expressions.indices.filter {
            times.expressions[$0].span.start < start + length && start < times.expressions[$0].span.end
        }
        let isMeant =
            near.contains { isRight(times.expressions[$0], expected) }
            || times.ranges.contains { near.contains($0.first) && isRight($0, times, expected) }
        var counts = found[expected.type] ?? (0, 0, 0)
        counts.expected += 1
        counts.found += near.isEmpty ? 0 : 1
        counts.right += isMeant ? 1 : 0
        found[expected.type] = counts
        guard !isMeant, Self.types.contains(expected.type) else { return }
        let mine = near.map { times.expressions[$0] }.map { "\($0.value ?? "–") \($0.edtf ?? "–")" }
        errors.append(
            "\(expected.type) | \(specification.input) | \(specification.written) | \(expected.text) | "
                + "\(expected.values.joined(separator: " ")) | \(mine.joined(separator: "; "))")
    }

    private func isRight(_ expression: TimeExpression, _ expected: TimeSpecification.Expected) -> Bool {
        if let value = expression.value, expected.values.contains(value) { return true }
        guard let days = expression.days ?? expression.period?.days else { return false }
        return Self.holds(days, expected)
    }

    private func isRight(_ range: TimeRange, _ times: ArticleTimes, _ expected: TimeSpecification.Expected) -> Bool {
        guard let first = times.expressions[range.first].period?.days,
            let last = times.expressions[range.last].period?.days
        else { return false }
        let isShort = first.lowerBound < last.lowerBound
        return Self.holds(first.lowerBound...last.upperBound, expected)
            || isShort && Self.holds(first.lowerBound...last.lowerBound.adding(-1), expected)
    }

    private static func holds(_ days: ClosedRange<CalendarDay>, _ expected: TimeSpecification.Expected) -> Bool {
        expected.stretches.contains { stretch in
            let isDay = stretch.behind.isEmpty && days.lowerBound == days.upperBound
            return stretch.first == days.lowerBound.iso && (isDay || stretch.behind == days.upperBound.adding(1).iso)
        }
    }

    package var lines: [String] {
        found.sorted { $0.key < $1.key }.map { type, counts in
            let note = Self.types.contains(type) ? "" : "  (not counted below)"
            return "\(type): expected \(counts.expected)  found \(counts.found)  right \(counts.right)\(note)"
        }
    }

    package var summary: String {
        let counted = Self.types.compactMap { found[$0] }
        let all = counted.reduce(0) { $0 + $1.expected }
        func share(_ count: Int) -> String { AttributionTable.percent(all == 0 ? 0 : Double(count) / Double(all)) }
        let (hits, right) = (counted.reduce(0) { $0 + $1.found }, counted.reduce(0) { $0 + $1.right })
        return "time found=\(share(hits)) right=\(share(right)) expected=\(all)"
    }
}
