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

    /// A verb, or what the tagger takes for a noun but has the dependents of a verb.
    func isPredicate(_ index: Int) -> Bool {
        let relation = tree.relations[index]
        if [.nsubj, .nsubjpass, .dobj, .pobj].contains(relation), tree.tag(index) != "VBG" {
            return tree.classes[index] == .auxiliary
        }
        if tree.isVerb(index) || tree.classes[index] == .auxiliary { return true }
        let isClause = [.ccomp, .xcomp, .advcl, .acl, .relcl].contains(relation)
        if isClause, tree.tag(index).hasPrefix("VB") { return true }
        guard isClause || relation == .conj || relation == .root else { return false }
        return tree.children(index).contains { [.nsubj, .mark, .aux, .dobj].contains(tree.relations[$0]) }
    }

    /// What has come about, or goes on.
    static func isReal(_ status: PoliticalEvent.Status) -> Bool { status == .happened || status == .ongoing }
}
