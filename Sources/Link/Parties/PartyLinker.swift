package import DemarcheRecords

/// Resolves mentions to parties: who is who across articles.
///
/// A mention is first read by its own words: as a state, a body of the table or an organ of a state, a person's name, an office,
/// or somebody unnamed of a state or body; what cannot be told stays without a party. People are then resolved among those whose
/// surnames have one skeleton, and offices without a name by whoever the articles of that time say holds them. The result is a
/// function of the set of articles and of the edits; adding costs time linear in an article's entries.
package struct PartyLinker: Sendable {
    private let edits: [PartyEdit]
    private var articles: [ArticleMentions] = []

    /// - Parameter edits: what the user said of parties, the oldest first.
    package init(edits: [PartyEdit]) { self.edits = edits }

    package mutating func add(_ source: LinkSource) { add(ArticleMentions(source)) }

    package mutating func add(_ input: LinkInput) { add(input.mentions) }

    mutating func add(_ mentions: ArticleMentions) { articles.append(mentions) }

    /// Parties and mentions, each in the order of their ids.
    package func links() -> ([Party], [PartyMention]) {
        let linked = linked()
        return (linked.parties, linked.mentions)
    }

    /// The same, with what is remembered of them.
    func linked() -> (parties: [Party], mentions: [PartyMention], memory: PartiesInMemory) {
        var resolver = PartyResolver(PartiesInMemory())
        let changes = resolver.update(adding: articles, edits: edits)
        let mentions = changes.mentions.values.flatMap(\.self)
        return (
            changes.parties,
            mentions.sorted { ($0.entry, $0.role.rawValue, $0.place) < ($1.entry, $1.role.rawValue, $1.place) },
            resolver.memory
        )
    }
}
