import DemarcheAnnotate
import DemarcheRecords

/// A consequence in a sentence of its own that takes up what went before: `Troops may be sent. In that case, war would be
/// inevitable`; `The siege must be lifted. Otherwise, thousands will starve`.
///
/// The trigger is found in the sentence before: a condition or the clause with *could* or *may* for *in that case*, *if so*
/// and *then*; the clause with *must*, *should* or *need to* for *otherwise* and *if not*. Where that has no such clause, nothing is said.
struct Sequel: WarningConstruction {
    static let name = "Sequel"
    /// All the blocks of the article, in order.
    let passage: [Clauses]

    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        guard let link = link(index, tree), let root = root(link.end, tree),
            let trigger = link.isContrary ? demand(before: link.start, clauses) : prospect(before: link.start, clauses),
            let consequence = consequence(root, link, clauses)
        else { return [] }
        let reading = ForceReading(Range(from: link.end, to: consequence.words.upperBound), in: tree)
        return [
            WarningDraft(
                rule: Self.name, trigger: trigger, consequence: consequence, force: reading, isDemand: link.isContrary)
        ]
    }

    struct Link {
        var start: Int
        var end: Int
        /// *Otherwise*: what follows does so when the demand is not met.
        var isContrary: Bool
    }

    private static let links: [(words: [String], isContrary: Bool)] = [
        (["in", "this", "case"], false), (["in", "that", "case"], false), (["in", "such", "a", "case"], false),
        (["in", "this", "event"], false), (["in", "that", "event"], false), (["in", "such", "an", "event"], false),
        (["if", "so"], false),
        (["if", "that", "happens"], false), (["if", "this", "happens"], false), (["if", "it", "happens"], false),
        (["should", "that", "happen"], false), (["should", "this", "happen"], false),
        (["if", "it", "does"], false), (["if", "they", "do"], false), (["if", "that", "is", "so"], false),
        (["otherwise"], true), (["if", "not"], true), (["failing", "that"], true),
    ]

    private static let firstWords = Set(links.compactMap(\.words.first))

    private func link(_ index: Int, _ tree: Tree) -> Link? {
        guard index > 0, Self.firstWords.contains(tree.lower(index)) else { return nil }
        for link in Self.links where index + link.words.count < tree.indices.upperBound {
            guard link.words.indices.allSatisfy({ tree.lower(index + $0) == link.words[$0] }) else { continue }
            let before = tree.words(index - 1)
            let isFirst =
                tree.sentence(index).lowerBound == index || tree.isPunctuation(index - 1) && ![")"].contains(before)
                || link.isContrary && ["or", "and"].contains(tree.lower(index - 1))
            return isFirst ? Link(start: index, end: index + link.words.count, isContrary: link.isContrary) : nil
        }
        return nil
    }

    /// The first finite verb of what follows.
    private func root(_ start: Int, _ tree: Tree) -> Int? {
        let bounds = Range(from: start, to: tree.sentence(start).upperBound)
        return bounds.first { index in
            (tree.isVerb(index) || tree.classes[index] == .auxiliary)
                && [.root, .ccomp, .conj, .advcl, .parataxis].contains(tree.relations[index])
                && (tree.has(index, .nsubj) || tree.has(index, .nsubjpass) || tree.has(index, .expl)
                    || tree.has(index, .csubj))
        }
    }

    private func consequence(_ root: Int, _ link: Link, _ clauses: Clauses) -> WarningDraft.Part? {
        let tree = clauses.tree
        let isOpen =
            tree.children(root).contains { tree.tag($0) == "MD" && !["must", "should"].contains(tree.lower($0)) }
            || Range(from: root, to: tree.subtree(root).upperBound).contains {
                WarningWords.english.has(tree.lower($0), .inevitable)
            }
            || WarningWords.english.has(tree.lemma(root), .presentFuture)
        guard isOpen,
            let subject = tree.children(root).first(where: {
                [.nsubj, .nsubjpass, .expl, .csubj].contains(tree.relations[$0])
            })
        else { return nil }
        let end = clauses.clauseEnd(root, tree.subtree(root).upperBound, keepsJoined: true)
        let start = max(link.end, min(tree.subtree(subject).lowerBound, root))
        guard start < end, let words = clauses.tidy(from: start, to: end) else { return nil }
        return .init(words: words, head: root, agent: subject)
    }

    /// The nearest clause in front that is still open: a condition, an act that would bring something about, or what could or
    /// might be.
    private func prospect(before start: Int, _ clauses: Clauses) -> WarningDraft.Part? {
        nearest(start, clauses) { sentence, clauses in
            condition(in: sentence, clauses) ?? sentence.lazy.compactMap {
                CausalSubject().drafts(at: $0, in: clauses).first?.trigger
            }.first
                ?? clause(in: sentence, with: ["could", "may", "might", "would", "will"], clauses)
        }
    }

    private func demand(before start: Int, _ clauses: Clauses) -> WarningDraft.Part? {
        nearest(start, clauses, reach: 1) { sentence, clauses in
            clause(in: sentence, with: ["must", "should", "need", "needs", "has", "have"], clauses)
        }
    }

    private func condition(in sentence: Range<Int>, _ clauses: Clauses) -> WarningDraft.Part? {
        let tree = clauses.tree
        guard let marker = sentence.first(where: { tree.lower($0) == "if" && tree.relations[$0] == .mark }) else {
            return nil
        }
        let head = tree.heads[marker]
        return clauses.tidy(
            from: marker + 1, to: max(marker + 1, clauses.clauseEnd(head, max(tree.subtree(head).upperBound, head + 1)))
        )
        .map { .init(words: $0, head: head, agent: tree.child(head, .nsubj)) }
    }

    /// What `find` gives for the words in front in the same sentence, or for one of the sentences before, those of the block
    /// before among them.
    private func nearest(
        _ start: Int, _ clauses: Clauses, reach: Int = 3,
        _ find: (Range<Int>, Clauses) -> WarningDraft.Part?
    ) -> WarningDraft.Part? {
        let own = clauses.tree.sentence(start)
        if let part = find(Range(from: own.lowerBound, to: start), clauses) { return part }
        for (number, sentence) in sentences(before: own.lowerBound, clauses, reach) {
            guard var part = find(sentence, passage[number]) else { continue }
            part.block = number == clauses.number ? nil : number
            return part
        }
        return nil
    }

    private func sentences(before start: Int, _ clauses: Clauses, _ reach: Int) -> [(Int, Range<Int>)] {
        var sentences: [(Int, Range<Int>)] = []
        var (number, end) = (clauses.number, start)
        while sentences.count < reach, number >= 0 {
            let tree = passage[number].tree
            if end > 0, !tree.block.block.kind.isHeading {
                let sentence = tree.sentence(end - 1)
                sentences.append((number, sentence))
                end = sentence.lowerBound
            } else {
                number -= 1
                end = number >= 0 ? passage[number].tree.indices.upperBound : 0
            }
        }
        return sentences
    }

    private func clause(in range: Range<Int>, with modals: Set<String>, _ clauses: Clauses) -> WarningDraft.Part? {
        let tree = clauses.tree
        guard
            let modal = range.first(where: {
                modals.contains(tree.lower($0)) && [.aux, .root, .ccomp, .conj].contains(tree.relations[$0])
            })
        else { return nil }
        let isVerb = tree.relations[modal] != .aux
        guard let verb = isVerb ? tree.child(modal, .xcomp) : tree.heads[modal],
            tree.isVerb(verb) || tree.classes[verb] == .auxiliary
        else { return nil }
        let subject = tree.child(isVerb ? modal : verb, .nsubj) ?? tree.child(verb, .nsubjpass)
        let start = subject.map { min(tree.subtree($0).lowerBound, verb) } ?? verb
        let end = min(clauses.clauseEnd(verb, tree.subtree(verb).upperBound), range.upperBound)
        guard start < end, let words = clauses.tidy(from: start, to: end) else { return nil }
        return .init(words: words, head: verb, agent: subject)
    }
}
