import DemarcheRecords

/// Names for parties that would have one: no two have the same. The state, the kind or a number is added in brackets.
enum PartyNames {
    /// The names of parties whose plain names are one when folded, in the order of the parties. States and bodies of the tables, and whoever is
    /// alone, keep theirs.
    ///
    /// - Parameter isTaken: whether a folded name is another's already.
    static func of<Failure: Error>(
        _ group: [PartyDraft], isTaken: (String) throws(Failure) -> Bool
    ) throws(Failure) -> [String] {
        let keeper = group.firstIndex(where: \.isOfTable) ?? (group.count == 1 ? 0 : nil)
        var given: Set<String> = []
        func isGone(_ name: String) throws(Failure) -> Bool {
            if given.contains(name) { return true }
            return try isTaken(name)
        }
        var names: [String] = []
        for (index, draft) in group.enumerated() {
            let isKept = index == keeper
            let name = isKept ? draft.plain : try free(draft.plain, qualifier(index, group), isGone)
            if !isKept { given.insert(FoldedName.of(name)) }
            names.append(name)
        }
        return names
    }

    /// The name with the qualifier, or else with the first number, that nobody else has.
    private static func free<Failure: Error>(
        _ name: String, _ qualifier: String?, _ isGone: (String) throws(Failure) -> Bool
    ) throws(Failure) -> String {
        if let qualified = qualifier.map({ "\(name) (\($0))" }), try !isGone(FoldedName.of(qualified)) {
            return qualified
        }
        var number = 1
        while try isGone(FoldedName.of("\(name) (\(number))")) { number += 1 }
        return "\(name) (\(number))"
    }

    private static func qualifier(_ index: Int, _ group: [PartyDraft]) -> String? {
        let others = group.indices.filter { $0 != index }
        if let country = group[index].country, others.allSatisfy({ group[$0].country != country }) {
            return StateTable.shared.name(of: country) ?? country
        }
        guard let kind = group[index].kind, others.allSatisfy({ group[$0].kind != kind }) else { return nil }
        return kind.rawValue
    }

    /// The folded names that parties would have to whom a folded name can be given with something in brackets: those with which it
    /// begins, and those of which nothing is left when something stands behind them.
    static func rivals(of name: String) -> [String] {
        let words = name.split(separator: " ")
        return (1..<max(1, words.count)).map { words[..<$0].joined(separator: " ") } + ["", "the", "a", "an"]
    }
}
