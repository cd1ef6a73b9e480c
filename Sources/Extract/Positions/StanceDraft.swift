import DemarcheAnnotate
import DemarcheRecords

/// A stance that a construction finds, in tokens of one block.
struct StanceDraft: Sendable {
    var rule: String
    /// The head of the words for the party; nil where whoever speaks the words is meant.
    var party: Int?
    var stance: Position.Stance
    /// The verb or noun of what is proposed.
    var head: Int
    var proposal: Range<Int>
    var condition: Range<Int>?
    var cue: Range<Int>
    /// The proposal is not named here, but one that stands before is meant: *rejected the call*, *declined*.
    var refersBack = false

    /// The party is one of several that are joined, and not all of them.
    var isAlone = false

    func taken(by party: Int?) -> StanceDraft {
        var draft = self
        (draft.party, draft.isAlone) = (party, true)
        return draft
    }
}

/// A construction in which a party takes a stance. Each stands in a file of its own, with its cases in
/// `Tests/ExtractTests/Cases/Positions`.
protocol StanceConstruction: Sendable {
    static var name: String { get }

    /// What the construction finds at the word `index`.
    func drafts(at index: Int, in scene: StanceScene) -> [StanceDraft]
}

/// What the constructions look at: a block's clauses, with what is real in them. A reference, as ``Clauses`` is.
final class StanceScene: Sendable {
    let passage: Passage
    let clauses: Clauses
    let status: EventStatus
    let table = StanceTable.english
    var tree: Tree { clauses.tree }

    init(_ passage: Passage, _ clauses: Clauses) {
        self.passage = passage
        self.clauses = clauses
        status = EventStatus(passage, clauses)
    }

    /// The verb with the auxiliaries, negations and adverbs in front of it and the particle behind.
    func cue(_ verb: Int, through last: Int? = nil) -> Range<Int> {
        var start = verb
        while start > 0, tree.heads[start - 1] == verb,
            [.aux, .auxpass, .neg, .advmod].contains(tree.relations[start - 1])
        { start -= 1 }
        return start..<max(verb, last ?? verb, tree.child(verb, .prt) ?? verb) + 1
    }

    /// Whoever takes the stance that a verb expresses: its source where that can act, or the body behind a document.
    func party(of verb: Int) -> Int? {
        guard let source = clauses.source(of: verb) ?? namedBefore(verb) ?? sourceAbove(gerund: verb) else {
            return nil
        }
        if isNobody(source) { return nil }
        if let author = author(of: source) { return author }
        if let speaker = speaker(aboveParticiple: verb, source) { return speaker }
        switch clauses.agency(source) {
        case .person, .body: return source
        case .document: return nil
        case .thing:
            return ["ORG", "GPE", "NORP", "PERSON"].contains(tree.entity(source)) || isGroup(source) || isPeople(source)
                ? source : nil
        }
    }

    /// `rescuers`, `motorists`: many who do something, by the ending.
    private func isPeople(_ noun: Int) -> Bool {
        tree.tag(noun) == "NNS" && ["ers", "ists", "ians", "men"].contains { tree.lower(noun).hasSuffix($0) }
    }

    /// `stopped short of ruling out`: the verb around an adverb with a gerund.
    private func sourceAbove(gerund verb: Int) -> Int? {
        let preposition = tree.heads[verb]
        guard tree.relations[verb] == .pcomp, tree.classes[tree.heads[preposition]] == .adverb else { return nil }
        let governor = tree.heads[tree.heads[preposition]]
        return tree.isVerb(governor) ? clauses.source(of: governor) : nil
    }

    /// `Peru warns a mission could spark a war, rejecting the plan`: a participle whose subject would be a thing goes on with the
    /// verb of speech around it.
    private func speaker(aboveParticiple verb: Int, _ source: Int) -> Int? {
        guard tree.tag(verb) == "VBG", tree.relations[verb] == .advcl,
            clauses.agency(source) == .thing || tree.classes[source] == .noun
        else { return nil }
        let governor = tree.heads[verb]
        guard tree.relations[governor] == .ccomp, clauses.verbCue(tree.heads[governor])?.isSpeech == true else {
            return nil
        }
        return clauses.source(of: tree.heads[governor])
    }

    /// Nobody in particular: `no minister`, `not a single ally`, *you*, *its* taken for a subject.
    func isNobody(_ source: Int) -> Bool {
        status.isNone(source) || tree.has(source, .neg)
            || ["you", "one", "its", "their", "his", "her", "my", "our", "your"].contains(tree.lower(source))
            || tree.subtree(source).contains { $0 < source && tree.lower($0) == "not" && tree.heads[$0] == source }
    }

    /// `the president, Ann Example, ruled out`: the name between commas in front of the verb, where the parser finds no subject.
    private func namedBefore(_ verb: Int) -> Int? {
        guard verb > 1, tree.words(verb - 1) == ",", tree.entity(verb - 2) == "PERSON", tree.tag(verb) == "VBD" else {
            return nil
        }
        return verb - 2
    }

    /// `a resolution by the council demanding …`: the council.
    private func author(of noun: Int) -> Int? {
        guard clauses.agency(noun) == .document || clauses.agency(noun) == .thing else { return nil }
        let by = tree.children(noun).first { $0 > noun && tree.lower($0) == "by" }
        return (by.flatMap { tree.child($0, .pobj) } ?? tree.child(noun, .poss))
            ?? tree.children(noun).last {
                tree.relations[$0] == .compound && tree.entity($0) == "ORG"
            }
    }

    /// `an alliance of parties`, `members of the house`: a noun for many with *of*.
    func isGroup(_ noun: Int) -> Bool {
        let word = tree.lower(noun)
        if word.hasSuffix("s"), clauses.lexicon.roles[String(word.dropLast())] != nil { return true }
        return Self.groups.contains(tree.lemma(noun))
    }

    private static let groups: Set<String> = [
        "alliance", "ally", "authority", "bloc", "board", "coalition", "court", "federation", "fleet", "army", "navy",
        "militia", "side", "police", "garrison", "fighter", "force", "guerrilla", "insurgent", "militant", "separatist",
        "faction",
        "gang", "protester", "demonstrator", "worker",
        "forces", "government", "group", "junta", "lawmaker", "leader", "league", "member", "movement", "mp", "mps",
        "neighbour", "opposition", "parliament", "partner", "power", "regime", "tribe", "troops", "union",
    ]
}
