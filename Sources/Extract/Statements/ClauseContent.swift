import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// A cue verb with a clause as its content: `said that the bridge was shut`, `said the bridge was shut`,
/// `asked whether it would open`, `The bridge is shut, officials said`.
///
/// A clause of reason or time that follows without a comma belongs to the content.
struct ClauseContent: Construction {
    static let name = "ClauseContent"

    func drafts(at index: Int, in clauses: Clauses) -> [Draft] {
        let tree = clauses.tree
        guard tree.isVerb(index) else { return [] }
        if let run = runningOn(index, clauses) { return [run] }
        guard let clause = content(of: index, in: clauses) else { return [] }
        let source = clauses.source(of: index)
        guard let (entry, reading) = entry(index, clause, source, clauses) else { return [] }
        let cue = clauses.cue(index, entry)
        let cut = clause < index ? nil : tree.subtree(index).lowerBound..<index + 1
        var content = clauses.content(clause, without: cut)
        if let first = first(of: index, clause, tree), first != clause, let start = clauses.content(first).first?.start,
            let last = content.last?.end
        {
            content = [TextSpan(start, last)]
        }
        if clause > index, let start = subject(of: clause, index, entry, clauses), let last = content.last?.end {
            content = [TextSpan(start, last)]
        }
        if clause > index, let end = reason(behind: clause, index, clauses), let start = content.first?.start {
            content = [TextSpan(start, end)]
        }
        guard !content.isEmpty else { return [] }
        let confidence = confidence(index, entry, reading, source, clauses)
        return [
            Draft(
                rule: Self.name, block: clauses.number, cue: cue, source: source, content: content,
                confidence: confidence)
        ]
    }

    /// `said at a briefing that the dam was safe`: a clause with *that* and a subject, which the parser takes for a relative
    /// one of the noun in front of it.
    private func hung(below verb: Int, _ clauses: Clauses) -> Int? {
        let tree = clauses.tree
        guard clauses.verbCue(verb)?.reading("that") == .sure || clauses.verbCue(verb)?.reading("np-that") == .sure
        else { return nil }
        let phrases = tree.children(verb).filter { $0 > verb && [.prep, .dobj, .dative].contains(tree.relations[$0]) }
        guard let phrase = phrases.last else { return nil }
        return (phrase..<tree.subtree(phrase).upperBound).first { clause in
            [.relcl, .acl, .ccomp].contains(tree.relations[clause]) && tree.isBelow(clause, phrase)
                && tree.children(clause).contains {
                    tree.lower($0) == "that" && [.mark, .dobj].contains(tree.relations[$0])
                        && $0 == tree.subtree(clause).lowerBound
                }
                && (tree.has(clause, .nsubj) || tree.has(clause, .nsubjpass))
                && (clauses.lexicon.nouns[tree.lemma(tree.heads[clause])]?.has("that") != true
                    || isVenue(tree.heads[clause], phrase, tree))
        }
    }

    /// `It comes after Reyne told the council she was ready`: where the parser has the clause that follows without a comma
    /// for the main one and the cue's for a clause of time.
    private func runningOn(_ verb: Int, _ clauses: Clauses) -> Draft? {
        let tree = clauses.tree
        let main = tree.heads[verb]
        let start = tree.subtree(verb).upperBound
        guard tree.relations[verb] == .advcl, main > verb, tree.has(verb, .mark), !tree.has(verb, .ccomp),
            let entry = clauses.verbCue(verb),
            entry.reading(tree.has(verb, .dobj) ? "np-that" : "that") == .sure, let source = tree.child(verb, .nsubj),
            start <= main, !(start - 1..<main).contains(where: tree.isPunctuation),
            tree.children(main).contains(where: { $0 >= start && [.nsubj, .nsubjpass].contains(tree.relations[$0]) }),
            let content = clauses.trimmed(start..<tree.subtree(main).upperBound)
        else { return nil }
        return Draft(
            rule: Self.name, block: clauses.number, cue: clauses.cue(verb, entry), source: source, content: [content],
            confidence: 0.71)
    }

    /// `said in a statement that`: what the words were said in, not what was said of them.
    private func isVenue(_ noun: Int, _ preposition: Int, _ tree: Tree) -> Bool {
        tree.heads[noun] == preposition
            && ["in", "on", "at", "during", "through", "by", "via", "to"].contains(tree.lower(preposition))
    }

    private func confidence(
        _ verb: Int, _ entry: CueEntry, _ reading: CueEntry.Reading, _ source: Int?, _ clauses: Clauses
    ) -> Double {
        guard reading == .sure else { return 0.3 }
        guard let source else { return clauses.isPassive(verb) ? 0.63 : 0.3 }
        let isOwn = clauses.tree.heads[source] == verb
        if !isOwn { return 0.71 }
        if entry.act == .think { return 0.62 }
        return clauses.agency(source) == .person ? 0.88 : 0.74
    }

    private func content(of verb: Int, in clauses: Clauses) -> Int? {
        let tree = clauses.tree
        let own = tree.children(verb).last { tree.relations[$0] == .ccomp && tree.subtree($0).count > 1 }
        let subject = clauses.isPassive(verb) ? tree.child(verb, .csubjpass) : nil
        return own ?? subject ?? hung(below: verb, clauses)
    }

    /// `said the days when they had one voice are gone`: where the words begin that the parser takes for an object and the
    /// finite clause behind it has for its subject.
    private func subject(of clause: Int, _ verb: Int, _ entry: CueEntry, _ clauses: Clauses) -> Int? {
        let tree = clauses.tree
        let tells = ["np-that", "np-wh", "np-quote"].contains(where: entry.has)
        let hasSubject = [.nsubj, .nsubjpass, .csubj, .expl, .mark].contains { tree.has(clause, $0) }
        guard !tells, !hasSubject, tree.has(clause, .aux) || ["VBD", "VBZ", "VBP"].contains(tree.tag(clause)),
            let object = tree.children(verb).first(where: {
                $0 > verb && $0 < clause && [.dobj, .xcomp].contains(tree.relations[$0])
                    && tree.subtree($0).lowerBound == verb + 1
            })
        else { return nil }
        return tree.span(tree.subtree(object).lowerBound).start
    }

    /// Where a clause of reason or time ends that follows the content right away.
    private func reason(behind clause: Int, _ verb: Int, _ clauses: Clauses) -> Int? {
        let tree = clauses.tree
        let end = tree.subtree(clause).upperBound
        guard
            let next = tree.children(verb).first(where: {
                tree.relations[$0] == .advcl && tree.subtree($0).lowerBound == end
            }),
            tree.has(next, .mark) || tree.child(next, .advmod).map({ tree.tag($0) == "WRB" }) == true
        else { return nil }
        return clauses.content(next).last?.end
    }

    /// The first of several clauses behind the verb: `said that …, and that …`.
    private func first(of verb: Int, _ last: Int, _ tree: Tree) -> Int? {
        tree.children(verb).first { $0 > verb && $0 <= last && tree.relations[$0] == .ccomp }
    }

    private func entry(
        _ verb: Int, _ clause: Int, _ source: Int?, _ clauses: Clauses
    ) -> (CueEntry, CueEntry.Reading)? {
        guard let entry = clauses.verbCue(verb) else { return nil }
        let readings = frames(clause, clauses).compactMap(entry.reading)
        return readings.contains(.sure) ? (entry, .sure) : readings.isEmpty ? nil : (entry, .doubtful)
    }

    /// The frames that a clause of this form can fill.
    private func frames(_ clause: Int, _ clauses: Clauses) -> [String] {
        let tree = clauses.tree
        if tree.children(clause).contains(where: { tree.relations[$0] == .aux && tree.tag($0) == "TO" }) {
            return ["np-to", "to"]
        }
        let isFinite =
            tree.has(clause, .mark) || tree.has(clause, .aux) || ["VBD", "VBZ", "VBP", "MD"].contains(tree.tag(clause))
        if !isFinite, tree.tag(clause) != "VBN" {
            return tree.tag(clause) == "VBG" ? ["ing", "pred", "quote", "that"] : ["pred", "np-to", "quote"]
        }
        let quoted = tree.subtree(clause).contains { tree.quotation[$0] != nil } ? ["quote", "np-quote"] : []
        return ["that", "np-that", "to-that", "wh", "np-wh", "pred"] + quoted
    }
}
