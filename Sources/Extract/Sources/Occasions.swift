import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Finds the circumstances of an act of speech among what depends on its cue: `told reporters`, `said in a statement`,
/// `at a rally in Vienna`, `on Twitter`, `in an interview with the Journal`.
struct Occasions {
    let clauses: Clauses
    private var tree: Tree { clauses.tree }

    func occasion(of draft: Draft) -> Occasion? {
        guard let cue = draft.cue, cue.lemma != "according to", cue.lemma != "in the words of" else { return nil }
        var occasion = Occasion()
        for child in tree.children(cue.head) where isOutside(child, draft) { read(child, cue, &occasion) }
        return occasion.evidence.isEmpty ? nil : occasion
    }

    /// Whether a prepositional phrase says when, where or by what means something is said.
    func isOccasion(_ preposition: Int) -> Bool {
        guard let object = tree.child(preposition, .pobj) else { return false }
        return ["DATE", "TIME", "GPE", "LOC", "FAC"].contains(tree.entity(object))
            || Self.media.contains(tree.lemma(object))
            || Self.events.contains(tree.lemma(object)) || Self.platforms.contains(tree.lower(object))
    }

    /// Whether a dependent is no part of the content nor the source.
    private func isOutside(_ child: Int, _ draft: Draft) -> Bool {
        let words = tree.span(tree.subtree(child))
        if let source = draft.source, tree.isBelow(source, child) { return false }
        return !draft.content.contains { $0.start < words.end && words.start < $0.end }
            || [.dobj, .dative].contains(tree.relations[child])
    }

    private func read(_ child: Int, _ cue: CueWords, _ occasion: inout Occasion) {
        switch tree.relations[child] {
        case .dative, .dobj:
            if let entry = clauses.lexicon.verbs[cue.lemma],
                ["np-that", "np-quote", "np-wh", "np-to"].contains(where: entry.has),
                clauses.agency(child) == .person || clauses.agency(child) == .body
            {
                occasion.addressee = occasion.addressee ?? evidence(child)
            }
        case .prep:
            for object in tree.children(child) where tree.relations[object] == .pobj {
                read(tree.lower(child), child, object, &occasion)
            }
        default: break
        }
    }

    private func read(_ preposition: String, _ phrase: Int, _ object: Int, _ occasion: inout Occasion) {
        let lemma = tree.lemma(object)
        let isPlace = ["GPE", "LOC", "FAC"].contains(tree.entity(object))
        if preposition == "to", clauses.agency(object) == .person, !isPlace {
            occasion.addressee = occasion.addressee ?? evidence(object)
        } else if Self.media.contains(lemma) || Self.platforms.contains(tree.lower(object)) {
            occasion.medium = occasion.medium ?? evidence(object)
        } else if Self.events.contains(lemma) {
            occasion.event = occasion.event ?? evidence(object)
        } else if isPlace, ["in", "at", "from", "outside", "near"].contains(preposition) {
            occasion.place = occasion.place ?? evidence(object)
        }
        for inner in tree.children(object) where tree.relations[inner] == .prep {
            for place in tree.children(inner)
            where tree.relations[place] == .pobj && ["GPE", "LOC", "FAC"].contains(tree.entity(place))
                && ["in", "at"].contains(tree.lower(inner))
            {
                occasion.place = occasion.place ?? evidence(place)
            }
        }
    }

    private func evidence(_ head: Int) -> Evidence { Evidence(tree.span(tree.nounPhrase(head)), in: tree.source) }

    private static let media: Set<String> = [
        "statement", "interview", "tweet", "letter", "email", "e-mail", "post", "message", "memo", "article", "column",
        "essay", "book", "broadcast", "video", "telegram", "note", "cable", "communique", "communiqué", "report",
        "blog",
        "release", "op", "ed", "editorial", "call", "telephone", "phone", "television", "tv", "radio", "channel",
        "show",
        "program", "programme", "podcast", "advertisement", "ad", "text", "remark", "comment", "phone-in", "webcast",
    ]
    private static let platforms: Set<String> = [
        "twitter", "facebook", "telegram", "instagram", "x", "youtube", "truth", "weibo", "vk", "tiktok",
    ]
    private static let events: Set<String> = [
        "conference", "rally", "meeting", "summit", "briefing", "hearing", "debate", "forum", "session", "ceremony",
        "visit", "speech", "address", "event", "convention", "dinner", "gathering", "talk", "negotiation", "trip",
        "assembly", "reception", "congress", "panel", "council", "march", "parade", "funeral", "town", "hall",
    ]
}
