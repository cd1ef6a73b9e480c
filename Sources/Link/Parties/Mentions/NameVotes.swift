import DemarcheRecords

/// How many mentions take a folded name for what: a name that some articles take for a person and more for a body is a body, and
/// the other way round; a name of unknown sort follows the others.
package struct NameVotes: Hashable, Sendable, Codable {
    package private(set) var person = 0
    package private(set) var other = 0
    /// Those of people in full whose surname it is.
    package private(set) var surname = 0

    package init() {}

    mutating func add(_ ballot: Ballot, _ count: Int) {
        switch ballot {
        case .person: person += count
        case .other: other += count
        case .surname: surname += count
        }
    }

    /// What a mention says of a name.
    enum Ballot { case person, other, surname }

    /// Whom a mention of this name stands for by what all articles take it for.
    func referent(_ described: Described) -> Referent {
        switch described.referent {
        case .person(let name): return other > 0 && other >= person ? .name(name.shown, nil) : described.referent
        case .name(_, let kind):
            let isPerson = person > other || kind == nil && other == 0 && surname > 0
            return isPerson ? described.person.map(Referent.person) ?? described.referent : described.referent
        default: return described.referent
        }
    }
}

extension Described {
    /// The names of which a mention says something.
    var ballots: [(name: String, says: NameVotes.Ballot)] {
        switch referent {
        case .person(let name):
            let full = name.given.isEmpty ? [] : [(name.surname, NameVotes.Ballot.surname)]
            return [(name.folded, .person)] + full
        case .name(let name, let kind?) where kind != .person: return [(FoldedName.of(name), .other)]
        default: return []
        }
    }
}
