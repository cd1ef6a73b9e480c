import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Parses a range of elements as the name of a speaker, or not at all: what does not fit the grammar is no source.
///
/// ```
/// source  = [adverbs] core ["," apposition ","] [adverbs]
/// core    = pronoun | role-phrase name | name | determiner role-phrase | body
/// role-phrase = {modifier} role-noun {("of" | "from" | "for" | "at" | "in" | "to") modifiers}
/// ```
/// `Kremlin spokesman Dmitry Peskov`; `Dmitry Peskov, the Kremlin spokesman,`; `a source from Whitehall`;
/// `Russia’s Ministry of Foreign Affairs`; `she`.
struct SourcePhraseParser {
    /// No name of a speaker with its office is longer.
    static let longest = 28

    let passage: Passage
    let lexicon: Lexicon

    func parse(_ range: Range<Int>) -> SourcePhrase? {
        let range = trimmed(range)
        guard !range.isEmpty, range.count <= Self.longest,
            !range.contains(where: { passage.elements[$0].quotation != nil })
        else { return nil }
        if let pronoun = pronoun(range) { return pronoun }
        guard let comma = range.first(where: { passage.elements[$0].isComma }) else { return core(range) }
        return apposition(range, comma)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, passage.elements[first].kinds.contains(.opening) {
            range = range.dropFirst()
        }
        while let last = range.last, isAdverb(passage.elements[last]) { range = range.dropLast() }
        return range
    }

    private func isAdverb(_ element: Element) -> Bool {
        element.kinds.contains(.adverb)
            || element.lower.hasSuffix("ly") && element.lower.utf8.count > 4 && element.lower != "italy"
    }

    private func pronoun(_ range: Range<Int>) -> SourcePhrase? {
        guard range.count == 1, let index = range.first, passage.elements[index].kinds.contains(.pronoun) else {
            return nil
        }
        let span = passage.elements[index].span
        return SourcePhrase(form: .pronoun(passage.elements[index].lower), span: span, name: span)
    }

    /// `NAME, the Kremlin spokesman,` and `the Kremlin spokesman, NAME,`: both commas must stand.
    private func apposition(_ range: Range<Int>, _ comma: Int) -> SourcePhrase? {
        guard let last = range.last, last > comma + 1, passage.elements[last].isComma,
            var phrase = core(range.lowerBound..<comma)
        else { return nil }
        let inner = comma + 1..<last
        if case .name = phrase.form {
            guard isAside(inner) else { return nil }
            if phrase.office == nil, phrase.kind == .person, let office = officeRange(inner) {
                phrase.office = passage.span(withoutArticle(office))
            }
        } else if let name = core(inner), case .name = name.form, name.office == nil, name.kind == .person {
            phrase = SourcePhrase(
                form: .name, span: phrase.span, name: name.name,
                office: passage.span(withoutArticle(range.lowerBound..<comma)), kind: .person)
        } else if !isAside(inner) {
            return nil
        }
        phrase.span = passage.span(range.lowerBound..<last)
        return phrase
    }

    /// Whether the words between two commas say something about the name before them.
    private func isAside(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        let kinds = passage.elements[first].kinds
        let isSimple = !range.contains { passage.elements[$0].isComma }
        return isSimple && roleEnd(range) != nil
            || !kinds.isDisjoint(with: [.relative, .article]) || passage.elements[first].lower == "speaking"
            || range.count == 1 && Int(passage.elements[first].lower) != nil
    }

    /// The role in an apposition, which ends before a relative clause; nil when no role stands in front of that.
    private func officeRange(_ range: Range<Int>) -> Range<Int>? {
        let end = range.first {
            passage.elements[$0].kinds.contains(.relative) || passage.elements[$0].isComma
        }
        let office = range.lowerBound..<(end ?? range.upperBound)
        return roleEnd(office) == nil ? nil : office
    }

    /// The first noun in `range` that says what a person is.
    private func roleEnd(_ range: Range<Int>) -> Int? {
        range.first { isRole($0) }
    }

    private func isRole(_ index: Int) -> Bool {
        passage.elements[index].kinds.contains(.role)
    }

    private func core(_ range: Range<Int>) -> SourcePhrase? {
        guard !range.isEmpty, let last = range.last, passage.elements[last].isWord else { return nil }
        if let role = lastRole(range) {
            if role == last { return bareRole(range) }
            if isNameRun(role + 1..<range.upperBound), isModifierRun(range.lowerBound..<role) {
                return named(range, name: role + 1..<range.upperBound, role: role)
            }
            if let preposition = range.first(where: { $0 > role }), isComplement(preposition..<range.upperBound),
                isModifierRun(range.lowerBound..<role)
            {
                return bareRole(range, role: role)
            }
        }
        return body(range) ?? plainName(range)
    }

    /// The last role noun that a name may follow: `Russian Foreign Ministry spokeswoman` in front of `Maria Zakharova`.
    private func lastRole(_ range: Range<Int>) -> Int? {
        range.prefix { !passage.elements[$0].kinds.contains(.complement) }.last(where: isRole)
    }

    private func named(_ range: Range<Int>, name: Range<Int>, role: Int) -> SourcePhrase {
        let office = withoutArticle(range.lowerBound..<role + 1)
        let isTitle = office.count == 1 && Self.honorifics.contains(passage.elements[role].lower)
        return SourcePhrase(
            form: .name, span: passage.span(range), name: passage.span(name),
            office: isTitle ? nil : passage.span(office), kind: .person)
    }

    /// A role without a name: `the spokeswoman`, `a White House official`, `officials`.
    private func bareRole(_ range: Range<Int>, role: Int? = nil) -> SourcePhrase? {
        let role = role ?? range.upperBound - 1
        guard isModifierRun(range.lowerBound..<role) else { return nil }
        let span = passage.span(range)
        let first = passage.elements[range.lowerBound].lower
        let isPlural =
            passage.elements[role].lower.hasSuffix("s")
            || ["people", "spokesmen"].contains(passage.elements[role].lower)
        let isDefinite = ["the", "his", "her", "their"].contains(first) || first.hasSuffix("'s")
        let isIndefinite = ["a", "an", "one", "another", "some"].contains(first)
        let form: SourcePhrase.Form = isPlural ? .collective : isDefinite && !isIndefinite ? .definiteRole : .unnamed
        return SourcePhrase(form: form, span: span, name: span, kind: isPlural ? .group : .person)
    }

    /// A body by its head noun: `the Russian government`, `Russia’s Ministry of Foreign Affairs`.
    private func body(_ range: Range<Int>) -> SourcePhrase? {
        let words = withoutArticle(range)
        guard !words.isEmpty else { return nil }
        var kind = listed(words)
        if kind == nil {
            let heads = words.filter { passage.elements[$0].kinds.contains(.body) }
            guard let last = heads.last else { return nil }
            let head =
                last + 1 == words.upperBound ? last : heads.first { isComplement($0 + 1..<words.upperBound) }
            guard let head, isModifierRun(words.lowerBound..<head) else { return nil }
            kind = lexicon.bodies[passage.elements[head].lower]
        }
        return SourcePhrase(form: .name, span: passage.span(range), name: passage.span(words), kind: kind)
    }

    /// The kind of a body that the lexicon names; no name there has more than six words.
    private func listed(_ words: Range<Int>) -> Speaker.Kind? {
        guard words.count <= 6 else { return nil }
        let key = words.map { passage.elements[$0].lower }.joined(separator: " ")
        return lexicon.names[key] ?? (lexicon.carriers[key] != nil ? .organisation : nil)
    }

    private func plainName(_ range: Range<Int>) -> SourcePhrase? {
        guard isNameRun(range) else { return nil }
        return SourcePhrase(form: .name, span: passage.span(range), name: passage.span(range), kind: .person)
    }

    /// Capitalised words, small particles between them: `Ursula von der Leyen`.
    private func isNameRun(_ range: Range<Int>) -> Bool {
        guard let first = range.first, let last = range.last, range.count <= 6 else { return false }
        let firstElement = passage.elements[first]
        guard firstElement.isCapitalized || firstElement.kinds.contains(.particle),
            range.count > 1 || firstElement.isCapitalized,
            passage.elements[last].isCapitalized, !firstElement.kinds.contains(.notName),
            passage.elements[last].kinds.isDisjoint(with: [.notName, .possessive])
        else { return false }
        return range.allSatisfy { index in
            let element = passage.elements[index]
            return element.isCapitalized && !element.kinds.contains(.cue) || element.kinds.contains(.particle)
                || element.isMark && element.lower == "." && index > first
                    && passage.elements[index - 1].lower.count <= 2
        }
    }

    /// What may stand before a role noun: no marks, no prepositions, no verbs that attribute.
    private func isModifierRun(_ range: Range<Int>) -> Bool {
        range.count <= 9
            && range.allSatisfy { index in
                let element = passage.elements[index]
                if element.isMark { return element.lower == "." || element.lower == "'" }
                let isLateArticle = index > range.lowerBound && element.kinds.contains(.article)
                return element.isWord && !isLateArticle && !element.kinds.contains(.notModifier)
                    && !isInflectedCue(element)
            }
    }

    /// `of Foreign Affairs`, `from Whitehall`, `for the ministry`
    private func isComplement(_ range: Range<Int>) -> Bool {
        guard let first = range.first, range.count > 1, range.count <= 12,
            passage.elements[first].kinds.contains(.complement)
        else { return false }
        return range.allSatisfy { index in
            let element = passage.elements[index]
            return element.isWord && !["that", "who", "which", "but"].contains(element.lower)
                && !isInflectedCue(element)
        }
    }

    /// A verb that attributes, in a form that no noun has.
    private func isInflectedCue(_ element: Element) -> Bool {
        element.kinds.contains(.cue) && !element.isCapitalized && lexicon.cues[element.lower]?.form != .base
    }

    private func withoutArticle(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, range.count > 1, passage.elements[first].kinds.contains(.article) else {
            return range
        }
        return range.dropFirst()
    }

    private static let honorifics: Set<String> = [
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dr", "dr.", "lord", "lady", "madame",
    ]

    /// The words of closed classes that the grammar asks for.
    static let words: [(WordKinds, Set<String>)] = [
        (.article, ["the", "a", "an"]),
        (.relative, ["who", "whose", "which"]),
        (.pronoun, ["he", "she", "they", "it", "i", "we"]),
        (.complement, ["of", "from", "for", "at", "in", "to", "close", "familiar", "with", "on"]),
        (.opening, openings), (.adverb, adverbs), (.particle, particles), (.notName, notNames),
        (.notModifier, notModifiers),
    ]
    private static let openings: Set<String> = [
        "and", "but", "while", "when", "as", "then", "later", "yet", "so", "meanwhile",
    ]
    private static let adverbs: Set<String> = [
        "also", "later", "has", "had", "have", "further", "then", "again", "once", "himself", "herself", "too", "even",
        "first", "just", "twice", "went", "on", "to", "did", "does", "do", "not", "never", "today", "yesterday",
        "earlier", "and",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    private static let particles: Set<String> = [
        "de", "du", "des", "da", "di", "del", "della", "la", "le", "von", "van", "der", "den", "bin", "ibn", "al", "el",
        "ter", "zu", "y",
    ]
    private static let notNames: Set<String> = [
        "the", "a", "an", "he", "she", "it", "they", "we", "i", "in", "on", "at", "by", "for", "from", "to", "of",
        "with", "when", "while",
        "if", "but", "and", "or", "as", "this", "that", "these", "those", "there", "last", "next", "monday", "tuesday",
        "wednesday",
        "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
        "august",
        "september", "october", "november", "december", "earlier", "later", "meanwhile", "however", "also", "what",
        "who", "his",
        "her", "their", "its", "our", "my", "asked", "despite", "after", "before", "during", "under", "no", "not",
        "yes",
        "american", "russian", "soviet", "british", "french", "german", "ukrainian", "western", "european", "chinese",
    ]
    private static let notModifiers: Set<String> = [
        "in", "on", "at", "by", "of", "for", "from", "to", "with", "and", "or", "but", "that", "which", "who", "when",
        "while", "if", "as",
        "was", "is", "are", "were", "be", "been", "has", "had", "have", "would", "will", "could", "can", "may", "might",
        "should",
        "he", "she", "it", "they", "we", "i", "this", "there", "after", "before", "during", "despite", "under", "into",
        "about",
        "against", "between", "through", "because", "than", "not", "week", "month", "year", "amid",
    ]
}
