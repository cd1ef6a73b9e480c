import DemarcheRecords

/// The act that some words name: keys of near words, the names beside them, and whether it is undone or denied in them.
struct ActWords: Sendable, Hashable {
    /// Keys of near words (``NearWords``), without names and words that name no act; of two opposites the first with a negation.
    let keys: Set<String>
    let names: Set<String>
    let isNegated: Bool

    init(keys: Set<String>, names: Set<String>, isNegated: Bool) {
        (self.keys, self.names, self.isNegated) = (keys, names, isNegated)
    }

    /// Nil where the words name no act, or where an undoing word stands behind the first word of it: *talks on stopping the war* are
    /// neither war nor its end.
    ///
    /// - Parameter ignored: undoing words that count for nothing.
    init?(_ items: [ProposalPhrase.Item], without ignored: Set<String> = []) {
        var (keys, names, isNegated): (Set<String>, Set<String>, Bool) = ([], [], false)
        for item in items {
            switch item {
            case .name(let name): names.insert(name)
            case .word(let word) where ProposalWords.english.has(word, as: .undoing):
                if ignored.contains(word) { continue }
                guard keys.isEmpty else { return nil }
                isNegated.toggle()
            case .word(let word):
                guard let (key, isOpposite) = Self.key(of: word) else { continue }
                keys.insert(key)
                if isOpposite { isNegated.toggle() }
            }
        }
        guard !keys.isEmpty else { return nil }
        self.init(keys: keys, names: names, isNegated: isNegated)
    }

    private static func key(of word: String) -> (String, isOpposite: Bool)? {
        let words = ProposalWords.english
        if let opposite = words.opposite(of: word) { return opposite }
        guard ![.light, .proposal, .assertion].contains(where: { words.has(word, as: $0) }) else { return nil }
        return (NearWords.english.key(of: word), false)
    }
}
