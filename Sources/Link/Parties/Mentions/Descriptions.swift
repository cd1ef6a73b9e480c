import DemarcheRecords

/// The different ways in which articles describe somebody, each read once: an article's mentions are many times as many.
struct Descriptions: Sendable {
    private var all: [SpeakerDescription] = []
    private var numbers: [SpeakerDescription: Int] = [:]
    private var referents: [Referent] = []
    /// How many mentions are described so.
    private var counts: [Int] = []
    private var offices: [Int: OfficeReading?] = [:]
    private var names: [Int: (compared: ComparedName, skeleton: String)] = [:]
    private var mentions: [Int: ResolvedMention?] = [:]

    /// Of one more mention.
    mutating func number(of who: SpeakerDescription) -> Int {
        if let number = numbers[who] {
            counts[number] += 1
            return number
        }
        numbers[who] = all.count
        all.append(who)
        referents.append(ReferentReader().read(who))
        counts.append(1)
        return all.count - 1
    }

    func referent(_ number: Int) -> Referent { referents[number] }

    // MARK: Kinds

    /// A name that some articles take for a person and more for a body is a body, and the other way round; a name of unknown sort
    /// follows the others.
    mutating func weighKinds() {
        var votes: [String: (person: Int, other: Int)] = [:]
        var surnames: Set<String> = []
        for (referent, count) in zip(referents, counts) {
            switch referent {
            case .person(let name):
                votes[name.folded, default: (0, 0)].person += count
                if !name.given.isEmpty { surnames.insert(name.surname) }
            case .name(let name, let kind?) where kind != .person:
                votes[FoldedName.of(name), default: (0, 0)].other += count
            default: break
            }
        }
        referents = referents.map { Self.weighed($0, votes, surnames) }
    }

    private static func weighed(
        _ referent: Referent, _ votes: [String: (person: Int, other: Int)], _ surnames: Set<String>
    ) -> Referent {
        switch referent {
        case .person(let name):
            let vote = votes[name.folded] ?? (1, 0)
            return vote.other > 0 && vote.other >= vote.person ? .name(name.shown, nil) : referent
        case .name(let name, let kind):
            let folded = FoldedName.of(name)
            let vote = votes[folded] ?? (0, 0)
            let isPerson = vote.person > vote.other || kind == nil && vote.other == 0 && surnames.contains(folded)
            return isPerson ? PersonName(name).map(Referent.person) ?? referent : referent
        default: return referent
        }
    }

    // MARK: What follows from the words alone, after kinds are weighed

    mutating func office(_ number: Int) -> OfficeReading? {
        if let known = offices[number] { return known }
        let reading = all[number].office.map { OfficeReader().read($0, country: all[number].country) }
        offices[number] = .some(reading)
        return reading
    }

    /// The name of a person and the skeleton of the surname.
    mutating func name(_ number: Int) -> (compared: ComparedName, skeleton: String)? {
        guard case .person(let name) = referents[number] else { return nil }
        if let known = names[number] { return known }
        let made = (compared: ComparedName(name), skeleton: Romanization.shared.skeleton(name.surname))
        names[number] = made
        return made
    }

    /// A mention as far as its words tell, without day and places, and without key and state of a person; nil where they do not tell.
    mutating func mention(_ number: Int) -> ResolvedMention? {
        if let known = mentions[number] { return known }
        let made = made(number)
        mentions[number] = .some(made)
        return made
    }

    private mutating func made(_ number: Int) -> ResolvedMention? {
        let who = all[number]
        return switch referents[number] {
        case .state(let code): ResolvedMention(state: code, who)
        case .body(let body): ResolvedMention(body, who)
        case .name(let name, let kind): ResolvedMention(name: name, kind)
        case .person: ResolvedMention(person: who, office(number))
        case .source(let source), .office(_, let source?): ResolvedMention(source)
        case .ministry, .office, .nobody: nil
        }
    }
}
