import DemarcheRecords

/// That articles of one month name a person in the same words, with the office that they give.
struct Sighting: Sendable {
    var name: ComparedName
    /// The number of its unit.
    var unit: Int
    var tally: MentionTally
    var month: Month?
    var office: OfficeReading?
    /// Of a surname alone: the units of the full names in the same articles.
    var beside: Set<Int> = []

    var count: Int { tally.count }

    /// The state that an office of state belongs to.
    var country: String? { office.flatMap { $0.isOfState ? $0.country : nil } }
    var isOfState: Bool { office?.isOfState ?? false }
    var isOfSport: Bool { office.map { $0.isOfSport && !$0.isFormer } ?? false }
    /// What the office is, whoever's it is.
    var signature: String? {
        office?.role.map {
            [$0.name, office?.portfolio ?? "", office?.isDeputy == true ? "deputy" : ""].joined(separator: "|")
        }
    }
}

extension Sequence<Sighting> {
    /// How many mentions have each value that there is.
    func counts<Value: Hashable>(_ value: (Sighting) -> Value?) -> [Value: Int] {
        var counts: [Value: Int] = [:]
        for sighting in self { if let value = value(sighting) { counts[value, default: 0] += sighting.count } }
        return counts
    }
}

/// A month of the calendar as a count of months from the year 0.
package struct Month: Hashable, Comparable, Sendable, Codable {
    let number: Int

    /// Of `2022-03-24` or `2022-03`; nil for a year alone.
    init?(_ date: String?) {
        let fields = (date ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard fields.count > 1, let year = fields[0], let month = fields[1] else { return nil }
        number = year * 12 + month - 1
    }

    package static func < (one: Month, other: Month) -> Bool { one.number < other.number }
}
