import DemarcheAnnotate

/// What the patterns know of a word, looked up once for each.
struct WordKinds: OptionSet, Sendable {
    let rawValue: UInt16

    /// A form of a verb that attributes.
    static let cue = WordKinds(rawValue: 1 << 0)
    /// A noun that says what a person is; also with the full stop of an abbreviation.
    static let role = WordKinds(rawValue: 1 << 1)
    /// The head noun of a body.
    static let body = WordKinds(rawValue: 1 << 2)
    /// Joins a complement to a role: *spokesman for*.
    static let complement = WordKinds(rawValue: 1 << 3)
    /// Stands inside names: *von*, *al*.
    static let particle = WordKinds(rawValue: 1 << 4)
    /// Capitalised at the head of a sentence, or always, and yet no name.
    static let notName = WordKinds(rawValue: 1 << 5)
    /// Never in front of a role noun.
    static let notModifier = WordKinds(rawValue: 1 << 6)
    static let pronoun = WordKinds(rawValue: 1 << 7)
    /// Between a source and its verb.
    static let adverb = WordKinds(rawValue: 1 << 8)
    /// In front of a source, and no part of it.
    static let opening = WordKinds(rawValue: 1 << 9)
    static let article = WordKinds(rawValue: 1 << 10)
    /// *who*, *whose*, *which*.
    static let relative = WordKinds(rawValue: 1 << 11)
    /// Ends in *'s*.
    static let possessive = WordKinds(rawValue: 1 << 12)

    /// The kinds of every word that the patterns know.
    struct Table: Sendable {
        private var kinds: [String: WordKinds] = [:]

        init(_ lexicon: Lexicon) {
            for word in lexicon.cues.keys { kinds[word, default: []].insert(.cue) }
            for word in lexicon.roles.keys {
                kinds[word, default: []].insert(.role)
                kinds[word + ".", default: []].insert(.role)
            }
            for word in lexicon.bodies.keys { kinds[word, default: []].insert(.body) }
            for (kind, words) in SourcePhraseParser.words {
                for word in words { kinds[word, default: []].insert(kind) }
            }
        }

        subscript(word: String) -> WordKinds {
            let listed = kinds[word] ?? []
            return word.utf8.count > 2 && word.hasSuffix("'s") ? listed.union(.possessive) : listed
        }
    }
}
