import DemarcheRecords

/// What the words of a mention say by themselves.
struct Described: Sendable {
    let who: SpeakerDescription
    let referent: Referent
    /// The folded name by which articles are counted that take it for a person's or a body's.
    let folded: String?
    /// Whom it names if it is a person's name.
    let person: PersonName?
    /// Of the surname.
    let skeleton: String?
    let office: OfficeReading?
}

/// The different ways in which articles describe somebody, each read once: an article's mentions are many times as many.
struct Descriptions: Sendable {
    private var known: [SpeakerDescription: Described] = [:]
    private var names: [PersonName: (compared: ComparedName, skeleton: String)] = [:]

    mutating func read(_ who: SpeakerDescription) -> Described {
        if let known = known[who] { return known }
        let made = made(who)
        known[who] = made
        return made
    }

    private mutating func made(_ who: SpeakerDescription) -> Described {
        let referent = ReferentReader().read(who)
        var (folded, person): (String?, PersonName?)
        switch referent {
        case .person(let name): (folded, person) = (name.folded, name)
        case .name(let name, _): (folded, person) = (FoldedName.of(name), PersonName(name))
        default: break
        }
        let office = person == nil ? nil : who.office.map { OfficeReader().read($0, country: who.country) }
        return Described(
            who: who, referent: referent, folded: folded, person: person,
            skeleton: person.map { name($0).skeleton }, office: office)
    }

    private mutating func name(_ name: PersonName) -> (compared: ComparedName, skeleton: String) {
        if let known = names[name] { return known }
        let made = (compared: ComparedName(name), skeleton: Romanization.shared.skeleton(name.surname))
        names[name] = made
        return made
    }

    /// A person's name with what comparing asks of it.
    mutating func compared(_ name: PersonName) -> ComparedName { self.name(name).compared }
}
