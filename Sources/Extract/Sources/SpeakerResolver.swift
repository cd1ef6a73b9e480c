import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Turns the words of a source into a ``Speaker``: a surname into the full name, a pronoun into the person it can only
/// be, an office into its holder. What stays open is absent with a note.
///
/// *He* and *she* are the only person named before in their paragraph, when that is the subject of a clause; else the
/// subject of the latest clause of speech, when no other person who can be meant is named in between; the article must say *spokeswoman* or *Mr* before a gender excludes anybody.
struct SpeakerResolver {
    /// How far back a pronoun may reach, in paragraphs.
    private static let reach = 5

    let text: SourceText
    let lexicon: Lexicon
    /// Where paragraphs begin, in text order.
    let paragraphStarts: [Int]
    var people: People

    mutating func speaker(_ phrase: SourcePhrase?) -> (speaker: Speaker, notes: [String]) {
        guard let phrase else { return (.absent, []) }
        let mention = Evidence(phrase.span, in: text)
        switch phrase.form {
        case .name: return named(phrase, mention)
        case .pronoun(let word): return pronoun(word, phrase, mention)
        case .definiteRole: return role(phrase, mention)
        case .unnamed: return (Speaker(name: mention.exact, kind: phrase.kind, naming: .unnamed, mention: mention), [])
        case .collective:
            return (Speaker(name: mention.exact, kind: phrase.kind, naming: .collective, mention: mention), [])
        }
    }

    private mutating func named(_ phrase: SourcePhrase, _ mention: Evidence) -> (Speaker, [String]) {
        let name = text[phrase.name]
        let office = phrase.office.map { Evidence($0, in: text) }.map { Speaker.Office(text: $0.exact, evidence: $0) }
        var speaker = Speaker(name: String(name), kind: phrase.kind, naming: .named, mention: mention, office: office)
        guard phrase.kind == .person else { return (speaker, []) }
        if let person = people.person(named: name) {
            people.noteSubject(person, at: phrase.span.start)
            speaker.name = people.people[person].name
            speaker.office = office ?? people.people[person].office
            return (speaker, [])
        }
        let others = people.persons(named: name).map { people.people[$0].name }
        if !name.contains(" "), others.isEmpty, office == nil { speaker.kind = nil }
        return (speaker, others.count > 1 ? ["surname shared by \(others.joined(separator: " and "))"] : [])
    }

    private mutating func pronoun(
        _ word: String, _ phrase: SourcePhrase, _ mention: Evidence
    ) -> (Speaker, [String]) {
        let gender: Lexicon.Gender? = word == "she" ? .female : word == "he" ? .male : nil
        guard let gender, let person = antecedent(of: gender, at: phrase.span.start) else {
            return (
                Speaker(name: nil, kind: nil, naming: .absent, mention: mention), ["“\(mention.exact)” not resolved"]
            )
        }
        people.noteSubject(person, at: phrase.span.start)
        let found = people.people[person]
        let speaker = Speaker(name: found.name, kind: .person, naming: .named, mention: mention, office: found.office)
        return (speaker, ["speaker by coreference"])
    }

    private func antecedent(of gender: Lexicon.Gender, at offset: Int) -> Int? {
        let paragraph = paragraphStarts.lastIndex { $0 <= offset } ?? 0
        let from = paragraphStarts.isEmpty ? 0 : paragraphStarts[max(0, paragraph - Self.reach)]
        let fits = { (person: Int) in people.people[person].gender.map { $0 == gender } ?? true }
        if let only = onlyDoer(
            in: paragraphStarts.isEmpty ? 0 : paragraphStarts[paragraph], before: offset, where: fits)
        {
            return only
        }
        guard let latest = people.subjects.last(where: { $0.offset < offset && $0.offset >= from && fits($0.person) })
        else {
            return nil
        }
        let between = latest.offset + 1..<max(offset, latest.offset + 1)
        let rivals = people.people.indices.filter { person in
            person != latest.person && people.people[person].isEvident && fits(person)
                && people.people[person].mentions.contains { between.contains($0.start) }
        }
        return rivals.isEmpty ? latest.person : nil
    }

    private func onlyDoer(in start: Int, before offset: Int, where fits: (Int) -> Bool) -> Int? {
        guard let doer = people.doers.last(where: { (start..<offset).contains($0.offset) && fits($0.person) }) else {
            return nil
        }
        let isAlone = people.people.indices.allSatisfy { person in
            person == doer.person || !people.people[person].isEvident || !fits(person)
                || !people.people[person].mentions.contains { (start..<offset).contains($0.start) }
        }
        return isAlone ? doer.person : nil
    }

    private func role(_ phrase: SourcePhrase, _ mention: Evidence) -> (Speaker, [String]) {
        let words = mention.exact.lowercased().split(separator: " ")
        if let role = words.last(where: { lexicon.roles[String($0)] != nil }),
            let person = people.person(inRole: String(role))
        {
            let found = people.people[person]
            let speaker = Speaker(
                name: found.name, kind: .person, naming: .named, mention: mention, office: found.office)
            return (speaker, ["speaker by office"])
        }
        return (Speaker(name: mention.exact, kind: .person, naming: .unnamed, mention: mention), [])
    }
}
