import DemarcheRecords

/// Tells people of one name apart, where their articles' dates, the states of their offices or the sort of their offices do.
///
/// A state or sort of office counts only from a tenth of the sightings that have any; fewer are taken for slips of reading. A
/// sighting that says nothing goes to the group that has at least three quarters of the others, or stays by itself.
enum Namesakes {
    /// No career in the news is longer than two sightings of one name so many months apart: thirty years.
    static let longestSilence = 360
    /// The share of sightings from which a state is believed.
    static let leastShare = 0.1
    /// The share that draws in sightings which say nothing.
    static let drawingShare = 0.75

    /// The sightings of each person; a pure function of the sightings, whose order it keeps.
    static func split(_ sightings: [Sighting]) -> [[Sighting]] {
        eras(sightings).flatMap { byState($0) }.flatMap { parted($0, by: sort) }
    }

    private static func sort(_ sighting: Sighting) -> String? {
        sighting.isOfSport ? "sport" : sighting.isOfState ? "state" : nil
    }

    /// Former states are one with those that came after them.
    private static func byState(_ sightings: [Sighting]) -> [[Sighting]] {
        let counts = sightings.counts(\.country)
        let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        var group: [String: String] = [:]
        for code in order {
            group[code] = order.first { group[$0] == $0 && StateTable.shared.agree($0, code) } ?? code
        }
        return parted(sightings) { $0.country.flatMap { group[$0] } }
    }

    private static func parted(_ sightings: [Sighting], by value: (Sighting) -> String?) -> [[Sighting]] {
        let counts = sightings.counts(value)
        let total = counts.values.reduce(0, +)
        let strong = counts.filter { Double($0.value) >= leastShare * Double(total) }.keys.sorted()
        guard strong.count > 1 else { return [sightings] }
        let drawing = strong.first { Double(counts[$0] ?? 0) >= drawingShare * Double(total) }
        let groups = Dictionary(grouping: sightings) {
            value($0).flatMap { strong.contains($0) ? $0 : nil } ?? drawing ?? ""
        }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Cut where nobody of the name is seen for thirty years; the undated go to the era with the most sightings.
    private static func eras(_ sightings: [Sighting]) -> [[Sighting]] {
        let months = Set(sightings.compactMap(\.month)).sorted()
        let ends = zip(months, months.dropFirst()).filter { $1.number - $0.number > longestSilence }.map(\.0)
        guard !ends.isEmpty else { return [sightings] }
        let era: (Month) -> Int = { month in ends.count { $0 < month } }
        let counts = sightings.counts { $0.month.map(era) }
        let largest = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
        let groups = Dictionary(grouping: sightings) { $0.month.map(era) ?? largest }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }
}
