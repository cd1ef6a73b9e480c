package import DemarcheRecords

/// Finds articles that share text.
package struct DuplicateFinder: Sendable {
    package init() {}

    package mutating func add(_ source: LinkSource) {}

    package func links() -> [Duplicate] { [] }
}
