import DemarcheRecords

/// One way to name an event: a lemma with what it must stand with, as a line of `event-verbs.txt` or `event-nouns.txt` gives it.
///
/// `impose [sanction]` is the verb *impose* with an object of the class *sanction*; `call for:talks` has a preposition with its
/// object, `rule out` a particle, `urge +to` an infinitive, `block <crowd>` a subject, `strike ~[hunger]` a modifier.
struct EventPattern: Sendable {
    enum Condition: Sendable, Hashable {
        /// A particle, preposition, adverb or bare object.
        case word(String)
        case preposition(String, EventWordClass)
        case object(EventWordClass)
        case subject(EventWordClass)
        case modifier(EventWordClass)
        case anyObject, noObject
        /// An infinitive, of one of these verbs where there are some.
        case infinitive(EventWordClass?)
        /// A gerund of one of these verbs.
        case gerund(EventWordClass?)
        /// A finite clause, whose verb or predicate is one of these where there are some.
        case clause(EventWordClass?)
        /// A finite clause that says what must be done.
        case obligation
        /// A finite clause in the future or the conditional.
        case future

        /// How much a condition narrows the pattern down.
        var weight: Int {
            switch self {
            case .object(let wanted) where wanted.takesParties: 2
            case .object, .subject, .preposition, .modifier, .infinitive(.some), .gerund(.some), .clause(.some): 3
            case .word, .obligation, .future: 2
            default: 1
            }
        }
    }

    let lemma: String
    let conditions: [Condition]
    let kind: EventKind
    /// Whether the words are no event.
    let isNone: Bool
    /// How much the conditions narrow it down; of two patterns that hold the narrower one goes first.
    var weight: Int { conditions.reduce(0) { $0 + $1.weight } }

    /// - Parameter classes: The classes of words that conditions name.
    init?(_ words: String, _ kind: EventKind?, _ classes: [String: Set<String>]) {
        let parts = words.split(separator: " ").map(String.init)
        guard let lemma = parts.first else { return nil }
        self.lemma = lemma
        conditions = parts.dropFirst().map { Self.condition($0, classes) }
        self.kind = kind ?? EventKind(plover: PLOVER(.agree), cameo: nil)
        isNone = kind == nil
    }

    private static func condition(_ word: String, _ classes: [String: Set<String>]) -> Condition {
        let named = { (text: Substring) in EventWordClass(text.filter { !"[]<>".contains($0) }, classes) }
        switch word {
        case "obj": return .anyObject
        case "!obj": return .noObject
        case "+must": return .obligation
        case "+will": return .future
        case "@party", "@place": return .object(named(word[...]))
        default: break
        }
        if word.hasPrefix("[") { return .object(named(word[...])) }
        if word.hasPrefix("<") { return .subject(named(word[...])) }
        if word.hasPrefix("~") { return .modifier(named(word.dropFirst())) }
        let parts = word.split(separator: ":", maxSplits: 1)
        let wanted = parts.count == 2 ? named(parts[1]) : nil
        switch parts[0] {
        case "+to": return .infinitive(wanted)
        case "+ing": return .gerund(wanted)
        case "+that": return .clause(wanted)
        default: return wanted.map { .preposition(String(parts[0]), $0) } ?? .word(word)
        }
    }
}

/// Words of one sort, by their lemmas; *@party* and *@place* hold for names and roles, too.
struct EventWordClass: Sendable, Hashable {
    let words: Set<String>
    let takesParties: Bool

    init(_ names: String, _ classes: [String: Set<String>]) {
        let names = names.split(separator: "/").map(String.init)
        takesParties = names.contains { $0.hasPrefix("@") }
        words = names.reduce(into: []) { $0.formUnion(classes[$1] ?? [$1]) }
    }
}

/// What happens, in the terms of PLOVER and CAMEO.
struct EventKind: Sendable, Hashable {
    let plover: PLOVER
    let cameo: String?

    /// Whether an infinitive beside it says what is agreed on: `signed an accord to supply`.
    var isPromise: Bool { plover.type == .agree || cameo == "057" }
}
