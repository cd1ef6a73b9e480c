import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// The people whom an article names outside quotations, with what it says of each: in what office, whether as she or he,
/// and where.
struct People: Sendable {
    struct Person: Sendable {
        /// The fullest name.
        var name: String
        var office: Speaker.Office?
        var affiliation: Speaker.Affiliation?
        var gender: Lexicon.Gender?
    }

    private(set) var people: [Person] = []
    /// People by full name and by every end of it that begins with a word.
    private var byName: [String: [Int]] = [:]
    private var byEnding: [String: [Int]] = [:]
    /// Who is the subject of a cue, by offset, in text order.
    private(set) var subjects: [(offset: Int, person: Int)] = []
    /// Who is the subject of any other verb, by offset.
    private(set) var doers: [(offset: Int, person: Int)] = []
    /// Bodies that the article names, by the last word of the name in lower case.
    private(set) var bodies: [String: Set<String>] = [:]

    init(_ clauses: [Clauses]) {
        let found = clauses.flatMap(Self.names)
        for name in found where name.text.contains(" ") { add(name) }
        for name in found where !name.text.contains(" ") && name.isEvident && persons(named: name.text).isEmpty {
            add(name)
        }
        for name in found { note(name) }
        subjects.sort { $0.offset < $1.offset }
        doers.sort { $0.offset < $1.offset }
        for block in clauses { noteBodies(block) }
    }

    /// The one person with this name or surname; nil when there is none or more than one.
    func person(named name: String) -> Int? {
        let candidates = persons(named: name)
        return candidates.count == 1 ? candidates[0] : nil
    }

    func persons(named name: String) -> [Int] {
        byName[name] ?? byEnding[name] ?? []
    }

    /// The one person whose office has all the words of a phrase such as *prime minister*; else the one whose office has its
    /// noun, when the phrase has no more than that.
    func person(inRole words: [String], head: String) -> Int? {
        let offices = people.map {
            $0.office.map { Set($0.text.lowercased().split { " -’'".contains($0) }.map(String.init)) }
        }
        let candidates = people.indices.filter { offices[$0]?.isSuperset(of: words) ?? false }
        if candidates.count == 1 { return candidates[0] }
        let holders = people.indices.filter { offices[$0]?.contains(head) ?? false }
        return words.count == 1 && holders.count == 1 ? holders[0] : nil
    }

    /// The one person whom the article calls the head of a body, under any word for one: *NATO chief* for *the head of NATO*.
    func head(of body: String, role: String) -> Int? {
        guard Self.heads.contains(role) else { return nil }
        let candidates = people.indices.filter { index in
            let office = people[index].office?.text.lowercased() ?? ""
            return people[index].affiliation?.text.lowercased() == body.lowercased()
                && !Self.subordinates.contains(where: office.contains) && Self.heads.contains(where: office.contains)
        }
        return candidates.count == 1 ? candidates[0] : nil
    }

    private static let heads: Set<String> = [
        "head", "chief", "leader", "boss", "chairman", "chairwoman", "chair", "president", "director",
        "secretary-general", "secretary general",
    ]
    /// Words that make of such an office one below it.
    private static let subordinates: Set<String> = ["deputy", "vice", "assistant", "former", "acting", "staff"]

    /// Whether anybody but `person` who may be meant is the subject of a verb in a stretch of text.
    func isAnother(than person: Int, in span: Range<Int>, where fits: (Int) -> Bool) -> Bool {
        [subjects, doers].contains { named in
            let first = named.partitioningIndex { $0.offset >= span.lowerBound }
            return named[first...].prefix { $0.offset < span.upperBound }.contains {
                $0.person != person && fits($0.person)
            }
        }
    }

    /// A pronoun that was resolved makes its person the subject at that place.
    mutating func noteSubject(_ person: Int, at offset: Int) {
        let index = subjects.partitioningIndex { $0.offset > offset }
        subjects.insert((offset, person), at: index)
    }

    // MARK: Reading names

    private struct Name {
        var text: String
        var span: TextSpan
        var office: Speaker.Office?
        var affiliation: Speaker.Affiliation?
        var gender: Lexicon.Gender?
        var isEvident: Bool
        var isSubject: Bool
        var isDoer: Bool
    }

    private static func names(_ clauses: Clauses) -> [Name] {
        let tree = clauses.tree
        let reader = SourceReader(clauses: clauses)
        return tree.indices.compactMap { index in
            guard tree.classes[index] == .properNoun, tree.quotation[index] == nil, tree.relations[index] != .compound
            else { return nil }
            let phrase = reader.phrase(index, alone: true)
            if phrase.office == nil, ["NORP", "DATE", "GPE", "LOC"].contains(tree.entity(index)) { return nil }
            guard phrase.form == .person, phrase.kind == .person || tree.entity(index) == "PERSON" else { return nil }
            return name(index, phrase, clauses)
        }
    }

    private static func name(_ head: Int, _ phrase: SourcePhrase, _ clauses: Clauses) -> Name {
        let tree = clauses.tree
        let span = tree.span(phrase.name)
        let verb = tree.heads[head]
        let role =
            tree.relations[head] == .appos && tree.isVerb(tree.heads[verb])
            ? tree.relations[verb] : tree.relations[head]
        let governor = tree.relations[head] == .appos ? tree.heads[verb] : verb
        let acts = role == .nsubj && tree.isVerb(governor)
        let speaks = acts && clauses.verbCue(governor).map { $0.has("that") || $0.has("quote") } == true
        let office = phrase.office.map { Evidence(tree.span($0), in: tree.source) }
            .map { Speaker.Office(text: $0.exact, evidence: $0) }
        return Name(
            text: tree.source[span].withoutPossessive, span: span, office: office,
            affiliation: phrase.office.flatMap { Affiliations(clauses: clauses).affiliation(in: $0, isBody: false) },
            gender: gender(phrase, clauses), isEvident: phrase.office != nil || speaks || tree.entity(head) == "PERSON",
            isSubject: speaks, isDoer: acts && !speaks)
    }

    private static func gender(_ phrase: SourcePhrase, _ clauses: Clauses) -> Lexicon.Gender? {
        let words = (phrase.words.lowerBound..<phrase.words.upperBound).map { clauses.tree.lower($0) }
        let titles = words.compactMap {
            clauses.lexicon.roles[$0.hasSuffix(".") ? String($0.dropLast()) : $0].flatMap(\.self)
        }
        guard titles.isEmpty, phrase.name.count > 1 else { return titles.first }
        return clauses.lexicon.givenNames[clauses.tree.lower(phrase.name.lowerBound)]
    }

    private mutating func add(_ name: Name) {
        let index = person(named: name.text) ?? people.count
        if index == people.count { enter(name.text) }
        if people[index].office == nil {
            (people[index].office, people[index].affiliation) = (name.office, name.affiliation)
        }
    }

    private mutating func enter(_ name: String) {
        byName[name, default: []].append(people.count)
        var rest = name[...]
        while let blank = rest.firstIndex(of: " ") {
            rest = rest[rest.index(after: blank)...]
            byEnding[String(rest), default: []].append(people.count)
        }
        people.append(Person(name: name))
    }

    private mutating func note(_ name: Name) {
        guard let index = person(named: name.text) else { return }
        people[index].gender = people[index].gender ?? name.gender
        if name.isSubject { subjects.append((name.span.start, index)) }
        if name.isDoer { doers.append((name.span.start, index)) }
    }

    private mutating func noteBodies(_ clauses: Clauses) {
        let tree = clauses.tree
        let reader = SourceReader(clauses: clauses)
        for index in tree.indices
        where [.noun, .properNoun].contains(tree.classes[index])
            && (clauses.lexicon.bodies[tree.lemma(index)] != nil || clauses.lexicon.bodies[tree.lower(index)] != nil)
        {
            let phrase = reader.phrase(index)
            guard phrase.form == .body else { continue }
            bodies[tree.lower(index), default: []].insert(tree.source[tree.span(phrase.name)].withoutPossessive)
        }
    }
}

extension Substring {
    /// The words without `’s` at the end.
    var withoutPossessive: String {
        guard let last = utf8.last, [0x73, 0x27, 0x99].contains(last) else { return String(self) }
        for ending in ["’s", "'s", "’", "'"] where utf8.reversed().starts(with: ending.utf8.reversed()) {
            return String(dropLast(ending.count))
        }
        return String(self)
    }
}

extension String {
    /// As the tables have it: `'` for `’`.
    var withStraightApostrophes: String { utf8.contains(0xE2) ? replacing("’", with: "'") : self }
}
