import DemarcheAnnotate
import DemarcheRecords

/// A condition without a conjunction, with its auxiliary in front: `Should the fleet sail, Graustark would mine the strait`;
/// `Were Ruritania to annex Vaduz, a war would be inevitable`.
///
/// The trigger is the clause behind the auxiliary. `Had they signed` tells of the past and is none, and so is a question.
struct InvertedCondition: WarningConstruction {
    static let name = "InvertedCondition"

    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        guard ["should", "were"].contains(tree.lower(index)), let clause = clause(index, tree),
            !tree.sentence(index).contains(where: { tree.words($0) == "?" })
        else { return [] }
        return Pairing(
            rule: Self.name, marker: index, conjunction: index, clause: clause, governor: tree.heads[clause],
            clauses: clauses
        ).draft().map { [$0] } ?? []
    }

    private func clause(_ index: Int, _ tree: Tree) -> Int? {
        let clause = [.aux, .auxpass].contains(tree.relations[index]) ? tree.heads[index] : index
        guard [.advcl, .ccomp, .dep, .conj].contains(tree.relations[clause]), clause >= index,
            [.nsubj, .nsubjpass, .attr].contains(where: { tree.child(clause, $0).map { $0 > index } ?? false }),
            tree.subtree(clause).lowerBound == index || index == tree.sentence(index).lowerBound,
            tree.lower(index) == "should" || tree.subtree(clause).contains(where: { tree.lower($0) == "to" })
        else { return nil }
        return clause
    }
}
