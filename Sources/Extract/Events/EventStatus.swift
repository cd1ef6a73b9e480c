import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Whether what a predicate names has come about, in the words of the article.
///
/// A predicate with a tense of its own has its first value from tense, aspect, modals and negation (``finite(_:_:)``); any
/// other, and every noun, from the word that governs it: `plans to *withdraw*`, `the threat of an *embargo*`. Then the
/// clauses around it have their say: a condition makes it hypothetical, a denial denied. The way leads up the tree only, so
/// that it ends.
///
///     Ruritania denies that it plans to *mine* the strait.    denied
struct EventStatus: Sendable {
    let passage: Passage
    let clauses: Clauses
    let table = EmbeddingTable.english
    var tree: Tree { clauses.tree }

    /// Governors farther up than this are not asked.
    static let reach = 14

    init(_ passage: Passage, _ clauses: Clauses) {
        self.passage = passage
        self.clauses = clauses
    }

    /// The status of the event whose verb or noun is `head`.
    func status(of head: Int) -> PoliticalEvent.Status { status(head, 0) }

    func status(_ head: Int, _ steps: Int) -> PoliticalEvent.Status {
        guard steps < Self.reach else { return .happened }
        return isPredicate(head) ? verbal(head, steps) : nominal(head, steps)
    }

    /// A verb, or a word that a copula makes a predicate: *are dead*.
    func isPredicate(_ index: Int) -> Bool {
        let isNoun = [.nsubj, .nsubjpass, .dobj, .pobj].contains(tree.relations[index]) && tree.tag(index) != "VBG"
        return !isNoun && tree.isVerb(index) || tree.classes[index] == .auxiliary
            || tree.tag(index).hasPrefix("VB")
                && [.ccomp, .xcomp, .advcl, .acl, .relcl].contains(tree.relations[index])
    }

    /// *He* came about: what has, and is not in doubt.
    static func isReal(_ status: PoliticalEvent.Status) -> Bool { status == .happened || status == .ongoing }
}
