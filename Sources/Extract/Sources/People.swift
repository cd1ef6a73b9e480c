import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// The people whom an article names, with what it says of each: where, in what office, and whether as she or he.
struct People: Sendable {
    struct Person: Sendable {
        /// The fullest name.
        var name: String
        var office: Speaker.Office?
        var gender: Lexicon.Gender?
        /// Whether an office stands with the name or it speaks; other capitalised words may name a place.
        var isEvident = false
        /// Where the name, or the surname, stands outside quotations.
        var mentions: [TextSpan] = []
    }

    private(set) var people: [Person] = []
    /// Who is the subject of a cue, by offset, in text order.
    private(set) var subjects: [(offset: Int, person: Int)] = []
    /// Who is the subject of any other verb, by offset.
    private(set) var doers: [(offset: Int, person: Int)] = []

    /// Reads the names outside quotations.
    init(_ clauses: [Clauses]) {
        let phrases = clauses.map { NameFinder(clauses: $0).phrases() }
        for (clauses, phrases) in zip(clauses, phrases) {
            for found in phrases where found.words > 1 { add(found, clauses) }
        }
        for (clauses, phrases) in zip(clauses, phrases) {
            for found in phrases { note(found, clauses) }
        }
        subjects.sort { $0.offset < $1.offset }
    }

    /// The one person with this name or surname; nil when there is none or more than one.
    func person(named name: Substring) -> Int? {
        let candidates = persons(named: name)
        return candidates.count == 1 ? candidates[0] : nil
    }

    func persons(named name: Substring) -> [Int] {
        let exact = people.indices.filter { people[$0].name == name }
        return exact.isEmpty ? people.indices.filter { people[$0].name.hasSuffix(" " + name) } : exact
    }

    /// The one person whose office has `role` as its noun.
    func person(inRole role: String) -> Int? {
        let candidates = people.indices.filter { index in
            people[index].office.map { $0.text.lowercased().split(separator: " ").contains(Substring(role)) } ?? false
        }
        return candidates.count == 1 ? candidates[0] : nil
    }

    private mutating func add(_ found: NameFinder.Found, _ clauses: Clauses) {
        let phrase = found.phrase
        let name = String(clauses.passage.text[phrase.name])
        let index = person(named: Substring(name)) ?? people.count
        if index == people.count { people.append(Person(name: name)) }
        people[index].isEvident = people[index].isEvident || found.isPerson
        guard let office = phrase.office, people[index].office == nil else { return }
        let evidence = Evidence(office, in: clauses.passage.text)
        people[index].office = Speaker.Office(text: evidence.exact, evidence: evidence)
    }

    private mutating func note(_ found: NameFinder.Found, _ clauses: Clauses) {
        guard let index = person(named: clauses.passage.text[found.phrase.name]) else { return }
        people[index].mentions.append(found.phrase.name)
        people[index].isEvident = people[index].isEvident || found.isPerson
        people[index].gender = people[index].gender ?? gender(found.phrase, clauses)
        if found.isSubject { subjects.append((found.phrase.name.start, index)) }
        if found.isDoer { doers.append((found.phrase.name.start, index)) }
    }

    private func gender(_ phrase: SourcePhrase, _ clauses: Clauses) -> Lexicon.Gender? {
        let words = clauses.passage.text[phrase.span].lowercased().split { !$0.isLetter && $0 != "-" }
        return words.compactMap { clauses.lexicon.roles[String($0)].flatMap(\.self) }.first
    }

    /// A pronoun that was resolved makes its person the subject at that place.
    mutating func noteSubject(_ person: Int, at offset: Int) {
        subjects.append((offset, person))
        subjects.sort { $0.offset < $1.offset }
    }
}

/// Finds the names in a passage: runs of capitalised words with the offices that stand with them.
struct NameFinder {
    struct Found {
        var phrase: SourcePhrase
        var isPerson: Bool
        /// The subject of a verb that attributes.
        var isSubject: Bool
        /// The subject of another verb.
        var isDoer: Bool
        var words: Int
    }

    let clauses: Clauses

    func phrases() -> [Found] {
        var found: [Found] = []
        for index in clauses.elements.indices where isRunEnd(index) {
            if let name = name(endingAt: index + 1) { found.append(name) }
        }
        return found
    }

    private func isRunEnd(_ index: Int) -> Bool {
        guard clauses.elements[index].isCapitalized else { return false }
        return index + 1 >= clauses.elements.count || !clauses.elements[index + 1].isCapitalized
    }

    private func name(endingAt end: Int) -> Found? {
        let start = clauses.passage.sentenceStart(of: end - 1)
        guard let name = introduced(end, start) ?? clauses.source(endingAt: end, from: start),
            case .name = name.phrase.form, name.phrase.kind == .person
        else { return nil }
        let whole = AppositionBeforeStop.source(clauses, name.start, clauses.passage.sentenceEnd(of: end - 1))
        let phrase = whole?.0.name == name.phrase.name ? whole?.0 ?? name.phrase : name.phrase
        let isSubject =
            speaks(end) || (whole.map { speaks($0.1 + 1) } ?? false)
            || name.phrase.office != nil && end < clauses.elements.count && clauses.elements[end].isComma
                && speaks(end + 1)
        let words = clauses.passage.text[phrase.name].split(separator: " ").count
        return Found(
            phrase: phrase, isPerson: phrase.office != nil || isSubject || hasHonorific(phrase), isSubject: isSubject,
            isDoer: !isSubject && acts(end), words: words)
    }

    /// `the Soviet delegate, NAME,`: the office stands first, and the name between commas.
    private func introduced(_ end: Int, _ start: Int) -> (phrase: SourcePhrase, start: Int)? {
        guard end < clauses.elements.count, clauses.elements[end].isComma,
            let found = clauses.source(endingAt: end + 1, from: start),
            found.phrase.name.end == clauses.elements[end - 1].span.end
        else { return nil }
        return found
    }

    /// Whether a verb that attributes follows, behind adverbs and auxiliaries.
    private func speaks(_ index: Int) -> Bool {
        for verb in index..<max(index, min(index + 4, clauses.elements.count)) {
            if clauses.cue(at: verb, forms: [.finite]) != nil { return true }
            let word = clauses.elements[verb]
            guard word.isWord,
                word.lower.hasSuffix("ly") || ["also", "has", "had", "later", "then"].contains(word.lower)
            else {
                return false
            }
        }
        return false
    }

    /// Whether a finite verb follows.
    private func acts(_ index: Int) -> Bool {
        index < clauses.elements.count && clauses.elements[index].isWord
            && ClauseSubject.isVerb(clauses.elements[index].lower, clauses)
    }

    private func hasHonorific(_ phrase: SourcePhrase) -> Bool { phrase.span.start < phrase.name.start }
}
