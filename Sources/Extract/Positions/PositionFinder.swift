import DemarcheAnnotate
import DemarcheRecords
import DemarcheSourceText

/// Finds where parties stand on proposals.
///
/// Every word is shown to the constructions in turn. A stance inside what somebody says of their own state is theirs, on its
/// behalf; a stance that nobody named takes is left out.
struct PositionFinder {
    private let passage: Passage
    private let constructions: [any StanceConstruction] = [
        RequestedAct(), RefusedAct(), StanceVerb(), StanceAdjective(), ConditionalPromise(), Obligation(),
        ProposalNoun(), StanceNoun(), DrawnStance(), ProposalVerdict(), AbsentAct(), VerblessRefusal(), OpenQuestion(),
    ]

    init(_ passage: Passage) { self.passage = passage }

    /// In the order of the text.
    func positions() -> [Position] {
        var clusters = ProposalClusters(article: passage.article.id)
        var seen: Set<[String]> = []
        return passage.clauses.flatMap { clauses in
            let scene = StanceScene(passage, clauses)
            return EarlierProposal.resolved(drafts(scene), scene.tree).compactMap { position($0, scene, &clusters) }
        }
        .filter { seen.insert(Self.sameness($0)).inserted }
    }

    /// What two constructions that find the same position in other words have in common.
    private static func sameness(_ position: Position) -> [String] {
        let proposal = position.proposal.evidence.span
        return [position.party.shownName ?? "", position.stance.rawValue, "\(proposal.start)-\(proposal.end)"]
    }

    private func drafts(_ scene: StanceScene) -> [StanceDraft] {
        scene.tree.indices.flatMap { index in
            scene.tree.isMark(index) || scene.isOnlyLikened(index)
                ? [] : constructions.lazy.map { $0.drafts(at: index, in: scene) }.first { !$0.isEmpty } ?? []
        }.flatMap { draft in
            let parties = parties(draft.party, scene)
            return parties.count > 1 ? parties.map(draft.taken) : [draft]
        }
    }

    /// Each of several parties that *and* joins, where all are states and bodies or all are persons;
    /// also of bodies that each have an article: `Graustark and Ruritania
    /// rejected the levy`.
    private func parties(_ head: Int?, _ scene: StanceScene) -> [Int?] {
        let tree = scene.tree
        guard let head, tree.has(head, .conj) else { return [head] }
        var parties = [head]
        while let last = parties.last, let next = tree.child(last, .conj), next > last { parties.append(next) }
        let arePersons = parties.allSatisfy { tree.entity($0) == "PERSON" }
        let areBodies = parties.allSatisfy { ["GPE", "ORG", "NORP"].contains(tree.entity($0)) }
        let areNames = parties.allSatisfy { tree.classes[$0] == .properNoun && !tree.has($0, .appos) }
        let areDefinite = parties.allSatisfy { scene.clauses.agency($0) == .body && tree.has($0, .det) }
        return areDefinite || areNames && (arePersons || areBodies) ? parties : [head]
    }

    private func position(
        _ draft: StanceDraft, _ scene: StanceScene, _ clusters: inout ProposalClusters
    ) -> Position? {
        let place = scene.tree.span(draft.cue)
        let statement = passage.statement(holding: place)
        guard
            let (party, notes) = StanceParty(scene: scene).party(
                draft.party, statement, isAlone: draft.isAlone)
        else { return nil }
        return Position(
            article: passage.article.id, party: party,
            onBehalfOf: StanceParty(scene: scene).behalf(of: party, draft.party),
            proposal: Position.Proposal(
                id: clusters.id(draft.head, draft.proposal, scene.tree),
                evidence: passage.evidence(draft.proposal, in: scene.clauses)),
            stance: draft.stance, condition: draft.condition.map { passage.evidence($0, in: scene.clauses) },
            statement: statement?.id, cue: passage.evidence(draft.cue, in: scene.clauses), notes: notes,
            rule: draft.rule)
    }
}
