import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Turns the words of a source into a ``Speaker``: a surname into the full name, a pronoun into the person it can only
/// be, an office into its holder. What stays open is absent with a note.
///
/// A sieve, exact rules first: the relative pronoun is its noun; *I* inside a quotation is whoever is quoted; *he* and *she*
/// are the only person named before in their paragraph, when that is the subject of a clause; else the subject of the
/// latest clause of speech, when no other person who can be meant is named in between. Titles, role nouns and given names
/// say who can be meant.
struct SpeakerResolver {
    /// How far back a pronoun may reach, in paragraphs.
    private static let reach = 5

    private let clauses: [Clauses]
    private let text: SourceText
    private let lexicon: Lexicon
    private let paragraphStarts: [Int]
    private var people: People
    /// Bodies that spoke, by where, in text order of the statements.
    private var bodies: [(offset: Int, speaker: Speaker)] = []
    /// Groups that spoke, by where, in text order of the statements.
    private var groups: [(offset: Int, speaker: Speaker)] = []
    /// Unnamed sources by the last word that stands for them.
    private var unnamed: [String: [String]] = [:]

    init(_ clauses: [Clauses], _ text: SourceText, _ lexicon: Lexicon) {
        self.clauses = clauses
        self.text = text
        self.lexicon = lexicon
        paragraphStarts = clauses.map(\.tree.block.block.span.start)
        people = People(clauses)
    }

    /// The speaker for the source of a draft; `outer` is whoever speaks the words in which it stands.
    mutating func speaker(_ draft: Draft, outer: Speaker?) -> (speaker: Speaker, notes: [String]) {
        guard let head = draft.source else { return (.absent, []) }
        let block = clauses[draft.block]
        let reading = reading(head, SourceReader(clauses: block).phrase(head), block, outer)
        note(reading)
        return (reading.speaker, reading.notes)
    }

    /// Who the words with this head are, without taking them for a source.
    func party(_ head: Int, in block: Clauses, alone: Bool = false, outer: Speaker?) -> Speaker {
        reading(head, SourceReader(clauses: block).phrase(head, alone: alone), block, outer).speaker
    }

    /// Who is meant, and what of it to remember for the pronouns and offices behind: of what form the words are, where they
    /// begin, and which of the article's people it is.
    private struct Reading {
        var speaker: Speaker
        var notes: [String] = []
        var person: Int?
        var form: SourcePhrase.Form
        var offset: Int
        /// The noun that stands for an unnamed source.
        var noun: String?
    }

    private mutating func note(_ reading: Reading) {
        if let person = reading.person { return people.noteSubject(person, at: reading.offset) }
        switch reading.form {
        case .body: bodies.append((reading.offset, reading.speaker))
        case .collective: groups.append((reading.offset, reading.speaker))
        case .unnamed:
            guard let noun = reading.noun, let name = reading.speaker.name else { return }
            unnamed[noun, default: []].append(name)
        case .person, .pronoun, .definiteRole, .definiteBody: break
        }
    }

    private func reading(_ head: Int, _ phrase: SourcePhrase, _ block: Clauses, _ outer: Speaker?) -> Reading {
        let mention = Evidence(block.tree.span(phrase.words), in: text)
        let plain = { (speaker: Speaker) in Reading(speaker: speaker, form: phrase.form, offset: mention.span.start) }
        let name = block.tree.source[block.tree.span(phrase.name)].withoutPossessive
        switch phrase.form {
        case .person: return person(name, phrase, block, mention)
        case .body where people.person(named: name) != nil: return person(name, phrase, block, mention)
        case .body:
            let affiliation = Affiliations(clauses: block).affiliation(in: phrase.name, isBody: true)
            return plain(
                Speaker(name: name, kind: phrase.kind, naming: .named, mention: mention, affiliation: affiliation))
        case .pronoun: return pronoun(head, block, mention, outer)
        case .definiteRole: return role(head, phrase, block, mention)
        case .definiteBody: return body(head, phrase, block, mention)
        case .unnamed:
            var unnamed = plain(Speaker(name: mention.exact, kind: phrase.kind, naming: .unnamed, mention: mention))
            unnamed.noun = block.tree.lower(head)
            return unnamed
        case .collective:
            return plain(Speaker(name: mention.exact, kind: phrase.kind, naming: .collective, mention: mention))
        }
    }

    private func person(_ name: String, _ phrase: SourcePhrase, _ block: Clauses, _ mention: Evidence) -> Reading {
        let office = phrase.office.map { Evidence(block.tree.span($0), in: text) }.map {
            Speaker.Office(text: $0.exact, evidence: $0)
        }
        let affiliation = phrase.office.flatMap { Affiliations(clauses: block).affiliation(in: $0, isBody: false) }
        var reading = Reading(
            speaker: Speaker(
                name: name, kind: phrase.kind, naming: .named, mention: mention, office: office,
                affiliation: affiliation),
            form: .person, offset: mention.span.start)
        if let person = people.person(named: name) {
            let known = people.people[person]
            reading.person = person
            reading.speaker.name = known.name
            reading.speaker.office = office ?? known.office
            reading.speaker.affiliation = affiliation ?? known.affiliation
            reading.speaker.kind = .person
            return reading
        }
        let others = people.persons(named: name).map { people.people[$0].name }
        if others.count > 1 { reading.notes = ["surname shared by \(others.joined(separator: " and "))"] }
        return reading
    }

    /// The article's person, where other words stand for them.
    private func holder(_ person: Int, _ mention: Evidence, _ note: String) -> Reading {
        let known = people.people[person]
        let speaker = Speaker(
            name: known.name, kind: .person, naming: .named, mention: mention, office: known.office,
            affiliation: known.affiliation)
        return Reading(
            speaker: speaker, notes: [note], person: person, form: .person, offset: mention.span.start)
    }

    // MARK: Pronouns

    private func pronoun(_ head: Int, _ block: Clauses, _ mention: Evidence, _ outer: Speaker?) -> Reading {
        let word = block.tree.lower(head)
        if ["who", "which", "that", "whose", "whom"].contains(word), let noun = block.relative(head) {
            var reading = reading(noun, SourceReader(clauses: block).phrase(noun), block, outer)
            reading.speaker.mention = mention
            return reading
        }
        if var speaker = quoted(word, at: head, block, outer) ?? latest(word, at: head, block, mention) {
            speaker.mention = mention
            return Reading(
                speaker: speaker, notes: [Self.byCoreference], form: .pronoun, offset: mention.span.start)
        }
        let gender: Lexicon.Gender? =
            ["she", "her"].contains(word) ? .female : ["he", "his", "him"].contains(word) ? .male : nil
        if let gender, let person = antecedent(of: gender, at: mention.span.start) {
            return holder(person, mention, Self.byCoreference)
        }
        return Reading(
            speaker: Speaker(name: nil, kind: nil, naming: .absent, mention: mention),
            notes: ["“\(mention.exact)” not resolved"], form: .pronoun, offset: mention.span.start)
    }

    /// *I* inside a quotation.
    private func quoted(_ word: String, at head: Int, _ block: Clauses, _ outer: Speaker?) -> Speaker? {
        guard ["i", "my", "me"].contains(word), block.tree.quotation[head] != nil, let outer, outer.naming == .named
        else { return nil }
        return Speaker(
            name: outer.name, kind: outer.kind, naming: .named, mention: outer.mention, office: outer.office,
            affiliation: outer.affiliation)
    }

    /// The body or group that *it* or *they* stands for.
    private func latest(_ word: String, at head: Int, _ block: Clauses, _ mention: Evidence) -> Speaker? {
        switch word {
        case "it", "its": latest(of: bodies, before: mention.span.start)
        case "their" where owner(head, block) != nil: owner(head, block).map { group($0, block) }
        case "they", "their", "them":
            isPluralSubject(head, block) ? latest(of: groups, before: mention.span.start) : nil
        default: nil
        }
    }

    /// `The islanders expressed their fear`: the subject in the plural of the verb whose object is theirs.
    private func owner(_ pronoun: Int, _ block: Clauses) -> Int? {
        let tree = block.tree
        let verb = tree.heads[tree.heads[pronoun]]
        guard tree.isVerb(verb), let subject = tree.child(verb, .nsubj), subject < pronoun else { return nil }
        return ["NNS", "NNPS"].contains(tree.tag(subject)) ? subject : nil
    }

    private func group(_ head: Int, _ block: Clauses) -> Speaker {
        let words = Evidence(block.tree.span(block.tree.nounPhrase(head)), in: text)
        return Speaker(name: words.exact, kind: .group, naming: .collective, mention: words)
    }

    /// Whether no other noun in the plural is named between the group that spoke last and *they*, in the same block.
    private func isPluralSubject(_ pronoun: Int, _ block: Clauses) -> Bool {
        let tree = block.tree
        let offset = tree.span(pronoun).start
        guard let group = groups.last(where: { $0.offset < offset }), let mention = group.speaker.mention else {
            return false
        }
        let first = tree.token(at: max(mention.span.end, tree.block.block.span.start))
        return (min(first, pronoun)..<pronoun).allSatisfy { index in
            !(["NNS", "NNPS"].contains(tree.tag(index)) && [.nsubj, .nsubjpass, .conj].contains(tree.relations[index]))
        }
    }

    /// The one that spoke last in this paragraph or the one before, when no other of its sort did.
    private func latest(of bodies: [(offset: Int, speaker: Speaker)], before offset: Int) -> Speaker? {
        let paragraph = paragraphStarts.partitioningIndex { $0 > offset } - 1
        guard paragraph >= 0 else { return nil }
        let from = paragraphStarts[max(0, paragraph - 1)]
        let candidates = bodies.filter { (from..<offset).contains($0.offset) }
        return Set(candidates.map(\.speaker.name)).count == 1 ? candidates.last?.speaker : nil
    }

    static let byCoreference = "speaker by coreference"

    private func antecedent(of gender: Lexicon.Gender, at offset: Int) -> Int? {
        let paragraph = paragraphStarts.partitioningIndex { $0 > offset } - 1
        guard paragraph >= 0 else { return nil }
        let from = paragraphStarts[max(0, paragraph - Self.reach)]
        let fits = { (person: Int) in people.people[person].gender.map { $0 == gender } ?? true }
        if let only = onlyDoer(in: paragraphStarts[paragraph], before: offset, where: fits) { return only }
        guard let latest = Self.latest(people.subjects, from..<offset, fits) else { return nil }
        let between = latest.offset + 1..<max(offset, latest.offset + 1)
        return people.isAnother(than: latest.person, in: between, where: fits) ? nil : latest.person
    }

    private func onlyDoer(in start: Int, before offset: Int, where fits: (Int) -> Bool) -> Int? {
        guard let doer = Self.latest(people.doers, start..<max(start, offset), fits) else { return nil }
        return people.isAnother(than: doer.person, in: start..<offset, where: fits) ? nil : doer.person
    }

    private static func latest(
        _ subjects: [(offset: Int, person: Int)], _ span: Range<Int>, _ fits: (Int) -> Bool
    ) -> (offset: Int, person: Int)? {
        let end = subjects.partitioningIndex { $0.offset >= span.upperBound }
        return subjects[..<end].reversed().prefix { $0.offset >= span.lowerBound }.first { fits($0.person) }
    }

    // MARK: Offices and bodies

    private func role(_ head: Int, _ phrase: SourcePhrase, _ block: Clauses, _ mention: Evidence) -> Reading {
        let word = block.tree.lower(head)
        let words = phrase.words.map { block.tree.lower($0) }.filter { !Self.determiners.contains($0) }
        let body = Affiliations(clauses: block).affiliation(in: phrase.words, isBody: false)?.text
        if let person = people.person(inRole: words, head: word) ?? body.flatMap({ people.head(of: $0, role: word) }) {
            return holder(person, mention, "speaker by office")
        }
        let before = unnamed[word].map(Set.init)
        let known = before?.count == 1 ? before?.first : nil
        return Reading(
            speaker: Speaker(name: known ?? mention.exact, kind: .person, naming: .unnamed, mention: mention),
            notes: known == nil ? [] : [Self.byCoreference], form: .definiteRole, offset: mention.span.start)
    }

    private static let determiners: Set<String> = ["the", "this", "that", "a", "an", "’s", "'s"]

    private func body(_ head: Int, _ phrase: SourcePhrase, _ block: Clauses, _ mention: Evidence) -> Reading {
        let names = people.bodies[block.tree.lower(head)]
        let known = names?.count == 1 ? names?.first : nil
        return Reading(
            speaker: Speaker(
                name: known ?? mention.exact, kind: phrase.kind, naming: known == nil ? .unnamed : .named,
                mention: mention),
            notes: known == nil ? [] : ["body named elsewhere in the article"], form: .definiteBody,
            offset: mention.span.start)
    }
}
