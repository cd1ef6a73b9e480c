/// What a proposal is about, by which the stances of one party on it belong together: its words in near words, in any order.
///
/// *deploy troops to Ukraine* and *the deployment of soldiers in Ukraine* have one subject.
package struct ProposalSubject: Hashable, Sendable {
    private let keys: Set<String>

    package init(_ proposal: Position.Proposal) {
        let keys = NearWords.english.keys(of: proposal.evidence.exact)
        self.keys = keys.isEmpty ? [proposal.evidence.exact.lowercased()] : Set(keys)
    }
}
