internal import DemarcheRecords

/// Who stands where: party by proposal, the stances of each in the order of time.
struct PositionBoard {
    let parties: [Party]

    struct Party {
        let name: String
        let rows: Int
        let first: Row
        let rest: [Row]
    }

    struct Row {
        let proposal: String
        let stances: [Stance]
    }

    struct Stance {
        let stance: String
        let date: String
        let condition: String?
        let link: String
        /// Whether it differs from the one before.
        let isChange: Bool
    }

    init(_ positions: [Position], _ places: EntryPlaces) {
        let groups = Dictionary(grouping: positions) { $0.party.shownName ?? "Not named" }
        parties = groups.keys.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }.compactMap { name in
            let rows = Self.rows(groups[name] ?? [], places)
            guard let first = rows.first else { return nil }
            return Party(name: name, rows: rows.count, first: first, rest: Array(rows.dropFirst()))
        }
    }

    private static func rows(_ positions: [Position], _ places: EntryPlaces) -> [Row] {
        let groups = Dictionary(grouping: positions) { normalized($0.proposal.evidence.exact) }
        return groups.values.map { group in
            group.sorted { (dated($0, places), $0.article, $0.id) < (dated($1, places), $1.article, $1.id) }
        }.sorted { (dated($0[0], places), $0[0].id) < (dated($1[0], places), $1[0].id) }.map { group in
            Row(proposal: group[0].proposal.evidence.exact, stances: stances(group, places))
        }
    }

    private static func stances(_ group: [Position], _ places: EntryPlaces) -> [Stance] {
        group.enumerated().map { index, position in
            let date = places.date(statement: position.statement, article: position.article)
            return Stance(
                stance: position.stance.rawValue.replacing("-", with: " "),
                date: date.map(Wording.date) ?? "undated", condition: position.condition?.exact,
                link: places.anchor(statement: position.statement, article: position.article),
                isChange: index > 0 && group[index - 1].stance != position.stance)
        }
    }

    private static func dated(_ position: Position, _ places: EntryPlaces) -> String {
        places.date(statement: position.statement, article: position.article)?.date ?? "~"
    }

    /// Without case and the article at the beginning.
    private static func normalized(_ proposal: String) -> String {
        let words = proposal.lowercased().split { $0.isWhitespace }
        return words.drop { ["the", "a", "an", "its", "their", "his", "her"].contains($0) }.joined(separator: " ")
    }
}
