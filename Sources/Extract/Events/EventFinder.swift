import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Finds what is done, planned, feared or denied between parties.
///
/// Every verb, predicative adjective and noun is shown to the patterns of its lemma. A light verb in front of the noun that names
/// the event lends it its subject: `hold talks`, `launched an attack on`. A noun that a verb's pattern asks for is part of the
/// same event where it is one of its type: `imposed sanctions`; else both are events: `called off the march`.
struct EventFinder {
    private let passage: Passage
    private let actors: ActorDictionary?

    private let warnings: [Warning]

    init(_ passage: Passage, _ actors: ActorDictionary? = nil, warnings: [Warning]) {
        self.passage = passage
        self.actors = actors
        self.warnings = warnings
    }

    /// In the order of the text. Time grows linearly with the text.
    func events() -> [PoliticalEvent] {
        passage.clauses.flatMap(events).sorted { $0.trigger.span.start < $1.trigger.span.start }
    }

    private func events(in clauses: Clauses) -> [PoliticalEvent] {
        let syntax = EventSyntax(clauses: clauses, lexicon: .english, actors: actors)
        let (status, warned) = (EventStatus(passage, clauses), WarnedStatus(warnings, clauses))
        return frames(syntax).map { frame in
            event(
                frame, syntax, status,
                warned.status(status.status(of: bearer(of: frame, syntax.tree)), of: frame.head))
        }
    }

    // MARK: Frames

    private func frames(_ syntax: EventSyntax) -> [EventFrame] {
        let (tree, reader) = (syntax.tree, EventFrames(syntax: syntax))
        var frames: [EventFrame] = []
        var taken: Set<Int> = []
        for index in tree.indices where isPredicate(index, tree) && !taken.contains(index) {
            guard var frame = reader.frame(ofVerb: index) else { continue }
            if let object = frame.object, let event = reader.frame(ofNoun: object), isOwn(event, beside: frame) {
                frame.parts.removeAll { $0 == object }
            }
            frames.append(frame)
            taken.formUnion(frame.parts)
        }
        let verbs = Dictionary(frames.map { ($0.head, $0) }) { first, _ in first }
        for index in tree.indices where isEventNoun(index, tree) && !taken.contains(index) {
            guard var frame = reader.frame(ofNoun: index) else { continue }
            frame.governor = lightVerb(over: index, syntax).flatMap { verbs[$0] == nil ? $0 : nil } ?? index
            frames.append(frame)
        }
        return frames
    }

    /// Whether the noun that a verb asks for is an event of its own beside the verb's: `lifted the blockade`, `reject talks`.
    private func isOwn(_ noun: EventFrame, beside verb: EventFrame) -> Bool {
        noun.kind.plover.type != verb.kind.plover.type
            && [.assault, .coerce, .protest, .consult, .sanction, .mobilize].contains(noun.kind.plover.type)
    }

    private func isPredicate(_ index: Int, _ tree: Tree) -> Bool {
        if tree.isVerb(index) { return ![.amod, .compound, .aux, .auxpass].contains(tree.relations[index]) }
        return tree.classes[index] == .adjective && tree.relations[index] == .acomp
    }

    private func isEventNoun(_ index: Int, _ tree: Tree) -> Bool {
        guard tree.classes[index] == .noun || tree.classes[index] == .properNoun && tree.entity(index).isEmpty else {
            return false
        }
        return ![.compound, .amod, .nmod, .poss].contains(tree.relations[index])
            && !["ORG", "PERSON", "WORK_OF_ART", "LAW", "PRODUCT"].contains(tree.entity(index))
    }

    private func lightVerb(over noun: Int, _ syntax: EventSyntax) -> Int? {
        let tree = syntax.tree
        let verb = tree.heads[noun]
        guard [.dobj, .nsubjpass].contains(tree.relations[noun]), tree.isVerb(verb),
            syntax.lexicon.lightVerbs.contains(tree.lemma(verb))
        else { return nil }
        return verb
    }

    // MARK: Events

    /// The word whose status is the event's: in `tariffs announced in May and set to rise`, the noun.
    private func bearer(of frame: EventFrame, _ tree: Tree) -> Int {
        guard tree.lemma(frame.governor) == "announce", tree.relations[frame.governor] == .acl,
            let object = frame.object
        else { return frame.governor }
        return object
    }

    private func event(
        _ frame: EventFrame, _ syntax: EventSyntax, _ reader: EventStatus, _ status: PoliticalEvent.Status
    ) -> PoliticalEvent {
        let clauses = syntax.clauses
        let roles = EventRoles(syntax: syntax).roles(of: frame)
        let parties = EventParties(passage: passage, syntax: syntax, actors: actors)
        let actors = roles.actors.map(parties.participant)
        let setting = EventSetting(passage: passage, clauses: clauses)
        let heads = [frame.governor, frame.head] + [frame.object].compactMap(\.self)
        let trigger = passage.evidence(words(of: frame), in: clauses)
        let date = EventDate(status: reader).date(of: frame)
        var plover = frame.kind.plover
        plover.contexts = EventContexts(clauses: clauses).contexts(
            of: frame, status, on: date, published: passage.article.metadata.published)
        return PoliticalEvent(
            article: passage.article.id, plover: plover, cameo: frame.kind.cameo,
            goldstein: frame.kind.cameo.flatMap { syntax.lexicon.goldstein[$0] },
            actors: actors, recipients: roles.recipients.map(parties.participant).filter { !isOne(of: actors, $0) },
            status: status, date: date, place: setting.place(of: heads),
            statement: passage.statement(holding: trigger.span)?.id, trigger: trigger)
    }

    /// Whether a pronoun that stands for a recipient means one of the actors: `Kenya rejected its plan`.
    private func isOne(of actors: [PoliticalEvent.Participant], _ recipient: PoliticalEvent.Participant) -> Bool {
        guard let name = recipient.party.name, let mention = recipient.party.mention, mention.exact != name else {
            return false
        }
        return actors.contains { $0.party.name == name }
    }

    /// From the first to the last word of the event's name, where nothing long stands in between.
    private func words(of frame: EventFrame) -> Range<Int> {
        let all = ([frame.head, frame.governor] + frame.parts).sorted()
        guard let first = all.first, let last = all.last, last - first < 8 else { return frame.head..<frame.head + 1 }
        return first..<last + 1
    }
}
