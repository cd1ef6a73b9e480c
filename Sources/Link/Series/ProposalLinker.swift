package import DemarcheRecords

/// Finds the positions and warnings of several articles that concern one proposal, and what follows from them over time.
package struct ProposalLinker: Sendable {
    package init() {}

    package mutating func add(_ source: LinkSource) {}

    package func links(_ directory: PartyDirectory) -> ([LinkedProposal], [Series], [Contradiction]) { ([], [], []) }
}
