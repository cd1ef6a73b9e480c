import DemarcheAnnotate

/// The clause in which a condition stands, as the clause of what follows from it.
///
/// The parser may hang the condition on the verb of speech around it, on an infinitive within it (`is ready to arm them
/// if`), or on a second verb (`will fight and win if`); here it is brought to the finite clause whose modal governs it.
/// The words begin with the subject, unless it is a pronoun or a party that does something to another: `it will bomb
/// their ships` gives *bomb their ships*.
struct Consequence {
    /// The verb that names what is done.
    let root: Int
    /// The finite verb above it.
    let top: Int
    let subject: Int?
    private let clauses: Clauses
    private var tree: Tree { clauses.tree }
    private static let words = WarningWords.english

    /// The clause that a condition beginning at `marker` hangs on by way of `head`; nil when it is not open.
    init?(head: Int, marker: Int, condition: Range<Int>, in clauses: Clauses) {
        self.clauses = clauses
        let tree = clauses.tree
        let start = Self.content(of: head, marker, condition, clauses)
        let top = Self.finite(start, clauses)
        self.top = top
        root = Self.lexical(top, tree, before: marker > start ? marker : Int.max)
        subject = Self.subject(top, tree)
        guard root < tree.indices.upperBound, !condition.contains(root), !condition.contains(top), isOpen,
            !(subject.map { Self.questioning.contains(tree.lower($0)) } ?? false)
        else {
            return nil
        }
    }

    private static let questioning: Set<String> = ["what", "who", "how", "whatever"]

    /// From a verb of speech to what is said, where the condition belongs to that.
    private static func content(of head: Int, _ marker: Int, _ condition: Range<Int>, _ clauses: Clauses) -> Int {
        let tree = clauses.tree
        guard clauses.verbCue(head) != nil, !isModal(head, tree) else { return head }
        let contents = tree.children(head).filter { child in
            [.ccomp, .xcomp].contains(tree.relations[child]) && !condition.contains(child)
        }
        let before = contents.last { $0 < marker }
        return before ?? contents.first ?? head
    }

    private static func isModal(_ verb: Int, _ tree: Tree) -> Bool {
        tree.children(verb).contains { tree.relations[$0] == .aux && tree.tag($0) == "MD" }
    }

    /// Up from infinitives, participles and second verbs to the verb that has the modal or the subject.
    private static func finite(_ verb: Int, _ clauses: Clauses) -> Int {
        let tree = clauses.tree
        var verb = verb
        for _ in 0..<6 {
            let head = tree.heads[verb]
            guard head != verb, !isModal(verb, tree), !tree.has(verb, .nsubj), !tree.has(verb, .nsubjpass),
                !tree.has(verb, .mark)
            else { break }
            switch tree.relations[verb] {
            case .acomp, .attr: verb = head
            case .xcomp, .advcl, .ccomp, .pcomp, .prep:
                guard !words.has(tree.lemma(head), .commissive) || isModal(head, tree), head < verb else { return verb }
                verb = head
            case .conj where tree.isVerb(head) || tree.classes[head] == .auxiliary:
                guard tree.tag(verb) == tree.tag(head) else { return verb }
                verb = head
            default: return verb
            }
        }
        return verb
    }

    /// Down from `is ready to`, `is likely to`, `is going to`, `has to`, `threatens to` to the verb of the deed.
    private static func lexical(_ top: Int, _ tree: Tree, before marker: Int) -> Int {
        var verb = top
        for _ in 0..<4 {
            var bearer = verb
            if let state = tree.child(verb, .acomp), words.has(tree.lower(state), .readiness) { bearer = state }
            let isLight =
                bearer != verb || ["go", "have", "need", "refuse", "decline"].contains(tree.lemma(verb))
                || words.has(tree.lemma(verb), .commissive)
            guard isLight,
                let deed = tree.children(bearer).first(where: {
                    tree.relations[$0] == .xcomp && $0 < marker && $0 > bearer
                }) ?? (bearer == verb ? nil : tree.child(verb, .xcomp))
            else { break }
            verb = deed
        }
        return verb
    }

    private static func subject(_ verb: Int, _ tree: Tree) -> Int? {
        var verb = verb
        for _ in 0..<4 {
            if let subject = tree.children(verb).last(where: {
                [.nsubj, .nsubjpass, .csubj, .expl].contains(tree.relations[$0]) && $0 < verb
            }) {
                return subject
            }
            guard tree.relations[verb] == .conj, tree.heads[verb] != verb else { return nil }
            verb = tree.heads[verb]
        }
        return nil
    }

    /// Auxiliaries of the finite verb, also those that a second verb shares with the first.
    var auxiliaries: [Int] { tree.children(top).filter { [.aux, .auxpass].contains(tree.relations[$0]) } }

    /// `will not`, `refuses to`, `no talks will`, `there will be no talks`.
    var isNegated: Bool {
        tree.has(top, .neg) || tree.has(root, .neg) || isRefusal
            || [subject, tree.child(top, .attr)].compactMap(\.self).contains { noun in
                tree.child(noun, .det).map { tree.lower($0) == "no" } ?? false
            }
    }

    private var isRefusal: Bool { ["refuse", "decline"].contains(tree.lemma(top)) && root != top }

    /// Whether it is still to come: with a modal that is no demand, in a present that means the future, or as the deed of a
    /// verb such as *threaten to*; not when it *would have* come.
    private var isOpen: Bool {
        let modals = auxiliaries.filter { tree.tag($0) == "MD" }.map { tree.lower($0) }
        let isPast = tree.tag(top) == "VBN" && auxiliaries.contains { ["have", "'ve", "’ve"].contains(tree.lower($0)) }
        if !modals.isEmpty, isPast { return false }
        if modals.contains(where: Self.foreseeing.contains) { return true }
        if modals.contains(where: { ["must", "should", "ought"].contains($0) }) { return isFirstPerson }
        if isCommitted || isRefusal || isAnnounced { return true }
        if tree.tag(top) == "VBG", tree.lemma(top) == "go", root != top { return true }
        guard ["VBZ", "VBP"].contains(tree.tag(top)) || tree.tag(top) == "VBD" && isReported else { return false }
        return isFuturePresent
    }

    /// `Norland to leave pact if …`, in a headline.
    private var isAnnounced: Bool {
        tree.relations[top] == .root && subject != nil && auxiliaries.contains { tree.tag($0) == "TO" }
    }

    private static let foreseeing: Set<String> = [
        "will", "would", "'ll", "’ll", "'d", "’d", "shall", "can", "ca", "could", "may", "might", "wo", "won",
    ]

    private var isFirstPerson: Bool { subject.map { clauses.isFirstPerson($0) && tree.lower($0) != "you" } ?? false }

    private var isCommitted: Bool { commitment != nil }

    /// The word by which the speaker commits himself to the deed: *threatened*, *promise*.
    var commitment: Int? {
        let head = tree.heads[top]
        if Self.words.has(tree.lemma(top), .commissive), root != top { return top }
        guard head != top, tree.child(top, .aux).map({ tree.lower($0) == "to" }) ?? false else { return nil }
        let commits =
            tree.relations[top] == .xcomp && Self.words.has(tree.lemma(head), .commissive)
            || tree.relations[top] == .acl && Self.words.has(tree.lemma(head), .commissiveNoun)
        return commits ? head : nil
    }

    /// `said that war was inevitable`: a present that stands in the past because it is reported so.
    private var isReported: Bool {
        let head = tree.heads[top]
        return tree.relations[top] == .ccomp && tree.tag(head) == "VBD" && clauses.verbCue(head) != nil
    }

    private var isFuturePresent: Bool {
        if Self.words.has(tree.lemma(top), .presentFuture) || tree.lemma(top) == "go" && root != top { return true }
        if tree.lemma(top) == "have" {
            return tree.child(top, .dobj).map { tree.child($0, .det).map { tree.lower($0) == "no" } ?? false } ?? false
        }
        return tree.children(top).contains {
            [.acomp, .attr].contains(tree.relations[$0]) && Self.words.has(tree.lower($0), .presentState)
        }
    }

    /// Whether the subject is left to the agent: a pronoun that takes up a party, or a party that acts upon another.
    var leavesSubject: Bool {
        guard let subject, !clauses.isPassive(top) else { return subject == nil }
        if !tree.children(top).contains(subject), !auxiliaries.isEmpty { return true }
        if tree.has(subject, .relcl) { return false }
        if tree.relations[top] == .relcl || ["that", "which", "who"].contains(tree.lower(subject)),
            tree.lemma(root) != "be"
        {
            return true
        }
        let isState = tree.lemma(root) == "be"
        if tree.classes[subject] == .pronoun, tree.relations[subject] != .expl {
            return !isState && !["this", "that", "there"].contains(tree.lower(subject)) && !tree.children(root).isEmpty
                && root + 1 < tree.subtree(root).upperBound
        }
        return [.person, .body].contains(clauses.agency(subject)) && tree.has(root, .dobj) && !auxiliaries.isEmpty
    }

    /// From its first word to `end` at most.
    func range(endingAt end: Int, from start: Int = 0) -> Range<Int> {
        var first = root
        if leavesSubject || root != top && isCommitted && subject == nil {
            let bounds = clauses.tree.sentence(root).lowerBound
            while first > bounds, tree.heads[first - 1] == root,
                [.neg, .advmod, .auxpass].contains(tree.relations[first - 1]), tree.lower(first - 1) != "only"
            {
                first -= 1
            }
        } else if let subject {
            first = min(tree.subtree(subject).lowerBound, root)
        }
        if isCommitted, root != top || tree.relations[top] == .acl || tree.relations[top] == .xcomp { first = root }
        first = max(first, start)
        return first..<max(first + 1, end)
    }

    /// The words that its force is read from.
    var forceRange: Range<Int> {
        let first = (auxiliaries + [top, root]).min() ?? root
        let last = max(
            root, top, tree.child(top, .acomp) ?? top, tree.child(top, .attr) ?? top,
            tree.child(root, .acomp) ?? root, tree.child(root, .dobj) ?? root)
        return Range(from: first, to: last + 1)
    }
}
