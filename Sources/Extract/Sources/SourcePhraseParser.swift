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
        while let first = range.first, Self.openings.contains(passage.elements[first].lower) {
            range = range.dropFirst()
        }
        while let last = range.last, isAdverb(passage.elements[last].lower) { range = range.dropLast() }
        return range
    }

    private func isAdverb(_ word: String) -> Bool {
        Self.adverbs.contains(word) || word.hasSuffix("ly") && word.count > 4 && word != "italy"
    }

    private func pronoun(_ range: Range<Int>) -> SourcePhrase? {
        guard range.count == 1, let index = range.first, Self.pronouns.contains(passage.elements[index].lower) else {
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
        let word = passage.elements[first].lower
        let isSimple = !range.contains { passage.elements[$0].isComma }
        return isSimple && roleEnd(range) != nil
            || ["who", "whose", "which", "speaking", "a", "an", "the"].contains(word)
            || range.count == 1 && Int(word) != nil
    }

    /// The role in an apposition, which ends before a relative clause; nil when no role stands in front of that.
    private func officeRange(_ range: Range<Int>) -> Range<Int>? {
        let end = range.first {
            ["who", "whose", "which"].contains(passage.elements[$0].lower) || passage.elements[$0].isComma
        }
        let office = range.lowerBound..<(end ?? range.upperBound)
        return roleEnd(office) == nil ? nil : office
    }

    /// The first noun in `range` that says what a person is.
    private func roleEnd(_ range: Range<Int>) -> Int? {
        range.first { isRole($0) }
    }

    private func isRole(_ index: Int) -> Bool {
        let element = passage.elements[index]
        return element.isWord && lexicon.roles[element.lower.trimmingDot] != nil
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
        let beforePreposition = range.prefix {
            !["of", "from", "for", "at", "in", "to", "close", "familiar", "with", "on"].contains(
                passage.elements[$0].lower)
        }
        return beforePreposition.last(where: isRole)
    }

    private func named(_ range: Range<Int>, name: Range<Int>, role: Int) -> SourcePhrase {
        let office = withoutArticle(range.lowerBound..<role + 1)
        let isTitle = office.count == 1 && Self.honorifics.contains(passage.elements[role].lower.trimmingDot)
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
            guard words.contains(where: { lexicon.bodies[passage.elements[$0].lower] != nil }) else { return nil }
            let head =
                words.first { lexicon.bodies[passage.elements[$0].lower] != nil && $0 + 1 >= words.upperBound }
                ?? words.first {
                    lexicon.bodies[passage.elements[$0].lower] != nil && isComplement($0 + 1..<words.upperBound)
                }
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
        guard firstElement.isCapitalized || Self.particles.contains(firstElement.lower),
            range.count > 1 || firstElement.isCapitalized,
            passage.elements[last].isCapitalized, !Self.notNames.contains(firstElement.lower),
            !Self.notNames.contains(passage.elements[last].lower), !passage.elements[last].lower.hasSuffix("'s")
        else { return false }
        return range.allSatisfy { index in
            let element = passage.elements[index]
            return element.isCapitalized && lexicon.cues[element.lower] == nil || Self.particles.contains(element.lower)
                || element.isMark && element.text == "." && index > first && passage.elements[index - 1].text.count <= 2
        }
    }

    /// What may stand before a role noun: no marks, no prepositions, no verbs that attribute.
    private func isModifierRun(_ range: Range<Int>) -> Bool {
        range.count <= 9
            && range.allSatisfy { index in
                let element = passage.elements[index]
                if element.isMark { return element.text == "." || element.text == "'" }
                let isLateArticle = index > range.lowerBound && ["the", "a", "an"].contains(element.lower)
                return element.isWord && !isLateArticle && !Self.notModifiers.contains(element.lower)
                    && (element.isCapitalized || lexicon.cues[element.lower].map { $0.form == .base } ?? true)
            }
    }

    /// `of Foreign Affairs`, `from Whitehall`, `for the ministry`
    private func isComplement(_ range: Range<Int>) -> Bool {
        guard let first = range.first, range.count > 1, range.count <= 12,
            ["of", "from", "for", "at", "in", "to", "close", "familiar", "with", "on"].contains(
                passage.elements[first].lower)
        else { return false }
        return range.allSatisfy { index in
            let element = passage.elements[index]
            return element.isWord && !["that", "who", "which", "but"].contains(element.lower)
                && (element.isCapitalized || lexicon.cues[element.lower].map { $0.form == .base } ?? true)
        }
    }

    private func withoutArticle(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, range.count > 1, ["the", "a", "an"].contains(passage.elements[first].lower)
        else {
            return range
        }
        return range.dropFirst()
    }

    private static let openings: Set<String> = [
        "and", "but", "while", "when", "as", "then", "later", "yet", "so", "meanwhile",
    ]
    private static let adverbs: Set<String> = [
        "also", "later", "has", "had", "have", "further", "then", "again", "once", "himself", "herself", "too", "even",
        "first", "just", "twice", "went", "on", "to", "did", "does", "do", "not", "never", "today", "yesterday",
        "earlier", "and",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    static let pronouns: Set<String> = ["he", "she", "they", "it", "i", "we"]
    private static let honorifics: Set<String> = ["mr", "mrs", "ms", "miss", "sir", "dr", "lord", "lady", "madame"]
    private static let particles: Set<String> = [
        "de", "du", "des", "da", "di", "del", "della", "la", "le", "von", "van", "der", "den", "bin", "ibn", "al", "el",
        "ter", "zu", "y",
    ]
    static let notNames: Set<String> = [
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

extension String {
    fileprivate var trimmingDot: String { hasSuffix(".") ? String(dropLast()) : self }
}
