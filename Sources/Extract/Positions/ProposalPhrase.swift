import DemarcheAnnotate
import DemarcheRecords

/// The words for what is proposed: a noun phrase, or a verb with its objects.
///
///     urged the envoys to *stay in Vaduz* after the raid      rejects a call to *lift the siege*, which began in May
///
/// Left out are the *to* or *that* in front, relative clauses, what stands behind a comma, and phrases that say when or why the
/// stance was taken. A noun that only announces the proposal (*plan*, *call*, *report*) gives way to what it announces.
struct ProposalPhrase: Sendable {
    let scene: StanceScene
    private var tree: Tree { scene.tree }

    /// The head of the proposal that a verb or noun holds: the complement of a noun that only announces one.
    func head(_ head: Int) -> Int {
        guard scene.table.lists(tree.lemma(head), "shell"), !tree.isVerb(head) else { return head }
        for child in tree.children(head) where child > head {
            switch tree.relations[child] {
            case .acl where tree.isVerb(child) && (scene.status.hasTo(child) || scene.status.isFinite(child)),
                .ccomp,
                .relcl where !isRelative(child):
                return child
            case .relcl where isProspective(child): return child
            case .acl where isCalling(child):
                if let asked = asked(child) { return asked }
            case .prep where tree.lower(child) == "of" && isMade(head): continue
            case .prep where ["for", "of", "to"].contains(tree.lower(child)):
                if let inner = tree.child(child, .pcomp) ?? tree.child(child, .pobj), inner > child { return inner }
            default: break
            }
        }
        return head
    }

    /// `a proposal calling for a truce`: the participle repeats the noun.
    private func isCalling(_ verb: Int) -> Bool {
        tree.tag(verb) == "VBG" && scene.table.stance(scene.status.key(verb) + " for", "np") == .proposes
    }

    private func asked(_ verb: Int) -> Int? {
        guard let preposition = tree.children(verb).first(where: { $0 > verb && tree.lower($0) == "for" }) else {
            return nil
        }
        return tree.child(preposition, .pcomp) ?? tree.child(preposition, .pobj)
    }

    /// `the appeal of a convict`: behind *of* stands whoever made it.
    private func isMade(_ noun: Int) -> Bool {
        ["appeal", "demand", "request", "call", "motion", "bid", "bill", "petition", "invitation"].contains(
            tree.lemma(noun))
    }

    /// `a bill that would ban …`: what is proposed.
    private func isProspective(_ verb: Int) -> Bool {
        ["would", "will"].contains(scene.status.modal(verb) ?? "")
            && tree.children(verb).contains {
                [.nsubj].contains(tree.relations[$0]) && ["WDT", "WP"].contains(tree.tag($0))
            }
    }

    /// A clause with a relative pronoun, or without its object.
    private func isRelative(_ verb: Int) -> Bool {
        !tree.children(verb).contains {
            [.nsubj, .nsubjpass].contains(tree.relations[$0]) && !["WDT", "WP"].contains(tree.tag($0))
        }
            || tree.children(verb).contains { ["WDT", "WP", "WRB"].contains(tree.tag($0)) }
    }

    /// The words of the proposal with this head; those of a second verb joined to it are its own.
    func words(_ head: Int) -> Range<Int> {
        let start = start(head)
        var end = tree.subtree(head).upperBound
        for child in tree.children(head) where child > head && isOutside(child, head) {
            end = min(end, tree.subtree(child).lowerBound)
        }
        for index in head + 1..<max(head + 1, end) where index < end && cuts(index, head) { end = index }
        while end > start + 1,
            tree.isPunctuation(end - 1) && !")]”\"’".contains(tree.words(end - 1)) || tree.relations[end - 1] == .cc
        {
            end -= 1
        }
        return start..<throughHyphen(max(end, start + 1))
    }

    /// The same with phrases behind a noun that the parser gives the verb, but which say more of the noun: `demanded a
    /// truce in the north`.
    func words(_ head: Int, extendedBehind verb: Int) -> Range<Int> {
        var words = words(head)
        let occasions = Occasions(clauses: scene.clauses)
        guard !tree.isVerb(head), head > verb else { return words }
        for child in tree.children(verb) where child > head && tree.subtree(child).lowerBound == words.upperBound {
            let isMore =
                tree.relations[child] == .prep && !occasions.isOccasion(child)
                && !Self.asides.contains(tree.lower(child))
                || tree.relations[child] == .advcl && scene.status.hasTo(child) && !scene.status.isCondition(child)
            guard isMore else { break }
            words = Range(from: words.lowerBound, to: tree.subtree(child).upperBound)
        }
        return words
    }

    /// `a re-run`: no word ends at a hyphen.
    private func throughHyphen(_ end: Int) -> Int {
        var end = end
        while end + 1 < tree.indices.upperBound, tree.words(end) == "-", !scene.clauses.isDash(end) { end += 2 }
        return end
    }

    private func start(_ head: Int) -> Int {
        var start = tree.subtree(head).lowerBound
        guard tree.isVerb(head) || tree.classes[head] == .auxiliary else {
            while start < head, tree.isPunctuation(start) { start += 1 }
            while start > 1, tree.words(start - 1) == "-", !scene.clauses.isDash(start - 1) {
                start = tree.subtree(start - 2).lowerBound
            }
            return start
        }
        if tree.relations[head] == .relcl, isProspective(head) { return head }
        let isFinite = scene.status.isFinite(head) || !scene.status.hasTo(head) && tree.has(head, .nsubj)
        for child in tree.children(head) where child < head {
            let isMark = tree.relations[child] == .mark || tree.tag(child) == "TO" || tree.relations[child] == .punct
            if isMark || !isFinite && [.aux, .nsubj, .nsubjpass, .dobj].contains(tree.relations[child]) {
                start = max(start, tree.subtree(child).upperBound)
            }
        }
        return min(start, head)
    }

    private func isOutside(_ child: Int, _ head: Int) -> Bool {
        switch tree.relations[child] {
        case .conj: return tree.isVerb(head) || tree.isVerb(child)
        case .advcl: return scene.status.isCondition(child) || !scene.status.hasTo(child) || isBehindComma(child)
        case .relcl, .parataxis: return true
        case .prep where tree.lower(child) == "until": return !tree.isVerb(head)
        case .prep: return Self.asides.contains(tree.lower(child)) || isBehindComma(child)
        case .appos: return isBehindComma(child)
        default: return false
        }
    }

    private func cuts(_ index: Int, _ head: Int) -> Bool {
        if tree.relations[index] == .relcl { return false }
        if ["where", "which", "who", "whom"].contains(tree.lower(index)), tree.tag(index).hasPrefix("W") {
            return true
        }
        if tree.relations[index] == .mark, tree.lower(index) == "that", tree.relations[tree.heads[index]] != .relcl,
            tree.heads[index] != head, !tree.isVerb(tree.heads[tree.heads[index]])
        {
            return true
        }
        if tree.words(index) == ",", isAside(behind: index) { return true }
        return tree.words(index) == ";" || scene.clauses.isDash(index)
            || tree.words(index) == "," && index + 1 < tree.indices.upperBound && tree.tag(index + 1) == "VBG"
    }

    /// `…, a view shared by others`.
    private func isAside(behind comma: Int) -> Bool {
        guard comma + 1 < tree.indices.upperBound, ["a", "an"].contains(tree.lower(comma + 1)) else { return false }
        let noun = tree.heads[comma + 1]
        return tree.relations[noun] != .conj && (tree.has(noun, .acl) || tree.has(noun, .relcl))
    }

    private func isBehindComma(_ child: Int) -> Bool {
        let start = tree.subtree(child).lowerBound
        return start > 0 && tree.words(start - 1) == ","
    }

    private static let asides: Set<String> = [
        "after", "following", "since", "amid", "despite", "because", "unless", "during", "when", "if", "as",
    ]
}
