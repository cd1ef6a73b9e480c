package import DemarcheRecords

/// Finds the events of several articles that are one.
package struct OccurrenceLinker: Sendable {
    package init() {}

    package mutating func add(_ source: LinkSource) {}

    package func links(_ directory: PartyDirectory) -> [Occurrence] { [] }
}
