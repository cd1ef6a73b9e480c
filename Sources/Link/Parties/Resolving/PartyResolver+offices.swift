import DemarcheRecords

/// Offices without a name.
extension PartyResolver {
    /// Resolves units that mean the holder of an office, where they are touched or what articles of their time say of it.
    mutating func resolveOffices() throws(Memory.Failure) {
        var holders = OfficeHolders()
        for number in try askingUnits() {
            guard let unit = try memory.unit(number) else { continue }
            let described = descriptions.read(unit.unit.who)
            guard case .office(let office, _) = described.referent else { continue }
            for key in OfficeHolders.keys(office) where !holders.knows(key) {
                holders.take(key, try sightings(in: key))
            }
            let holder = holders.holder(of: office, in: unit.unit.month)
            let mention = holder.map { ResolvedMention(office, unit.unit.who, heldBy: $0) }
            try settle(number, unit, mention ?? ResolvedMention(described.referent, described, unit.unit.context))
        }
    }

    private mutating func askingUnits() throws(Memory.Failure) -> Set<Int> {
        var asking = Set(touched.units.keys)
        for (key, months) in try touchedOffices() {
            for number in try memory.units(.askedOffice(key)) where !asking.contains(number) {
                guard let unit = try memory.unit(number)?.unit,
                    case .office(let office, _) = descriptions.read(unit.who).referent
                else { continue }
                if OfficeHolders.canDiffer(office, in: unit.month, by: months) { asking.insert(number) }
            }
        }
        return asking
    }

    /// The offices of people that are touched, with the months.
    private func touchedOffices() throws(Memory.Failure) -> [String: Set<Month?>] {
        var offices: [String: Set<Month?>] = [:]
        for (number, before) in touched.units {
            let after = try memory.unit(number)
            guard let unit = after ?? before, before?.who != after?.who || before?.tally.count != after?.tally.count
            else { continue }
            for case .office(let key) in unit.wordKeys { offices[key, default: []].insert(unit.unit.month) }
        }
        return offices
    }

    /// Whom units by name say to hold an office.
    private func sightings(
        in office: String
    ) throws(Memory.Failure) -> [(holder: OfficeHolders.Holder, month: Month?, count: Int)] {
        var sightings: [(holder: OfficeHolders.Holder, month: Month?, count: Int)] = []
        for number in try memory.units(.office(office)) {
            guard let unit = try memory.unit(number), let who = unit.who, who.isPerson else { continue }
            let holder = OfficeHolders.Holder(key: who.key, name: who.fixedName ?? "")
            sightings.append((holder, unit.unit.month, unit.tally.count))
        }
        return sightings
    }
}
