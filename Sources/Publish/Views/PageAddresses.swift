package import DemarcheRecords

/// Where a page leads for what stands in it: the same views stand in the server's pages, which lead to each other, and in the
/// dossier, which leads to its own parts alone. Nil where nothing is shown of it.
package protocol PageAddresses: Sendable {
    func article(_ id: String) -> String?
    /// That of the words of a statement, warning, position, event or claim.
    func entry(_ id: String, in article: String) -> String?
    func link(_ type: LinkType, _ id: String) -> String?
    func outlet(_ name: String) -> String?
    /// How to cite an entry.
    func citation(of entry: String) -> String?
}
