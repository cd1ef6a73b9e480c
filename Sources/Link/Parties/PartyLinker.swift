package import DemarcheRecords

/// Resolves mentions to parties.
package struct PartyLinker: Sendable {
    private let edits: [PartyEdit]

    package init(edits: [PartyEdit]) { self.edits = edits }

    package mutating func add(_ source: LinkSource) {}

    package func links() -> ([Party], [PartyMention]) { ([], []) }
}
