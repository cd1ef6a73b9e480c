import DemarcheRecords

/// The units of the mentions of all articles with their numbers, in the order of their first places.
struct CountedUnits: Sendable {
    private(set) var units: [MentionUnit] = []
    private(set) var tallies: [MentionTally] = []
    /// The unit of each mention that stands for somebody, by article.
    private(set) var ofArticles: [[(unit: Int, places: [MentionPlace])]] = []
    private(set) var descriptions = Descriptions()
    private var numbers: [MentionUnit: Int] = [:]

    /// - Parameter articles: in the order of their names.
    init(_ articles: [ArticleMentions]) {
        for article in articles {
            ofArticles.append(
                article.units(&descriptions).map { mention in
                    (count(mention.unit, mention.tally), mention.places)
                })
        }
    }

    private mutating func count(_ unit: MentionUnit, _ tally: MentionTally) -> Int {
        if let number = numbers[unit] {
            tallies[number].add(tally)
            return number
        }
        numbers[unit] = units.count
        units.append(unit)
        tallies.append(tally)
        return units.count - 1
    }

    /// The numbers of the units of full names beside which articles have a unit.
    func beside(_ unit: MentionUnit) -> Set<Int> {
        guard case .names(let names) = unit.context else { return [] }
        return Set(names.compactMap { numbers[MentionUnit(who: $0, month: unit.month)] })
    }
}
