import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Finds who carried a statement, from nearest to farthest: whoever was told or quotes it (`told Reuters`, `in an interview
/// with the Journal`, `was quoted by TASS`), then the speakers of the statements that it stands in (`Reuters reported that …
/// said`, `…, according to Interfax`).
struct Chain {
    let clauses: Clauses
    private var tree: Tree { clauses.tree }

    func carriers(of draft: Draft, by speaker: Speaker, inside outer: ReportedStatement?) -> [Carrier] {
        var carriers = draft.cue.map { told($0) + quoting($0) } ?? []
        if let outer { carriers += carrier(outer).map { [$0] + outer.via } ?? outer.via }
        let own = draft.source.map { tree.span($0) }
        carriers.removeAll { carrier in own.map { carrier.evidence?.span.contains($0) ?? false } ?? false }
        var seen = Set([speaker.name].compactMap(\.self))
        return carriers.filter { seen.insert($0.name).inserted }
    }

    /// Carriers among what depends on the cue.
    private func told(_ cue: CueWords) -> [Carrier] {
        tree.children(cue.head).flatMap { child -> [Carrier] in
            switch tree.relations[child] {
            case .dobj, .dative: return carrier(child).map { [$0] } ?? []
            case .advcl where tree.tag(child) == "VBG" && Clauses.quoting.contains(tree.lemma(child)):
                return tree.child(child, .dobj).flatMap(cited).map { [$0] } ?? []
            case .prep, .agent: return tree.children(child).filter { tree.relations[$0] == .pobj }.flatMap(below)
            default: return []
            }
        }
    }

    /// `Reuters reported, citing the ministry`: whoever is cited, under whatever name.
    private func cited(_ noun: Int) -> Carrier? {
        if let carrier = carrier(noun) { return carrier }
        guard [.person, .body].contains(clauses.agency(noun)) else { return nil }
        let words = tree.nounPhrase(noun)
        let isDefinite = tree.classes[noun] == .properNoun || tree.lower(words.lowerBound) == "the"
        return Carrier(
            name: tree.source[tree.span(words)].withoutPossessive, kind: isDefinite ? .official : .unnamed,
            evidence: Evidence(tree.span(words), in: tree.source))
    }

    /// `was quoted by Tass as saying`, `Tass quoted him as saying`: who quotes.
    private func quoting(_ cue: CueWords) -> [Carrier] {
        if Clauses.quoting.contains(tree.lemma(cue.head)), clauses.isPassive(cue.head) {
            return agents(below: cue.head).compactMap(carrier)
        }
        let preposition = tree.heads[cue.head]
        let verb = tree.heads[preposition]
        guard tree.relations[cue.head] == .pcomp, tree.lower(preposition) == "as",
            Clauses.quoting.contains(tree.lemma(verb))
        else { return [] }
        let agent = tree.child(verb, .agent).flatMap { tree.child($0, .pobj) }
        return [agent, tree.child(verb, .nsubj)].compactMap(\.self).compactMap(carrier)
    }

    /// `quoted by Tass`, `quoted as saying by Tass`
    private func agents(below verb: Int) -> [Int] {
        let words = tree.subtree(verb)
        return words.filter {
            $0 > verb && tree.lower($0) == "by" && [.agent, .prep].contains(tree.relations[$0])
        }.compactMap { tree.child($0, .pobj) }
    }

    /// The carrier that a noun is, or the one that hangs on it: `interview with the Journal`.
    private func below(_ noun: Int) -> [Carrier] {
        if let carrier = carrier(noun) { return [carrier] }
        return tree.children(noun).filter {
            tree.relations[$0] == .prep && ["with", "to", "by", "for"].contains(tree.lower($0))
        }
        .flatMap {
            tree.children($0).filter { tree.relations[$0] == .pobj }.compactMap { carrier($0) ?? interviewer($0, noun) }
        }
    }

    /// `in an interview with the Beacon`: a name that is no person’s, where the lexicon does not know it.
    private func interviewer(_ name: Int, _ noun: Int) -> Carrier? {
        guard tree.lemma(noun) == "interview", tree.classes[name] == .properNoun, tree.entity(name) != "PERSON" else {
            return nil
        }
        let words = tree.nounPhrase(name)
        let whole = tree.source[tree.span(words)]
        let bare = whole.lowercased().hasPrefix("the ") ? whole.dropFirst(4) : whole
        return Carrier(
            name: bare.withoutPossessive, kind: .outlet, evidence: Evidence(tree.span(words), in: tree.source))
    }

    private func carrier(_ noun: Int) -> Carrier? {
        let words = tree.nounPhrase(noun)
        let whole = tree.source[tree.span(words)]
        guard let (kind, name) = Self.kind(of: whole.withoutPossessive, clauses.lexicon) else { return nil }
        return Carrier(name: name, kind: kind, evidence: Evidence(tree.span(words), in: tree.source))
    }

    /// The speaker of the statement around this one, as the carrier of it.
    private func carrier(_ outer: ReportedStatement) -> Carrier? {
        guard let name = outer.speaker.name, let mention = outer.speaker.mention else { return nil }
        if let (kind, _) = Self.kind(of: name, clauses.lexicon) {
            return Carrier(name: name, kind: kind, evidence: mention)
        }
        switch outer.speaker.naming {
        case .named:
            return Carrier(
                name: name, kind: outer.speaker.kind == .organisation ? .outlet : .official, evidence: mention)
        case .unnamed, .collective: return Carrier(name: name, kind: .unnamed, evidence: mention)
        case .absent: return nil
        }
    }

    private static func kind(of name: String, _ lexicon: Lexicon) -> (Carrier.Kind, String)? {
        let key = name.lowercased().withStraightApostrophes
        let bare = key.hasPrefix("the ") ? String(key.dropFirst(4)) : key
        guard let kind = lexicon.carriers[key] ?? lexicon.carriers[bare] ?? lexicon.carriers["the " + bare] else {
            return nil
        }
        return (kind, key == bare ? name : String(name.dropFirst(4)))
    }
}
