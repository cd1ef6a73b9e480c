import DemarcheRecords

/// What articles take names for: a name that some take for a person and more for a body is a body, and the other way round; a
/// name of unknown sort follows the others.
struct NameVotes: Sendable {
    /// How many mentions take a folded name for what.
    struct Votes: Hashable, Sendable {
        var person = 0
        var other = 0
        /// Those of people in full whose surname it is.
        var surname = 0
    }

    private var votes: [String: Votes] = [:]

    /// Counts so many mentions.
    mutating func add(_ described: Described, _ count: Int) {
        guard let folded = described.folded else { return }
        switch described.referent {
        case .person(let name):
            votes[folded, default: Votes()].person += count
            if !name.given.isEmpty { votes[name.surname, default: Votes()].surname += count }
        case .name(_, let kind?) where kind != .person: votes[folded, default: Votes()].other += count
        default: break
        }
    }

    /// Whom a mention stands for by what all articles take its name for.
    func referent(_ described: Described) -> Referent {
        let votes = described.folded.flatMap { self.votes[$0] } ?? Votes()
        switch described.referent {
        case .person(let name):
            return votes.other > 0 && votes.other >= votes.person ? .name(name.shown, nil) : described.referent
        case .name(_, let kind):
            let isSurname = kind == nil && votes.other == 0 && votes.surname > 0
            let isPerson = votes.person > votes.other || isSurname
            return isPerson ? described.person.map(Referent.person) ?? described.referent : described.referent
        default: return described.referent
        }
    }
}
