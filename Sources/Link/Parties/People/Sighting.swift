import DemarcheRecords

/// That one article names a person, with the office that it gives.
struct Sighting: Sendable {
    var name: ComparedName
    var article: String
    /// Which of the linker's mentions it is.
    var mention: Int
    var month: Month?
    var office: OfficeReading?

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

/// A month of the calendar as a count of months from the year 0.
struct Month: Hashable, Comparable, Sendable {
    let number: Int

    /// Of `2022-03-24` or `2022-03`; nil for a year alone.
    init?(_ date: String?) {
        let fields = (date ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard fields.count > 1, let year = fields[0], let month = fields[1] else { return nil }
        number = year * 12 + month - 1
    }

    static func < (one: Month, other: Month) -> Bool { one.number < other.number }
}
