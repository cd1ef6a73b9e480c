import DemarcheRecords

/// What the words of a mention say by themselves.
struct Described: Sendable {
    let who: SpeakerDescription
    let referent: Referent
    /// The folded name by which articles are counted that take it for a person's or a body's.
    let folded: String?
    /// Whom it names if it is a person's name.
    let person: PersonName?
    /// The name as the article has it, without titles.
    let shown: String
    /// Of the surname.
    let skeleton: String?
    let office: OfficeReading?

    /// By what its units are looked up.
    var keys: [UnitKey] {
        var keys: [UnitKey] = []
        if let folded { keys.append(.name(folded)) }
        if let skeleton { keys.append(.skeleton(skeleton)) }
        if let office = office?.key { keys.append(.office(office)) }
        if case .office(let office, _) = referent { keys += OfficeHolders.keys(office).map(UnitKey.askedOffice) }
        return keys
    }

    /// Whether who is meant can hang on the month.
    var isOfItsTime: Bool {
        if case .office = referent { return true }
        return person != nil
    }
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
        var shown = who.name ?? ""
        switch referent {
        case .person(let name): (folded, person, shown) = (name.folded, name, name.shown)
        case .name(let name, _):
            (folded, person, shown) = (FoldedName.of(name), PersonName(name), PersonName(shown)?.shown ?? shown)
        default: break
        }
        let office = person == nil ? nil : who.office.map { OfficeReader().read($0, country: who.country) }
        return Described(
            who: who, referent: referent, folded: folded, person: person, shown: shown,
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
