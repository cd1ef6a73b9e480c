import DemarcheSourceText

/// Finds the expressions of time in one text: at each word that may begin one, the longest that a rule makes of what
/// follows. The rules stand in the files beside this one, by what they begin with.
struct TimeGrammar {
    let atoms: TimeAtoms
    private let language: AnnotatedText?
    /// How many expressions the one at hand stands in: *the day after* inside *the day before the day after*.
    private var depth = 0
    private static let deepest = 4

    /// - Parameter language: the text with its tags, which tell a month from a verb; nil for a dateline.
    init(_ atoms: TimeAtoms, _ language: AnnotatedText?) {
        self.atoms = atoms
        self.language = language
    }

    /// In text order; they do not overlap. Time grows linearly with the text.
    func phrases() -> [TimePhrase] {
        guard atoms.hasTime else { return [] }
        var found: [TimePhrase] = []
        var index = 0
        while index < atoms.count {
            let (earlier, phrase) = listed(index) ?? ([], phrase(at: index))
            guard let phrase else {
                index += 1
                continue
            }
            found += earlier + [completed(phrase)]
            index = phrase.end
            if let more = further(behind: phrase) {
                found.append(more)
                index = more.end
            }
        }
        return shared(found)
    }

    /// The phrase that begins with the atom, inside another; nil where they stand too deep in each other.
    func inner(at index: Int) -> TimePhrase? {
        guard depth < Self.deepest else { return nil }
        var nested = self
        nested.depth += 1
        return nested.phrase(at: index)
    }

    /// The longest phrase that begins with the atom.
    func phrase(at index: Int) -> TimePhrase? {
        guard index >= 0, index < atoms.count else { return nil }
        let atom = atoms.atoms[index]
        switch atom.kind {
        case .digits: return numeric(index)
        case .mark: return atoms.isMark(index, "'") ? shortYear(index) : nil
        case .letters: return atom.word.flatMap { worded($0, index) }
        }
    }

    private func worded(_ word: TimeWord, _ index: Int) -> TimePhrase? {
        switch word {
        case .month: holiday(index) ?? monthDate(index).map(withClock)
        case .weekday(let day, let isPlural): weekday(day, isPlural: isPlural, index)
        case .season(let season): seasonDate(season, index)
        case .unit: unitPhrase(index)
        case .cardinal, .scale: spelled(index)
        case .ordinal: ordinalPhrase(index)
        case .decade(let tens): decadeName(tens, index)
        case .day(let count): dayWord(count, index)
        case .part(let part, let isPlural): partOfDay(part, isPlural: isPlural, index)
        case .tonight: withClock(TimePhrase(index..<index + 1, .day(0), time: .part(.night)))
        case .fuzzy(let modifier): fuzzy(modifier, index)
        case .edge(let modifier): edge(modifier, index)
        case .relation(let relation): relative(relation, index)
        case .direction(let direction): within(direction, index)
        case .quantity: amountPhrase(index)
        case .approximate(let modifier): approximate(modifier, index)
        case .reference(let reference): self.reference(reference, index)
        case .adjective(let reference): adjective(reference, index)
        case .frequency(let unit): TimePhrase(index..<index + 1, .repeated(unit.unknown))
        case .each: each(index)
        case .era(let isBC): isBC ? nil : eraFirst(index)
        case .named: named(index)
        case .zone: nil
        }
    }

    /// Expressions that begin with a word that is in no table of classes.
    private func named(_ index: Int) -> TimePhrase? {
        holiday(index) ?? quarterName(index) ?? halfAmount(index) ?? presentDay(index) ?? eve(index) ?? edge(index)
            ?? bounded(index)
    }

    /// A phrase with the words in front of it that belong to it: *the*, *about*, *more than*.
    private func completed(_ phrase: TimePhrase) -> TimePhrase {
        var phrase = phrase
        let start = phrase.atoms.lowerBound
        if phrase.takesArticle, atoms.isWord(start - 1, "the") { return phrase.from(start - 1) }
        if atoms.isWord(start - 1, "right"), case .reference = phrase.meaning { return phrase.from(start - 1) }
        let before = atoms.isMark(start - 1, ".") ? start - 2 : start - 1
        if case .date = phrase.meaning, case .approximate(.approximate?) = atoms.word(before) {
            phrase.modifier = phrase.modifier ?? .approximate
            return phrase.from(before)
        }
        return phrase
    }

    /// The Penn tag of the token in which the atom begins; empty where there is none.
    func tag(_ index: Int) -> String {
        guard let language, index >= 0, index < atoms.count, !language.tokens.isEmpty else { return "" }
        return language.tag(of: language.tokens[Int(atoms.atoms[index].token)])
    }

    func isPerson(_ index: Int) -> Bool {
        guard let language, index >= 0, index < atoms.count, !language.tokens.isEmpty else { return false }
        return language.entityType(of: language.tokens[Int(atoms.atoms[index].token)]) == "PERSON"
    }

    func isNoun(_ index: Int) -> Bool { tag(index).hasPrefix("NN") }
    /// The atom behind a hyphen, if one stands there.
    func pastDash(_ index: Int) -> Int { atoms.isMark(index, "-") ? index + 1 : index }
    func pastArticle(_ index: Int) -> Int { atoms.isWord(index, "the") ? index + 1 : index }
    /// The atom behind a full stop that ends an abbreviation.
    func pastStop(_ index: Int) -> Int { atoms.isMark(index, ".") && atoms.isGlued(index) ? index + 1 : index }
}
