import DemarcheAnnotate
import DemarcheRecords

/// A command that is the condition of what follows it: `Cross that line and there will be war`, `Free him and we will lift
/// the siege`.
///
/// The trigger is the command, which has no subject; the consequence the clause behind *and*, which has one, and *will*.
struct ImperativeCondition: WarningConstruction {
    static let name = "ImperativeCondition"

    func drafts(at index: Int, in clauses: Clauses) -> [WarningDraft] {
        let tree = clauses.tree
        guard tree.lower(index) == "and", let command = command(index, tree), let verb = promised(index, command, tree),
            let subject = tree.children(verb).first(where: { [.nsubj, .nsubjpass, .expl].contains(tree.relations[$0]) }
            ),
            let trigger = clauses.tidy(from: command, to: index)
        else { return [] }
        let end = clauses.clauseEnd(verb, tree.subtree(verb).upperBound, keepsJoined: false)
        guard let consequence = clauses.tidy(from: index + 1, to: max(index + 2, end)) else { return [] }
        return [
            WarningDraft(
                rule: Self.name, trigger: .init(words: trigger, head: command, agent: nil),
                consequence: .init(words: consequence, head: verb, agent: subject),
                force: ForceReading(Range(from: index + 1, to: verb + 1), in: tree))
        ]
    }

    /// A verb in its base form at the beginning of the sentence or of the quotation.
    private func command(_ and: Int, _ tree: Tree) -> Int? {
        let verb = tree.heads[and]
        let start = tree.sentence(and).lowerBound
        guard verb < and, tree.tag(verb) == "VB", !tree.has(verb, .nsubj), !tree.has(verb, .aux),
            Range(from: start, to: verb).allSatisfy({ tree.isPunctuation($0) || tree.classes[$0] == .adverb })
        else { return nil }
        return verb
    }

    private func promised(_ and: Int, _ command: Int, _ tree: Tree) -> Int? {
        let joined = tree.children(command).filter { $0 > and && tree.relations[$0] == .conj }
        let said = joined.compactMap { tree.child($0, .ccomp) }.filter { $0 > and }
        return (joined + said).first { verb in
            tree.children(verb).contains {
                tree.relations[$0] == .aux && ["will", "'ll", "’ll"].contains(tree.lower($0))
            }
        }
    }
}
