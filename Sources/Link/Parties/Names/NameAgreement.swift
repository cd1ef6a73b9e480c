/// How surely two full names can be one person's, by the names alone.
enum NameAgreement: Int, Comparable, Sendable {
    /// The same but for middle names and initials.
    case same = 0
    /// The same by romanization.
    case romanized
    /// Forms of one given name: *Vladimir*, *Volodymyr*.
    case variant
    /// An initial for a given name.
    case initial
    /// Spelt nearly the same.
    case close

    static func < (one: NameAgreement, other: NameAgreement) -> Bool { one.rawValue < other.rawValue }

    /// Whether more than the names must speak for it.
    var needsEvidence: Bool { self == .variant || self == .close }

    /// What is said of two such names, `“A” and “B” …`.
    var reason: String {
        switch self {
        case .same: "are one name with and without its middle parts"
        case .romanized: "are romanizations of one name"
        case .variant: "have forms of one given name"
        case .initial: "are one name, once with an initial"
        case .close: "are spelt nearly the same"
        }
    }
}

/// A full name with what comparing asks of it.
struct ComparedName: Hashable, Sendable {
    let name: PersonName
    /// Of the surname.
    let key: String
    let givenKeys: [String]

    init(_ name: PersonName) {
        self.name = name
        key = Romanization.shared.key(name.surname)
        givenKeys = name.given.map { Romanization.shared.key($0) }
    }

    /// How two full names agree; nil where they are two people's. Surnames that differ by more than romanization must be
    /// spelt nearly the same.
    func agreement(_ other: ComparedName) -> NameAgreement? {
        guard !name.given.isEmpty, !other.name.given.isEmpty else { return nil }
        guard let surnames = surnameAgreement(other), let given = givenAgreement(other),
            (surnames, given) != (.close, .close)
        else { return nil }
        return max(surnames, given)
    }

    private func surnameAgreement(_ other: ComparedName) -> NameAgreement? {
        if name.surname == other.name.surname { return .same }
        if key == other.key { return .romanized }
        // A woman's surname and a man's: *Volkova*, *Volkov*.
        if key == other.key + "a" || other.key == key + "a" { return nil }
        let isLong = min(key.utf8.count, other.key.utf8.count) >= 5
        return isLong && JaroWinkler.similarity(key, other.key) >= 0.92 ? .close : nil
    }

    /// The given names must agree in their order as far as both have them; a single one may be the second behind an initial.
    private func givenAgreement(_ other: ComparedName) -> NameAgreement? {
        let (short, long) = name.given.count <= other.name.given.count ? (self, other) : (other, self)
        if short.name.given.count == 1, long.name.given.count > 1, long.name.given[0].count == 1,
            let second = short.given(0, long, 1), second != .initial
        {
            return second
        }
        var worst = NameAgreement.same
        for index in short.name.given.indices {
            guard let found = short.given(index, long, index) else { return nil }
            worst = max(worst, found)
        }
        return worst
    }

    private func given(_ index: Int, _ other: ComparedName, _ place: Int) -> NameAgreement? {
        let (one, two) = (name.given[index], other.name.given[place])
        if one == two { return .same }
        if one.count == 1 || two.count == 1 { return one.first == two.first ? .initial : nil }
        if givenKeys[index] == other.givenKeys[place] { return .romanized }
        if NameTables.shared.areForms(one, two) { return .variant }
        let (oneKey, twoKey) = (givenKeys[index], other.givenKeys[place])
        let isLong = min(oneKey.utf8.count, twoKey.utf8.count) >= 4
        return isLong && JaroWinkler.similarity(oneKey, twoKey) >= 0.9 ? .close : nil
    }
}
