package import DemarcheRecords

/// Groups articles into episodes, and episodes into stories.
package struct StoryLinker: Sendable {
    package init() {}

    package mutating func add(_ source: LinkSource) {}

    package func links() -> ([Story], [Episode]) { ([], []) }
}
