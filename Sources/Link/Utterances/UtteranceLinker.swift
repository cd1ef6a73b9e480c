package import DemarcheRecords

/// Finds the statements of several articles that render one act of speech.
package struct UtteranceLinker: Sendable {
    package init() {}

    package mutating func add(_ source: LinkSource) {}

    package func links(_ directory: PartyDirectory, _ duplicates: [Duplicate]) -> [Utterance] { [] }
}
