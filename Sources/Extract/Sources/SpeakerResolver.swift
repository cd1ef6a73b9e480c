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
        return speaker(head, SourceReader(clauses: block).phrase(head), block, outer)
    }

    /// Who the words with this head are, without taking them for a source.
    func party(_ head: Int, in block: Clauses, alone: Bool = false, outer: Speaker?) -> Speaker {
        var resolver = self
        return resolver.speaker(head, SourceReader(clauses: block).phrase(head, alone: alone), block, outer).0
    }

    private mutating func speaker(
        _ head: Int, _ phrase: SourcePhrase, _ block: Clauses, _ outer: Speaker?
    ) -> (Speaker, [String]) {
        let mention = Evidence(block.tree.span(phrase.words), in: text)
        let name = block.tree.source[block.tree.span(phrase.name)].withoutPossessive
        switch phrase.form {
        case .person: return person(name, phrase, block, mention)
        case .body where people.person(named: name) != nil: return person(name, phrase, block, mention)
        case .body:
            let affiliation = Affiliations(clauses: block).affiliation(in: phrase.name, isBody: true)
            let speaker = Speaker(
                name: name, kind: phrase.kind, naming: .named, mention: mention, affiliation: affiliation)
            bodies.append((mention.span.start, speaker))
            return (speaker, [])
        case .pronoun: return pronoun(head, block, mention, outer)
        case .definiteRole: return role(head, phrase, block, mention)
        case .definiteBody: return body(head, phrase, block, mention)
        case .unnamed:
            unnamed[block.tree.lower(head), default: []].append(mention.exact)
            return (Speaker(name: mention.exact, kind: phrase.kind, naming: .unnamed, mention: mention), [])
        case .collective:
            let group = Speaker(name: mention.exact, kind: phrase.kind, naming: .collective, mention: mention)
            groups.append((mention.span.start, group))
            return (group, [])
        }
    }

    private mutating func person(
        _ name: String, _ phrase: SourcePhrase, _ block: Clauses, _ mention: Evidence
    ) -> (Speaker, [String]) {
        let office = phrase.office.map { Evidence(block.tree.span($0), in: text) }.map {
            Speaker.Office(text: $0.exact, evidence: $0)
        }
        let affiliation = phrase.office.flatMap { Affiliations(clauses: block).affiliation(in: $0, isBody: false) }
        var speaker = Speaker(
            name: name, kind: phrase.kind, naming: .named, mention: mention, office: office, affiliation: affiliation)
        if let person = people.person(named: name) {
            people.noteSubject(person, at: mention.span.start)
            speaker.name = people.people[person].name
            speaker.office = office ?? people.people[person].office
            speaker.affiliation = affiliation ?? people.people[person].affiliation
            speaker.kind = .person
            return (speaker, [])
        }
        let others = people.persons(named: name).map { people.people[$0].name }
        return (speaker, others.count > 1 ? ["surname shared by \(others.joined(separator: " and "))"] : [])
    }

    // MARK: Pronouns

    private mutating func pronoun(
        _ head: Int, _ block: Clauses, _ mention: Evidence, _ outer: Speaker?
    ) -> (Speaker, [String]) {
        let word = block.tree.lower(head)
        if ["who", "which", "that", "whose", "whom"].contains(word), let noun = block.relative(head) {
            let phrase = SourceReader(clauses: block).phrase(noun)
            var (speaker, notes) = speaker(noun, phrase, block, outer)
            speaker.mention = mention
            return (speaker, notes)
        }
        if ["i", "my", "me"].contains(word), block.tree.quotation[head] != nil, let outer, outer.naming == .named {
            let speaker = Speaker(
                name: outer.name, kind: outer.kind, naming: .named, mention: mention, office: outer.office,
                affiliation: outer.affiliation)
            return (speaker, [Self.byCoreference])
        }
        let last: Speaker? =
            switch word {
            case "it", "its": latest(of: bodies, before: mention.span.start)
            case "their" where owner(head, block) != nil: owner(head, block).map { group($0, block) }
            case "they", "their", "them":
                isPluralSubject(head, block) ? latest(of: groups, before: mention.span.start) : nil
            default: nil
            }
        if var speaker = last {
            speaker.mention = mention
            return (speaker, [Self.byCoreference])
        }
        let gender: Lexicon.Gender? =
            ["she", "her"].contains(word) ? .female : ["he", "his", "him"].contains(word) ? .male : nil
        guard let gender, let person = antecedent(of: gender, at: mention.span.start) else {
            return (
                Speaker(name: nil, kind: nil, naming: .absent, mention: mention), ["“\(mention.exact)” not resolved"]
            )
        }
        people.noteSubject(person, at: mention.span.start)
        let found = people.people[person]
        let speaker = Speaker(
            name: found.name, kind: .person, naming: .named, mention: mention, office: found.office,
            affiliation: found.affiliation)
        return (speaker, [Self.byCoreference])
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

    private mutating func role(
        _ head: Int, _ phrase: SourcePhrase, _ block: Clauses, _ mention: Evidence
    ) -> (Speaker, [String]) {
        let words = phrase.words.map { block.tree.lower($0) }.filter { !Self.determiners.contains($0) }
        let body = Affiliations(clauses: block).affiliation(in: phrase.words, isBody: false)?.text
        let holder =
            people.person(inRole: words, head: block.tree.lower(head))
            ?? body.flatMap { people.head(of: $0, role: block.tree.lower(head)) }
        if let person = holder {
            people.noteSubject(person, at: mention.span.start)
            let found = people.people[person]
            let speaker = Speaker(
                name: found.name, kind: .person, naming: .named, mention: mention, office: found.office,
                affiliation: found.affiliation)
            return (speaker, ["speaker by office"])
        }
        if let before = unnamed[block.tree.lower(head)], Set(before).count == 1, let name = before.first {
            return (Speaker(name: name, kind: .person, naming: .unnamed, mention: mention), [Self.byCoreference])
        }
        return (Speaker(name: mention.exact, kind: .person, naming: .unnamed, mention: mention), [])
    }

    private static let determiners: Set<String> = ["the", "this", "that", "a", "an", "’s", "'s"]

    private func body(
        _ head: Int, _ phrase: SourcePhrase, _ block: Clauses, _ mention: Evidence
    ) -> (Speaker, [String]) {
        if let names = people.bodies[block.tree.lower(head)], names.count == 1, let name = names.first {
            return (
                Speaker(name: name, kind: phrase.kind, naming: .named, mention: mention),
                ["body named elsewhere in the article"]
            )
        }
        return (Speaker(name: mention.exact, kind: phrase.kind, naming: .unnamed, mention: mention), [])
    }
}
