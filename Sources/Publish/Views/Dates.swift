internal import DemarcheRecords

/// Dates as pages write them.
package enum Dates {
    /// `22 October 1962`; `1962-10-22/1962-10-28` becomes a range of two.
    package static func written(_ date: String) -> String {
        let ends = date.split(separator: "/").map(String.init)
        return ends.count == 2 ? period(ends[0], ends[1]) : Wording.date(date)
    }

    /// `22 to 28 October 1962`, `October to November 1962`: what the two share at the end is said once.
    package static func period(_ from: String?, _ to: String?) -> String {
        guard let from else { return to.map(Wording.date) ?? "undated" }
        guard let to, to != from else { return Wording.date(from) }
        let (first, last) = (Wording.date(from).split(separator: " "), Wording.date(to).split(separator: " "))
        let shared = first.count == last.count ? zip(first.reversed(), last.reversed()).prefix { $0 == $1 }.count : 0
        return first.dropLast(shared).joined(separator: " ") + " to " + last.joined(separator: " ")
    }

    /// A reason of the record, with the dates in brackets behind its quotations as pages write them; what is quoted stays.
    static func inReason(_ why: String) -> String {
        why.replacing(/” \((\d{4}-\d\d(?:-\d\d)?)\)(?=; |$)/) { "” (\(Wording.date(String($0.1))))" }
    }

    /// The date or interval of EDTF that a link has; nil for what is none.
    static func recorded(_ date: String) -> RecordedDate? {
        let ends = date.split(separator: "/").compactMap { RecordedDate(iso: $0, basis: .text) }
        guard var first = ends.first else { return nil }
        if ends.count == 2 { first.until = ends[1].date }
        return first
    }
}

/// Numbers as pages write them.
package enum Figure {
    /// `1,234`
    package static func written(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [Substring] = []
        while digits.count > 3 {
            groups.append(digits.suffix(3))
            digits.removeLast(3)
        }
        groups.append(digits[...])
        return (number < 0 ? "−" : "") + groups.reversed().joined(separator: ",")
    }

    /// `1 statement`, `1,234 statements`
    package static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(written(number)) \(number == 1 ? noun : plural ?? noun + "s")"
    }
}
