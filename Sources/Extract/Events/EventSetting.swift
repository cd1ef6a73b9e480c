import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// When and where an event takes place, among what depends on the words that name it: `shelled the port on Tuesday`, `talks in
/// Vaduz next week`.
struct EventSetting: Sendable {
    let passage: Passage
    let clauses: Clauses
    private var tree: Tree { clauses.tree }

    func date(of heads: [Int]) -> RecordedDate? {
        let times = passage.annotated.times
        return heads.lazy.flatMap(tokens).compactMap { times.expression(at: $0, inBlock: clauses.number) }
            .filter { $0.kind != .duration && $0.period.map { $0.unit <= .year } == true }
            .compactMap { times.recorded($0, in: passage.article) }.first
    }

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

    /// The words that may be a time and depend on the head.
    private func tokens(below head: Int) -> [Int] {
        tree.children(head).flatMap { child -> [Int] in
            switch tree.relations[child] {
            case .npadvmod, .advmod, .nmod, .compound: [child]
            case .prep: tree.children(child).filter { tree.relations[$0] == .pobj }
            default: []
            }
        }
    }
}
