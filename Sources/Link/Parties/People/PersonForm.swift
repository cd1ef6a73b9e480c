import DemarcheRecords

/// One spelling of one person's full name with all that the articles say of its bearer.
struct PersonForm: Sendable {
    let name: ComparedName
    let sightings: [Sighting]
    /// The states of the offices, the commonest first.
    let countries: [String]
    let signatures: Set<String>
    let isOfSport: Bool
    let months: ClosedRange<Int>?

    init(_ sightings: [Sighting], name: ComparedName) {
        self.name = name
        self.sightings = sightings
        let counts = sightings.counts(\.country)
        countries = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        signatures = Set(sightings.compactMap(\.signature))
        isOfSport = sightings.contains(where: \.isOfSport) && countries.isEmpty
        let numbers = sightings.compactMap(\.month?.number)
        months = numbers.min().flatMap { first in numbers.max().map { first...$0 } }
    }

    /// Whether what the articles say keeps two names apart, however alike: other states, other callings, other times.
    func conflicts(_ other: PersonForm) -> Bool {
        if let one = countries.first, let two = other.countries.first, !StateTable.shared.agree(one, two) {
            return true
        }
        if isOfSport && !other.countries.isEmpty || other.isOfSport && !countries.isEmpty { return true }
        guard let months, let others = other.months else { return false }
        return max(months.lowerBound, others.lowerBound) - min(months.upperBound, others.upperBound)
            > Namesakes.longestSilence
    }

    /// What the articles say of both, in words; nil where they say nothing that is the same.
    func shared(_ other: PersonForm, _ agreement: NameAgreement) -> String? {
        if let office = signatures.intersection(other.signatures).min() {
            let words = office.split(separator: "|").reversed().joined(separator: " ")
            return "both are called \(words)"
        }
        guard agreement != .close, let country = countries.first, other.countries.first == country else { return nil }
        return "both hold offices of \(StateTable.shared.name(of: country) ?? country)"
    }
}
