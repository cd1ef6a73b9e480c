import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Where an event takes place, among what depends on the words that name it: `talks in Vaduz`.
struct EventSetting: Sendable {
    let passage: Passage
    let clauses: Clauses
    private var tree: Tree { clauses.tree }

    func place(of heads: [Int]) -> Evidence? {
        for head in heads {
            for preposition in tree.children(head)
            where tree.relations[preposition] == .prep && Self.locative.contains(tree.lower(preposition)) {
                guard let name = tree.child(preposition, .pobj), ["GPE", "LOC", "FAC"].contains(tree.entity(name))
                else { continue }
                return passage.evidence(tree.nounPhrase(name), in: clauses)
            }
        }
        return nil
    }

    private static let locative: Set<String> = [
        "in", "at", "near", "outside", "along", "off", "across", "around", "inside",
    ]
}
