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

    mutating func add(_ mentions: ArticleMentions) { articles.append(mentions) }

    /// Parties and mentions, each in the order of their ids.
    package func links() -> ([Party], [PartyMention]) {
        let counted = CountedUnits(articles.sorted { $0.article < $1.article })
        var resolver = PartyResolver(counted)
        let (mentions, why) = resolver.resolved()
        let known = mentions.indices.filter { mentions[$0] != nil }
        var assembly = PartyAssembly(
            zip(mentions, counted.tallies).compactMap { who, tally in
                who.map { CountedMention(who: $0, tally: tally) }
            }, why)
        for edit in edits { assembly.apply(edit) }
        let (parties, owners) = assembly.links()
        let byUnit = Dictionary(zip(known, owners)) { first, _ in first }
        let placed = counted.ofArticles.flatMap { $0.flatMap { Self.rows($0.places, byUnit[$0.unit]) } }
        return (
            parties, placed.sorted { ($0.entry, $0.role.rawValue, $0.place) < ($1.entry, $1.role.rawValue, $1.place) }
        )
    }

    /// The places of a mention with its party and the state for which it speaks.
    private static func rows(
        _ places: [MentionPlace], _ owner: (party: String, state: String?)?
    ) -> [PartyMention] {
        guard let owner else { return [] }
        return places.flatMap { place in
            let own = PartyMention(entry: place.entry, role: place.role, place: place.place, party: owner.party)
            guard let state = owner.state, [.speaker, .issuer, .party].contains(place.role) else { return [own] }
            return [own, PartyMention(entry: place.entry, role: .state, party: state)]
        }
    }
}
